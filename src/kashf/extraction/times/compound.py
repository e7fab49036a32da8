"""What is said of another moment: its beginning or end, a day of it, since it, until it, from one to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kashf.extraction.times.calendar import Interval, period_of, safe_day
from kashf.extraction.times.found import Found
from kashf.extraction.times.periods import length_of, part_of_year, shifted

__all__ = ["COMPOUND"]

_THIRDS = {"start": 0, "middle": 1, "end": 2}
_PARTS = {"half": 2, "third": 3, "quarter": 4}
_DAY = timedelta(days=1)


def _edge(found: Found) -> Interval | None:
    """The first, middle or last third of a moment."""
    whole, edge = found.moment("a"), found.sense("edge")
    return _part(whole, _THIRDS[str(edge.value)], 3) if whole and edge else None


def _sub(found: Found) -> Interval | None:
    """The first half, the third quarter of a moment."""
    whole, sub, which = found.moment("a"), found.sense("sub"), found.whole("which")
    parts = _PARTS.get(str(sub.value)) if sub else None
    if whole is None or parts is None or which is None or not 1 <= which <= parts:
        return None
    return _part(whole, which - 1, parts)


def _part(whole: Interval, index: int, parts: int) -> Interval:
    """One of the equal parts of a moment; by whole months where it is a year."""
    if whole.first is None or whole.last is None or whole.first == whole.last:
        return whole.named("year_part")
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


def _week_of(found: Found) -> Interval | None:
    """The week of 10 April."""
    day, span = found.moment("a"), found.sense("span")
    if day is None or span is None or span.value != "week" or day.grain != "day":
        return None
    if day.first is None:
        return Interval("span", grain="week")
    return Interval("span", *period_of(day.first, "week"), grain="week")


def _shifted(found: Found) -> Interval | None:
    """Two weeks before Christmas, four days from yesterday."""
    moment, at = found.moment("a"), found.item("a")
    lengths = length_of(found, found.first, (at or found.last) - 1)
    if moment is None or moment.grain != "day":
        return None
    if lengths is None or moment.first is None:
        return Interval("relative")
    known = shifted(moment.first, lengths, -1 if found.item("before") is not None else 1)
    return Interval("relative", known, known)


def _apart(_: Found) -> Interval:
    """Six days after the attack: counted from what the text tells, not from the report's day."""
    return Interval("relative", counts=True)


def _since(found: Found) -> Interval | None:
    moment = found.moment("a")
    return replace(moment, kind="span", last=None) if moment and moment.kind != "duration" else None


def _until(found: Found) -> Interval | None:
    moment = found.moment("a")
    return replace(moment, kind="span", first=None) if moment and moment.kind != "duration" else None


def _before(found: Found) -> Interval | None:
    moment = found.moment("a")
    if moment is None or moment.kind in ("span", "duration"):
        return None
    return replace(moment, kind="span", first=None, last=moment.first - _DAY if moment.first else None)


def _after(found: Found) -> Interval | None:
    moment = found.moment("a")
    if moment is None or moment.kind in ("span", "duration"):
        return None
    return replace(moment, kind="span", first=moment.last + _DAY if moment.last else None, last=None)


def _range(found: Found) -> Interval | None:
    first, last = found.moment("a"), found.moment("b")
    if first is None or last is None or "duration" in (first.kind, last.kind):
        return None
    if found.item("a") == found.first and first.grain != last.grain:
        return None
    if first.first is None or last.last is None:
        return Interval("span", first.first, last.last)
    start, end = _in_order(first, last)
    return Interval("span", start, end) if start <= end else None


def _in_order(first: Interval, last: Interval) -> tuple[date, date]:
    """The days of a range; a year said once holds for both ends («from April to June 2017»)."""
    start, end = first.first or date.min, last.last or date.max
    if not first.dated and last.dated and last.grain in ("day", "month"):
        start = _in_year(start, end.year)
        start = _in_year(start, end.year - 1) if start > end else start
    elif start > end and last.kind == "weekday":
        end += timedelta(days=7 * -(-(start - end).days // 7))
    elif start > end and not last.dated:
        end = _in_year(end, start.year) if _in_year(end, start.year) >= start else _in_year(end, start.year + 1)
    return start, end


def _in_year(day: date, year: int) -> date:
    """The same day of another year, the last of February where that has no 29th."""
    return safe_day(year, day.month, day.day) or date(year, day.month, 28)


def _matching(found: Found) -> Interval | None:
    """One day in two calendars: the one that is resolved, under the calendar named first."""
    first, second = found.moment("a"), found.moment("b")
    if first is None or second is None:
        return None
    known = second if second.calendar == "gregorian" and second.first else first
    return replace(known, kind="day", calendar=first.calendar)


COMPOUND = {
    "edge": _edge,
    "sub": _sub,
    "week_of": _week_of,
    "shifted": _shifted,
    "apart": _apart,
    "since": _since,
    "until": _until,
    "before": _before,
    "after": _after,
    "range": _range,
    "matching": _matching,
}
"""What each compound expression of `times.yaml` means; None where the words are none."""
