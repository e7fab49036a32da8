"""How the figures of a story were told as time went on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Finding

Pick = Callable[..., list[Finding]]
MATTER = "في قضية مستودع الذهب الذي أغلقته بلدية النخلتين بعد شكوى من تجار السوق القديم"


def told(draft: Any, outlet: str, day: int, before: str, *figures: tuple[str, float, str], title: str = "") -> Any:
    """A report of one matter with figures, each given as its words, value, unit and, if it has one, its modifier."""
    words = " و".join(words for words, *_ in figures)
    text = f"{title}\n{before} {words} {MATTER}" if title else f"{before} {words} {MATTER}"
    made = draft(text, outlet, day)
    for figure in figures:
        made.figure(*figure)
    return made


def story(records: list[Any], of_kind: Pick) -> Finding:
    (found,) = of_kind(compare(records), "story")
    return found


UP_TO, ABOUT = ("ما يصل إلى 300 مليون دولار", 3e8, "USD", "at_most"), ("نحو 300 مليون دولار", 3e8, "USD", "about")
OVER_85, NEAR_85 = ("أكثر من 85 ألف دولار", 85e3, "USD", "more_than"), ("قرابة 85 ألف دولار", 85e3, "USD", "about")
MEN, NEARLY = ("1500 رجل", 1500, "person"), ("نحو 1450 رجلا", 1450, "person", "about")
KILOGRAMS = {value: (f"{value} كيلوغراما", value, "kilogram") for value in (43.8, 44, 64, 46, 90)}


@pytest.mark.parametrize(
    ("figures", "tellings", "change"),
    [
        ((UP_TO, ABOUT), ["at most 300000000 USD", "about 300000000 USD"], "modifier"),
        ((KILOGRAMS[43.8], KILOGRAMS[44]), ["43.8 kilogram", "44 kilogram"], "value"),
        ((KILOGRAMS[64], KILOGRAMS[46]), ["64 kilogram", "46 kilogram"], "digits"),
        ((OVER_85, NEAR_85), ["more than 85000 USD", "about 85000 USD"], "modifier"),
        ((MEN, NEARLY), ["1500 person", "about 1450 person"], "value"),
        ((KILOGRAMS[43.8], KILOGRAMS[43.8]), None, None),
        ((KILOGRAMS[43.8], KILOGRAMS[90]), None, None),
        ((("3 رجال", 3, "person"), ("نحو 3 رجال", 3, "person", "about")), None, None),
        ((("40 دولارا", 40, "USD"), ("نحو 40 كيلوغراما", 40, "kilogram", "about")), None, None),
        ((("30 عاما", 30, "year"), ("نحو 30 عاما", 30, "year", "about")), None, None),
    ],
)
def test_one_figure_told_otherwise(
    draft: Any, of_kind: Pick, figures: tuple[Any, ...], tellings: list[str] | None, change: str | None
) -> None:
    records = [
        told(draft, outlet, day, before, figure).record()
        for outlet, day, before, figure in zip(
            ("Alpha", "Beta"), (1, 2), ("صادرت اللجنة", "قال الحارس إن المفقود"), figures, strict=True
        )
    ]
    lines = story(records, of_kind).fields["figures"]
    assert [[each["figure"] for each in line["told"]] for line in lines] == ([tellings] if tellings else [])
    assert [line["change"] for line in lines] == ([change] if change else [])


def test_a_figure_stands_where_it_is_said_to(draft: Any, of_kind: Pick) -> None:
    first = told(draft, "Alpha", 1, "صادرت اللجنة", ("43.8 كيلوغراما", 43.8, "kilogram")).record()
    second = told(draft, "Beta", 2, "قال الحارس إن المفقود", ("44 كيلوغراما", 44, "kilogram")).record()
    (line,) = story([second, first], of_kind).fields["figures"]
    texts = {record.report.id: record.text for record in (first, second)}
    assert [each["report"] for each in line["told"]] == [first.report.id, second.report.id]
    assert all(texts[each["report"]][each["start"] : each["end"]] == each["text"] for each in line["told"])
