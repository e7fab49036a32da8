"""What is said of another moment: its beginning or end, a day of it, since it, until it, from one to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kashf.extraction.times.calendar import Interval, period_of, safe_day, shifted, year_of
from kashf.extraction.times.counted import about, length_of
from kashf.extraction.times.dates import weekend_of
from kashf.extraction.times.edges import PARTS, edge_of, part_of
from kashf.extraction.times.found import Found, year_of_date

__all__ = ["COMPOUND"]

_WEEKS = ("week", "weekend", "weekend_friday", "work_week")
_PLACED = ("year_part", "month", "day")
"""What may be said without its year, and the year beside it."""
_DAY = timedelta(days=1)


def _edge(found: Found) -> Interval | None:
    """The beginning, middle or end of a moment."""
    whole, edge = found.moment("a"), found.sense("edge")
    if whole is None or edge is None or whole.kind == "duration":
        return None
    return edge_of(whole, str(edge.value), found.published)


def _sub(found: Found) -> Interval | None:
    """The first half, the third quarter of a moment."""
    whole, part = found.moment("a"), found.part(PARTS)
    return part_of(whole, *part) if whole and part else None


def _week_of(found: Found) -> Interval | None:
    """The week of 10 April, the weekend of the feast."""
    day, span = found.moment("a"), found.sense("span")
    unit = str(span.value) if span else "week"
    if span and span.form in ("many", "many_of"):
        return None
    if day is None or unit not in _WEEKS or day.grain != "day" or day.kind != "day":
        return None
    if day.first is None:
        return Interval("span", grain="week")
    days = weekend_of(day.first) if unit == "weekend" else period_of(day.first, unit)
    return Interval("span", *days, grain="week")


def _shifted(found: Found) -> Interval | None:
    """Two weeks before Christmas, four days from yesterday, more than two days before."""
    moment, at = found.moment("a"), found.item("a")
    lengths = length_of(found, found.first, (at or found.last) - 1)
    if moment is None or moment.grain != "day" or moment.kind == "duration":
        return None
    direction = -1 if found.item("before") is not None else 1
    if lengths is None or moment.first is None:
        return Interval("relative")
    known = shifted(moment.first, lengths, direction)
    return about(found, "relative", known, direction) if direction < 0 else Interval("relative", known, known)


def _weekday_near(found: Found) -> Interval | None:
    """Friday, two weeks from now: the weekday of the week that the other day lies in."""
    first, second = found.moment("a"), found.moment("b")
    if first is None or second is None or (first.kind == "weekday") == (second.kind == "weekday"):
        return None
    weekday, day = (first, second) if first.kind == "weekday" else (second, first)
    if day.kind != "relative" or day.grain not in ("day", "week") or day.first == found.published:
        return None
    if weekday.first is None or day.first is None or (day.grain == "day" and day.first != day.last):
        return None
    known = period_of(day.first, "week")[0] + timedelta(days=weekday.first.weekday())
    return Interval("weekday", known, known)


def _merged(found: Found) -> Interval | None:
    """One time said twice, the second time with its year: «العام الماضي 2014»."""
    first, second, year = found.moment("a"), found.moment("b"), year_of_date(found)
    if second is not None and second.kind == "year" and second.first and second.calendar == "gregorian":
        year = second.first.year
    if first is None or year is None or first.first is None or first.last is None or first.calendar != "gregorian":
        return None
    if first.kind not in ("relative", "year_part") or first.first.year != first.last.year or first.first == first.last:
        return None
    if first.grain == "year" and first.kind == "relative":
        return Interval("year", *year_of(year), grain="year")
    return replace(first, first=_in_year(first.first, year), last=_in_year(first.last, year))


def _placed(found: Found) -> Interval | None:
    """The first quarter of next year; next year's first quarter."""
    first, second = found.moment("a"), found.moment("b")
    if first is None or second is None:
        return None
    part, whole = (first, second) if first.kind in _PLACED else (second, first)
    if part.kind not in _PLACED or part.dated or whole.grain != "year" or whole.kind not in ("year", "relative"):
        return None
    if part.first is None or part.last is None or whole.first is None or whole.last is None:
        return Interval(part.kind)
    if whole.first.year != whole.last.year:
        return None
    year = whole.first.year
    return replace(part, first=_in_year(part.first, year), last=_in_year(part.last, year), dated=True)


def _apart(_: Found) -> Interval:
    """Six days after the attack: counted from what the text tells, not from the report's day."""
    return Interval("relative", counts=True)


