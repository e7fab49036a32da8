"""Numbers spelled in English words come back as they were, with hyphens or without, "and" or none, "a" or "one"."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.extraction.numerals import numbers

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = [(10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")]


@dataclass(frozen=True)
class Style:
    """How a writer spells: what stands between ten and unit and between all words, and whether "and" and "a" do."""

    hyphen: str = "-"
    joint: str = " "
    says_and: bool = True
    article: bool = False
    capitals: bool = False


def below_hundred(n: int, style: Style) -> str:
    if n < 20:
        return SMALL[n]
    return TENS[n // 10] + (style.hyphen + SMALL[n % 10] if n % 10 else "")


def below_thousand(n: int, style: Style) -> str:
    if n < 100:
        return below_hundred(n, style)
    head = f"{SMALL[n // 100]}{style.joint}hundred"
    if n % 100 == 0:
        return head
    return f"{head}{style.joint}{'and' + style.joint if style.says_and else ''}{below_hundred(n % 100, style)}"


def spell(n: int, style: Style) -> str:
    """The number in English words."""
    rest, parts = n, []
    for scale, name in SCALES:
        count, rest = divmod(rest, scale)
        if count:
            parts.append(f"{below_thousand(count, style)}{style.joint}{name}")
    if rest or not parts:
        joined = "and" + style.joint if parts and rest < 100 and style.says_and else ""
        parts.append(joined + below_thousand(rest, style))
    words = style.joint.join(parts)
    if style.article and words.startswith("one" + style.joint):
        words = "a" + words.removeprefix("one")
    return words.upper() if style.capitals else words


styles = st.builds(
    Style, st.sampled_from(["-", " "]), st.sampled_from([" ", "-"]), st.booleans(), st.booleans(), st.booleans()
)
amounts = st.integers(0, 10**15 - 1) | st.integers(0, 10**4) | st.sampled_from([10**e for e in range(15)])


@given(amounts, styles)
def test_a_spelled_number_comes_back(n: int, style: Style) -> None:
    words = spell(n, style)
    assert [(found.text, found.value) for found in numbers(words, "en")] == [(words, float(n))]


@given(amounts, st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_decimals_come_back(n: int, digits: list[int]) -> None:
    words = f"{spell(n, Style())} point {' '.join(SMALL[digit] for digit in digits)}"
    (found,) = numbers(words, "en")
    assert (found.text, found.value) == (words, pytest.approx(float(f"{n}.{''.join(map(str, digits))}")))


@pytest.mark.parametrize("n", range(11, 100))
def test_hundreds_above_nine_come_back(n: int) -> None:
    words = f"{below_hundred(n, Style())} hundred"
    assert [(found.text, found.value) for found in numbers(words, "en")] == [(words, float(n * 100))]


@given(st.integers(0, 10**12), st.sampled_from([",", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "'"]))
def test_digits_in_groups_come_back(n: int, separator: str) -> None:
    assert [found.value for found in numbers(f"{n:,}".replace(",", separator), "en")] == [float(n)]
