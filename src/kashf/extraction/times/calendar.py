"""Days, and intervals of days: the arithmetic of calendars, Gregorian and Hijri (Umm al-Qura)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from hijridate import Gregorian, Hijri

__all__ = [
    "CalendarName",
    "Interval",
    "add",
    "hijri_day",
    "hijri_month",
    "hijri_year",
    "hijri_year_at",
    "hijri_year_of_month",
    "month_of",
    "period_of",
    "safe_day",
    "year_of",
]

CalendarName = Literal["gregorian", "hijri"]
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "decade": 120, "century": 1200}
"""The months of the longer periods."""
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Interval:
    """Days first to last, both included, None where open or unknown; and what kind of time it was said as.

    `grain` is the period it fills (`day`, `month`, `year`), which «start of» and «first half of» divide;
    `dated` is False where the year was not said but taken from the report's day;
    `counts` is True where the words are a length of time besides («six months», «six days after the attack»).
    """

    kind: str
    first: date | None = None
    last: date | None = None
    calendar: CalendarName = "gregorian"
    grain: str = "day"
    dated: bool = True
    counts: bool = False

    def named(self, kind: str) -> Interval:
        """The same days, said as another kind."""
        return replace(self, kind=kind)


def safe_day(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_of(year: int) -> tuple[date, date]:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def add(day: date, count: float, unit: str) -> date | None:
    """The day so many units later (earlier where negative); the month's last where the month is shorter.

    None where the count leaves the calendar.
    """
    try:
        if unit in _DAYS:
            return day + timedelta(days=round(count * _DAYS[unit]))
        months = day.year * 12 + day.month - 1 + round(count * _MONTHS[unit])
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def period_of(day: date, unit: str) -> tuple[date, date]:
    """First and last day of the week (from Monday), month, quarter, year, ... that a day lies in."""
    if unit == "day":
        return day, day
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "fortnight":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=13)
    months = _MONTHS[unit]
    if months < 12:
        start = (day.month - 1) // months * months + 1
        return date(day.year, start, 1), month_of(day.year, start + months - 1)[1]
    years = months // 12
    start = day.year - day.year % years
    return date(max(start, 1), 1, 1), date(min(start + years - 1, 9999), 12, 31)


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one; None outside the Umm al-Qura tables (1343 to 1500)."""
    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (OverflowError, ValueError):
        return None


def hijri_year_at(day: date) -> int:
    """The Hijri year that a day lies in; 0 outside the tables."""
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (OverflowError, ValueError):
        return 0


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri month; None outside the tables."""
    first = hijri_day(year, month, 1)
    if first is None:
        return None
    return first, first + timedelta(days=Hijri(year, month, 1).month_length() - 1)


def hijri_year_of_month(month: int, latest: date) -> int | None:
    """The Hijri year of the last such month that begins by a day; None outside the tables."""
    year_then = hijri_year_at(latest)
    for year in (year_then, year_then - 1):
        days = hijri_month(year, month)
        if days and days[0] <= latest:
            return year
    return None


def hijri_year(year: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri year; None outside the tables."""
    first, last = hijri_day(year, 1, 1), hijri_month(year, 12)
    return (first, last[1]) if first and last else None
