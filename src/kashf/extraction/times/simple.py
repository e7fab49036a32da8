"""What one expression of time means: dates, months, years, weekdays, yesterday, two days ago, last month.

A report looks backwards: a weekday is the last one, the report's own day included; a day or month without a year is the
last one too, unless the next is at hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from kashf.extraction.times.calendar import (
    CalendarName,
    Interval,
    add,
    hijri_day,
    hijri_month,
    hijri_year,
    month_of,
    period_of,
    safe_day,
    year_of,
)
from kashf.extraction.times.found import Found

__all__ = ["SIMPLE"]

_AT_HAND = timedelta(days=60)
"""A day without a year that is no further ahead than this is ahead: «24 مايو» said on 22 May."""
_LATEST_HIJRI = 1500
_PIVOT = 50
"""Two-digit years from here on are of the last century."""
_DIGITS = re.compile(r"\d+")


_DIRECTIONS = (("past", -1), ("present", 0), ("future", 1), ("following", 1), ("latest", -1))


def _direction(found: Found) -> int | None:
    """-1, 0, 1 for last, this, next; None where none is said."""
    for name, step in _DIRECTIONS:
        if found.item(name) is not None:
            return step
    return None


def _year(found: Found) -> int | None:
    """The year that is said, two-digit ones in their century."""
    year = found.whole("year")
    short = found.whole("short")
    return _full_year(short) if year is None and short is not None else year


def _full_year(short: int) -> int:
    return short + (1900 if short >= _PIVOT else 2000)


def _is_hijri(found: Found) -> bool:
    era = found.sense("era")
    if era:
        return era.value == "hijri"
    return found.sense("month", "hijri") is not None and not found.sense("month", "month", "month_risky")


def _interval(
    kind: str, days: tuple[date | None, date | None] | None, grain: str, calendar: CalendarName = "gregorian"
) -> Interval:
    first, last = days or (None, None)
    return Interval(kind, first, last, calendar, grain)


# Days


def _date(found: Found) -> Interval | None:
    day, month = found.whole("day"), found.sense("month", "month", "month_risky", "hijri")
    if day is None or month is None:
        return None
    year, number = _year(found), int(month.value)
    if _is_hijri(found):
        known = hijri_day(year, number, day) if year else None
        return Interval("day", known, known, "hijri")
    if year is None:
        known = _nearest_day(number, day, found.published)
        return Interval("day", known, known)
    known = safe_day(year, number, day)
    return Interval("day", known, known) if known else None


def _nearest_day(month: int, day: int, published: date | None) -> date | None:
    """The last such day, or the next where it is at hand."""
    if published is None:
        return None
    days = [safe_day(year, month, day) for year in range(published.year + 1, published.year - 5, -1)]
    return next((known for known in days if known and known <= published + _AT_HAND), None)


def _stamp(found: Found) -> Interval | None:
    """A day in digits: 2016/04/21, 21-04-2016, and by the language's habit 3/7/2016."""
    numbers = [(int(part), len(part)) for part in _DIGITS.findall(found.text("stamp"))]
    (a, width), (b, _), (c, last_width) = numbers
    if width == 4:
        known = safe_day(a, b, c) or safe_day(a, c, b)
    else:
        year = c if last_width == 4 else _full_year(c) if last_width == 2 else None
        day_first = found.scan.tongue.style.day_first
        orders = ((b, a), (a, b)) if day_first else ((a, b), (b, a))
        known = next((day for m, d in orders if year is not None and (day := safe_day(year, m, d))), None)
    return Interval("day", known, known) if known else None


def _weekday(found: Found) -> Interval | None:
    weekday = found.sense("weekday", "weekday", "weekday_risky")
    if weekday is None:
        return None
    if found.published is None:
        return Interval("weekday")
    back = (found.published.weekday() - int(weekday.value)) % 7
    direction = _direction(found)
    if direction == -1 and back == 0:
        back = 7
    known = found.published - timedelta(days=back - 7 if direction == 1 else back)
    return Interval("weekday", known, known)


def _relative_day(found: Found) -> Interval | None:
    day = found.sense("day", "relative_day")
    if day is None:
        return None
    known = add(found.published, int(day.value), "day") if found.published else None
    return Interval("relative", known, known)


