"""Dates: a day and its month in words and digits, with the year or without it, and feasts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from kashf.extraction.times.calendar import Interval, hijri_day, hijri_year_at, is_hijri_year, month_of, safe_day
from kashf.extraction.times.feasts import feasts
from kashf.extraction.times.found import Found, direction_of, full_year, year_of_date
from kashf.extraction.times.undated import AT_HAND, nearest

__all__ = ["DATES", "near_day", "on", "weekend_of"]

_MONTHS = 12
_SATURDAY = 5
_YEARS_SEARCHED = 5
_YEARS_OF_WEEKDAY = 1
"""A weekday said with a day chooses among so many years before the report's; a far one fits by chance."""
_PACKED_YEARS = range(1950, 2050)
_DIGITS = re.compile(r"\d+")
_DECIMAL = re.compile(r"(\d{1,2})[.٫](\d{1,2})")


def on(day: date | None, kind: str = "day") -> Interval:
    """One day, as an interval."""
    return Interval(kind, day, day)


# A day and its month


def _date(found: Found) -> Interval | None:
    day, month = found.whole("day"), found.month()
    if day is None or month is None or _is_money(found) or _is_long(found):
        return None
    year, (number, hijri) = year_of_date(found), month
    if hijri:
        known = hijri_day(year, number, day) if year else _near_hijri(found, number, day)
        return Interval("day", known, known, "hijri")
    if year is None and direction_of(found) is None:
        known = _on_its_weekday(found, number, day) or near_day(found, number, day)
        return replace(on(known), dated=False)
    year = year or (found.published.year + _years_off(found, number) if found.published else None)
    return on(safe_day(year, number, day) if year else None)


def _day_and_month(found: Found) -> Interval | None:
    """«31 10»: two figures of a date, the month in two digits."""
    month = found.whole("month_number")
    return _date(found) if month is not None and 1 <= month <= _MONTHS else None


def _is_long(found: Found) -> bool:
    """Whether the day is written with more digits than one has: «كانون الثاني 017», a year cut short."""
    number = found.number("day")
    return number is not None and number.width > len("31")


def _is_money(found: Found) -> bool:
    """Whether the number before a month is a sum: "$12 December 27"."""
    at = (found.item("day") or 0) - 1
    sign = found.scan.find(at, "unit") or found.scan.find(at, "code")
    return sign is not None and not found.scan.words(at, at).isalpha()


def _on_its_weekday(found: Found, month: int, day: int) -> date | None:
    """The nearest such day that falls on the weekday said with it; None where none is said, or none near fits."""
    weekday, published = found.sense("weekday", "weekday", "weekday_risky"), found.published
    if weekday is None or published is None:
        return None
    years = range(published.year - _YEARS_OF_WEEKDAY, published.year + 2)
    days = [known for year in years if (known := safe_day(year, month, day))]
    fitting = [known for known in days if known.weekday() == int(weekday.value)]
    return min(fitting, key=lambda known: abs(known - published), default=None)


def _years_off(found: Found, month: int) -> int:
    """The years from the report's to that of «15 March last» or «5 June next»."""
    direction, this = direction_of(found) or 0, found.published.month if found.published else month
    return min(direction, 0) + (month < this) if direction < 0 else int(direction > 0 and month < this)


def near_day(found: Found, month: int, day: int) -> date | None:
    """The day of the year that is meant where none is said; None where the report's day is not known."""
    published = found.published
    if published is None:
        return None
    years = range(max(published.year - _YEARS_SEARCHED, 1), published.year + _YEARS_SEARCHED)
    days = [known for year in years if (known := safe_day(year, month, day))]
    chosen = nearest(((known, known) for known in days), published, found.settings.looking)
    return chosen[0] if chosen else None


def _near_hijri(found: Found, month: int, day: int) -> date | None:
    """The last such day of a Hijri month, or the next where it is at hand."""
    published = found.published
    if published is None:
        return None
    year = hijri_year_at(published)
    days = [known for hijri in range(year - 1, year + 2) if year and (known := hijri_day(hijri, month, day))]
    if found.settings.looking == "ahead":
        return next((known for known in days if known >= published), None)
    return max((known for known in days if known <= published + AT_HAND), default=None)


