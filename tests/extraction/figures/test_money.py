"""Sums of money and shares: the tables beside this file, and the name of every currency in four languages."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from babel.core import get_global
from babel.numbers import get_territory_currencies

from kashf.extraction.figures import amounts
from kashf.extraction.figures.catalogue import CURRENCY, catalogue
from kashf.language import LANGUAGES, read_table

HERE = Path(__file__).parent
PROJECT = HERE.parents[2]
TABLES = {
    language: yaml.safe_load((HERE / f"money.{language}.yaml").read_text(encoding="utf-8")) for language in LANGUAGES
}
ROWS = [pytest.param(language, row, id=f"{language}: {row[0]}") for language, rows in TABLES.items() for row in rows]


def script() -> ModuleType:
    spec = spec_from_file_location("currency_names", PROJECT / "scripts" / "currency_names.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_a_sentence_gives_its_sums(language: str, row: list[Any]) -> None:
    text, *expected = row
    found = [[amount.text, pytest.approx(amount.value), amount.unit] for amount in amounts(text, language)]
    assert expected == found


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("they paid $5-7 million", "$5-7 million", 5e6, 7e6),
        ("they paid €5m-€7m", "€5m-€7m", 5e6, 7e6),
        ("they paid $2-$5", "$2-$5", 2, 5),
        ("they paid between $5 and $7 million", "$5 and $7 million", 5e6, 7e6),
        ("they paid USD 5-7bn", "USD 5-7bn", 5e9, 7e9),
    ],
)
def test_a_range_may_be_led_by_its_sign(text: str, words: str, low: float, high: float) -> None:
    (found,) = amounts(text, "en")
    assert (found.text, found.low, found.high) == (words, low, high)


@pytest.mark.parametrize("text", ["a $5-year plan", "they paid $5-2"])
def test_what_rises_nowhere_is_no_range(text: str) -> None:
    assert all(found.high is None for found in amounts(text, "en"))


def test_the_tables_are_long_enough() -> None:
    assert {language: len(rows) >= (90 if language == "ar" else 40) for language, rows in TABLES.items()} == (
        dict.fromkeys(LANGUAGES, True)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_currencies_are_what_the_script_makes(language: str) -> None:
    path = PROJECT / "src" / "kashf" / "language" / language / "currencies.yaml"
    assert path.read_text(encoding="utf-8") == script().table(language)


def named(language: str, name: str) -> list[tuple[str, str | None]]:
    return [(amount.text, amount.unit) for amount in amounts(f"500 {name}", language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_a_currency_is_read(language: str) -> None:
    """That of a money of the past may be a later money's too."""
    past = {code for codes in read_table(None, "units")["currency_past"] for code in codes}
    names = read_table(language, "currencies")["family"]
    wrong = {
        name: (code, named(language, name))
        for code, forms in names.items()
        for name in forms
        if code not in past and named(language, name) != [(f"500 {name}", code)]
    }
    assert wrong == {}


def test_every_currency_in_use_has_its_code() -> None:
    in_use = {code for land in get_global("territory_currencies") for code in get_territory_currencies(land)}
    assert in_use <= {code for codes in read_table(None, "units")["currency"] for code in codes}


def test_a_family_gives_only_currencies_there_are() -> None:
    known = catalogue()
    codes = {code for countries in known.families.values() for code in countries.values()}
    assert {code for code in codes if known.measure(code) != CURRENCY} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nations_and_families_are_those_of_the_catalogue(language: str) -> None:
    known = catalogue()
    table = read_table(language, "units")
    countries = {country for codes in known.families.values() for country in codes}
    assert set(table["nation"]) <= countries
    assert {name for name in table["family"] if name not in known.families and known.measure(name) != CURRENCY} == set()
