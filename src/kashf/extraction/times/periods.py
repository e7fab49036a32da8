"""Longer times: months, years, quarters, seasons, decades, centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kashf.extraction.times.calendar import (
    CalendarName,
    Interval,
    hijri_month,
    hijri_year,
    hijri_year_at,
    hijri_year_of_month,
    is_hijri_year,
    month_of,
    period_of,
    year_of,
)
from kashf.extraction.times.found import Found, direction_of, year_of_date
from kashf.extraction.times.undated import AT_HAND, nearest

__all__ = ["PERIODS", "interval", "month_said", "part_of_year", "year_said"]

_PARTS_OF_YEAR = {"half": 2, "quarter": 4}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The first month of each, as meteorologists count them north of the equator."""


def interval(
    kind: str, days: tuple[date | None, date | None] | None, grain: str, calendar: CalendarName = "gregorian"
) -> Interval:
    """The days of a period, open where they are not known."""
    first, last = days or (None, None)
    return Interval(kind, first, last, calendar, grain)


# Months and years


def month_said(found: Found) -> Interval | None:
    """The month that is said, with its year or in the one that is meant."""
    month = found.month()
    if month is None:
        return None
    year, (number, hijri) = year_of_date(found), month
    if hijri and year is None and direction_of(found) is not None:
        return _hijri_month_off(found, number)
    if hijri:
        if year is None and found.item("month") in found.scan.numbers:
            return None  # «في صفر صفقات»: nought
        if year and not is_hijri_year(year):
            return _hijri_month_in(number, year)
        year = year or (hijri_year_of_month(number, found.published + AT_HAND) if found.published else None)
        return interval("month", hijri_month(year, number) if year else None, "month", "hijri")
    if year is not None:
        return interval("month", month_of(year, number), "month")
    days = _month_near(found, number)
    return replace(interval("month", days, "month"), dated=direction_of(found) is not None)


def _hijri_month_in(month: int, year: int) -> Interval | None:
    """Ramadan 2016: the one that begins in a Gregorian year."""
    first = hijri_year_at(date(year, 1, 1)) if year in range(1925, 2077) else 0
    months = (hijri_month(hijri, month) for hijri in (first, first + 1) if first)
    days = next((days for days in months if days and days[0].year == year), None)
    return interval("month", days, "month", "hijri")


def _hijri_month_off(found: Found, month: int) -> Interval:
    """Last or next Ramadan, or that of the Hijri year."""
    direction, published = direction_of(found) or 0, found.published
    year = hijri_year_at(published) if published else 0
    months = [days for off in (-1, 0, 1) if year and (days := hijri_month(year + off, month))]
    if published is None or len(months) < 3:
        return interval("month", None, "month", "hijri")
    if direction == 0:
        return interval("month", months[1], "month", "hijri")
    if direction < 0:
        return interval("month", [days for days in months if days[1] < published][direction:][0], "month", "hijri")
    return interval("month", next(days for days in months if days[0] > published), "month", "hijri")


def _month_near(found: Found, month: int) -> tuple[date, date] | None:
    """The month that is meant where no year is said; None where the report's day is not known."""
    direction, published = direction_of(found), found.published
    if published is None:
        return None
    if direction is None:
        loose = found.item("piece") is None  # "the first Tuesday of October" is a day
        years = range(max(published.year - 1, 1), min(published.year + 2, 9999))
        return nearest((month_of(year, month) for year in years), published, found.settings.looking, loose=loose)
    passed, ahead = month >= published.month, month <= published.month
    years_off = {0: 0, 1: int(ahead), 2: 1 + int(ahead), -1: -int(passed), -2: -1 - int(passed)}[direction]
    return month_of(published.year + years_off, month)


def year_said(found: Found) -> Interval | None:
    """The year that is said, Gregorian or Hijri; one of a fiscal or school calendar stays open."""
    year = year_of_date(found)
    if found.item("fiscal") is not None:
        return Interval("year", grain="year")
    if year is None:
        return None
    era = found.sense("era")
    if era and era.value == "hijri":
        return interval("year", hijri_year(year), "year", "hijri")
    return interval("year", year_of(year), "year")


def _years(found: Found) -> Interval | None:
    first, last = found.whole("a"), found.whole("b")
    if first is None or last is None or first > last:
        return None
    return Interval("span", year_of(first)[0], year_of(last)[1], grain="year")


