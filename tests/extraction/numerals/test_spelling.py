"""Numbers spelled in Arabic words come back as the numbers they were, in every case, gender and spelling."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.extraction.numerals import numbers

MASCULINE = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
FEMININE = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
TENS = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
HUNDREDS = ["", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
SCALES = [
    (10**12, "تريليون", "تريليونات"),
    (10**9, "مليار", "مليارات"),
    (10**6, "مليون", "ملايين"),
    (10**3, "ألف", "آلاف"),
]
LARGEST = 10**15 - 1


@dataclass(frozen=True)
class Style:
    """How a writer spells: gender of what is counted, case, which hundred and whether written together with its count,
    hamzas or none, و apart or joined, and the long tens with ي or with ى in the construct."""

    feminine: bool = False
    nominative: bool = True
    hundred: str = "مئة"
    apart: bool = False
    hamza: bool = True
    spaced: bool = False
    vowels: bool = False


def below_hundred(n: int, style: Style) -> str:
    units = FEMININE if style.feminine else MASCULINE
    two = units[2] if style.nominative else units[2].replace("ان", "ين")
    if n <= 10:
        return two if n == 2 else units[n]
    if n < 20:
        ten = "عشرة" if style.feminine else "عشر"
        first = {11: "إحدى" if style.feminine else "أحد", 12: two.removesuffix("ن")}.get(n, units[n - 10])
        return f"{first} {ten}"
    ending = "ون" if style.nominative else "ين"
    tens = TENS[n // 10] + ending
    return f"{two if n % 10 == 2 else units[n % 10]} و{tens}" if n % 10 else tens


def below_thousand(n: int, style: Style) -> str:
    hundreds, rest = divmod(n, 100)
    if hundreds == 0:
        return below_hundred(n, style)
    dual = style.hundred.rstrip("ةه") + ("تان" if style.nominative else "تين")
    counted = HUNDREDS[hundreds] + (" " if style.apart else "") + style.hundred
    head = style.hundred if hundreds == 1 else dual if hundreds == 2 else counted
    return f"{head} و{below_hundred(rest, style)}" if rest else head


def spell(n: int, style: Style) -> str:
    """The number in Arabic words."""
    return written(in_full(n, style), style)


def written(words: str, style: Style) -> str:
    """The words without what the writer leaves out, and with what he adds."""
    if not style.hamza:
        words = words.translate(str.maketrans("أإآ", "ااا"))
    if style.vowels:
        words = words.replace("خمس", "خَمس").replace("سبع", "سَبع").replace("تسع", "تِسع")
    return words.replace(" و", " و ") if style.spaced else words


def in_full(n: int, style: Style) -> str:
    if n == 0:
        return "صفر"
    parts = []
    for scale, one, many in SCALES:
        count, n = divmod(n, scale)
        if count:
            parts.append(scaled(count, one, many, style))
    if n:
        parts.append(below_thousand(n, style))
    return " و".join(parts)


def scaled(count: int, one: str, many: str, style: Style) -> str:
    plain = replace(style, feminine=False)
    if count == 1:
        return one
    if count == 2:
        return one + ("ان" if style.nominative else "ين")
    last = count % 100
    noun = many if 3 <= last <= 10 else one + "ا" if last > 10 else one
    return f"{below_thousand(count, plain)} {noun}"


styles = st.builds(
    Style,
    st.booleans(),
    st.booleans(),
    st.sampled_from(["مئة", "مائة", "مئه", "مائه"]),
    *[st.booleans()] * 4,
)


@given(st.integers(0, LARGEST), styles)
def test_a_spelled_number_comes_back(n: int, style: Style) -> None:
    words = spell(n, style)
    assert [(found.text, found.value) for found in numbers(words, "ar")] == [(words, float(n))]


@pytest.mark.parametrize("style", [Style(), Style(True), Style(False, False), Style(True, False, "مائة")])
def test_every_number_to_a_thousand_comes_back(style: Style) -> None:
    spelled = {n: spell(n, style) for n in range(1, 1001)}
    read = {n: [found.value for found in numbers(words, "ar")] for n, words in spelled.items()}
    assert read == {n: [float(n)] for n in spelled}


@given(st.integers(0, LARGEST), st.lists(st.integers(0, 9), min_size=1, max_size=4), styles)
def test_decimals_in_words_come_back(n: int, digits: list[int], style: Style) -> None:
    words = f"{spell(n, style)} فاصلة {' '.join(spell(digit, style) for digit in digits)}"
    (found,) = numbers(words, "ar")
    assert (found.text, found.value) == (words, pytest.approx(float(f"{n}.{''.join(map(str, digits))}")))


@given(st.integers(1, 9), st.sampled_from([("نصف", 0.5), ("ربع", 0.25), ("ثلث", 1 / 3)]), styles)
def test_a_part_of_the_scale_comes_back(n: int, part: tuple[str, float], style: Style) -> None:
    words = written(f"{in_full(n * 10**6, style)} و{part[0]} المليون", style)
    (found,) = numbers(words, "ar")
    assert (found.text, found.value) == (words, pytest.approx((n + part[1]) * 1e6))


@given(st.integers(1, 999), st.sampled_from(["ألف", "مليون", "مليار"]))
def test_digits_before_a_scale_word_are_multiplied(n: int, scale: str) -> None:
    factor = {"ألف": 1e3, "مليون": 1e6, "مليار": 1e9}[scale]
    assert [found.value for found in numbers(f"{n} {scale}", "ar")] == [n * factor]


@given(st.integers(0, 10**12), st.sampled_from([",", "٬", "\N{NO-BREAK SPACE}"]))
def test_digits_in_groups_come_back(n: int, separator: str) -> None:
    written = f"{n:,}".replace(",", separator)
    assert [found.value for found in numbers(written, "ar")] == [float(n)]


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_arabic_digits_and_their_decimal_sign_come_back(n: int, cents: int) -> None:
    written = f"{n}٫{cents:02}".translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    (found,) = numbers(written, "ar")
    assert found.value == pytest.approx(n + cents / 100)
