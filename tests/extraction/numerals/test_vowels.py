from __future__ import annotations

import pytest

from kashf.extraction.numerals import numbers
from kashf.extraction.numerals.senses import Sense
from kashf.extraction.numerals.vowels import fitting, vowels

FIFTH = Sense("part", 5, vowels=vowels("خُمس"))
FIVE = Sense("digit", 5, vowels=vowels("خَمس"))
PLAIN = Sense("unit", "day")
EIGHTH = Sense("part", 8, vowels=vowels("ثُمن"), vowelled=True)


@pytest.mark.parametrize(
    ("written", "count"), [("خمس", 0), ("خُمس", 1), ("خُمُسٌ", 2), ("خَمسَةُ", 3), ("خـُمس", 1), ("five", 0)]
)
def test_the_vowels_of_a_word_are_told_by_letter(written: str, count: int) -> None:
    assert sum(vowel != "." for vowel in vowels(written)) == count


@pytest.mark.parametrize(
    ("written", "senses"),
    [
        ("خمس", (FIFTH, FIVE, PLAIN)),
        ("خُمس", (FIFTH, PLAIN)),
        ("الخُمس", (FIFTH, PLAIN)),
        ("خَمسُ", (FIVE, PLAIN)),
        ("خُمُس", (FIFTH, PLAIN)),
    ],
)
def test_a_vowel_rules_out_what_it_speaks_against(written: str, senses: tuple[Sense, ...]) -> None:
    assert fitting((FIFTH, FIVE, PLAIN), written) == senses


@pytest.mark.parametrize(("written", "senses"), [("ثمن", ()), ("ثَمن", ()), ("ثمنِ", ()), ("ثُمن", (EIGHTH,))])
def test_some_words_are_numbers_with_their_vowel_alone(written: str, senses: tuple[Sense, ...]) -> None:
    assert fitting((EIGHTH,), written) == senses


@pytest.mark.parametrize(
    ("text", "values"),
    [("خُمسَين", [0.4]), ("خَمسين", [50.0]), ("خمسين", [50.0]), ("عِشرين", [20.0]), ("عُشر", [0.1]), ("عَشر", [10.0])],
)
def test_vowels_decide_between_numbers_of_the_same_letters(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers(text, "ar")] == values
