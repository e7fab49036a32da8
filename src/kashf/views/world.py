"""Places on a picture of the world: where they lie, how large their marks are, and which have room for a label."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import Any

from kashf.domain.tables import table
from kashf.ledger import Named, PlaceTold
from kashf.views.firmness import firmness
from kashf.views.naming import name_of
from kashf.views.projection import HEIGHT, WIDTH, projected
from kashf.views.room import LETTER, LINE, Box, meet
from kashf.views.words import Words

__all__ = ["Frame", "Spot", "Unplaced", "WorldPicture", "outlines", "world_picture"]

LEAST_FRAME = 180.0
"""Units of the world across that a picture shows at least: nearer, outlines grow coarse."""
MARGIN = 0.12
ASPECT = 0.5
SMALLEST, LARGEST = 4.0, 26.0
"""Radius of the mark of one statement, and of the largest mark, in pixels of a picture `PIXELS` wide."""
PIXELS = 1000.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that is shown, in the units of `projection`; `scale` is pixels for a unit."""

    left: float
    top: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels of the picture for a unit."""
        return PIXELS / self.width


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the picture, in pixels, with what is told of it. `side` is where its label finds room: `start`, `end`
    or none. `standing` is how the firmest statement is put."""

    name: int
    label: str
    place: str
    x: float
    y: float
    radius: float
    side: str
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
class Unplaced:
    """A place that is not on the picture: `why` is `region` where it is larger than a country, else `unknown`."""

    name: int
    label: str
    why: str
    origins: int
    statements: int


@dataclass(frozen=True, slots=True)
class WorldPicture:
    """The marks, the largest first so that small ones lie above, and what could not be placed."""

    frame: Frame
    spots: tuple[Spot, ...]
    unplaced: tuple[Unplaced, ...]


def world_picture(
    places: Sequence[PlaceTold], names: Mapping[int, Named], words: Words, *, whole: bool = False
) -> WorldPicture:
    """The picture of these places; it shows the part of the world that they lie in, or all of it (`whole`)."""
    merged = _merged(places, names)
    middles = {told.place: _middle(names.get(told.place)) for told in merged}
    points = {place: projected(*middle) for place, middle in middles.items() if middle}
    frame = _frame(list(points.values()), whole)
    most = max((told.statements for told in merged if told.place in points), default=1)
    spots = [_spot(told, points[told.place], frame, most, names, words) for told in merged if told.place in points]
    ordered = sorted(spots, key=lambda spot: (-spot.radius, spot.name))
    unplaced = (_unplaced(told, names, words) for told in merged if told.place not in points)
    return WorldPicture(frame, tuple(_labelled(ordered, words.direction)), tuple(unplaced))


def _merged(places: Iterable[PlaceTold], names: Mapping[int, Named]) -> list[PlaceTold]:
    """Names of one known place as one place, under the heaviest of them."""
    found: dict[object, PlaceTold] = {}
    for told in places:
        named = names.get(told.place)
        key = named.place if named and named.place else told.place
        known = found.get(key)
        found[key] = told if known is None else _together(known, told)
    return list(found.values())


def _together(one: PlaceTold, other: PlaceTold) -> PlaceTold:
    return PlaceTold(
        one.place,
        max(one.origins, other.origins),
        one.statements + other.statements,
        one.stated + other.stated,
        one.denied + other.denied,
        one.contested + other.contested,
    )


def _middle(named: Named | None) -> tuple[float, float] | None:
    """Longitude and latitude of a place that is known by name."""
    if named is None or named.place is None:
        return None
    own = table("coordinates").get(named.place) or outlines().get(named.place, {}).get("middle")
    return (float(own[0]), float(own[1])) if own else None


@cache
def outlines() -> Mapping[str, Any]:
    """Countries by their codes of two letters: `outline` as a path in tenths of units, `middle` in degrees."""
    found: Mapping[str, Any] = json.loads((files("kashf.views") / "world.json").read_text(encoding="utf-8"))
    return found


def _frame(points: Sequence[tuple[float, float]], whole: bool) -> Frame:
    """The part of the world around the points, as wide as a page and no nearer than outlines bear."""
    if whole or not points:
        return Frame(0, 0, WIDTH, HEIGHT)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across = max((max(xs) - min(xs)) * (1 + 2 * MARGIN), (max(ys) - min(ys)) * (1 + 2 * MARGIN) / ASPECT, LEAST_FRAME)
    width = min(across, WIDTH)
    height = min(width * ASPECT, HEIGHT)
    left = min(max((max(xs) + min(xs) - width) / 2, 0), WIDTH - width)
    top = min(max((max(ys) + min(ys) - height) / 2, 0), HEIGHT - height)
    return Frame(round(left, 1), round(top, 1), round(width, 1), round(height, 1))


def _spot(
    told: PlaceTold,
    point: tuple[float, float],
    frame: Frame,
    most: int,
    names: Mapping[int, Named],
    words: Words,
) -> Spot:
    """The mark of a place: its area grows with its statements."""
    radius = max(SMALLEST, LARGEST * sqrt(told.statements / max(most, 12)))
    x, y = (point[0] - frame.left) * frame.scale, (point[1] - frame.top) * frame.scale
    return Spot(
        name=told.place,
        label=name_of(names.get(told.place), words).label,
        place=names[told.place].place or "",
        x=round(x, 1),
        y=round(y, 1),
        radius=round(radius, 1),
        side="",
        origins=told.origins,
        statements=told.statements,
        stated=told.stated,
        denied=told.denied,
        contested=told.contested,
    )


def _labelled(spots: Sequence[Spot], direction: str) -> Iterable[Spot]:
    """The spots, those with a side for their label that find room for it, the largest first."""
    taken = [(spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius) for spot in spots]
    sides = ("right", "left") if direction == "ltr" else ("left", "right")
    for spot in spots:
        boxes = {side: _box(spot, side) for side in sides}
        side = next((side for side in sides if not any(meet(boxes[side], other) for other in taken)), "")
        taken += [boxes[side]] if side else []
        yield replace(spot, side=side)


def _box(spot: Spot, side: str) -> Box:
    width, away = len(spot.label) * LETTER + 6, spot.radius + 1
    left = spot.x + away if side == "right" else spot.x - away - width
    return left, spot.y - LINE / 2, left + width, spot.y + LINE / 2


def _unplaced(told: PlaceTold, names: Mapping[int, Named], words: Words) -> Unplaced:
    named = names.get(told.place)
    why = "region" if named and len(named.place or "") > len("xx") else "unknown"
    return Unplaced(told.place, name_of(named, words).label, why, told.origins, told.statements)
