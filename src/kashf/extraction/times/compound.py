"""What is said of another moment: its beginning or end, since it, until it, from one to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from kashf.extraction.times.calendar import Interval
from kashf.extraction.times.found import Found

__all__ = ["COMPOUND"]

_THIRDS = {"start": 0, "middle": 1, "end": 2}
_PARTS = {"half": 2, "third": 3, "quarter": 4}


def _edge(found: Found) -> Interval | None:
    """The first, middle or last third of a moment."""
    whole, edge = found.moment("a"), found.sense("edge")
    if whole is None or edge is None:
        return None
    return _part(whole, _THIRDS[str(edge.value)], 3)


def _sub(found: Found) -> Interval | None:
    """The first half, the third quarter of a moment."""
    whole, sub, which = found.moment("a"), found.sense("sub"), found.whole("which")
    if whole is None or sub is None or which is None or str(sub.value) not in _PARTS:
        return None
    parts = _PARTS[str(sub.value)]
    return _part(whole, which - 1, parts) if 1 <= which <= parts else None


def _part(whole: Interval, index: int, parts: int) -> Interval:
    """One of the equal parts of a moment; by whole months where it is a year."""
    if whole.first is None or whole.last is None or whole.first == whole.last:
        return whole.named("year_part")
    if whole.grain == "year" and whole.calendar == "gregorian":
        step = 12 // parts
        first = date(whole.first.year, 1 + index * step, 1)
        after = date(whole.first.year + (index + 1 == parts), (1 + (index + 1) * step - 1) % 12 + 1, 1)
        return Interval("year_part", first, after - timedelta(days=1), grain="quarter")
    days = (whole.last - whole.first).days + 1
    first = whole.first + timedelta(days=days * index // parts)
    last = whole.first + timedelta(days=days * (index + 1) // parts - 1)
    return Interval("year_part", first, last, whole.calendar, "day")


def _since(found: Found) -> Interval | None:
    moment = found.moment("a")
    return replace(moment, kind="span", last=None) if moment else None


def _until(found: Found) -> Interval | None:
    moment = found.moment("a")
    return replace(moment, kind="span", first=None) if moment else None


def _during(found: Found) -> Interval | None:
    return found.moment("a")


def _range(found: Found) -> Interval | None:
    first, last = found.moment("a"), found.moment("b")
    if first is None or last is None:
        return None
    if first.first and last.last and first.first > last.last:
        return None
    return Interval("span", first.first, last.last)


def _matching(found: Found) -> Interval | None:
    """One day in two calendars: the one that is resolved, under the calendar named first."""
    first, second = found.moment("a"), found.moment("b")
    if first is None or second is None:
        return None
    known = second if second.calendar == "gregorian" and second.first else first
    return replace(known, kind="day", calendar=first.calendar)


COMPOUND: Mapping[str, Callable[[Found], Interval | None]] = {
    "edge": _edge,
    "sub": _sub,
    "since": _since,
    "until": _until,
    "during": _during,
    "range": _range,
    "matching": _matching,
}
"""What each compound expression of `times.yaml` means; None where the words are none."""
