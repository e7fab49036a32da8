from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kashf.errors import DataError
from kashf.extraction.figures import amounts, figures, figures_and_times, standing_in
from kashf.extraction.times import times
from kashf.language import LANGUAGES
from kashf.records import Figure, Quantity

HERE = Path(__file__).parent


def table(name: str) -> list[Any]:
    rows: list[Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return rows


TABLES = {language: table(language) + table(f"news.{language}") for language in LANGUAGES}
ROWS = [pytest.param(language, row, id=f"{language}: {row[0]}") for language, rows in TABLES.items() for row in rows]


def plain(figure: Figure) -> list[Any]:
    """The figure as a row of the tables has it."""
    value = figure.value if figure.value is not None else [figure.low, figure.high]
    return [figure.text, pytest.approx(value), figure.modifier, figure.unit]


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_a_sentence_gives_its_figures(language: str, row: list[Any]) -> None:
    text, *expected = row
    assert expected == [plain(figure) for figure in figures(text, language)]


def test_the_tables_are_long_enough() -> None:
    assert {
        language: len(rows) >= (400 if language == "ar" else 140) for language, rows in TABLES.items()
    } == dict.fromkeys(LANGUAGES, True)


@pytest.mark.parametrize(
    ("text", "language", "counted"),
    [
        ("12 دولة أوروبية", "ar", "دولة أوروبية"),
        ("90% من الآبار النفطية", "ar", "الآبار النفطية"),
        ("أكثر من ثلث إنتاج القمح", "ar", "إنتاج القمح"),
        ("25 ألف برميل نفط يوميا", "ar", "نفط"),
        ("eight oil fields", "en", "oil fields"),
        ("40% of the wells", "en", "wells"),
        ("trois comptes bancaires", "fr", "comptes bancaires"),
        ("семь боевиков", "ru", "боевиков"),
    ],
)
def test_what_is_counted_is_said_in_the_words_of_the_text(text: str, language: str, counted: str) -> None:
    (figure,) = figures(text, language)
    assert figure.of == counted


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        ("سافر 300 متطرف وعاد نصفهم", "ar", Quantity(150, "person")),
        ("سافر 300 متطرف وعاد منهم ما يقرب من ثلثهم", "ar", Quantity(100, "person")),
        ("بلغت الكلفة 300 دولار ثم نصفها", "ar", None),
        ("سافر 300 متطرف. ثم عاد نصفهم", "ar", None),
        ("They held 80 recruits, a quarter of them minors", "en", Quantity(20, "person")),
        ("Ils tenaient 80 recrues, dont un quart d'entre elles mineures", "fr", Quantity(20, "person")),
        ("Задержаны 80 человек, половина из них отпущена", "ru", Quantity(40, "person")),
    ],
)
def test_a_share_of_a_number_in_reach_is_worked_out(text: str, language: str, whole: Quantity | None) -> None:
    assert figures(text, language)[-1].resolved == whole


@pytest.mark.parametrize(("language", "text", "pairs"), [(row[0], row[1], row[2:]) for row in table("conversions")])
def test_an_amount_told_again_is_tied_to_the_first(language: str, text: str, pairs: list[list[str]]) -> None:
    found = figures(text, language)
    tied = [[found[figure.equals].text, figure.text] for figure in found if figure.equals is not None]
    assert tied == pairs


def test_what_either_of_two_units_is_per_is_said_of_both() -> None:
    found = figures("Il touchait 700 000 francs CFA (1 050 euros) par mois.", "fr")
    assert [figure.unit for figure in found] == ["XOF/month", "EUR/month"]


def test_figures_that_stand_elsewhere_are_left_out_and_pointed_to_by_none() -> None:
    text = "90 dirhams ($25), 42 million ringgit ($10 million)"
    found = figures(text, "en")
    assert [figure.equals for figure in standing_in(found, [(5, len(text))])] == [None, None, 1]
    assert standing_in(found, [(0, len(text))]) == found


def test_numbers_in_a_row_without_end_are_read_one_by_one() -> None:
    text = "The table reads " + ", ".join(str(number) for number in range(2000, 8000))
    assert len(figures(text, "en")) > 5000


def test_a_label_stands_before_many_numbers_and_not_before_all() -> None:
    cited = ", ".join(str(number) for number in range(1267, 1279))
    assert not figures(f"The text recalls resolutions {cited} and 2253.", "en")


def test_a_range_has_no_value() -> None:
    (figure,) = figures("بين 30 و60 مليون دولار", "ar")
    assert (figure.value, figure.low, figure.high) == (None, 30e6, 60e6)


def test_an_amount_alone_is_number_and_unit() -> None:
    assert [(amount.text, amount.modifier) for amount in amounts("about $75 million a year", "en")] == [
        ("$75 million", "exact")
    ]


def test_figures_and_times_are_what_each_reader_gives() -> None:
    text = "نقل قبل يومين نحو 40 ألف دولار إلى 3 بنوك"
    published = date(2017, 9, 14)
    assert figures_and_times(text, "ar", published) == (figures(text, "ar"), times(text, "ar", published))


def test_a_language_without_tables_is_named() -> None:
    with pytest.raises(DataError, match="language/de"):
        figures("3 Tonnen", "de")


WORDS = st.sampled_from(
    [word for rows in TABLES.values() for row in rows for word in row[0].split()]
    + ["½", "٪", "\n", "1,", "،", "\u200f", "-"]
)


@given(st.lists(WORDS, max_size=25), st.sampled_from([" ", "", " \u200f"]), st.sampled_from(LANGUAGES))
def test_every_span_holds_its_words(words: list[str], joint: str, language: str) -> None:
    text = joint.join(words)
    found, moments = figures_and_times(text, language, date(2017, 9, 14))
    assert all(text[span.start : span.end] == span.text and span.text for span in (*found, *moments))
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_can_be_read(text: str, language: str) -> None:
    found, moments = figures_and_times(text, language, date(2017, 9, 14))
    assert all(text[span.start : span.end] == span.text for span in (*found, *moments))
