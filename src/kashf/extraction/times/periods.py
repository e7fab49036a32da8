"""Longer times: months, years, quarters, decades, and what is counted from the report's day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kashf.extraction.times.calendar import (
    CalendarName,
    Interval,
    add,
    hijri_month,
    hijri_year,
    hijri_year_of_month,
    month_of,
    period_of,
    year_of,
)
from kashf.extraction.times.days import AT_HAND, direction_of, year_of_date
from kashf.extraction.times.found import Found

__all__ = ["PERIODS", "length_of", "part_of_year", "shifted"]

_PARTS_OF_YEAR = {"half": 2, "quarter": 4}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The first month of each, as meteorologists count them north of the equator."""
_PARTS_OF_A_YEAR = ("quarter", "half_year")
_ONE_OR_TWO = ("one", "two", "two_of")
_MOST_PIECES = 400
"""A year has fewer days; longer times are not told by their days."""
_CALENDAR_UNITS = ("quarter",)
"""Units that are counted whole: the last two quarters are two quarters of the calendar."""


def _interval(
    kind: str, days: tuple[date | None, date | None] | None, grain: str, calendar: CalendarName = "gregorian"
) -> Interval:
    first, last = days or (None, None)
    return Interval(kind, first, last, calendar, grain)


# Months and years


def _month(found: Found) -> Interval | None:
    month = found.month()
    if month is None:
        return None
    year, (number, hijri) = year_of_date(found), month
    if hijri:
        year = year or (hijri_year_of_month(number, found.published + AT_HAND) if found.published else None)
        return _interval("month", hijri_month(year, number) if year else None, "month", "hijri")
    if year is not None:
        return _interval("month", month_of(year, number), "month")
    year = _year_of_month(number, direction_of(found), found.published)
    month_days = month_of(year, number) if year else None
    return replace(_interval("month", month_days, "month"), dated=direction_of(found) is not None)


def _year_of_month(month: int, direction: int | None, published: date | None) -> int | None:
    """The year of a month that is said without one."""
    if published is None:
        return None
    if direction == 0:
        return published.year
    if direction == 1:
        return published.year + (month <= published.month)
    if direction == -1:
        return published.year - (month >= published.month)
    first = date(published.year, month, 1)
    if first > published:
        return published.year if first <= published + AT_HAND else published.year - 1
    following = first.replace(year=published.year + 1) if published.year < date.max.year else first
    return following.year if published < following <= published + AT_HAND else published.year


def _year(found: Found) -> Interval | None:
    year = year_of_date(found)
    if year is None:
        return None
    era = found.sense("era")
    if era and era.value == "hijri":
        return _interval("year", hijri_year(year), "year", "hijri")
    return _interval("year", year_of(year), "year")


def _years(found: Found) -> Interval | None:
    first, last = found.whole("a"), found.whole("b")
    if first is None or last is None or first > last:
        return None
    return Interval("span", year_of(first)[0], year_of(last)[1], grain="year")


def _since_year(found: Found) -> Interval | None:
    year = _year(found)
    return replace(year, kind="span", last=None) if year else None


def _until_year(found: Found) -> Interval | None:
    year = _year(found)
    return replace(year, kind="span", first=None) if year else None


def _before_year(found: Found) -> Interval | None:
    year = _year(found)
    if year is None or year.first is None or year.first == date.min:
        return None
    return replace(year, kind="span", first=None, last=year.first - timedelta(days=1))


def _after_year(found: Found) -> Interval | None:
    year = _year(found)
    if year is None or year.last is None or year.last == date.max:
        return None
    return replace(year, kind="span", first=year.last + timedelta(days=1), last=None)


def _decade(found: Found) -> Interval | None:
    decade = found.sense("decade_name")
    if decade is None:
        return None
    return _interval("span", period_of(date(int(decade.value), 1, 1), "decade"), "decade")


def _century(found: Found) -> Interval | None:
    which = found.whole("which")
    if which is None or not 1 < which <= 21:
        return None
    return _interval("span", period_of(date((which - 1) * 100, 1, 1), "century"), "century")


def part_of_year(year: int, index: int, parts: int) -> Interval:
    """One of the equal parts of a year, counted from 0, in whole months."""
    months = 12 // parts
    first = date(year, 1 + index * months, 1)
    return Interval("year_part", first, month_of(year, (index + 1) * months)[1], grain="quarter")


