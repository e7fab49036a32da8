from __future__ import annotations

from datetime import date

import pytest

from kashf.extraction.times.feasts import easter, feasts, pascha
from kashf.language import LANGUAGES, read_table


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1961, date(1961, 4, 2), date(1961, 4, 9)),
        (2000, date(2000, 4, 23), date(2000, 4, 30)),
        (2008, date(2008, 3, 23), date(2008, 4, 27)),
        (2016, date(2016, 3, 27), date(2016, 5, 1)),
        (2017, date(2017, 4, 16), date(2017, 4, 16)),
        (2038, date(2038, 4, 25), date(2038, 4, 25)),
    ],
)
def test_easter_is_computed(year: int, western: date, orthodox: date) -> None:
    assert (easter(year), pascha(year)) == (western, orthodox)


@pytest.mark.parametrize(
    ("rule", "year", "days"),
    [
        ("12-25", 2016, [date(2016, 12, 25)]),
        ("02-29", 2017, []),
        ("easter -2", 2016, [date(2016, 3, 25)]),
        ("easter +39", 2017, [date(2017, 5, 25)]),
        ("pascha", 2016, [date(2016, 5, 1)]),
        ("thu 4 11", 2016, [date(2016, 11, 24)]),
        ("thu 4 11 +1", 2016, [date(2016, 11, 25)]),
        ("mon last 5", 2016, [date(2016, 5, 30)]),
        ("hijri 10-01", 2017, [date(2017, 6, 25)]),
        ("hijri 10-01", 2000, [date(2000, 1, 8), date(2000, 12, 27)]),
    ],
)
def test_a_rule_gives_its_days(rule: str, year: int, days: list[date]) -> None:
    assert list(feasts(rule, year)) == days


def test_another_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="is no rule for a feast"):
        list(feasts("some day", 2016))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feasts_of_a_language_have_rules(language: str) -> None:
    assert all(list(feasts(str(rule), 2016)) for rule in read_table(language, "times")["holiday"])
