"""Days: dates in words and digits, weekdays, yesterday, holidays.

A report looks backwards: a weekday is the last one, the report's own day included; a day without a year is the last such
day too, unless the next is at hand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from kashf.extraction.times.calendar import Interval, add, hijri_day, month_of, safe_day
from kashf.extraction.times.found import Found

__all__ = ["AT_HAND", "DAYS", "direction_of", "year_of_date"]

AT_HAND = timedelta(days=60)
"""A day or month without a year that is no further ahead than this is ahead: «24 مايو» said on 22 May."""
_DIRECTIONS = (
    ("past", -1),
    ("trailing", -1),
    ("before_last", -2),
    ("present", 0),
    ("future", 1),
    ("following", 1),
    ("latest", -1),
)
_SOON = timedelta(days=31)
_WEEKS_IN_DAYS = {8: 1, 15: 2}
"""A week is eight days and two are fifteen where both ends are counted, as the French do."""
_MOST_IN_A_MONTH = 5
_MONTHS = 12
_PIVOT = 50
"""Two-digit years from here on are of the last century."""
_YEARS_SEARCHED = 5
_DIGITS = re.compile(r"\d+")


def direction_of(found: Found) -> int | None:
    """-1, 0, 1 for last, this, next; -2 for the one before the last; None where none is said."""
    return next((step for name, step in _DIRECTIONS if found.item(name) is not None), None)


def year_of_date(found: Found) -> int | None:
    """The year that is said, two-digit ones in their century."""
    year, short = found.whole("year"), found.whole("short")
    century, decade = found.whole("century"), found.whole("decade")
    if year is None and century and decade:
        return century * 100 + decade
    return _full_year(short) if year is None and short is not None else year


def _full_year(short: int) -> int:
    return short + (1900 if short >= _PIVOT else 2000)


def _on(day: date | None, kind: str = "day") -> Interval:
    return Interval(kind, day, day)


def _date(found: Found) -> Interval | None:
    day, month = found.whole("day"), found.month()
    if day is None or month is None or _is_money(found):
        return None
    year, (number, hijri) = year_of_date(found), month
    if hijri:
        known = hijri_day(year, number, day) if year else None
        return Interval("day", known, known, "hijri")
    if year is None and direction_of(found) is None:
        known = _on_its_weekday(found, number, day) or _nearest(found.published, number, day)
        return replace(_on(known), dated=False)
    year = year or (found.published.year + _years_off(found, number) if found.published else None)
    if year is None:
        return Interval("day")
    return _on(safe_day(year, number, day))


def _is_money(found: Found) -> bool:
    """Whether the number before a month is a sum: "$12 December 27"."""
    at = (found.item("day") or 0) - 1
    sign = found.scan.find(at, "unit") or found.scan.find(at, "code")
    return sign is not None and not found.scan.words(at, at).isalpha()


def _on_its_weekday(found: Found, month: int, day: int) -> date | None:
    """The nearest such day that falls on the weekday said with it; None where none is said."""
    weekday, published = found.sense("weekday", "weekday", "weekday_risky"), found.published
    if weekday is None or published is None:
        return None
    years = range(published.year - _YEARS_SEARCHED, published.year + 3)
    days = [known for year in years if (known := safe_day(year, month, day))]
    fitting = [known for known in days if known.weekday() == int(weekday.value)]
    return min(fitting, key=lambda known: abs(known - published), default=None)


def _years_off(found: Found, month: int) -> int:
    """The years from the report's to that of «15 March last» or «5 June next»."""
    direction, this = direction_of(found) or 0, found.published.month if found.published else month
    return min(direction, 0) + (month < this) if direction < 0 else int(direction > 0 and month < this)


def _nearest(published: date | None, month: int, day: int) -> date | None:
    """The last such day, or the next where it is at hand."""
    if published is None:
        return None
    years = range(published.year + 1, published.year - _YEARS_SEARCHED, -1)
    days = (safe_day(year, month, day) for year in years)
    return next((known for known in days if known and known <= published + AT_HAND), None)


