"""The money map as a drawing: what a template needs to write it as SVG, in either direction of writing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kashf.views.map_layout import LINE_HEIGHT, Edge, MoneyMap, Node, Point, thickness

__all__ = ["Box", "Drawing", "Heading", "Line", "drawing"]

BASELINE = 5
"""Pixels from the middle of a line of 14-pixel letters to its baseline, Arabic or Latin."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column, centred over it."""

    text: str
    x: float


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its box, and the lines of its label with their baselines. `link` is the anchor of its entity."""

    label: str
    layer: str
    x: float
    y: float
    width: float
    height: float
    middle: float
    lines: tuple[tuple[str, float], ...]
    link: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """An edge: its path and width, its classes, where it leads, and what it says."""

    path: str
    width: float
    classes: str
    link: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole drawing, in pixels."""

    width: float
    height: float
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]


def drawing(money_map: MoneyMap, direction: str) -> Drawing:
    """The drawing of a map; for writing from right to left it is mirrored, the labels are not."""
    mirrored = money_map.width if direction == "rtl" else None
    return Drawing(
        width=money_map.width,
        height=money_map.height,
        headings=tuple(Heading(one.title, _across(one.x + one.width / 2, mirrored)) for one in money_map.columns),
        lines=tuple(_line(edge, mirrored) for edge in sorted(money_map.edges, key=lambda edge: -edge.weight)),
        boxes=tuple(_box(node, mirrored) for node in money_map.nodes),
    )


def _across(x: float, mirrored: float | None) -> float:
    return x if mirrored is None else mirrored - x


def _box(node: Node, mirrored: float | None) -> Box:
    left = node.x if mirrored is None else mirrored - node.x - node.width
    first = node.y + node.height / 2 - LINE_HEIGHT * (len(node.lines) - 1) / 2 + BASELINE
    lines = tuple((line, first + LINE_HEIGHT * position) for position, line in enumerate(node.lines))
    middle = left + node.width / 2
    return Box(node.label, node.layer, left, node.y, node.width, node.height, middle, lines, node.entity)


def _line(edge: Edge, mirrored: float | None) -> Line:
    points = [(_across(x, mirrored), y) for x, y in edge.points]
    kinds = ("hedged" if edge.hedged else "", "lost" if edge.lost else "")
    classes = " ".join(filter(None, (f"group-{edge.group}", *kinds)))
    return Line(_path(points), thickness(edge.weight), classes, edge.anchor, edge.texts)


def _path(points: list[Point]) -> str:
    """A smooth way through the points that leaves and enters each level."""
    first_x, first_y = points[0]
    steps = [f"M{first_x:.1f} {first_y:.1f}"]
    for (x, y), (to_x, to_y) in pairwise(points):
        half = (x + to_x) / 2
        steps.append(f"C{half:.1f} {y:.1f} {half:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}")
    return " ".join(steps)
