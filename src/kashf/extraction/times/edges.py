"""Parts of a moment: its beginning, middle and end, its first half, its third quarter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kashf.extraction.times.calendar import Interval
from kashf.extraction.times.periods import part_of_year

__all__ = ["PARTS", "edge_of", "part_of"]

PARTS = {"half": 2, "third": 3, "quarter": 4}
"""Into how many equal parts a time is divided where one is named."""
_THIRDS = {"start": 0, "early": 0, "middle": 1, "late": 2, "end": 2}
_DAYS_OF_MONTH = {"start": (1, 15), "early": (1, 15), "middle": (10, 20), "late": (16, 31), "end": (16, 31)}
"""The days that the beginning, the middle and the end of a month may be: each is said of the widest of these."""

_DAYS_OF_WEEK = {"start": (1, 3), "early": (1, 3), "late": (4, 7), "end": (4, 7)}


def edge_of(whole: Interval, edge: str, published: date | None) -> Interval:
    """The beginning, middle or end of a moment; `before_now` and `after_now` are what of it lies before or after the
    report's day ("earlier this year")."""
    if edge in ("before_now", "after_now"):
        return _by_now(whole, edge, published)
    return replace(_edge(whole, edge), edge=edge, turn=_turn(whole, edge))


def _turn(whole: Interval, edge: str) -> date | None:
    if whole.first is None or whole.last is None:
        return None
    middle = whole.first + (whole.last - whole.first + timedelta(days=1)) // 2
    return {"start": whole.first, "middle": middle, "end": whole.last}.get(edge)


def _edge(whole: Interval, edge: str) -> Interval:
    if whole.grain == "week" and whole.first and edge in _DAYS_OF_WEEK:
        first, last = _DAYS_OF_WEEK[edge]
        return Interval("year_part", _on(whole.first, first), _on(whole.first, last))
    if whole.grain == "month" and whole.first and whole.last and whole.calendar == "gregorian":
        first, last = _DAYS_OF_MONTH[edge]
        return Interval("year_part", whole.first.replace(day=first), min(whole.last, _on(whole.first, last)))
    return part_of(whole, _THIRDS[edge], 3)


def _on(first: date, day: int) -> date:
    return first + timedelta(days=day - 1)


def _by_now(whole: Interval, edge: str, published: date | None) -> Interval:
    first, last = whole.first, whole.last
    if first is None or last is None or published is None:
        return Interval("year_part")
    if first == last:
        return whole
    if not first <= published <= last:
        return part_of(whole, 0 if edge == "before_now" else 1, 2)
    known = (first, published) if edge == "before_now" else (published, last)
    return Interval("year_part", *known, whole.calendar)


def part_of(whole: Interval, index: int, parts: int) -> Interval:
    """One of the equal parts of a moment, counted from 0; by whole months where it is a year."""
    if whole.first is None or whole.last is None:
        return replace(whole, kind="year_part", step=None)
    if whole.first == whole.last:
        return whole
    if whole.grain == "year" and whole.calendar == "gregorian" and whole.first.year == whole.last.year:
        return part_of_year(whole.first.year, index, parts)
    if whole.grain == "decade":
        years = [
            whole.first.year + (whole.last.year + 1 - whole.first.year) * part // parts for part in (index, index + 1)
        ]
        return Interval("year_part", date(years[0], 1, 1), date(years[1] - 1, 12, 31), grain="year")
    days = (whole.last - whole.first).days + 1
    first = whole.first + timedelta(days=days * index // parts)
    last = whole.first + timedelta(days=days * (index + 1) // parts - 1)
    return Interval("year_part", first, last, whole.calendar)
