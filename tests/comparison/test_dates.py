"""Dates against each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.extraction import extract
from kashf.records import Finding, Report

Pick = Callable[..., list[Finding]]
WEDNESDAY = date(2021, 3, 10)


def checked(text: str, language: str, published: date | None, of_kind: Pick) -> list[tuple[str, str | None]]:
    """The checks of dates that a report alone gives."""
    found = compare([extract(Report("r-1", "a.txt", text, language=language, published=published))])
    return [(one.fields["what"], one.verdict) for one in of_kind(found, "check", "dates")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أضيفت الأسماء أمس الأربعاء إلى القائمة السوداء."),
        ("ar", "واعتقلت الشرطة يوم أمس الخميس ثلاثة مهربين في الميناء."),
        ("en", "The names were added yesterday, Wednesday, to the list."),
        ("fr", "Les avoirs ont été gelés hier jeudi par la banque centrale."),
    ],
)
def test_yesterday_is_not_that_weekday(language: str, text: str, of_kind: Pick) -> None:
    assert checked(text, language, WEDNESDAY, of_kind) == [("report_day", "inconsistent")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "حكم القضاء يوم الثلاثاء 13 سبتمبر 2017 على المتهم بالسجن."),
        ("en", "The court ruled on Monday, 12 September 2017."),
        ("fr", "Il a été arrêté le lundi 12 septembre 2017 à Lyon."),
        ("ru", "Его задержали в понедельник, 12 сентября 2017 года."),
    ],
)
def test_a_date_that_falls_on_another_weekday(language: str, text: str, of_kind: Pick) -> None:
    assert checked(text, language, WEDNESDAY, of_kind) == [("weekday", "inconsistent")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أضيفت الأسماء أمس الثلاثاء إلى القائمة السوداء."),
        ("ar", "حكم القضاء يوم الثلاثاء 12 سبتمبر 2017 على المتهم بالسجن."),
        ("en", "The names were added on Tuesday to the list, as they were on 12 September 2017."),
        ("en", "The names were added yesterday; on Friday nothing was said."),
        ("fr", "Les avoirs ont été gelés avant-hier lundi par la banque centrale."),
        ("ru", "Его задержали вчера, во вторник."),
    ],
)
def test_dates_that_agree_are_no_news(language: str, text: str, of_kind: Pick) -> None:
    assert checked(text, language, WEDNESDAY, of_kind) == []


def test_nothing_is_known_of_yesterday_without_the_day_of_the_report(of_kind: Pick) -> None:
    assert checked("أضيفت الأسماء أمس الأربعاء إلى القائمة السوداء.", "ar", None, of_kind) == []


@pytest.mark.parametrize(
    ("seized", "freed", "verdict"), [(3, 9, "consistent"), (9, 3, "inconsistent"), (5, 5, "consistent")]
)
def test_acts_that_can_only_follow_one_another(
    draft: Any, entity: Any, of_kind: Pick, seized: int, freed: int, verdict: str
) -> None:
    """One report tells when he was seized, the next when he was freed."""
    first = draft(f"Gunmen seized the engineer Lars Holm near Jolo on {seized} March, police in Jolo said.", "A", 10)
    second = draft(f"The engineer Lars Holm was freed near Jolo on {freed} March, police in Jolo said.", "B", 10)
    for made, kind, day in ((first, "kidnap", seized), (second, "release", freed)):
        made.name("Lars Holm", "e-1", "person").time(f"{day} March", day)
        made.claim(kind, kind, made.report.text, object="Lars Holm", time=f"{day} March")
    found = compare([first.record(), second.record()], [entity("e-1", "Lars Holm", "person")])
    (check,) = of_kind(found, "check", "dates")
    assert (check.verdict, check.fields["what"], len(check.reports)) == (verdict, "order", 2)


def test_what_is_told_as_done_after_the_report_appeared(draft: Any, of_kind: Pick) -> None:
    made = draft("Guards seized nine crates on 20 March.", "A", 10).time("20 March", 20)
    made.claim("c", "seize", "Guards seized nine crates on 20 March", object="nine crates", time="20 March")
    (check,) = of_kind(compare([made.record()]), "check", "dates")
    assert (check.fields["what"], check.members) == ("publication", ("c",))


def test_what_is_planned_may_be_later(draft: Any, of_kind: Pick) -> None:
    made = draft("Guards will burn nine crates on 20 March.", "A", 10).time("20 March", 20)
    made.claim("c", "strike", "Guards will burn nine crates on 20 March", object="nine crates", time="20 March",
               modality="planned")  # fmt: skip
    assert of_kind(compare([made.record()]), "check", "dates") == []