def _quarter(found: Found) -> Interval | None:
    """The third quarter, of the year that is said or else the report's."""
    named, sub, which = found.sense("named", "quarter_name"), found.sense("sub"), found.whole("which")
    if named:
        kind, _, digit = str(named.value).partition("-")
        parts, which = _PARTS_OF_YEAR[kind], int(digit)
    else:
        parts = _PARTS_OF_YEAR.get(str(sub.value), 0) if sub else 0
    if which is None or not 1 <= which <= parts:
        return None
    year = year_of_date(found) or (found.published.year if found.published else None)
    return part_of_year(year, which - 1, parts) if year else Interval("year_part", grain="quarter")


def _season(found: Found) -> Interval | None:
    season, year = found.sense("season"), year_of_date(found)
    if season is None:
        return None
    if year is None:
        return Interval("year_part", grain="quarter")
    first = date(year, _SEASONS[str(season.value)], 1)
    after = add(first, 3, "month")
    return Interval("year_part", first, after - timedelta(days=1) if after else None, grain="quarter")


# Pieces of a longer time


def _whole(found: Found) -> Interval | None:
    """The month, year or period that a piece is of; the report's own where only «the month» is said."""
    if found.month() is not None:
        return _month(found)
    if year_of_date(found) is not None:
        return _year(found)
    span = found.sense("whole", "span")
    if span is None:
        return None
    there = add(found.published, direction_of(found) or 0, str(span.value)) if found.published else None
    return _interval("relative", period_of(there, str(span.value)) if there else None, str(span.value))


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
    return Interval(kind, chosen[0][0], chosen[-1][1]) if chosen else None


def _which(found: Found) -> int | None:
    """Which piece is meant: 0 for the first, -1 for the last."""
    number, edge = found.whole("which"), found.sense("which", "edge")
    if number is not None:
        return -number if found.item("back") is not None else number - 1
    if edge is not None:
        return {"start": 0, "end": -1}.get(str(edge.value))
    return -1 if found.sense("which", "past", "latest") else None


def _pieces(found: Found, first: date, last: date) -> list[tuple[date, date]]:
    """The weekdays, days, whole weeks or months between two days, in order."""
    weekday, span = found.sense("piece", "weekday", "weekday_risky"), found.sense("piece", "span")
    if weekday is not None:
        start = first + timedelta(days=(int(weekday.value) - first.weekday()) % 7)
        return [(day, day) for day in _steps(start, last, "week")]
    unit = str(span.value) if span else "day"
    periods = (period_of(day, unit) for day in _steps(period_of(first, unit)[0], last, unit))
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


def _day_of(found: Found) -> Interval | None:
    """The 20th of next month."""
    whole, day = _whole(found), found.whole("day")
    if whole is None or day is None or whole.grain != "month":
        return None
    known = whole.first + timedelta(days=day - 1) if whole.first else None
    if known and whole.last and known > whole.last:
        return None
    return Interval("day", known, known)


def _weekday_of(found: Found) -> Interval | None:
    """Monday of last week."""
    whole, weekday = _whole(found), found.sense("weekday", "weekday", "weekday_risky")
    if whole is None or weekday is None or whole.grain != "week":
        return None
    known = whole.first + timedelta(days=int(weekday.value)) if whole.first else None
    return Interval("weekday", known, known)


# Counted from the report's day


def length_of(found: Found, first: int, last: int) -> list[tuple[float, str]] | None:
    """The lengths of time among the items (2 years, a month and 21 days); None where one is vague."""
    lengths, count, vague = [], None, False
    for item in range(first, last + 1):
        number, span = found.scan.numbers.get(item), found.scan.find(item, "span")
        if span is not None:
            count = _count_behind(found, item, last) if count is None and span.form not in _ONE_OR_TWO else count
            if vague or (count is None and span.form in ("many", "many_of")):
                return None
            dual = 2.0 if span.form in ("two", "two_of") else 1.0
            lengths.append((dual if count is None else count, str(span.value)))
            count = None
        elif number is not None:
            count = number.value
        vague = found.scan.find(item, "few_spans") is not None
    return lengths or None