def _days_of_month(found: Found) -> Interval | None:
    """From one day of a month to another: 9 to 17 April."""
    first, last, month = found.whole("a"), found.whole("b"), found.month()
    if first is None or last is None or month is None or first >= last:
        return None
    year, (number, hijri) = year_of_date(found), month
    if hijri:
        if year is None:
            return Interval("span", calendar="hijri")
        return Interval("span", hijri_day(year, number, first), hijri_day(year, number, last), "hijri")
    start = safe_day(year, number, first) if year else near_day(found, number, first)
    end = safe_day(start.year, number, last) if start else None
    return Interval("span", start, end) if end or not year else None


# Dates in digits


def _stamp(found: Found) -> Interval | None:
    """A day in digits: 2016/04/21, 21-04-2016, by the language's habit 3/7/2016, and Hijri 1436/10/9."""
    if _is_of_a_name(found):
        return None
    (a, width), (b, _), (c, last) = [(int(part), len(part)) for part in _DIGITS.findall(found.text("stamp"))]
    if is_hijri_year(a) or is_hijri_year(c):
        known = hijri_day(a, b, c) if is_hijri_year(a) else hijri_day(c, b, a)
        return Interval("day", known, known, "hijri") if known else None
    if width == len("2016"):
        known = safe_day(a, b, c) or safe_day(a, c, b)
    else:
        year = c if last == len("2016") else full_year(c) if last == len("16") else None
        known = _day_of_pair(found, a, b, year) if year else None
    return on(known) if known else None


def _is_of_a_name(found: Found) -> bool:
    """Whether letters are written on to the digits, as in names of files: IMG11-05-03; «في2016/05/07» lacks a space."""
    before, after = found.first - 1, found.last + 1
    sides = [before] * found.scan.glued(found.first) + [after] * found.scan.glued(after)
    letters = [found.scan.words(side, side)[-1 if side == before else 0] for side in sides]
    return any(letter.isascii() and letter.isalpha() for letter in letters)


def _packed(found: Found) -> Interval | None:
    """Eight digits that are a day: 20161016."""
    text = found.text("packed")
    if _is_of_a_name(found) or len(text) != len("20161016") or int(text[:4]) not in _PACKED_YEARS:
        return None
    known = safe_day(int(text[:4]), int(text[4:6]), int(text[6:]))
    return on(known) if known else None


def _day_of_pair(found: Found, a: int, b: int, year: int) -> date | None:
    """Day and month in the language's order, or in the other where that is none."""
    day_first = found.scan.tongue.style.day_first
    month, day = (b, a) if day_first else (a, b)
    return safe_day(year, month, day) or safe_day(year, day, month)


def _ratio(found: Found) -> Interval | None:
    """A day and a month, or a month and a year, in digits: 22/4, 2/2013."""
    if found.item("a") is not None:
        return _whole_month(found.whole("b"), found.whole("a"))
    a, b = (int(part) for part in _DIGITS.findall(found.text("ratio")))
    year = year_of_date(found)
    if year is not None:
        known = (safe_day(year, a, b) if _has_comma(found) else None) or _day_of_pair(found, a, b, year)
        return on(known) if known else None
    if max(a, b) > 31:
        return _whole_month(min(a, b), max(a, b))
    if direction_of(found) is not None and found.published:
        known = _day_of_pair(found, a, b, found.published.year + (direction_of(found) or 0))
        return on(known) if known else None
    return _pair_without_year(found, a, b) if _is_rather_a_date(found, a, b) else None


def _has_comma(found: Found) -> bool:
    """Whether a comma parts day and year, as Americans write: 08/12, 2015."""
    at = (found.item("ratio") or 0) + 1
    return at < len(found.scan) and found.scan.words(at, at) in ",،"


def _pair(found: Found) -> Interval | None:
    """A day and a month with a hyphen or a point between them, where a preposition of time leads: on 22-4, on 5.12."""
    first, last = found.whole("a"), found.whole("b")
    if first is None or last is None:
        read = _DECIMAL.fullmatch(found.text("decimal"))
        first, last = (int(read[1]), int(read[2])) if read else (0, 0)
    return _pair_without_year(found, first, last)


