"""Where money comes from and where it goes, over a whole ledger: the heaviest names of each layer, the rest together.

A picture of a thousand lines says nothing. So each layer keeps as many names as find room, the heaviest first, and the
others of the layer are one knot that can be opened: nothing is left out of the count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kashf.comparison.flows import flow_layers
from kashf.ledger import Links, LinkTold, Named, is_known
from kashf.views.firmness import firmness
from kashf.views.map_layout import Edge, MoneyMap, Node, laid_out
from kashf.views.naming import name_of
from kashf.views.words import Words

__all__ = ["OTHERS", "FlowPicture", "Knot", "NamesOf", "Strand", "by_weight", "flow_picture", "laid_out_flow"]

OTHERS = "others"
NamesOf = Callable[[Iterable[int]], Mapping[int, Named]]
"""What looks up names by their numbers."""
End = tuple[str, int | None]
"""A layer and a name in it; None for all names of the layer that found no room."""


@dataclass(frozen=True, slots=True)
class Knot:
    """A name in a layer. `kind`: `name` is somebody or something known, `words` what reports call it, `others` all
    names of the layer that found no room (`names` of them)."""

    id: str
    layer: str
    kind: str
    label: str
    origins: int
    statements: int
    names: int = 1
    name: int | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Strand:
    """A line between two knots and the statements behind it. `standing`: how the firmest of them is put.

    `origins` are the most independent ones that any of its statements has. `first` and `last` are ordinals of days, 0
    where none is known. `lines` are how many lines between names it stands for.
    """

    id: str
    source: str
    target: str
    group: str
    origins: int
    statements: int
    stated: int
    denied: int
    contested: int
    first: int
    last: int
    lines: int = 1

    @property
    def hedged(self) -> int:
        """The statements that are put neither as facts nor as untrue."""
        return self.statements - self.stated - self.denied

    @property
    def standing(self) -> str:
        """`stated`, where one is told as a fact; else `hedged`; `denied` where nothing but denials is told."""
        return firmness(self.statements, self.stated, self.denied)


@dataclass(frozen=True, slots=True)
class FlowPicture:
    """The picture; `lines` and `statements` are those of all that was asked for, `unseen` the lines that were not even
    looked at for it, each lighter than any that was."""

    knots: tuple[Knot, ...]
    strands: tuple[Strand, ...]
    lines: int
    statements: int
    unseen: int


def flow_picture(links: Links, names: NamesOf, room: int, words: Words) -> FlowPicture:
    """The picture of these lines with `room` names in each layer."""
    seated = _seated(links.items, room)
    named = names({name for _, name in seated if name is not None})
    strands: dict[tuple[End, End, str], list[LinkTold]] = {}
    for link in links.items:
        source, target = (_end(layer, name, seated) for layer, name in _ends(link))
        strands.setdefault((source, target, link.group), []).append(link)
    return FlowPicture(
        knots=tuple(_knots(links.items, seated, named, words)),
        strands=tuple(_strand(source, target, group, told) for (source, target, group), told in strands.items()),
        lines=links.lines,
        statements=links.statements,
        unseen=links.lines - len(links.items),
    )


def _seated(links: Iterable[LinkTold], room: int) -> set[End]:
    """The names that find room, taken from the heaviest lines; a last one is not sent away to stand for itself."""
    seats: dict[str, dict[int, None]] = {}
    waiting: dict[str, dict[int, None]] = {}
    for link in by_weight(links):
        for layer, name in _ends(link):
            seated = seats.setdefault(layer, {})
            if name not in seated and len(seated) < room:
                seated[name] = None
            elif name not in seated:
                waiting.setdefault(layer, {})[name] = None
    for layer, left in waiting.items():
        if len(left) == 1:
            seats[layer].update(left)
    return {(layer, name) for layer, seated in seats.items() for name in seated}


def by_weight(links: Iterable[LinkTold]) -> list[LinkTold]:
    """The heaviest first; of equals those between ends that are known by name."""
    return sorted(
        links, key=lambda link: (-link.origins, -is_known(link.source) - is_known(link.target), -link.statements)
    )


def _ends(link: LinkTold) -> tuple[tuple[str, int], tuple[str, int]]:
    return (link.source_layer, link.source), (link.target_layer, link.target)


def _end(layer: str, name: int, seated: set[End]) -> End:
    return (layer, name) if (layer, name) in seated else (layer, None)


def _key(end: End) -> str:
    layer, name = end
    return f"{layer}-{OTHERS if name is None else name}"


def _knots(links: Sequence[LinkTold], seated: set[End], names: Mapping[int, Named], words: Words) -> Iterable[Knot]:
    gathered: dict[End, list[tuple[LinkTold, int]]] = {}
    for link in links:
        for layer, name in _ends(link):
            gathered.setdefault(_end(layer, name, seated), []).append((link, name))
    for end, told in gathered.items():
        layer, seat = end
        statements = sum(link.statements for link, _ in told)
        origins = max(link.origins for link, _ in told)
        if seat is None:
            many = len({other for _, other in told})
            label = words.count("other_name", many)
            yield Knot(_key(end), layer, OTHERS, label, origins, statements, names=many)
        else:
            called = name_of(names.get(seat), words)
            yield Knot(_key(end), layer, called.kind, called.label, origins, statements, 1, seat, called.entity)


def _strand(source: End, target: End, group: str, told: Sequence[LinkTold]) -> Strand:
    days = [link.first for link in told if link.first]
    return Strand(
        id=f"{_key(source)}.{_key(target)}.{group}",
        source=_key(source),
        target=_key(target),
        group=group,
        origins=max(link.origins for link in told),
        statements=sum(link.statements for link in told),
        stated=sum(link.stated for link in told),
        denied=sum(link.denied for link in told),
        contested=sum(link.contested for link in told),
        first=min(days, default=0),
        last=max(link.last for link in told),
        lines=len(told),
    )


def laid_out_flow(picture: FlowPicture, words: Words) -> MoneyMap:
    """The picture in columns from left to right; each edge's anchor is the id of its strand, each node's entity
    that of its knot."""
    nodes = [Node(knot.id, knot.layer, knot.label, knot.origins, knot.id) for knot in picture.knots]
    titles = {layer: words.name("columns", layer) for layer in flow_layers()}
    return laid_out(nodes, [_edge(strand) for strand in picture.strands], titles)


def _edge(strand: Strand) -> Edge:
    hedged = strand.standing != "stated"
    return Edge(strand.source, strand.target, strand.group, strand.origins, hedged, False, (), strand.id, ())