def _count_behind(found: Found, item: int, last: int) -> float | None:
    """The number that an Arabic plural has behind it: السنوات الخمس."""
    numbers = (found.scan.numbers.get(at) for at in (item + 1, item + 2) if at <= last)
    return next((number.value for number in numbers if number), None)


def shifted(day: date, lengths: list[tuple[float, str]], direction: int) -> date | None:
    """The day so much later, or earlier where the direction is -1."""
    moved: date | None = day
    for count, unit in lengths:
        moved = add(moved, direction * count, unit) if moved else None
    return moved


def _off(found: Found, direction: int) -> Interval | None:
    lengths = length_of(found, found.first, found.last)
    if lengths is None or found.published is None:
        return Interval("relative")
    known = shifted(found.published, lengths, direction)
    return Interval("relative", known, known)


def _ago(found: Found) -> Interval | None:
    return _off(found, -1)


def _ahead(found: Found) -> Interval | None:
    return _off(found, 1)


def _apart(_: Found) -> Interval:
    """Two days later: counted from something the text tells, not from the report."""
    return Interval("relative", counts=True)


def _within(_: Found) -> Interval:
    """Within two days: of whatever the text tells, so the days stay open."""
    return Interval("duration", counts=True)


def _hours_off(found: Found) -> Interval:
    """Hours or minutes ago or ahead: the report's own day."""
    return Interval("relative", found.published, found.published)


def _period(found: Found) -> Interval | None:
    span, direction = found.sense("span"), direction_of(found)
    if span is None or direction is None:
        return None
    unit, published = str(span.value), found.published
    if span.form == "one" and _count(found) > 1:
        return None
    counted = found.number("count") is not None or span.form in ("two", "two_of")
    if published is None or (span.form in ("many", "many_of") and not counted):
        return Interval("relative", grain=unit)
    if counted or found.item("latest") is not None or found.item("trailing") is not None:
        return _counted_period(found, published, -1 if direction < 0 else 1)
    there = add(published, direction, unit)
    return _interval("relative", period_of(there, unit), unit) if there else None


def _count(found: Found) -> float:
    number = found.number("count")
    return number.value if number else 1.0


def _counted_period(found: Found, published: date, direction: int) -> Interval:
    """The last two years, the next five days: up to the report's day, or from the day after it."""
    lengths = length_of(found, found.first, found.last) or []
    unit = lengths[0][1] if lengths else "day"
    if unit in _CALENDAR_UNITS:
        return _whole_units(published, lengths[0][0] * direction, unit)
    there = shifted(published, lengths, direction)
    tomorrow = published if found.scan.find(found.first, "within") else published + timedelta(days=1)
    days = (there, published) if direction < 0 else (tomorrow, there)
    return _interval("relative", days, unit)


def _whole_units(published: date, count: float, unit: str) -> Interval:
    """So many whole quarters before or after the one the report is of."""
    near = add(published, 1 if count > 0 else -1, unit)
    far = add(published, count, unit)
    if near is None or far is None:
        return Interval("relative", grain=unit)
    low, high = min(near, far), max(near, far)
    return Interval("relative", period_of(low, unit)[0], period_of(high, unit)[1], grain=unit)


def _lasting(found: Found) -> Interval | None:
    """How long something lasts; «منذ 27 عاما» is so long up to the report's day."""
    span, count = found.sense("span"), found.number("count")
    if span is None or (count is not None and count.width == 4):
        return None
    lengths = length_of(found, found.first, found.last)
    if lengths is None or found.published is None or not found.scan.find(found.first, "since"):
        return Interval("duration", grain=str(span.value), counts=True)
    first = shifted(found.published, lengths, -1)
    return Interval("duration", first, found.published, grain=str(span.value), counts=True)


PERIODS = {
    "month": _month,
    "year": _year,
    "years": _years,
    "since_year": _since_year,
    "until_year": _until_year,
    "before_year": _before_year,
    "after_year": _after_year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "season": _season,
    "part": _piece,
    "day_of": _day_of,
    "weekday_of": _weekday_of,
    "ago": _ago,
    "ahead": _ahead,
    "apart": _apart,
    "within": _within,
    "narrative_day": _apart,
    "hours_off": _hours_off,
    "period": _period,
    "lasting": _lasting,
}
"""What each expression of a longer time means, by its name in `times.yaml`; None where the words are none."""
