"""Who is tied to whom by money: the heaviest names with the lines between them, laid out so that few lines cross.

The layout is by forces (T. Fruchterman, E. Reingold: Graph drawing by force-directed placement, 1991), begun from a
circle and without chance, so that one picture always comes out the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin

import numpy as np

from kashf.ledger import Links, LinkTold, Named
from kashf.views.firmness import firmness
from kashf.views.flow_picture import NamesOf, by_weight
from kashf.views.naming import name_of
from kashf.views.room import LETTER, LINE, Box, meet
from kashf.views.words import Words

__all__ = ["HEIGHT", "WIDTH", "Network", "Tie", "Vertex", "network"]

WIDTH, HEIGHT = 1000.0, 640.0
"""Pixels of the picture."""
MARGIN = (70.0, 40.0)
ROUNDS = 300
BEGIN_STEP = 0.12
"""How far a name may go in the first round, as a share of the picture; then ever less."""
GRAVITY = 3.0
"""What keeps parts that no line ties to the others from drifting away."""
LETTERS = 24
"""Letters of a label that are shown."""
SMALLEST, STEP, LARGEST = 5.0, 1.6, 18.0


@dataclass(frozen=True, slots=True)
class Vertex:
    """A name on the picture: its place and radius in pixels, how many lines and statements it has, and on which side
    its label has room (`below`, `above`, `right`, `left`, or none)."""

    name: int
    kind: str
    label: str
    entity: str | None
    x: float
    y: float
    radius: float
    lines: int
    statements: int
    side: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A line from one name to another, of one group of types, with the statements behind it."""

    source: int
    target: int
    group: str
    origins: int
    statements: int
    stated: int
    denied: int
    contested: int

    @property
    def standing(self) -> str:
        """`stated` where one statement is told as a fact, else `hedged`, `denied` where nothing but denials is told."""
        return firmness(self.statements, self.stated, self.denied)


@dataclass(frozen=True, slots=True)
class Network:
    """The picture; `lines` are all that were asked for, of which it shows the heaviest between the heaviest names."""

    vertices: tuple[Vertex, ...]
    ties: tuple[Tie, ...]
    shown: int
    lines: int


def network(links: Links, names: NamesOf, most: int, words: Words) -> Network:
    """The picture of the `most` heaviest names and of the lines between them."""
    kept = _heaviest(links.items, most)
    inner = [link for link in links.items if link.source in kept and link.target in kept]
    ties = tuple(_ties(inner))
    tied = {name for tie in ties for name in (tie.source, tie.target)}
    order = [name for name in kept if name in tied]
    places = _laid_out(order, ties)
    named = names(order)
    vertices = [_vertex(name, places[name], inner, named.get(name), words) for name in order]
    return Network(tuple(_labelled(vertices)), ties, len(inner), links.lines)


def _heaviest(links: Sequence[LinkTold], most: int) -> dict[int, None]:
    """The names of the heaviest lines, as many as find room."""
    kept: dict[int, None] = {}
    for link in by_weight(links):
        new = dict.fromkeys(name for name in (link.source, link.target) if name not in kept)
        if len(kept) + len(new) <= most:
            kept.update(new)
    return kept


def _ties(links: Iterable[LinkTold]) -> Iterable[Tie]:
    gathered: dict[tuple[int, int, str], list[LinkTold]] = {}
    for link in links:
        gathered.setdefault((link.source, link.target, link.group), []).append(link)
    for (source, target, group), told in gathered.items():
        sums = {name: sum(getattr(one, name) for one in told) for name in _SUMMED}
        yield Tie(source, target, group, max(one.origins for one in told), **sums)


_SUMMED = ("statements", "stated", "denied", "contested")


def _laid_out(names: Sequence[int], ties: Iterable[Tie]) -> dict[int, tuple[float, float]]:
    """Where each name lies, in pixels."""
    if not names:
        return {}
    at = {name: place for place, name in enumerate(names)}
    pairs = np.array(sorted({(at[tie.source], at[tie.target]) for tie in ties}), dtype=int)
    points = np.array([(cos(2 * pi * place / len(names)), sin(2 * pi * place / len(names))) for place in at.values()])
    apart = 1.6 / np.sqrt(len(names))
    for turn in range(ROUNDS):
        moved = _forces(points, pairs, apart)
        length = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
        points = points + moved / length * np.minimum(length, BEGIN_STEP * (1 - turn / ROUNDS))
    return dict(zip(names, _fitted(points), strict=True))


def _forces(points: np.ndarray, pairs: np.ndarray, apart: float) -> np.ndarray:
    """What moves each name: away from all others, towards those it is tied to, and a little to the middle."""
    between = points[:, None, :] - points[None, :, :]
    distance = np.maximum(np.linalg.norm(between, axis=2), 1e-3)
    moved = (between * (apart**2 / distance**2)[:, :, None]).sum(axis=1)
    pull = points[pairs[:, 0]] - points[pairs[:, 1]]
    pull = pull * (np.linalg.norm(pull, axis=1, keepdims=True) / apart)
    np.add.at(moved, pairs[:, 0], -pull)
    np.add.at(moved, pairs[:, 1], pull)
    return np.asarray(moved - GRAVITY * apart * points)


def _fitted(points: np.ndarray) -> list[tuple[float, float]]:
    """The points stretched to fill the picture."""
    low, high = points.min(axis=0), points.max(axis=0)
    span = np.where(high - low > 0, high - low, 1.0)
    room = np.array([WIDTH, HEIGHT]) - 2 * np.array(MARGIN)
    placed = (points - low) / span * room + np.array(MARGIN)
    return [(round(float(x), 1), round(float(y), 1)) for x, y in placed]


def _labelled(vertices: Sequence[Vertex]) -> Iterable[Vertex]:
    """The names, those with most lines first served with room for their label; none lies on another or on a mark."""
    taken = [(one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius) for one in vertices]
    sides: dict[int, str] = {}
    for vertex in sorted(vertices, key=lambda one: (-one.lines, one.name)):
        boxes = {side: _label_box(vertex, side) for side in ("below", "right", "left", "above")}
        free = (side for side, box in boxes.items() if not any(meet(box, other) for other in taken))
        sides[vertex.name] = side = next(free, "")
        taken += [boxes[side]] if side else []
    return (replace(vertex, side=sides[vertex.name]) for vertex in vertices)


def _label_box(vertex: Vertex, side: str) -> Box:
    width, away = min(len(vertex.label), LETTERS) * LETTER, vertex.radius + 3
    left = {"right": away, "left": -away - width}.get(side, -width / 2)
    top = {"below": away, "above": -away - LINE}.get(side, -LINE / 2)
    return vertex.x + left, vertex.y + top, vertex.x + left + width, vertex.y + top + LINE


def _vertex(
    name: int, place: tuple[float, float], links: Iterable[LinkTold], named: Named | None, words: Words
) -> Vertex:
    own = [link for link in links if name in (link.source, link.target)]
    called = name_of(named, words)
    radius = min(SMALLEST + STEP * (len(own) - 1), LARGEST)
    statements = sum(link.statements for link in own)
    return Vertex(name, called.kind, called.label, called.entity, *place, radius, len(own), statements)