def _days_of_month(found: Found) -> Interval | None:
    """From one day of a month to another: 9 to 17 April."""
    first, last = found.whole("a"), found.whole("b")
    month = found.month()
    if first is None or last is None or month is None or first >= last:
        return None
    year, (number, hijri) = year_of_date(found), month
    if hijri:
        if year is None:
            return Interval("span", calendar="hijri")
        return Interval("span", hijri_day(year, number, first), hijri_day(year, number, last), "hijri")
    start = safe_day(year, number, first) if year else _nearest(found.published, number, first)
    end = safe_day(start.year, number, last) if start else None
    return Interval("span", start, end) if end or not year else None


def _stamp(found: Found) -> Interval | None:
    """A day in digits: 2016/04/21, 21-04-2016, and by the language's habit 3/7/2016."""
    (a, width), (b, _), (c, last) = [(int(part), len(part)) for part in _DIGITS.findall(found.text("stamp"))]
    if width == 4:
        known = safe_day(a, b, c) or safe_day(a, c, b)
    else:
        year = c if last == 4 else _full_year(c) if last == 2 else None
        known = _day_of_pair(found, a, b, year) if year else None
    return _on(known) if known else None


def _day_of_pair(found: Found, a: int, b: int, year: int) -> date | None:
    """Day and month in the language's order, or in the other where that is none."""
    day_first = found.scan.tongue.style.day_first
    month, day = (b, a) if day_first else (a, b)
    return safe_day(year, month, day) or safe_day(year, day, month)


def _ratio(found: Found) -> Interval | None:
    """A day and a month, or a month and a year, in digits: 22/4, 2/2013."""
    if found.item("a") is not None:
        return _month_in_digits(found.whole("b"), found.whole("a"))
    a, b = (int(part) for part in _DIGITS.findall(found.text("ratio")))
    year = year_of_date(found)
    if year is not None:
        known = (safe_day(year, a, b) if _has_comma(found) else None) or _day_of_pair(found, a, b, year)
        return _on(known) if known else None
    if max(a, b) > 31:
        return _month_in_digits(min(a, b), max(a, b))
    if not _is_rather_a_date(found, a, b):
        return None
    return _pair_without_year(found, a, b)


def _has_comma(found: Found) -> bool:
    """Whether a comma parts day and year, as Americans write: 08/12, 2015."""
    at = (found.item("ratio") or 0) + 1
    return at < len(found.scan) and found.scan.words(at, at) in ",،"


def _ratios(found: Found) -> Interval | None:
    """From one day to another in digits: 28/2-1/3."""
    ends = [tuple(int(part) for part in _DIGITS.findall(found.text(name))) for name in ("a", "b")]
    led = found.first < (found.item("a") or 0)
    if not led and all(max(pair) <= _MONTHS for pair in ends):
        return None
    first, last = (_pair_without_year(found, *pair) for pair in ends)
    if first is None or last is None:
        return None
    if first.first and last.first and first.first > last.first:
        return None
    return Interval("span", first.first, last.last, dated=False)


def _pair_without_year(found: Found, a: int, b: int) -> Interval | None:
    day_first = found.scan.tongue.style.day_first or a > 12
    day, month = (a, b) if day_first and b <= 12 else (b, a)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return replace(_on(_nearest(found.published, month, day)), dated=False)


def _month_in_digits(month: int | None, year: int | None) -> Interval | None:
    if month is None or year is None or not 1 <= month <= 12 or not 1900 <= year <= 2100:
        return None
    return Interval("month", *month_of(year, month), "gregorian", "month")


def _is_rather_a_date(found: Found, a: int, b: int) -> bool:
    """Whether a/b is a date: written with a nought, too large for a month, or behind a weekday or a preposition."""
    item = found.item("ratio") or 0
    nought = any(part.startswith("0") for part in _DIGITS.findall(found.text("ratio")))
    large = max(a, b) > 12 >= min(a, b) > 0
    led = found.first < item or found.scan.find(item - 1, "on") is not None
    return nought or large or led


def _weekday(found: Found) -> Interval | None:
    weekday = found.sense("weekday", "weekday", "weekday_risky")
    if weekday is None:
        return None
    if found.published is None:
        return Interval("weekday")
    return _on(_weekday_near(found, int(weekday.value), found.published), "weekday")


