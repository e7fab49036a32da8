from __future__ import annotations

from datetime import date

import pytest

from kashf.extraction.times import Looking, times


@pytest.mark.parametrize(
    ("published", "text", "day"),
    [
        (date(2017, 2, 12), "on July 4", date(2017, 7, 4)),
        (date(2017, 9, 14), "on March 3", date(2017, 3, 3)),
        (date(2017, 1, 15), "on December 30", date(2016, 12, 30)),
        (date(2017, 12, 20), "on January 3", date(2018, 1, 3)),
        (date(2017, 6, 1), "on Feb. 29", date(2016, 2, 29)),
        (date(2017, 7, 17), "in December", date(2016, 12, 1)),
        (date(2017, 8, 2), "in October", date(2017, 10, 1)),
        (date(2017, 1, 15), "at Christmas", date(2016, 12, 25)),
    ],
)
def test_a_year_left_out_is_the_one_that_is_meant(published: date, text: str, day: date) -> None:
    (moment,) = times(text, "en", published)
    assert moment.first == day


@pytest.mark.parametrize(
    ("text", "back", "ahead"),
    [
        ("on Tuesday", date(2017, 9, 12), date(2017, 9, 19)),
        ("on Thursday", date(2017, 9, 14), date(2017, 9, 21)),
        ("last Tuesday", date(2017, 9, 12), date(2017, 9, 12)),
        ("on March 3", date(2017, 3, 3), date(2018, 3, 3)),
        ("in March", date(2017, 3, 1), date(2018, 3, 1)),
        ("on the 2nd", date(2017, 9, 2), date(2017, 10, 2)),
        ("the weekend", date(2017, 9, 9), date(2017, 9, 16)),
        ("Easter", date(2017, 4, 16), date(2018, 4, 1)),
        ("two days later", None, date(2017, 9, 16)),
        ("March 3, 2015", date(2015, 3, 3), date(2015, 3, 3)),
    ],
)
def test_news_looks_back_and_an_invitation_ahead(text: str, back: date | None, ahead: date) -> None:
    def first(looking: Looking) -> date | None:
        (moment,) = times(text, "en", date(2017, 9, 14), looking)
        return moment.first

    assert (first("back"), first("ahead")) == (back, ahead)
