"""Pieces of a longer time: the second Monday of a month, the last week of a year, the 20th of next month."""

from __future__ import annotations

from datetime import date, timedelta

from kashf.extraction.times.calendar import Interval, add, period_of, safe_day
from kashf.extraction.times.edges import PARTS, edge_of, part_of
from kashf.extraction.times.found import Found, direction_of, year_of_date
from kashf.extraction.times.periods import interval, month_said, year_said

__all__ = ["PIECES"]

_PARTS_OF_A_YEAR = ("quarter", "half_year")
_WITH_EDGES = ("week", "work_week", "month", "quarter", "half_year", "year", "decade")
"""Periods whose beginning and end are spoken of without saying which is meant; «the end of the day» is no time."""
_WEEKENDS = ("weekend", "weekend_friday")
_MOST_PIECES = 400
"""A year has fewer days; longer times are not told by their days."""
_THURSDAY = timedelta(days=3)
"""A week belongs to the month and year of its Thursday (ISO 8601)."""
_MOST_WEEKS = 53
_FEMININE = "ه"
"""The ending, folded, of an adjective that is no month's: «في السنوات الـ3 الماضية»."""


def _whole(found: Found) -> Interval | None:
    """The month, year or period that a piece is of; the report's own where only «the month» is said."""
    if found.month() is not None:
        return month_said(found)
    if year_of_date(found) is not None:
        return year_said(found)
    span = found.sense("whole", "span")
    if span is None or (direction_of(found) is None and not found.definite("whole")):
        return None
    there = add(found.published, direction_of(found) or 0, str(span.value)) if found.published else None
    return interval("relative", period_of(there, str(span.value)) if there else None, str(span.value))


def _piece(found: Found) -> Interval | None:
    """The second Monday of a month, the last week of a year, the first ten days of last year."""
    whole, which = _whole(found), _which(found)
    if whole is None or which is None or whole.grain in ("day", "week"):
        return None
    if whole.first is None or whole.last is None:
        return Interval("relative")
    pieces, count = _pieces(found, whole.first, whole.last), found.whole("count") or 1
    first = which if which >= 0 else len(pieces) + which - count + 1
    chosen = pieces[max(first, 0) :][:count]
    piece = found.sense("piece", "span")
    kind = "span" if count > 1 else "year_part" if piece and piece.value in _PARTS_OF_A_YEAR else "relative"
    grain = str(piece.value) if piece and count == 1 else "day"
    return Interval(kind, chosen[0][0], chosen[-1][1], grain=grain) if chosen else None


def _which(found: Found) -> int | None:
    """Which piece is meant: 0 for the first, -1 for the last."""
    number, edge = found.whole("which"), found.sense("which", "edge")
    if number is not None:
        return -number if found.item("back") is not None else number - 1
    if edge is not None:
        return {"start": 0, "end": -1, "late": -1}.get(str(edge.value))
    last = found.sense("which", "past", "latest", "relative_day")  # «آخر يوم»: yesterday, or the last day of a month
    return -1 if last and last.value in ("", -1) else None


def _pieces(found: Found, first: date, last: date) -> list[tuple[date, date]]:
    """The weekdays, days, whole weeks or months between two days, in order."""
    weekday, span = found.sense("piece", "weekday", "weekday_risky"), found.sense("piece", "span")
    if weekday is not None:
        start = first + timedelta(days=(int(weekday.value) - first.weekday()) % 7)
        return [(day, day) for day in _steps(start, last, "week")]
    unit = str(span.value) if span else "day"
    periods = (period_of(day, unit) for day in _steps(period_of(first, unit)[0], last, unit))
    if unit == "week":
        return [(low, high) for low, high in periods if first <= low + _THURSDAY <= last]
    return [(low, high) for low, high in periods if low >= first and high <= last]


def _steps(first: date, last: date, unit: str) -> list[date]:
    day = first
    days: list[date] = []
    while day <= last and len(days) < _MOST_PIECES:
        days.append(day)
        following = add(day, 1, unit)
        if following is None:
            break
        day = following
    return days


