"""Laying the money map out: layers side by side, nodes ordered so that lines cross little, no line over a label.

The method is the layered one of Sugiyama, Tagawa and Toda (1981): lines that pass a layer get a lane in it, layers are
ordered by barycentres in turn, and every line runs from the edge of one box to the edge of the next.
Coordinates are pixels from the upper left, for writing that runs left to right; a skin mirrors them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kashf.views.texts import shortened

__all__ = ["Column", "Edge", "MoneyMap", "Node", "Point", "laid_out", "thickness"]

NODE_WIDTH, COLUMN_GAP = 150, 62
LINE_HEIGHT, NODE_PADDING, NODE_GAP = 19, 8, 14
PORT_GAP, LANE_GAP = 7, 3
"""Pixels between lines where they meet a box, and where they pass one another in a lane."""
THINNEST, STEP, THICKEST = 2.0, 3.0, 14.0
"""Pixels of a line of one origin, of each origin more, and of the thickest line that still leaves room for others."""
TOP = 56
"""Room above the nodes for the headings of the columns."""
LABEL_WIDTH, LABEL_LINES, WIDER = 19, 3, 0.2
"""Characters that find room in a node at 14 pixels, the lines of them, and by how much a Cyrillic letter is wider."""
SWEEPS = 6

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """A good, place, person or body in one layer; `lines` is its label as it is broken."""

    id: str
    layer: str
    label: str
    weight: int = 0
    entity: str | None = None
    lines: tuple[str, ...] = ()
    order: int = 0
    x: float = 0
    y: float = 0
    width: float = NODE_WIDTH
    height: float = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one node to another: what the statements behind it say, the first one's anchor, and its way."""

    source: str
    target: str
    group: str
    weight: int
    hedged: bool
    lost: bool
    statements: tuple[str, ...]
    anchor: str
    texts: tuple[str, ...]
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A layer that has nodes, with its heading."""

    layer: str
    title: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class MoneyMap:
    """The map with its coordinates. `left_out` is the number of lines that found no room."""

    columns: tuple[Column, ...] = ()
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    width: float = 0
    height: float = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place in a layer: a node, or the lane in which one node's lines pass it."""

    layer: int
    key: str
    height: float


@dataclass(frozen=True, slots=True)
class _Run:
    """The slots that an edge runs through, from its source to its target."""

    edge: Edge
    slots: tuple[_Slot, ...]


def laid_out(nodes: Sequence[Node], edges: Sequence[Edge], titles: Mapping[str, str], *, left_out: int = 0) -> MoneyMap:
    """The map of these nodes and edges; `titles` are the layers in their order with their headings."""
    if not edges:
        return MoneyMap(left_out=left_out)
    layers = [layer for layer in titles if any(node.layer == layer for node in nodes)]
    slots = {node.id: _node_slot(node, layers, edges) for node in nodes}
    lane_of = _lanes(edges, slots)
    runs = [_run(edge, slots, lane_of) for edge in edges]
    ordered = _ordered(_layered(slots.values(), runs, len(layers)), runs)
    tops = _tops(ordered)
    placed = tuple(_placed(node, slots[node.id], ordered, tops) for node in nodes)
    return MoneyMap(
        columns=tuple(Column(layer, titles[layer], _left(at), NODE_WIDTH) for at, layer in enumerate(layers)),
        nodes=placed,
        edges=_routed(runs, tops),
        width=_left(len(layers)) - COLUMN_GAP,
        height=max(top + slot.height for slot, top in tops.items()) + NODE_GAP,
        left_out=left_out,
    )


def _left(layer: int) -> float:
    return layer * (NODE_WIDTH + COLUMN_GAP)


def _node_slot(node: Node, layers: Sequence[str], edges: Sequence[Edge]) -> _Slot:
    """A node is as high as its label, or as the lines that meet on one side of it need."""
    leaving = _room((edge for edge in edges if edge.source == node.id), PORT_GAP)
    entering = _room((edge for edge in edges if edge.target == node.id), PORT_GAP)
    label = len(_broken(node.label)) * LINE_HEIGHT + 2 * NODE_PADDING
    return _Slot(layers.index(node.layer), node.id, max(label, leaving, entering))


def _broken(label: str) -> tuple[str, ...]:
    """The label in lines, cut where it needs more of them than there is room for."""
    lines: list[str] = []
    for word in shortened(label, LABEL_WIDTH * LABEL_LINES).split():
        if lines and _width(lines[-1]) + 1 + _width(word) <= LABEL_WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(shortened(word, int(LABEL_WIDTH * len(word) / _width(word))))
    kept = lines[:LABEL_LINES]
    return (*kept[:-1], kept[-1].rstrip("…") + "…") if len(lines) > len(kept) else tuple(kept)


def _width(text: str) -> float:
    """How wide a text is, in letters of middling width: Cyrillic ones are wider than others."""
    return len(text) + sum(WIDER for letter in text if "\u0400" <= letter <= "\u04ff")


def _lanes(edges: Sequence[Edge], slots: Mapping[str, _Slot]) -> dict[tuple[str, int], _Slot]:
    """For each source and each layer that its lines pass, one lane, as high as they are many."""
    passing: dict[tuple[str, int], list[Edge]] = {}
    for edge in edges:
        for layer in range(slots[edge.source].layer + 1, slots[edge.target].layer):
            passing.setdefault((edge.source, layer), []).append(edge)
    return {
        (source, layer): _Slot(layer, f"lane {source}", _room(several, LANE_GAP))
        for (source, layer), several in passing.items()
    }