def _since(found: Found) -> Interval | None:
    moment = found.moment("a")
    if moment is None or moment.kind == "duration" or found.scan.find(found.last, "in_after"):
        return None
    return replace(moment, kind="span", first=_begins(moment), last=None)


def _until(found: Found) -> Interval | None:
    moment = found.moment("a")
    if moment is None or moment.kind == "duration":
        return None
    last = _yet_to_come(moment, found.published) if found.scan.find(found.first, "term") else _ends(moment)
    return replace(moment, kind="span", first=None, last=last)


def _yet_to_come(moment: Interval, published: date | None) -> date | None:
    """The end of a moment, the next such one where its year is not said: «d'ici juin»."""
    last = moment.last
    if last and published and last < published and not moment.dated:
        this_year = _in_year(last, published.year)
        return this_year if this_year >= published else _in_year(last, published.year + 1)
    return last


def _begins(moment: Interval) -> date | None:
    """The day on which what lasts from a moment begins: from the middle of 2007 is from July."""
    return moment.turn if moment.edge == "middle" else moment.first


def _ends(moment: Interval) -> date | None:
    """The day on which what lasts until a moment ends: until the start of 2008 is until 1 January."""
    return moment.turn if moment.edge == "start" else moment.last


def _before(found: Found) -> Interval | None:
    moment = found.moment("a")
    if moment is None or moment.kind in ("span", "duration"):
        return None
    last = moment.turn if moment.edge == "end" else moment.first - _DAY if moment.first else None
    return replace(moment, kind="span", first=None, last=last)


def _after(found: Found) -> Interval | None:
    moment = found.moment("a")
    if moment is None or moment.kind in ("span", "duration") or found.scan.find(found.last, "in_after"):
        return None
    return replace(moment, kind="span", first=moment.last + _DAY if moment.last else None, last=None)


def _until_now(found: Found) -> Interval:
    return Interval("span", None, found.published)


def _since_then(found: Found) -> Interval | None:
    """From 2014 until now."""
    moment = found.moment("a")
    if moment is None or moment.kind == "duration" or (moment.kind == "span" and moment.last):
        return None
    if moment.first and found.published and moment.first > found.published:
        return None
    return Interval("span", moment.first, found.published)


def _from_now(found: Found) -> Interval | None:
    """From now until November."""
    moment, published = found.moment("a"), found.published
    if moment is None or moment.kind == "duration":
        return None
    last = _yet_to_come(moment, published)
    return Interval("span", published, last) if not (last and published and last < published) else None


def _range(found: Found) -> Interval | None:
    first, last = found.moment("a"), found.moment("b")
    if first is None or last is None or "duration" in (first.kind, last.kind):
        return None
    if found.item("a") == found.first and first.grain != last.grain:
        return None
    if first.first is None or last.last is None:
        return Interval("span", _begins(first), _ends(last))
    start, end = _in_order(first, last)
    return Interval("span", start, end) if start <= end else None


def _range_met(found: Found) -> Interval | None:
    """Since 2014 and until 2016: from the one to the other."""
    first, last = found.moment("a"), found.moment("b")
    if first is None or last is None or last.kind != "span" or last.first or not first.first or not last.last:
        return None
    led = found.item("a") != found.first and first.kind not in ("span", "duration")
    since = first.kind == "span" and first.last is None and not found.scan.find(found.first, "after_then")
    return Interval("span", first.first, last.last) if (led or since) and first.first <= last.last else None


def _range_joined(found: Found) -> Interval | None:
    """«du 28 mars au 3 avril»: the second moment begins with the word that joins them."""
    return _range(found) if found.scan.find(found.item("b") or 0, "thereto") else None


def _in_order(first: Interval, last: Interval) -> tuple[date, date]:
    """The days of a range; a year said once holds for both ends («from April to June 2017»)."""
    start, end = _begins(first) or date.min, _ends(last) or date.max
    if first.kind == last.kind == "weekday" and last.dated and not first.dated:
        return end - timedelta(days=(end - start).days % 7), end
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
    "weekday_near": _weekday_near,
    "merged": _merged,
    "placed": _placed,
    "apart": _apart,
    "since_then": _since_then,
    "until_now": _until_now,
    "from_now": _from_now,
    "since": _since,
    "until": _until,
    "before": _before,
    "after": _after,
    "range": _range,
    "range_joined": _range_joined,
    "range_met": _range_met,
    "matching": _matching,
}
"""What each compound expression of `times.yaml` means; None where the words are none."""
