"""What a pattern over items cannot do without."""

from __future__ import annotations

import pytest

from kashf.extraction.numerals.alphabet import Alphabet
from kashf.extraction.numerals.patterns import Pattern, Places, shape

PATTERNS = [
    ("day=n_day|o_day month", {"n_day|o_day", "month"}),
    ("lead? day* month{0,2} year", {"year"}),
    ("(of (the month) year)", {"the", "month", "of", "year"}),
    ("(of the)? year", {"year"}),
    ("(clock|day and) year", {"clock|day", "and", "year"}),
    ("((clock)|day) year", {"year"}),
    ("(?<=in) year (?!unit|plain) (?=stop)", {"year"}),
    ("(a) | b", set()),
    ("", set()),
]


@pytest.mark.parametrize(("pattern", "kinds"), PATTERNS)
def test_what_is_optional_or_one_of_several_is_not_needed(pattern: str, kinds: set[str]) -> None:
    assert {need.kinds for need in shape(pattern)[1]} == kinds


SHAPES = [
    ("day month", 2, [0, 1]),
    ("lead? day of* month", 9, [1, 8]),
    ("((a b)|c) day", 3, [2]),
    ("day (of (the month) year)", 5, [0, 1, 2, 3, 4]),
    ("(?<=in) year (?=stop)", 3, [1]),
    ("day{0,2} month", 7, [6]),
]


@pytest.mark.parametrize(("pattern", "longest", "before"), SHAPES)
def test_how_long_a_match_is_and_what_stands_before_its_needs(pattern: str, longest: int, before: list[int]) -> None:
    found = shape(pattern)
    assert (found[0], [need.before for need in found[1]]) == (longest, before)


@pytest.fixture(scope="module")
def alphabet() -> Alphabet:
    return Alphabet([frozenset({"day"}), frozenset({"month"}), frozenset({"month", "unit"})])


@pytest.mark.parametrize(
    ("items", "count"), [(["day", "month"], 1), (["day"], 0), (["month"], 0), (["month", "day"], 0)]
)
def test_a_pattern_is_found_where_its_expression_is(alphabet: Alphabet, items: list[str], count: int) -> None:
    codes = "".join(alphabet.codes[frozenset({kind})] for kind in items)
    pattern = Pattern("day month", alphabet)
    assert len(list(pattern.find(Places(codes)))) == count == len(alphabet.compile("day month").findall(codes))
