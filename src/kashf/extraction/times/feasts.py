"""Feasts: days fixed in the calendar, nth weekdays of a month, those counted from Easter, those of the Hijri year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kashf.extraction.times.calendar import hijri_day, hijri_year_at, month_of, safe_day

__all__ = ["easter", "feasts", "pascha"]

_RULE = re.compile(
    r"(?:(?P<easter>easter|pascha)|hijri (?P<hmonth>\d+)-(?P<hday>\d+)|(?P<month>\d+)-(?P<day>\d+)"
    r"|(?P<weekday>mon|tue|wed|thu|fri|sat|sun) (?P<which>\d|last) (?P<of>\d+))(?P<off> ?[+-]\d+)?"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_JULIAN_BEHIND = 13
"""The days by which the Julian calendar is behind from 1900 to 2099."""


def feasts(rule: str, year: int) -> Iterator[date]:
    """The days a feast falls on in a year of the Gregorian calendar; a Hijri one may do so twice.

    A rule of `times.yaml` is a day (`12-25`), `easter`, the Orthodox `pascha`, a Hijri day (`hijri 10-01`) or the nth
    weekday of a month (`thu 4 11`, `mon last 5`), any of them with days before or after it (`easter -2`). Raises
    ValueError for another.
    """
    read = _RULE.fullmatch(rule)
    if read is None:
        raise ValueError(f"{rule!r} is no rule for a feast; write 12-25, easter -2, hijri 10-01 or thu 4 11.")
    for day in _days(read, year):
        yield day + timedelta(days=int((read["off"] or "0").replace(" ", "")))


def _days(rule: re.Match[str], year: int) -> Iterator[date]:
    if rule["easter"]:
        yield easter(year) if rule["easter"] == "easter" else pascha(year)
    elif rule["hmonth"]:
        yield from _hijri_days(year, int(rule["hmonth"]), int(rule["hday"]))
    elif rule["weekday"]:
        yield _nth_weekday(year, int(rule["of"]), _WEEKDAYS.index(rule["weekday"]), rule["which"])
    else:
        day = safe_day(year, int(rule["month"]), int(rule["day"]))
        if day is not None:
            yield day


def _hijri_days(year: int, month: int, day: int) -> Iterator[date]:
    first = hijri_year_at(date(year, 1, 1))
    days = (hijri_day(hijri, month, day) for hijri in range(first, first + 3) if first)
    yield from (known for known in days if known and known.year == year)


def _nth_weekday(year: int, month: int, weekday: int, which: str) -> date:
    first, last = month_of(year, month)
    if which == "last":
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (int(which) - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Western churches, by the Meeus/Jones/Butcher algorithm (Meeus, Astronomical Algorithms).

    >>> easter(2018)
    datetime.date(2018, 4, 1)
    """
    golden, (century, rest) = year % 19, divmod(year, 100)
    skipped = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def pascha(year: int) -> date:
    """Easter Sunday of the Orthodox churches from 1900 to 2099, by Meeus' Julian algorithm (the same book).

    >>> pascha(2016)
    datetime.date(2016, 5, 1)
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=_JULIAN_BEHIND)