def _weekday_near(found: Found, weekday: int, published: date) -> date:
    """The weekday that is meant: the last one, or with a word of direction that of this or next week."""
    back = (published.weekday() - weekday) % 7
    direction = direction_of(found)
    monday = published - timedelta(days=published.weekday())
    if direction == 0:
        return monday + timedelta(days=weekday)
    if direction == -2:
        return published - timedelta(days=7 + (back or 7))
    if direction == 1:
        whole_week = found.settings.next_weekday_in_next_week
        return monday + timedelta(days=7 + weekday) if whole_week else published + timedelta(days=7 - back)
    return published - timedelta(days=back or 7) if direction == -1 else published - timedelta(days=back)


def _weekday_of_month_day(found: Found) -> Interval | None:
    """Friday the fifteenth: the nearest such day that falls on the weekday."""
    weekday, day = found.sense("weekday", "weekday", "weekday_risky"), found.whole("day")
    if weekday is None or day is None:
        return None
    published, number = found.published, found.number("day")
    if published is None:
        return Interval("weekday")
    if found.settings.ordinal_counts_weekdays and number and number.kind == "ordinal" and day <= _MOST_IN_A_MONTH:
        return _nth_weekday(published, int(weekday.value), day)
    months = (add(published.replace(day=1), step, "month") for step in range(-11, 12))
    days = [safe_day(month.year, month.month, day) for month in months if month]
    fitting = [known for known in days if known and known.weekday() == int(weekday.value)]
    return _on(min(fitting, key=lambda known: abs(known - published), default=None), "weekday")


def _nth_weekday(published: date, weekday: int, which: int) -> Interval:
    """The second Sunday of the report's month; unresolved where it has no such day."""
    first = published.replace(day=1)
    known = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    return _on(known if known.month == published.month else None, "weekday")


def _day_alone(found: Found) -> Interval | None:
    """The 15th: the last such day, or the next where it is at hand."""
    day, published = found.whole("day"), found.published
    if day is None:
        return None
    if published is None:
        return Interval("day")
    near = [add(published.replace(day=1), step, "month") for step in (0, 1, -1, -2)]
    days = [safe_day(month.year, month.month, day) for month in near if month]
    return _on(next((known for known in days if known and known <= published + _SOON), None))


def _weekday_in_days(found: Found) -> Interval | None:
    """Mardi en huit: the Tuesday ahead and a week more."""
    weekday, count = found.sense("weekday"), found.whole("count")
    if weekday is None or count not in _WEEKS_IN_DAYS:
        return None
    if found.published is None:
        return Interval("weekday")
    ahead = (int(weekday.value) - found.published.weekday()) % 7
    return _on(found.published + timedelta(days=ahead + 7 * _WEEKS_IN_DAYS[count]), "weekday")


def _weekdays_off(found: Found) -> Interval | None:
    """Two Thursdays ago, four Tuesdays from now."""
    weekday, count = found.sense("weekday"), found.whole("count")
    if weekday is None or count is None or not 1 <= count <= 100:
        return None
    if found.published is None:
        return Interval("relative")
    back = found.item("back") is not None
    offset = (found.published.weekday() - int(weekday.value)) % 7 if back else 0
    ahead = (int(weekday.value) - found.published.weekday()) % 7 or 7
    step = -(offset or 7) - 7 * (count - 1) if back else ahead + 7 * (count - 1)
    return _on(found.published + timedelta(days=step), "relative")


def _relative_day(found: Found) -> Interval | None:
    day, at = found.sense("day", "relative_day"), found.item("day") or 0
    if day is None or (found.scan.find(at, "unit") and found.scan.find(at - 1, "rate_in")):
        return None  # «في اليوم»: a day, of a rate
    known = add(found.published, int(day.value), "day") if found.published else None
    return _on(known, "relative")


def _holiday(found: Found) -> Interval | None:
    holiday = found.sense("holiday")
    if holiday is None:
        return None
    month, day = map(int, str(holiday.value).split("-"))
    year = year_of_date(found)
    return _on(safe_day(year, month, day) if year else _nearest(found.published, month, day))


DAYS = {
    "date": _date,
    "days_of_month": _days_of_month,
    "stamp": _stamp,
    "ratio": _ratio,
    "ratios": _ratios,
    "weekday": _weekday,
    "weekday_of_month_day": _weekday_of_month_day,
    "weekdays_off": _weekdays_off,
    "weekday_in_days": _weekday_in_days,
    "day_alone": _day_alone,
    "relative_day": _relative_day,
    "holiday": _holiday,
}
"""What each expression of a day means, by its name in `times.yaml`; None where the words are no time after all."""
