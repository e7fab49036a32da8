"""The tables of sentences beside this file: every number in them, as written."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.extraction.numerals import numbers
from kashf.language import LANGUAGES
from kashf.records import Figure

HERE = Path(__file__).parent
TABLES = {language: yaml.safe_load((HERE / f"{language}.yaml").read_text(encoding="utf-8")) for language in LANGUAGES}
ROWS = [pytest.param(language, row, id=f"{language}: {row[0]}") for language, rows in TABLES.items() for row in rows]


def value(written: Any) -> Any:
    """The value of a table's cell: a number, a fraction such as 2/3, or two numbers for a range."""
    return [*map(value, written)] if isinstance(written, list) else float(Fraction(str(written)))


def read(figure: Figure) -> list[Any]:
    found = figure.value if figure.value is not None else [figure.low, figure.high]
    return [figure.text, pytest.approx(found)]


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_a_sentence_gives_its_numbers(language: str, row: list[Any]) -> None:
    text, *expected = row
    assert [[words, value(number)] for words, number in expected] == [
        read(figure) for figure in numbers(text, language)
    ]


def test_the_tables_are_long_enough() -> None:
    assert {
        language: len(rows) >= (150 if language == "ar" else 60) for language, rows in TABLES.items()
    } == dict.fromkeys(LANGUAGES, True)