def _ratios(found: Found) -> Interval | None:
    """From one day to another in digits: 28/2-1/3, 10/1-11/2/2017."""
    written = found.text("a"), f"{found.text('b')}/{found.text('c')}"
    ends = [tuple(int(part) for part in _DIGITS.findall(end)) for end in written]
    if len(ends[1]) > len(ends[0]):
        return _ratios_of_year(found, ends[0], ends[1])
    led = found.first < (found.item("a") or 0)
    if not led and all(max(pair) <= _MONTHS for pair in ends):
        return None
    first, last = (_pair_without_year(found, *pair) for pair in ends)
    if first is None or last is None or (first.first and last.first and first.first > last.first):
        return None
    return Interval("span", first.first, last.last, dated=False)


def _ratios_of_year(found: Found, first: tuple[int, ...], last: tuple[int, ...]) -> Interval | None:
    year = last[2] if last[2] > 99 else full_year(last[2])
    start, end = (_day_of_pair(found, pair[0], pair[1], year) for pair in (first, last))
    if start is None or end is None:
        return Interval("span")
    return Interval("span", start, end) if start <= end else None


def _pair_without_year(found: Found, a: int, b: int) -> Interval | None:
    day_first = found.scan.tongue.style.day_first or a > _MONTHS
    day, month = (a, b) if day_first and b <= _MONTHS else (b, a)
    if not 1 <= month <= _MONTHS or not 1 <= day <= 31:
        return None
    return replace(on(near_day(found, month, day)), dated=False)


def _whole_month(month: int | None, year: int | None) -> Interval | None:
    """The month of a year by its numbers; None where they are none of one."""
    if month is None or year is None or not 1 <= month <= _MONTHS or not 1900 <= year <= 2100:
        return None
    return Interval("month", *month_of(year, month), "gregorian", "month")


def _is_rather_a_date(found: Found, a: int, b: int) -> bool:
    """Whether a/b is a date: written with a nought, too large for a month, or behind a weekday or a preposition."""
    item = found.item("ratio") or 0
    nought = any(part.startswith("0") for part in _DIGITS.findall(found.text("ratio")))
    large = max(a, b) > _MONTHS >= min(a, b) > 0
    led = found.first < item or found.scan.find(item - 1, "on") is not None
    return nought or large or led


# Feasts


def _holiday(found: Found) -> Interval | None:
    """A feast, of the year that is said or the one that is meant; with a weekend, the days off around it."""
    holiday, year, of = found.sense("holiday"), year_of_date(found), found.sense("whole", "span")
    if holiday is None or (of is not None and of.value != "year"):
        return None
    if of is not None and found.published:
        year = found.published.year + (direction_of(found) or 0)
    known = _feast(found, str(holiday.value), year)
    if found.item("weekend") is None:
        return on(known)
    return Interval("relative", *weekend_of(known), grain="weekend") if known else Interval("relative", grain="weekend")


def _feast(found: Found, rule: str, year: int | None) -> date | None:
    direction, published = direction_of(found), found.published
    if year is not None:
        return next(feasts(rule, year), None) if 1900 <= year < 2100 else None
    if published is None:
        return None
    years = range(max(published.year - 2, 1900), min(published.year + 3, 2100))
    days = sorted(day for near in years for day in feasts(rule, near))
    if direction:
        return _in_direction(days, published, direction)
    chosen = nearest(((day, day) for day in days), published, found.settings.looking)
    return chosen[0] if chosen else None


def _in_direction(days: list[date], published: date, direction: int) -> date | None:
    """Last Christmas, next Ramadan."""
    if direction < 0:
        return max((day for day in days if day < published), default=None)
    return next((day for day in days if day > published), None)


def weekend_of(day: date) -> tuple[date, date]:
    """Saturday and Sunday nearest to a feast, with the feast where it makes them longer."""
    saturday = day + timedelta(days=(_SATURDAY - day.weekday() + 3) % 7 - 3)
    sunday = saturday + timedelta(days=1)
    adjoins = any(abs((day - end).days) <= 1 for end in (saturday, sunday))
    return (min(saturday, day), max(sunday, day)) if adjoins else (saturday, sunday)


DATES = {
    "date": _date,
    "day_and_month": _day_and_month,
    "days_of_month": _days_of_month,
    "stamp": _stamp,
    "packed": _packed,
    "ratio": _ratio,
    "ratios": _ratios,
    "pair": _pair,
    "holiday": _holiday,
}
"""What each expression of a date means, by its name in `times.yaml`; None where the words are no time after all."""