# Months and years


def _month(found: Found) -> Interval | None:
    month = found.sense("month", "month", "month_risky", "hijri")
    if month is None:
        return None
    year, number = _year(found), int(month.value)
    if _is_hijri(found):
        return _interval("month", hijri_month(year, number) if year else None, "month", "hijri")
    if year is None:
        year = _year_of_month(number, _direction(found), found.published)
    return _interval("month", month_of(year, number) if year else None, "month")


def _year_of_month(month: int, direction: int | None, published: date | None) -> int | None:
    if published is None:
        return None
    if direction == 0:
        return published.year
    if direction == 1:
        return published.year + (month <= published.month)
    if direction == -1:
        return published.year - (month >= published.month)
    this = date(published.year, month, 1)
    if this > published:
        return published.year if this <= published + _AT_HAND else published.year - 1
    following = date(published.year + 1, month, 1)
    return following.year if following <= published + _AT_HAND else this.year


def _year_expression(found: Found) -> Interval | None:
    year = _year(found)
    if year is None:
        direction = _direction(found)
        if direction is None or found.published is None:
            return _interval("year", None, "year")
        return _interval("year", year_of(found.published.year + direction), "year")
    if found.sense("era") and _is_hijri(found):
        return _interval("year", hijri_year(year), "year", "hijri")
    return _interval("year", year_of(year), "year")


def _years(found: Found) -> Interval | None:
    first, last = found.whole("a"), found.whole("b")
    if first is None or last is None or first > last:
        return None
    return Interval("span", year_of(first)[0], year_of(last)[1], grain="year")


def _since_year(found: Found) -> Interval | None:
    year = _year_expression(found)
    return replace(year, kind="span", last=None) if year else None


def _until_year(found: Found) -> Interval | None:
    year = _year_expression(found)
    return replace(year, kind="span", first=None) if year else None


def _decade(found: Found) -> Interval | None:
    decade = found.sense("decade_name")
    if decade is None:
        return None
    start = int(decade.value)
    return Interval("span", date(start, 1, 1), date(start + 9, 12, 31), grain="decade")


# Spans counted from the report's day


def _count(found: Found) -> float:
    number, span = found.number("count"), found.sense("span")
    if number is not None:
        return number.value
    return 2.0 if span and span.form in ("two", "two_of") else 1.0


def _ago(found: Found) -> Interval | None:
    span = found.sense("span")
    if span is None:
        return None
    if found.item("few") is not None or found.published is None:
        return Interval("relative")
    known = add(found.published, -_count(found), str(span.value))
    return Interval("relative", known, known)


def _period(found: Found) -> Interval | None:
    span, direction = found.sense("span"), _direction(found)
    if span is None or direction is None:
        return None
    unit, published = str(span.value), found.published
    counted = found.number("count") is not None or span.form in ("two", "two_of", "many")
    if published is None:
        return Interval("relative", grain=unit)
    if counted or found.item("latest") is not None:
        if not found.number("count") and span.form == "many":
            return Interval("relative", grain=unit)
        there = add(published, direction * _count(found), unit)
        days = (there, published) if direction < 0 else (published, there)
        return _interval("relative", days, unit)
    there = add(published, direction, unit)
    return _interval("relative", period_of(there, unit), unit) if there else None


def _lasting(found: Found) -> Interval | None:
    """How long something lasts; «منذ 27 عاما» is so long up to the report's day."""
    span = found.sense("span")
    if span is None:
        return None
    if not found.scan.find(found.first, "since") or found.published is None:
        return Interval("duration", grain=str(span.value))
    first = add(found.published, -_count(found), str(span.value))
    return Interval("duration", first, found.published, grain=str(span.value))


SIMPLE: Mapping[str, Callable[[Found], Interval | None]] = {
    "date": _date,
    "stamp": _stamp,
    "month": _month,
    "year": _year_expression,
    "weekday": _weekday,
    "relative_day": _relative_day,
    "ago": _ago,
    "period": _period,
    "years": _years,
    "since_year": _since_year,
    "until_year": _until_year,
    "lasting": _lasting,
    "decade": _decade,
}
"""What each simple expression of `times.yaml` means; None where the words are no time after all."""
