from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.extraction.numerals import numbers
from kashf.language import LANGUAGES


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("بين خمسة وعشرين", "ar", [5, 20]),
        ("بين خمسة وعشرين وثلاثين", "ar", [25, 30]),
        ("واحد على عشرين", "ar", [0.05]),
        ("واحد من كل خمسة", "ar", [0.2]),
        ("سالب خمسة", "ar", [-5]),
        ("خمس الغنيمة", "ar", [0.2]),
        ("خمس غنائم", "ar", [5]),
        ("ثلثان", "ar", [2 / 3]),
        ("خمسة وربع", "ar", [5.25]),
        ("مليون ونصف", "ar", [1.5e6]),
        ("خمسة ونصف مليون", "ar", [5.5e6]),
        ("مئات الآلاف", "ar", [1e5]),
        ("twenty-one", "en", [21]),
        ("one hundred and three and two thirds", "en", [103 + 2 / 3]),
        ("five and a half million", "en", [5.5e6]),
        ("ninety-five hundred", "en", [9500]),
        ("12k", "en", [12000]),
        ("minus 4", "en", [-4]),
        ("one in five", "en", [0.2]),
        ("nine point nought four", "en", [9.04]),
        ("soixante et onze", "fr", [71]),
        ("quatre-vingt-dix-neuf", "fr", [99]),
        ("deux cent mille", "fr", [200_000]),
        ("trois virgule cinq", "fr", [3.5]),
        ("un cinquième", "fr", [0.2]),
        ("сто двадцать пять тысяч", "ru", [125_000]),
        ("два с половиной миллиона", "ru", [2.5e6]),
        ("минус три", "ru", [-3]),
        ("три пятых", "ru", [0.6]),
    ],
)
def test_numbers_in_words(text: str, language: str, expected: list[float]) -> None:
    assert [number.value for number in numbers(text, language)] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "language"),
    [("الثالث", "ar"), ("twenty-first", "en"), ("le troisième", "fr"), ("двадцать пятый", "ru"), ("the one", "en")],
)
def test_ordinals_and_pronouns_are_no_numbers(text: str, language: str) -> None:
    assert numbers(text, language) == ()


@pytest.mark.parametrize(
    ("text", "values"), [("٤٫٥ و٦", [4.5, 6.0]), ("2½", [2.5]), ("3/4", [0.75]), ("2 1/4", [2.25])]
)
def test_numbers_in_digits(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers(text, "ar")] == values


WORDS = "خمسة و مئة ألف ألفا نصف المليون على من كل جزء أخماس خُمس one hundred and a half - twenty third of fifths minus"
WORDS += (
    " deux cent et demi quatre vingt vingts sur три с половиной тысяч целых сотых 1.5 2,000 ½ 3/4 -7 % $ 10 k . , \n"
)


@given(
    st.lists(st.sampled_from(WORDS.split(" ")), max_size=12),
    st.sampled_from([" ", "", "-"]),
    st.sampled_from(LANGUAGES),
)
def test_numbers_of_any_words_stand_in_order_and_apart(words: list[str], joint: str, language: str) -> None:
    text = joint.join(words)
    found = numbers(text, language)
    assert all(text[number.start : number.end] == number.text for number in found)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
