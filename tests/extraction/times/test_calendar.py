from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.extraction.times.calendar import add, hijri_day, hijri_month, hijri_year, hijri_year_at, period_of

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
UNITS = st.sampled_from(["day", "week", "fortnight", "month", "quarter", "half_year", "year", "decade", "century"])


@given(DAYS, UNITS)
def test_a_day_lies_in_its_period(day: date, unit: str) -> None:
    first, last = period_of(day, unit)
    assert first <= day <= last


@given(DAYS, UNITS)
def test_a_period_is_that_of_its_ends(day: date, unit: str) -> None:
    if unit != "fortnight":
        first, last = period_of(day, unit)
        assert period_of(first, unit) == period_of(last, unit) == (first, last)


@given(DAYS, st.integers(-50, 50))
def test_weeks_are_seven_days(day: date, weeks: int) -> None:
    assert add(day, weeks, "week") == day + timedelta(days=7 * weeks)


@pytest.mark.parametrize(
    ("day", "count", "unit", "expected"),
    [
        (date(2016, 1, 31), 1, "month", date(2016, 2, 29)),
        (date(2015, 12, 31), 2, "month", date(2016, 2, 29)),
        (date(2016, 2, 29), -1, "year", date(2015, 2, 28)),
        (date(2016, 5, 5), -3, "quarter", date(2015, 8, 5)),
        (date(2016, 5, 5), 10_000, "year", None),
        (date(2016, 5, 5), -10_000, "century", None),
    ],
)
def test_months_end_where_they_end(day: date, count: float, unit: str, expected: date | None) -> None:
    assert add(day, count, unit) == expected


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1436, 10, 24, date(2015, 8, 9)),
        (1438, 12, 10, date(2017, 9, 1)),
        (1439, 1, 1, date(2017, 9, 21)),
        (1200, 1, 1, None),
        (1436, 13, 1, None),
    ],
)
def test_hijri_days_are_those_of_umm_al_qura(year: int, month: int, day: int, expected: date | None) -> None:
    assert hijri_day(year, month, day) == expected


def test_hijri_months_fill_the_year() -> None:
    months = [hijri_month(1438, month) for month in range(1, 13)]
    year = hijri_year(1438)
    assert year
    assert months[0]
    assert months[-1]
    assert (months[0][0], months[-1][1]) == year
    assert all(a and b and a[1] + timedelta(days=1) == b[0] for a, b in itertools.pairwise(months))


def test_the_hijri_year_of_a_day() -> None:
    assert [hijri_year_at(date(2017, 9, 20)), hijri_year_at(date(2017, 9, 21)), hijri_year_at(date(1600, 1, 1))] == [
        1438,
        1439,
        0,
    ]
