"""Numbers spelled in Russian words come back as they were, in each of six cases and three genders, ё or е."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.extraction.numerals import numbers

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
ONE = {
    "m": ["один", "одного", "одному", "один", "одним", "одном"],
    "f": ["одна", "одной", "одной", "одну", "одной", "одной"],
    "n": ["одно", "одного", "одному", "одно", "одним", "одном"],
}
TWO = {
    "m": ["два", "двух", "двум", "два", "двумя", "двух"],
    "f": ["две", "двух", "двум", "две", "двумя", "двух"],
    "n": ["два", "двух", "двум", "два", "двумя", "двух"],
}
THREE = ["три", "трёх", "трём", "три", "тремя", "трёх"]
FOUR = ["четыре", "четырёх", "четырём", "четыре", "четырьмя", "четырёх"]
STEMS = {
    5: "пят", 6: "шест", 7: "сем", 9: "девят", 10: "десят", 11: "одиннадцат", 12: "двенадцат", 13: "тринадцат",
    14: "четырнадцат", 15: "пятнадцат", 16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат",
    20: "двадцат", 30: "тридцат",
}  # fmt: skip
EIGHT = ["восемь", "восьми", "восьми", "восемь", "восемью", "восьми"]
ZERO = ["ноль", "ноля", "нолю", "ноль", "нолём", "ноле"]
FEW_HUNDREDS = {
    2: ["двести", "двухсот", "двумстам", "двести", "двумястами", "двухстах"],
    3: ["триста", "трёхсот", "трёмстам", "триста", "тремястами", "трёхстах"],
    4: ["четыреста", "четырёхсот", "четырёмстам", "четыреста", "четырьмястами", "четырёхстах"],
}
THOUSAND = {
    "one": ["тысяча", "тысячи", "тысяче", "тысячу", "тысячей", "тысяче"],
    "few": ["тысячи", "тысяч", "тысячам", "тысячи", "тысячами", "тысячах"],
    "many": ["тысяч", "тысяч", "тысячам", "тысяч", "тысячами", "тысячах"],
}
ENDINGS = {
    "one": ["", "а", "у", "", "ом", "е"],
    "few": ["а", "ов", "ам", "а", "ами", "ах"],
    "many": ["ов", "ов", "ам", "ов", "ами", "ах"],
}
SCALES = [(10**12, "триллион"), (10**9, "миллиард"), (10**6, "миллион")]


@dataclass(frozen=True)
class Style:
    """How a writer spells: the case by its place in CASES, the gender of what is counted, and whether ё is written."""

    case: int = 0
    gender: str = "m"
    yo: bool = True


def below_twenty(n: int, style: Style) -> str:
    tables = {0: ZERO, 1: ONE[style.gender], 2: TWO[style.gender], 3: THREE, 4: FOUR, 8: EIGHT}
    if n in tables:
        return tables[n][style.case]
    return STEMS[n] + ["ь", "и", "и", "ь", "ью", "и"][style.case]


def tens(n: int, style: Style) -> str:
    if n in STEMS:
        return below_twenty(n, style)
    direct = CASES[style.case] in ("nominative", "accusative")
    if n in (40, 90):
        stem = {40: "сорок", 90: "девяност"}[n]
        return (stem if n == 40 else stem + "о") if direct else stem + "а"
    return below_twenty(n // 10, style) + ("десят" if direct else "десятью" if style.case == 4 else "десяти")


def hundreds(n: int, style: Style) -> str:
    if n == 1:
        return "сто" if CASES[style.case] in ("nominative", "accusative") else "ста"
    if n in FEW_HUNDREDS:
        return FEW_HUNDREDS[n][style.case]
    return below_twenty(n, style) + ["сот", "сот", "стам", "сот", "стами", "стах"][style.case]


def below_thousand(n: int, style: Style) -> list[str]:
    words = [hundreds(n // 100, style)] if n >= 100 else []
    rest = n % 100
    if rest >= 20:
        words.append(tens(rest // 10 * 10, style))
        rest %= 10
    return words + ([below_twenty(rest, style)] if rest else [])


def number_of(n: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"


def spell(n: int, style: Style) -> str:
    """The number in Russian words."""
    if n == 0:
        return written(ZERO[style.case], style)
    words, rest = [], n
    for scale, noun in SCALES:
        count, rest = divmod(rest, scale)
        if count:
            words += [*below_thousand(count, Style(style.case)), noun + ENDINGS[number_of(count)][style.case]]
    thousands, rest = divmod(rest, 1000)
    if thousands:
        words += [*below_thousand(thousands, Style(style.case, "f")), THOUSAND[number_of(thousands)][style.case]]
    return written(" ".join(words + below_thousand(rest, style)), style)


def written(words: str, style: Style) -> str:
    return words if style.yo else words.replace("ё", "е")


styles = st.builds(Style, st.integers(0, 5), st.sampled_from("mfn"), st.booleans())
amounts = st.integers(0, 10**15 - 1) | st.integers(0, 10**4) | st.sampled_from([10**e for e in range(15)])


@given(amounts, styles)
def test_a_spelled_number_comes_back(n: int, style: Style) -> None:
    words = spell(n, style)
    assert [(found.text, found.value) for found in numbers(words, "ru")] == [(words, float(n))]


@pytest.mark.parametrize("case", range(6))
def test_every_number_to_a_thousand_comes_back(case: int) -> None:
    spelled = {n: spell(n, Style(case)) for n in range(1001)}
    read = {n: [found.value for found in numbers(words, "ru")] for n, words in spelled.items()}
    assert read == {n: [float(n)] for n in spelled}


@given(amounts.filter(lambda n: n > 0), st.integers(1, 99), st.booleans())
def test_decimals_come_back(n: int, parts: int, joined: bool) -> None:
    whole = spell(n, Style(gender="f"))
    wholes = "целая" if number_of(n) == "one" else "целых"
    hundredths = "сотая" if number_of(parts) == "one" else "сотых"
    words = f"{whole} {wholes} {'и ' if joined else ''}{spell(parts, Style(gender='f'))} {hundredths}"
    (found,) = numbers(words, "ru")
    assert (found.text, found.value) == (words, pytest.approx(n + parts / 100))


@given(st.integers(0, 997), st.sampled_from(["тысячи", "миллиона", "миллиарда"]))
def test_halves_come_back(n: int, scale: str) -> None:
    factor = {"тысячи": 1e3, "миллиона": 1e6, "миллиарда": 1e9}[scale]
    words = f"{spell(n + 2, Style())} с половиной {scale}"
    assert [(found.text, found.value) for found in numbers(words, "ru")] == [(words, (n + 2.5) * factor)]