def _since_year(found: Found) -> Interval | None:
    year = year_said(found)
    return replace(year, kind="span", last=None) if year else None


def _until_year(found: Found) -> Interval | None:
    year = year_said(found)
    return replace(year, kind="span", first=None) if year else None


def _before_year(found: Found) -> Interval | None:
    year = year_said(found)
    if year is None or year.first is None or year.first == date.min:
        return None
    return replace(year, kind="span", first=None, last=year.first - timedelta(days=1))


def _after_year(found: Found) -> Interval | None:
    year = year_said(found)
    if year is None or year.last is None or year.last == date.max:
        return None
    return replace(year, kind="span", first=year.last + timedelta(days=1), last=None)


def _decade(found: Found) -> Interval | None:
    decade = found.sense("decade_name", "decade_name", "decade_short")
    if decade is None:
        return None
    year, century = int(decade.value), found.whole("which")
    if century is not None and 2 <= century <= 21:
        year = (century - 1) * 100 + year % 100
    return interval("span", period_of(date(year, 1, 1), "decade"), "decade")


def _century(found: Found) -> Interval | None:
    which = found.whole("which")
    if which is None or not 1 < which <= 21:
        return None
    return interval("span", period_of(date((which - 1) * 100, 1, 1), "century"), "century")


def part_of_year(year: int, index: int, parts: int) -> Interval:
    """One of the equal parts of a year, counted from 0, in whole months."""
    months = 12 // parts
    first = date(year, 1 + index * months, 1)
    return Interval("year_part", first, month_of(year, (index + 1) * months)[1], grain="quarter")


def _quarter(found: Found) -> Interval | None:
    """The third quarter, of the year that is said or else the report's."""
    named, part = found.sense("named", "quarter_name"), found.part(_PARTS_OF_YEAR)
    if named:
        kind, _, digit = str(named.value).partition("-")
        part = int(digit) - 1, _PARTS_OF_YEAR[kind]
    elif _goes_on(found):
        return None
    if part is None:
        return None
    year = year_of_date(found) or (found.published.year if found.published else None)
    known = part_of_year(year, *part) if year else Interval("year_part", grain="quarter")
    return replace(known, dated=year_of_date(found) is not None)


def _goes_on(found: Found) -> bool:
    """Whether it is a part of a time that follows: the first half of March, of this month."""
    item, scan = found.last + 1, found.scan
    while any(scan.find(item, kind) for kind in ("of", "the", "lead", "month_word")) and item < found.last + 4:
        item += 1
    return any(scan.find(item, kind) for kind in ("month", "month_risky", "hijri", "present", "past", "future"))


def _season(found: Found) -> Interval | None:
    """The summer of a year, this summer, last winter; a winter is that of the December it begins in."""
    season, year, direction = found.sense("season"), year_of_date(found), direction_of(found)
    of = found.sense("whole", "span")
    if season is None or (of is not None and of.value != "year"):
        return None
    if of is not None and found.published:
        year = found.published.year + (direction or 0)
    month = _SEASONS[str(season.value)]
    if year is not None:
        return interval("year_part", _quarter_from(year, month), "quarter")
    if found.published is None or direction is None:
        return Interval("year_part", grain="quarter")
    seasons = [_quarter_from(found.published.year + off, month) for off in range(-2, 3)]
    here = max(at for at, days in enumerate(seasons) if at == 0 or days[0] <= found.published)
    return interval("year_part", seasons[_season_said(seasons, here, direction, found.published)], "quarter")


def _season_said(seasons: list[tuple[date, date]], here: int, direction: int, published: date) -> int:
    """Which of the seasons it is; `here` is the last to have begun. This summer is the one of the year, or going on."""
    going_on = seasons[here][1] >= published
    if direction == 0:
        return here if going_on or seasons[here][0].year == published.year else here + 1
    return here + direction + (direction < 0 and not going_on)


def _quarter_from(year: int, month: int) -> tuple[date, date]:
    """Three months from the first of one."""
    last = month + 2
    return date(year, month, 1), month_of(year + (last > 12), (last - 1) % 12 + 1)[1]


PERIODS = {
    "month": month_said,
    "year": year_said,
    "years": _years,
    "since_year": _since_year,
    "until_year": _until_year,
    "before_year": _before_year,
    "after_year": _after_year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "season": _season,
}
"""What each expression of a month or longer means, by its name in `times.yaml`; None where the words are none."""
