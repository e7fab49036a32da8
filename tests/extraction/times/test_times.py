from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from kashf.extraction.times import times
from kashf.language import LANGUAGES
from kashf.records import Moment

HERE = Path(__file__).parent
PUBLISHED = date(2017, 9, 14)
ROWS = [
    pytest.param(language, row, id=f"{language}: {row[0]}")
    for language in LANGUAGES
    for row in yaml.safe_load((HERE / f"{language}.yaml").read_text(encoding="utf-8"))
]


def plain(moment: Moment) -> list[object]:
    """The moment as a row of the tables has it."""
    calendar = ["hijri"] if moment.calendar == "hijri" else []
    return [moment.text, moment.kind, moment.first, moment.last, *calendar]


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_a_sentence_gives_its_times(language: str, row: list[object]) -> None:
    text, *expected = row
    assert [plain(moment) for moment in times(str(text), language, PUBLISHED)] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قال أمس", "relative"),
        ("قال الثلاثاء", "weekday"),
        ("قال قبل يومين", "relative"),
        ("في 5 مايو", "day"),
        ("في مايو", "month"),
        ("الشهر الماضي", "relative"),
        ("مطلع العام الجاري", "year_part"),
    ],
)
def test_without_the_report_s_day_a_time_is_given_unresolved(text: str, kind: str) -> None:
    (moment,) = times(text, "ar", None)
    assert (moment.kind, moment.first, moment.last) == (kind, None, None)


@pytest.mark.parametrize("text", ["في 5 مايو 2016", "عام 2014", "24 شوال 1436هـ", "منذ 2014"])
def test_a_time_with_its_year_needs_no_report_s_day(text: str) -> None:
    (moment,) = times(text, "ar", None)
    assert moment.first is not None


@pytest.mark.parametrize(
    ("published", "text", "first"),
    [
        (date(2016, 3, 31), "قبل شهر", date(2016, 2, 29)),
        (date(2016, 2, 29), "قبل عام", date(2015, 2, 28)),
        (date(2017, 1, 5), "في ديسمبر", date(2016, 12, 1)),
        (date(2017, 12, 5), "في يناير", date(2018, 1, 1)),
        (date(2017, 1, 1), "أمس", date(2016, 12, 31)),
        (date(2017, 1, 1), "الأسبوع الماضي", date(2016, 12, 19)),
    ],
)
def test_the_calendar_is_kept_at_its_edges(published: date, text: str, first: date) -> None:
    (moment,) = times(text, "ar", published)
    assert moment.first == first


@pytest.mark.parametrize("text", ["30 فبراير 2016", "30 محرم 1600هـ", "32/13/2016", "قبل 9999 سنة"])
def test_a_day_that_is_none_stays_unresolved(text: str) -> None:
    assert all(moment.first is None for moment in times(text, "ar", PUBLISHED))
