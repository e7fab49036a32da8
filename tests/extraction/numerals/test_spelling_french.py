"""Numbers spelled in French words come back as they were: of France, Belgium or Switzerland, in the spelling of 1990 or
before, in either gender, with the plural's s or without."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.extraction.numerals import numbers

SMALL = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
TENS = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"]
SWISS = {70: "septante", 80: "huitante", 90: "nonante"}
SCALES = [(10**12, "billion"), (10**9, "milliard"), (10**6, "million")]


@dataclass(frozen=True)
class Style:
    """How a writer spells: hyphens between all words or between tens and units alone, gender, country, plurals."""

    all_hyphens: bool = False
    hyphen: str = "-"
    feminine: bool = False
    swiss: bool = False
    plural: bool = True


def below_hundred(n: int, style: Style) -> str:
    if n == 1 and style.feminine:
        return "une"
    if n < 20:
        return SMALL[n].replace("-", style.hyphen)
    ten, unit = n // 10, n % 10
    if style.swiss and 10 * ten in SWISS:
        return with_unit(SWISS[10 * ten], unit, style)
    if ten in (7, 9):
        unit += 10
    if ten >= 8:
        eighty = TENS[ten].replace("-", style.hyphen)
        return eighty + (style.hyphen + below_hundred(unit, style) if unit else "s" * style.plural)
    return with_unit(TENS[ten], unit, style)


def with_unit(ten: str, unit: int, style: Style) -> str:
    if unit == 0:
        return ten
    joint = style.hyphen if style.all_hyphens else " "
    return ten + (f"{joint}et{joint}" if unit in (1, 11) else style.hyphen) + below_hundred(unit, style)


def below_thousand(n: int, style: Style) -> str:
    hundreds, rest = divmod(n, 100)
    if hundreds == 0:
        return below_hundred(rest, style)
    joint = "-" if style.all_hyphens else " "
    cent = "cent" if hundreds == 1 else SMALL[hundreds] + joint + "cent" + "s" * (style.plural and rest == 0)
    return cent + (joint + below_hundred(rest, style) if rest else "")


def spell(n: int, style: Style) -> str:
    """The number in French words."""
    joint = "-" if style.all_hyphens else " "
    inner = Style(style.all_hyphens, style.hyphen, False, style.swiss, False)
    rest, parts = n, []
    for scale, name in SCALES:
        count, rest = divmod(rest, scale)
        if count:
            parts.append(below_thousand(count, inner) + joint + name + "s" * (style.plural and count > 1))
    thousands, rest = divmod(rest, 1000)
    if thousands:
        parts.append("mille" if thousands == 1 else below_thousand(thousands, inner) + joint + "mille")
    if rest or not parts:
        parts.append(below_thousand(rest, style))
    return joint.join(parts)


def style(all_hyphens: bool, spaced: bool, feminine: bool, swiss: bool, plural: bool) -> Style:
    return Style(all_hyphens, " " if spaced and not all_hyphens else "-", feminine, swiss, plural)


styles = st.builds(style, st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans())
amounts = st.integers(0, 10**15 - 1) | st.integers(0, 10**4) | st.sampled_from([10**e for e in range(15)])


@given(amounts, styles)
def test_a_spelled_number_comes_back(n: int, style: Style) -> None:
    words = spell(n, style)
    assert [(found.text, found.value) for found in numbers(words, "fr")] == [(words, float(n))]


@pytest.mark.parametrize("how", [Style(), Style(True), Style(hyphen=" "), Style(swiss=True), Style(feminine=True)])
def test_every_number_to_a_thousand_comes_back(how: Style) -> None:
    spelled = {n: spell(n, how) for n in range(1001)}
    read = {n: [found.value for found in numbers(words, "fr")] for n, words in spelled.items()}
    assert read == {n: [float(n)] for n in spelled}


@given(amounts, st.integers(1, 99))
def test_decimals_come_back(n: int, cents: int) -> None:
    zero = "zéro " if cents < 10 else ""
    words = f"{spell(n, Style())} virgule {zero}{below_hundred(cents, Style(plural=False))}"
    (found,) = numbers(words, "fr")
    assert (found.text, found.value) == (words, pytest.approx(float(f"{n}.{cents:02}")))


@given(st.integers(0, 10**12), st.sampled_from([".", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"]))
def test_digits_in_groups_come_back(n: int, separator: str) -> None:
    assert [found.value for found in numbers(f"{n:,}".replace(",", separator), "fr")] == [float(n)]
