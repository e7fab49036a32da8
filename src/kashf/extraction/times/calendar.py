"""Days, and intervals of days: the arithmetic of calendars, Gregorian and Hijri (Umm al-Qura)."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from hijridate import Gregorian, Hijri

__all__ = [
    "CalendarName",
    "Interval",
    "Step",
    "add",
    "hijri_day",
    "hijri_month",
    "hijri_year",
    "hijri_year_at",
    "hijri_year_of_month",
    "is_hijri_year",
    "month_of",
    "period_of",
    "safe_day",
    "shifted",
    "year_of",
]

CalendarName = Literal["gregorian", "hijri"]
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "decade": 120, "century": 1200}
"""The months of the longer periods."""
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "weekend_friday": 7, "work_week": 7}
_PIECES_OF_WEEK = {
    "week": (0, 6),
    "fortnight": (0, 13),
    "weekend": (5, 6),
    "weekend_friday": (4, 5),
    "work_week": (0, 4),
}
"""First and last weekday of what is counted by the week; a weekend is Saturday and Sunday, or Friday and Saturday."""
_WORKING_DAYS = 5
_HIJRI_YEARS = range(1343, 1501)
"""The years of the Umm al-Qura tables."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a time is from the one that the text has just given: «two days later», "the next day".

    `whole` is the period that it fills ("the following year"), none for a day; `weekday` is the one that follows it
    ("the following Monday", Monday being 0); `runs` is True where it fills the lengths («الأيام الخمسة التالية»).
    `near` asks for the other time in the same clause. Where there is none,
    `fallback` leaves the days as they are counted from the report's, and `alone` counts so where the text has given
    no time at all.
    """

    lengths: tuple[tuple[float, str], ...]
    direction: int
    whole: str = ""
    near: bool = False
    fallback: bool = False
    alone: bool = False
    weekday: int | None = None
    runs: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """Days first to last, both included, None where open or unknown; and what kind of time it was said as.

    `grain` is the period it fills (`day`, `month`, `year`), which «start of» and «first half of» divide;
    `dated` is False where the year was not said but taken from the report's day;
    `counts` is True where the words are a length of time besides («six months», «six days after the attack»);
    `step` is there where the days are counted from a time before it in the text, if there is one;
    `edge` is there for the start, the middle or the end of a longer time, `turn` is then the day itself that they are
    about: what comes before the end of a year has until its last day.
    """

    kind: str
    first: date | None = None
    last: date | None = None
    calendar: CalendarName = "gregorian"
    grain: str = "day"
    dated: bool = True
    counts: bool = False
    step: Step | None = None
    edge: str = ""
    turn: date | None = None

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
        if unit == "business_day":
            return _business_days(day, round(count))
        if unit in _DAYS:
            return day + timedelta(days=round(count * _DAYS[unit]))
        months = day.year * 12 + day.month - 1 + round(count * _MONTHS[unit])
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def _business_days(day: date, count: int) -> date:
    """So many days from Monday to Friday later or earlier; a weekend counts as the last of them before it."""
    step = timedelta(days=1 if count > 0 else -1)
    while count and day.weekday() >= _WORKING_DAYS:
        day -= step
    weeks, rest = divmod(abs(count), _WORKING_DAYS)
    day += step * 7 * weeks
    while rest:
        day += step
        rest -= day.weekday() < _WORKING_DAYS
    return day


def shifted(day: date, lengths: Iterable[tuple[float, str]], direction: int) -> date | None:
    """The day so much later, or earlier where the direction is -1; None where that leaves the calendar."""
    moved: date | None = day
    for count, unit in lengths:
        moved = add(moved, direction * count, unit) if moved else None
    return moved


def period_of(day: date, unit: str) -> tuple[date, date]:
    """First and last day of the week (from Monday), month, quarter, year, ... that a day lies in."""
    if unit in ("day", "business_day"):
        return day, day
    if unit in _PIECES_OF_WEEK:
        monday = day - timedelta(days=day.weekday())
        first, last = _PIECES_OF_WEEK[unit]
        return monday + timedelta(days=first), monday + timedelta(days=last)
    if unit == "month":
        return month_of(day.year, day.month)
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


def is_hijri_year(year: int) -> bool:
    """Whether a year is of the Hijri calendar by its size: no report writes of 1436 as of our own count."""
    return year in _HIJRI_YEARS


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
