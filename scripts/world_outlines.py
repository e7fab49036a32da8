"""Writes the outlines and middles of countries: python scripts/world_outlines.py countries-50m.json. Needs babel.

The file is that of the npm package world-atlas (ISC), made from Natural Earth's countries 1:50m (public domain).
Outlines are projected (`kashf.views.projection`), thinned and told in tenths of units, and go to
`src/kashf/views/world.json`: what a page of ours can carry in itself. Middles are those of a country's largest piece,
in degrees.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

from kashf.views.projection import WIDTH, projected

TARGET = Path(__file__).parents[1] / "src" / "kashf" / "views" / "world.json"
TOLERANCE = 0.22
"""How far an outline may be moved, in units of a world 1000 wide: less than a pixel on a page five times as large."""
LEAST = 0.8
"""Square units below which an island is left out, unless it is all of a country."""
LEAST_POINTS = 3
SOUTHERNMOST = -56.0
"""The Antarctic is left out."""

Point = tuple[float, float]


def main() -> None:
    """Writes the file."""
    told = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [list(_degrees(arc, told["transform"])) for arc in told["arcs"]]
    thin = [_thinned([projected(*point) for point in arc], TOLERANCE) for arc in arcs]
    countries = {}
    for shape in told["objects"]["countries"]["geometries"]:
        pieces = [piece[0] for piece in _pieces(shape)]
        outline = _outline(([*_along(piece, thin)] for piece in pieces), all_small=True)
        code = _code(shape)
        entry = {"outline": outline} if outline else {}
        if code:
            entry |= {"code": code, "middle": _middle([[*_along(piece, arcs)] for piece in pieces])}
        if outline:
            countries[code or f"x-{len(countries)}"] = entry
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(entry)}" for key, entry in sorted(countries.items()))
    TARGET.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def _degrees(arc: Sequence[Point], transform: Any) -> Iterator[Point]:
    """The points of an arc, which are told as steps of whole numbers."""
    (wide, high), (left, below) = transform["scale"], transform["translate"]
    x = y = 0.0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * wide + left, y * high + below


def _pieces(shape: Any) -> Sequence[Any]:
    return shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]


def _along(ring: Iterable[int], arcs: Sequence[Sequence[Point]]) -> Iterator[Point]:
    for number in ring:
        yield from arcs[number] if number >= 0 else reversed(arcs[~number])


def _code(shape: Any) -> str | None:
    """The ISO 3166-1 code of two letters; None where there is none."""
    aliases = get_global("territory_aliases").get(str(shape.get("id", "")))
    return aliases[0].lower() if aliases else {"Kosovo": "xk"}.get(shape["properties"]["name"])


def _middle(pieces: Sequence[Sequence[Point]]) -> Point:
    """The centre of gravity of the largest piece: longitude and latitude."""
    ring = max(pieces, key=lambda piece: abs(_area(piece)))
    area = _area(ring)
    x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = ax * by - bx * ay
        x, y = x + (ax + bx) * cross, y + (ay + by) * cross
    return round(x / (6 * area), 2), round(y / (6 * area), 2)


def _area(ring: Sequence[Point]) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def _outline(rings: Iterable[Sequence[Point]], *, all_small: bool) -> str:
    """The rings as the `d` of a path; of a country of small islands the largest."""
    whole = [piece for ring in rings for piece in _cut(ring)]
    north = [ring for ring in whole if max(y for _, y in ring) < projected(0, SOUTHERNMOST)[1] or _reaches_north(ring)]
    large = [ring for ring in north if abs(_area(ring)) >= LEAST]
    kept = large or (sorted(north, key=lambda ring: -abs(_area(ring)))[:1] if all_small else [])
    return "".join(map(_path, kept))


def _cut(ring: Sequence[Point]) -> Iterator[Sequence[Point]]:
    """The ring, in two where it crosses the meridian at which the picture ends: its points on either side."""
    jumps = any(abs(one[0] - other[0]) > WIDTH / 2 for one, other in pairwise(ring))
    if not jumps:
        yield ring
        return
    yield [point for point in ring if point[0] > WIDTH / 2]
    yield [point for point in ring if point[0] <= WIDTH / 2]


def _reaches_north(ring: Sequence[Point]) -> bool:
    return min(y for _, y in ring) < projected(0, SOUTHERNMOST)[1]


def _path(ring: Sequence[Point]) -> str:
    """The ring as part of a path in tenths of units, each point told from the one before."""
    points = list(dict.fromkeys((round(x * 10), round(y * 10)) for x, y in ring))
    if len(points) < LEAST_POINTS:
        return ""
    steps = ((bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points))
    return f"M{points[0][0]} {points[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-") + "z"


def _thinned(line: Sequence[Point], tolerance: float) -> list[Point]:
    """The line with no more points than it takes to stay as near (Ramer 1972, Douglas and Peucker 1973)."""
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        furthest = max(range(first + 1, last), key=lambda at: _aside(line[at], line[first], line[last]), default=None)
        if furthest is not None and _aside(line[furthest], line[first], line[last]) > tolerance:
            kept.add(furthest)
            waiting += [(first, furthest), (furthest, last)]
    return [line[at] for at in sorted(kept)]


def _aside(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the line between two."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    if length == 0:
        return float(((x - ax) ** 2 + (y - ay) ** 2) ** 0.5)
    return float(abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length)


if __name__ == "__main__":
    main()
