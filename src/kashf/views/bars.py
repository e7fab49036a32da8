"""The timeline in pixels: a bar for each day, month or year, in layers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kashf.views.time_picture import Layer, Period, TimePicture

__all__ = ["Bar", "Bars", "Piece", "bars"]

WIDTH, HEIGHT = 1000.0, 220.0
TOP, BOTTOM, SIDE = 24.0, 26.0, 8.0
LABELS = 9
"""Bars whose time is written below them, at most."""
WIDEST = 46.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A layer of a bar: where it begins from the top, and how high it is."""

    y: float
    height: float
    layer: Layer


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: where it begins from the left, its layers, and whether its time is written below it."""

    x: float
    y: float
    pieces: tuple[Piece, ...]
    period: Period
    labelled: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars, `width` pixels each with `reach` from one to the next; `base` is where they stand."""

    bars: tuple[Bar, ...]
    width: float
    reach: float
    base: float


def bars(times: TimePicture, direction: str) -> Bars:
    """The bars of a timeline; for writing from right to left time runs to the left."""
    if not times.periods:
        return Bars((), 0, 0, HEIGHT - BOTTOM)
    reach = min((WIDTH - 2 * SIDE) / len(times.periods), WIDEST * 2)
    width = min(reach * 0.78, WIDEST)
    every = -(-len(times.periods) // LABELS)
    return Bars(tuple(_bars(times, direction, reach, width, every)), round(width, 1), round(reach, 1), HEIGHT - BOTTOM)


def _bars(times: TimePicture, direction: str, reach: float, width: float, every: int) -> Iterator[Bar]:
    highest = times.highest
    for place, period in enumerate(times.periods):
        left = SIDE + place * reach + (reach - width) / 2
        pieces = tuple(_pieces(period, highest))
        top = pieces[-1].y if pieces else HEIGHT - BOTTOM
        x = left if direction == "ltr" else WIDTH - left - width
        yield Bar(round(x, 1), top, pieces, period, labelled=place % every == 0)


def _pieces(period: Period, highest: int) -> Iterator[Piece]:
    """The layers, the first at the bottom."""
    y = HEIGHT - BOTTOM
    for layer in period.layers:
        height = (HEIGHT - TOP - BOTTOM) * layer.statements / highest
        y -= height
        yield Piece(round(y, 1), round(height, 1), layer)
