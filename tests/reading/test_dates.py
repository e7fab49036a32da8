"""Dates of publication: read where they are plain, left out where they could be two days or none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.reading.dates import date_in_address, date_in_name, is_credible, parse_date

DAY = date(2017, 9, 12)
VALUES = [
    ("2017-09-12", None, DAY),
    ("2017-09-12T23:30:00Z", None, DAY),
    ("2017-09-12 00:30:00+03:00", None, DAY),
    ("2017/9/12", None, DAY),
    ("20170912", None, DAY),
    ("20170912T103000", None, DAY),
    ("Tue, 12 Sep 2017 10:00:00 +0300", None, DAY),
    ("12 September 2017", None, DAY),
    ("September 12th, 2017", None, DAY),
    ("Sept. 12, 2017, 10:30 a.m.", None, DAY),
    ("12. September 2017", None, DAY),
    ("mardi 12 septembre 2017 à 10h30", None, DAY),
    ("1er septembre 2017", None, date(2017, 9, 1)),
    ("12 сентября 2017 г.", None, DAY),
    ("الثلاثاء 12 سبتمبر 2017", None, DAY),
    ("١٢ سبتمبر ٢٠١٧", None, DAY),
    ("12 أيلول 2017", None, DAY),
    ("12 أيلول/سبتمبر 2017", None, DAY),
    ("12 شتنبر 2017", None, DAY),
    ("25 كانون الثاني 2017", None, date(2017, 1, 25)),
    (1505174400, None, DAY),
    ("1505174400", None, DAY),
    (1505174400000, None, DAY),
    (20170912, None, DAY),
    (2017, None, None),
    (True, None, None),
    ("12/09/2017", "ar", DAY),
    ("12.09.2017", "ru", DAY),
    ("12/09/2017", "en", None),
    ("09/25/2017", "en", date(2017, 9, 25)),
    ("25/09/2017", "en", date(2017, 9, 25)),
    ("09/09/2017", "en", date(2017, 9, 9)),
    ("2017-02-31", None, None),
    ("2017-13-45", None, None),
    ("31 February 2017", None, None),
    ("yesterday", None, None),
    ("2017", None, None),
    ("", None, None),
    (None, None, None),
    ([2017], None, None),
    (10**400, None, None),
    (float("nan"), None, None),
]


@pytest.mark.parametrize(("value", "language", "expected"), VALUES)
def test_the_day_a_value_names(value: object, language: str | None, expected: date | None) -> None:
    assert parse_date(value, language) == expected


ADDRESSES = [
    ("https://example.org/2017/09/12/gold", DAY),
    ("https://example.org/2017/9/12/gold", DAY),
    ("https://example.org/news/2017-09-12-gold", DAY),
    ("https://example.org/20170912/gold.htm", DAY),
    ("https://example.org/ar/20170912-ذهب", DAY),
    ("https://example.org/2017/0912/gold", DAY),
    ("https://example.org/2017/20170912/gold", DAY),
    ("https://example.org/2017/gold", None),
    ("https://example.org/1544162-gold", None),
    ("https://example.org/2017/99/12/gold", None),
    ("https://example.org/?d=2017/09/12", None),
    ("http://[broken", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_the_day_in_an_address(address: str | None, expected: date | None) -> None:
    assert date_in_address(address) == expected


NAMES = [
    ("2017-09-12-gold.txt", DAY),
    ("gold_20170912.html", DAY),
    ("gold 2017.09.12.pdf", DAY),
    ("gold-2017.txt", None),
    ("report-123456789.txt", None),
    ("20171399.txt", None),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_the_day_in_a_file_name(name: str, expected: date | None) -> None:
    assert date_in_name(name) == expected


CREDIBLE = [
    (DAY, date(2020, 1, 1), True),
    (DAY, None, True),
    (date(2020, 1, 2), date(2020, 1, 1), True),
    (date(2020, 1, 3), date(2020, 1, 1), False),
    (date(1970, 1, 1), None, False),
    (date(1, 1, 1), None, False),
]


@pytest.mark.parametrize(("found", "today", "expected"), CREDIBLE)
def test_which_days_are_credible(found: date, today: date | None, expected: bool) -> None:
    assert is_credible(found, today) is expected


@given(st.dates(min_value=date(1900, 1, 1)))
def test_iso_dates_go_round(day: date) -> None:
    assert parse_date(day.isoformat()) == day


@given(st.text() | st.integers() | st.floats())
def test_any_value_has_a_day_or_none(value: object) -> None:
    assert parse_date(value, "ar") is None or isinstance(parse_date(value, "ar"), date)