def thickness(weight: int) -> float:
    """How thick a line is drawn that rests on so many origins."""
    return min(THINNEST + STEP * (weight - 1), THICKEST)


def _room(edges: Iterable[Edge], gap: float) -> float:
    """How much room lines need beside each other."""
    return sum((thickness(edge.weight) + gap for edge in edges), gap)


def _run(edge: Edge, slots: Mapping[str, _Slot], lane_of: Mapping[tuple[str, int], _Slot]) -> _Run:
    source, target = slots[edge.source], slots[edge.target]
    lanes = [lane_of[edge.source, layer] for layer in range(source.layer + 1, target.layer)]
    return _Run(edge, (source, *lanes, target))


def _layered(nodes: Iterable[_Slot], runs: Sequence[_Run], layers: int) -> list[list[_Slot]]:
    every = dict.fromkeys((*nodes, *(slot for run in runs for slot in run.slots)))
    return [[slot for slot in every if slot.layer == layer] for layer in range(layers)]


def _ordered(layered: list[list[_Slot]], runs: Sequence[_Run]) -> list[list[_Slot]]:
    """The layers with their slots in the order that the middle of their neighbours suggests."""
    before, after = _neighbours(runs)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        neighbours = before if forward else after
        for layer in layered if forward else reversed(layered):
            centres = {slot: top + slot.height / 2 for slot, top in _tops(layered).items()}
            layer.sort(key=lambda slot: _middle(slot, neighbours, centres))
    return layered


def _neighbours(runs: Sequence[_Run]) -> tuple[dict[_Slot, list[_Slot]], dict[_Slot, list[_Slot]]]:
    before: dict[_Slot, list[_Slot]] = {}
    after: dict[_Slot, list[_Slot]] = {}
    for run in runs:
        for one, following in zip(run.slots, run.slots[1:], strict=False):
            after.setdefault(one, []).append(following)
            before.setdefault(following, []).append(one)
    return before, after


def _middle(slot: _Slot, neighbours: Mapping[_Slot, list[_Slot]], centres: Mapping[_Slot, float]) -> float:
    near = neighbours.get(slot)
    return sum(centres[one] for one in near) / len(near) if near else centres[slot]


def _tops(layered: Sequence[Sequence[_Slot]]) -> dict[_Slot, float]:
    """Where each slot begins, every layer centred on the highest."""
    heights = [sum(slot.height for slot in layer) + NODE_GAP * (len(layer) - 1) for layer in layered]
    tops = {}
    for layer, height in zip(layered, heights, strict=True):
        top = TOP + (max(heights) - height) / 2
        for slot in layer:
            tops[slot] = top
            top += slot.height + NODE_GAP
    return tops


def _placed(node: Node, slot: _Slot, layered: Sequence[Sequence[_Slot]], tops: Mapping[_Slot, float]) -> Node:
    order = [one for one in layered[slot.layer] if not one.key.startswith("lane ")].index(slot)
    return replace(node, lines=_broken(node.label), order=order, x=_left(slot.layer), y=tops[slot], height=slot.height)


def _routed(runs: Sequence[_Run], tops: Mapping[_Slot, float]) -> tuple[Edge, ...]:
    """Each edge with the points it runs through: it leaves, passes and enters at a height of its own."""
    heights = _heights(runs, tops)
    return tuple(replace(run.edge, points=_points(run, heights[position])) for position, run in enumerate(runs))


def _heights(runs: Sequence[_Run], tops: Mapping[_Slot, float]) -> list[list[float]]:
    """For each run the height at which it leaves its source, passes each lane and enters its target.

    Lines that share a box or a lane are spread over it in the order of where they come from or go to.
    """
    heights: list[list[float]] = [[0.0] * len(run.slots) for run in runs]
    meeting: dict[tuple[_Slot, bool], list[tuple[int, int]]] = {}
    for position, run in enumerate(runs):
        for station, slot in enumerate(run.slots):
            meeting.setdefault((slot, station == 0), []).append((position, station))
    for (slot, leaving), several in meeting.items():
        several.sort(key=lambda one: _far_end(runs[one[0]], one[1], leaving, tops))
        widths = [thickness(runs[position].edge.weight) for position, _ in several]
        gap = (slot.height - sum(widths)) / (len(several) + 1)
        edge_of_line = tops[slot] + gap
        for (position, station), width in zip(several, widths, strict=True):
            heights[position][station] = edge_of_line + width / 2
            edge_of_line += width + gap
    return heights


def _far_end(run: _Run, station: int, leaving: bool, tops: Mapping[_Slot, float]) -> tuple[float, float]:
    """What orders the lines in a box or lane: where they go to; for those that enter a node, where they come from."""
    entering = not leaving and station == len(run.slots) - 1
    nearest = run.slots[station - 1] if entering else run.slots[station + 1]
    return tops[nearest], tops[run.slots[0 if entering else -1]]


def _points(run: _Run, heights: Sequence[float]) -> tuple[Point, ...]:
    source, *lanes, target = run.slots
    points = [(_left(source.layer) + NODE_WIDTH, heights[0])]
    for lane, height in zip(lanes, heights[1:-1], strict=True):
        points += [(_left(lane.layer), height), (_left(lane.layer) + NODE_WIDTH, height)]
    return (*points, (_left(target.layer), heights[-1]))
