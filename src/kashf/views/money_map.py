"""The money map: what is raised from where, in whose hands it is, whereto it is moved and what it is used for.

Nodes are goods, places and organisations in layers; each line is what one or several statements say, as heavy as their
independent origins, and broken where all of them only allege, plan, expect or deny it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kashf.comparison.flows import flow_layers, flows
from kashf.records import Role
from kashf.text.folding import fold
from kashf.views.lens import Lens, anchor
from kashf.views.map_layout import Column, Edge, MoneyMap, Node, laid_out
from kashf.views.statements import Statement
from kashf.views.tables import read_table
from kashf.views.texts import shown

__all__ = ["Column", "Edge", "MoneyMap", "Node", "money_map"]

_HEDGED = frozenset(("attempted", "planned", "expected", "possible", "required", "alleged", "denied"))
_LOST = "lose"


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a line: a node by its layer and what identifies it there."""

    layer: str
    key: str
    label: str = field(compare=False)
    entity: str | None = field(compare=False)


def money_map(statements: Sequence[Statement], lens: Lens) -> MoneyMap:
    """The map of the statements' flows, laid out; lines whose nodes find no room are counted in `left_out`."""
    lines: dict[tuple[_End, _End], list[Statement]] = {}
    for statement in statements:
        for ends in _lines(statement, lens):
            lines.setdefault(ends, []).append(statement)
    room = _heaviest_lines(lines)
    kept = {ends: told for ends, told in lines.items() if ends in room}
    nodes = _nodes(kept)
    edges = [_edge(source, target, told) for (source, target), told in kept.items()]
    titles = {layer: lens.words.name("columns", layer) for layer in flow_layers()}
    return laid_out(nodes, edges, titles, left_out=len(lines) - len(kept))


def _lines(statement: Statement, lens: Lens) -> Iterator[tuple[_End, _End]]:
    """The lines of one statement, those of each pair of nodes once."""
    entities = lens.index.entities

    def kind_of(entity: str | None) -> str | None:
        return entities[entity].kind if entity and entity in entities else None

    ends = flows(lens.index.claims[statement.teller].claim, kind_of)
    lines = ((_end(one.filler, one.layer, lens), _end(other.filler, other.layer, lens)) for one, other in ends)
    yield from dict.fromkeys((one, other) for one, other in lines if one.key != other.key)


def _end(filler: Role, layer: str, lens: Lens) -> _End:
    label = lens.filler_name(filler) or shown(filler.text)
    return _End(layer, filler.entity or fold(label).text, label, anchor(filler.entity) if filler.entity else None)


def _heaviest_lines(lines: Mapping[tuple[_End, _End], Sequence[Statement]]) -> set[tuple[_End, _End]]:
    """The lines that find room, the heaviest first: no layer takes more nodes than a reader can follow."""
    most = read_table("money_map")["most"]
    nodes: dict[str, set[_End]] = {}
    kept = set()
    for ends in sorted(lines, key=lambda one: -_weight(lines[one])):
        if all(end in nodes.get(end.layer, ()) or len(nodes.get(end.layer, ())) < most for end in ends):
            kept.add(ends)
            for end in ends:
                nodes.setdefault(end.layer, set()).add(end)
    return kept


def _weights(lines: Mapping[tuple[_End, _End], Sequence[Statement]]) -> dict[_End, int]:
    """How much each node carries: the weight of its lines, nodes in the order in which they are met."""
    weights: dict[_End, int] = {}
    for ends, told in lines.items():
        for end in ends:
            weights[end] = weights.get(end, 0) + _weight(told)
    return weights


def _weight(told: Sequence[Statement]) -> int:
    """The origins behind a line. Statements may share theirs, so the most any has, never their sum."""
    return max(statement.weight.origins for statement in told)


def _node_id(end: _End) -> str:
    return f"{end.layer}/{end.key}"


def _nodes(lines: Mapping[tuple[_End, _End], Sequence[Statement]]) -> list[Node]:
    return [
        Node(_node_id(end), end.layer, end.label, weight=weight, entity=f"e-{end.entity}" if end.entity else None)
        for end, weight in _weights(lines).items()
    ]


def _edge(source: _End, target: _End, told: Sequence[Statement]) -> Edge:
    hedged = all(_HEDGED.intersection(marker.key for marker in one.markers) for one in told)
    return Edge(
        source=_node_id(source),
        target=_node_id(target),
        group=told[0].group,
        weight=_weight(told),
        hedged=hedged,
        lost=all(one.type == _LOST for one in told),
        statements=tuple(one.id for one in told),
        anchor=told[0].anchor,
        texts=tuple(one.text for one in told),
    )
