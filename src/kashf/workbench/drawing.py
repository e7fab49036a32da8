"""Pictures as a template needs them: paths and places in pixels, each part with where it leads and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import hypot

from kashf.exchange.svg import Box, Heading, drawing
from kashf.views.flow_picture import FlowPicture, Knot, Strand, laid_out_flow
from kashf.views.map_layout import Edge, thickness
from kashf.views.network import WIDTH, Network, Tie, Vertex
from kashf.views.words import Words

__all__ = ["FlowDrawing", "FlowLine", "NetworkDrawing", "NetworkLine", "flow_drawing", "network_drawing"]

ARROW = 4.0
"""Pixels between the head of an arrow and the mark it points to."""


@dataclass(frozen=True, slots=True)
class FlowLine:
    """A line of the flow picture: its path, its width, the middle of it, and the strand that it draws."""

    path: str
    width: float
    x: float
    y: float
    strand: Strand


@dataclass(frozen=True, slots=True)
class FlowDrawing:
    """The flow picture in pixels. `boxes` have the id of their knot as their `link`."""

    width: float
    height: float
    headings: tuple[Heading, ...]
    lines: tuple[FlowLine, ...]
    boxes: tuple[tuple[Box, Knot], ...]


def flow_drawing(picture: FlowPicture, words: Words) -> FlowDrawing:
    """The picture; for writing from right to left it is mirrored, the labels are not."""
    layout = laid_out_flow(picture, words)
    drawn = drawing(layout, words.direction)
    strands, knots = {one.id: one for one in picture.strands}, {one.id: one for one in picture.knots}
    edges = {edge.anchor: edge for edge in layout.edges}
    mirrored = layout.width if words.direction == "rtl" else None
    lines = (
        FlowLine(line.path, line.width, *_middle(edges[line.link], mirrored), strands[line.link])
        for line in drawn.lines
    )
    boxes = ((box, knots[box.link]) for box in drawn.boxes if box.link)
    return FlowDrawing(drawn.width, drawn.height, drawn.headings, tuple(lines), tuple(boxes))


def _middle(edge: Edge, mirrored: float | None) -> tuple[float, float]:
    """The middle of the first piece of a line, which runs as far before it as behind it."""
    (x, y), (to_x, to_y) = edge.points[:2]
    middle = (x + to_x) / 2
    return (middle if mirrored is None else mirrored - middle), (y + to_y) / 2


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """A line of the network in pixels, from the rim of one mark to the rim of the other."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    tie: Tie


@dataclass(frozen=True, slots=True)
class NetworkDrawing:
    """The network in pixels."""

    lines: tuple[NetworkLine, ...]
    vertices: tuple[Vertex, ...]
    called: Mapping[int, str]


def network_drawing(picture: Network, direction: str) -> NetworkDrawing:
    """The network; for writing from right to left it is mirrored."""
    vertices = tuple(_mirrored(picture.vertices) if direction == "rtl" else picture.vertices)
    at = {vertex.name: vertex for vertex in vertices}
    lines = (_line(at[tie.source], at[tie.target], tie) for tie in picture.ties)
    return NetworkDrawing(tuple(lines), vertices, {vertex.name: vertex.label for vertex in vertices})


def _mirrored(vertices: Iterable[Vertex]) -> Iterable[Vertex]:
    return (replace(vertex, x=round(WIDTH - vertex.x, 1)) for vertex in vertices)


def _line(source: Vertex, target: Vertex, tie: Tie) -> NetworkLine:
    dx, dy = target.x - source.x, target.y - source.y
    length = hypot(dx, dy) or 1.0
    ends = (source.x + dx / length * source.radius, source.y + dy / length * source.radius)
    rim = target.radius + ARROW
    heads = (target.x - dx / length * rim, target.y - dy / length * rim)
    x1, y1, x2, y2 = (round(one, 1) for one in (*ends, *heads))
    return NetworkLine(x1, y1, x2, y2, thickness(tie.origins), tie)