def _week_of_year(found: Found) -> Interval | None:
    """Week 31, of the year that is said or the report's (ISO 8601)."""
    span, week = found.sense("piece", "span"), found.whole("week")
    if span is None or span.value != "week" or week is None or not 1 <= week <= _MOST_WEEKS:
        return None
    whole = _whole(found)
    year = whole.first if whole else found.published
    if year is None:
        return Interval("relative", grain="week")
    monday = date.fromisocalendar(year.year, 1, 1) + timedelta(days=7 * (week - 1))
    return Interval("relative", monday, monday + timedelta(days=6), grain="week")


def _days_of(found: Found) -> Interval | None:
    """From the 4th to the 23rd of next month."""
    whole, first, last = _whole(found), found.whole("a"), found.whole("b")
    if whole is None or first is None or last is None or whole.grain != "month" or first >= last:
        return None
    if whole.first is None or whole.last is None or last > whole.last.day:
        return Interval("span") if whole.first is None else None
    return Interval("span", whole.first.replace(day=first), whole.first.replace(day=last))


def _edge_of(found: Found) -> Interval | None:
    """The end of the year, where the report's own is meant: «نهاية العام»."""
    span, edge = found.sense("whole", "span"), found.sense("edge")
    if span is None or edge is None or span.value not in _WITH_EDGES or not found.definite("whole"):
        return None
    unit, published = str(span.value), found.published
    whole = interval("relative", period_of(published, unit) if published else None, unit)
    return edge_of(whole, str(edge.value), published)


def _sub_of(found: Found) -> Interval | None:
    """The first half of the month, where the report's own is meant."""
    span, part = found.sense("whole", "span"), found.part(PARTS)
    if span is None or part is None or span.value not in _WITH_EDGES or not found.definite("whole"):
        return None
    if span.form in ("many", "many_of"):
        return None
    days = period_of(found.published, str(span.value)) if found.published else None
    return part_of(interval("relative", days, str(span.value)), *part)


def _this_one(found: Found) -> Interval | None:
    """Over the week, the weekend, where none but the report's is spoken of; a weekend is the last to have begun."""
    span, published = found.sense("span"), found.published
    if span is None or span.form in ("many", "many_of") or span.value not in (*_WITH_EDGES, *_WEEKENDS, "fortnight"):
        return None
    if span.value in _WITH_EDGES and not found.definite("span"):
        return None
    unit = str(span.value)
    if published is None:
        return Interval("relative", grain=unit)
    days = period_of(published, unit)
    if unit in _WEEKENDS and days[0] > published and found.settings.looking == "back":
        days = period_of(published - timedelta(days=7), unit)
    return interval("relative", days, unit)


def _day_of(found: Found) -> Interval | None:
    """The 20th of next month."""
    whole, day = _whole(found), found.whole("day")
    meant = direction_of(found) is not None or found.definite("whole")
    if whole is None or day is None or whole.grain != "month" or not meant:
        return None
    known = whole.first + timedelta(days=day - 1) if whole.first else None
    if known and whole.last and known > whole.last:
        return None
    return Interval("day", known, known)


def _day_of_this(found: Found) -> Interval | None:
    """«في 24 الجاري»: of this month, the month being left unsaid."""
    day, direction, published = found.whole("day"), direction_of(found), found.published
    if day is None or direction is None or found.scan.words(found.last, found.last).endswith(_FEMININE):
        return None
    month = add(published.replace(day=1), direction, "month") if published else None
    known = safe_day(month.year, month.month, day) if month else None
    return Interval("day", known, known)


def _weekday_of(found: Found) -> Interval | None:
    """Monday of last week."""
    whole, weekday = _whole(found), found.sense("weekday", "weekday", "weekday_risky")
    if whole is None or weekday is None or whole.grain != "week":
        return None
    known = whole.first + timedelta(days=int(weekday.value)) if whole.first else None
    return Interval("weekday", known, known)


PIECES = {
    "part": _piece,
    "day_of": _day_of,
    "days_of": _days_of,
    "day_of_this": _day_of_this,
    "weekday_of": _weekday_of,
    "week_of_year": _week_of_year,
    "edge_of": _edge_of,
    "sub_of": _sub_of,
    "this_one": _this_one,
}
"""What each piece of a longer time means, by its name in `times.yaml`; None where the words are none."""
