"""Reading takes time in proportion to the text, whatever the text."""

from __future__ import annotations

import time

import pytest

from kashf.extraction.figures import figures_and_times

pytestmark = pytest.mark.slow

MEGABYTE = 1_000_000
TEXTS = {
    "digits": "1",
    "digits and commas": "1,",
    "digits and dots": "1.",
    "groups of three": "1 000 ",
    "hyphens": "1-",
    "slashes": "1/",
    "powers": "1^",
    "halves": "½",
    "nested number words": "مئة وخمسة وعشرون ألفا و",
    "scale words": "ألف ",
    "conjunctions": "و ",
    "hundreds": "hundred and ",
    "parts": "half of ",
    "days": "two days and ",
    "months": "May ",
    "years": "2014 ",
    "ranges": "between ",
    "articles": "the ",
    "spaces": " ",
    "signs": "$",
}
MOST = 45.0
"""Seconds for a megabyte: the slowest is some 400,000 numbers."""


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_megabyte_of_anything_is_read_in_proportion(unit: str, language: str) -> None:
    text = unit * (MEGABYTE // len(unit.encode()))
    start = time.process_time()
    figures_and_times(text[: len(text) // 10], language, None)
    tenth = time.process_time() - start
    figures_and_times(text, language, None)
    whole = time.process_time() - start - tenth
    assert whole < max(MOST * 0.1, 25 * tenth) and whole < MOST
