from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.records import Figure, Quantity
from kashf.views.amounts import figure_words, is_partitive, unit_words
from kashf.views.words import words

CASES: list[tuple[dict[str, Any], str, str]] = [
    ({"value": 300, "unit": "kilogram", "modifier": "about"}, "about 300 kg", "نحو 300 كيلوغرام"),
    (
        {"value": 25000, "unit": "barrel/day", "modifier": "at_least"},
        "at least 25,000 barrels per day",
        "ما لا يقل عن 25,000 برميل يوميا",
    ),
    ({"value": 18e6, "unit": "USD", "modifier": "about"}, "about USD 18 million", "نحو 18 مليون دولار أمريكي"),
    ({"value": 3e6, "unit": "USD"}, "USD 3 million", "3 ملايين دولار أمريكي"),
    ({"value": 2e6, "unit": "USD"}, "USD 2 million", "مليونا دولار أمريكي"),
    ({"value": 2e6, "unit": "USD", "modifier": "more_than"}, "more than USD 2 million", "أكثر من مليوني دولار أمريكي"),
    ({"value": 1234567, "unit": "USD"}, "USD 1,234,567", "1,234,567 دولارا أمريكيا"),
    ({"value": 2.5e9, "unit": "EUR"}, "EUR 2.5 billion", "2.5 مليار يورو"),
    (
        {"value": 180, "unit": "USD/dinar", "modifier": "more_than"},
        "more than USD 180 per dinar",
        "أكثر من 180 دولارا أمريكيا لكل دينار",
    ),
    ({"value": 1, "unit": "person"}, "1 person", "شخص واحد"),
    ({"value": 2, "unit": "country"}, "2 countries", "دولتان"),
    ({"value": 2, "unit": "country", "modifier": "at_least"}, "at least 2 countries", "ما لا يقل عن دولتين"),
    ({"value": 7, "unit": "person"}, "7 persons", "7 أشخاص"),
    ({"value": 90, "unit": "percent", "modifier": "about"}, "about 90%", "نحو 90%"),
    ({"value": 0.5, "unit": "fraction"}, "50%", "50%"),
    ({"low": 30, "high": 60, "unit": "tonne", "modifier": "between"}, "between 30 and 60 tonnes", "ما بين 30 و60 طنا"),
    ({"value": 12, "unit": "shipment"}, "12 shipment", "12 «\u2068shipment\u2069»"),
    ({"value": 12, "unit": None}, "12", "12"),
    ({"value": 5, "unit": "XAU"}, "XAU 5", "5 XAU"),
]


@pytest.mark.parametrize(("given", "english", "arabic"), CASES)
def test_figures_in_normal_form(
    figure: Callable[..., Figure], given: dict[str, Any], english: str, arabic: str
) -> None:
    made = figure(**given)
    assert (figure_words(made, words("en")), figure_words(made, words("ar"))) == (english, arabic)


def test_a_share_is_told_with_the_count_it_was_worked_out_to(figure: Callable[..., Figure]) -> None:
    half = figure(0.5, "fraction", modifier="about", resolved=Quantity(150, "person"))
    assert figure_words(half, words("en")) == "about 50% (that is, about 150 persons)"


def test_a_figure_without_a_number_keeps_its_words(figure: Callable[..., Figure]) -> None:
    assert figure_words(figure(text="dozens"), words("en")) == "dozens"


def test_a_noun_behind_a_preposition_shows_its_dual_in_the_genitive(figure: Callable[..., Figure]) -> None:
    assert figure_words(figure(2, "person"), words("ar"), governed=True) == "شخصين"


@pytest.mark.parametrize(
    ("unit", "partitive"),
    [("percent", True), ("kilogram", True), ("barrel/day", True), ("person", False), ("USD", False), (None, False)],
)
def test_shares_and_measures_go_with_a_noun(figure: Callable[..., Figure], unit: str | None, partitive: bool) -> None:
    assert is_partitive(figure(1, unit)) is partitive


@pytest.mark.parametrize(
    ("unit", "name"), [("barrel/day", "barrels per day"), ("USD", "USD"), ("person", "persons"), (None, "")]
)
def test_units_by_themselves(unit: str | None, name: str) -> None:
    assert unit_words(unit, words("en")) == name
