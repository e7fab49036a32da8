from __future__ import annotations

import pytest

from kashf.extraction.numerals.alphabet import Alphabet, number_kinds
from kashf.extraction.numerals.senses import Number

KINDS = [frozenset({"month"}), frozenset({"weekday"}), frozenset({"weekday", "digit"})]


@pytest.fixture
def alphabet() -> Alphabet:
    return Alphabet(KINDS)


def spelled(alphabet: Alphabet, *kinds: str) -> str:
    return "".join(alphabet.codes[frozenset(kind.split("+"))] for kind in kinds)


@pytest.mark.parametrize(
    ("pattern", "items", "found"),
    [
        ("month", ["month"], True),
        ("month|weekday", ["weekday"], True),
        ("weekday", ["weekday+digit"], True),
        ("weekday month?", ["weekday"], True),
        ("weekday month", ["weekday"], False),
        ("(month|weekday) (?!month)", ["weekday", "month"], False),
        ("year", ["month"], False),
    ],
)
def test_patterns_speak_of_kinds(alphabet: Alphabet, pattern: str, items: list[str], found: bool) -> None:
    assert bool(alphabet.compile(pattern).match(spelled(alphabet, *items))) == found


def test_a_name_tells_which_item_it_was(alphabet: Alphabet) -> None:
    match = alphabet.compile("weekday day=month").match(spelled(alphabet, "weekday", "month"))
    assert match
    assert match.start("day") == 1


def test_a_name_may_stand_in_two_places(alphabet: Alphabet) -> None:
    pattern = alphabet.compile("(a=month|weekday a=weekday)")
    assert set(pattern.groupindex) == {"a", "a_"}


def test_repetition_has_an_end(alphabet: Alphabet) -> None:
    match = alphabet.compile("month*").match(spelled(alphabet, *["month"] * 50))
    assert match
    assert match.end() == 6


@pytest.mark.parametrize(
    ("number", "kind", "expected"),
    [
        (Number(5.0, digits=True, width=1), "n_day", True),
        (Number(32.0, digits=True, width=2), "n_day", False),
        (Number(2014.0, digits=True, width=4), "n_recent", True),
        (Number(1436.0, digits=True, width=4), "n_recent", False),
        (Number(1436.0, digits=True, width=4), "n_year", True),
        (Number(2014.0), "n_year", True),
        (Number(14.0, digits=True, width=2), "n_short", True),
        (Number(3.0, "ordinal"), "o_day", True),
        (Number(40.0, "ordinal"), "o_day", False),
        (Number(0.5, "fraction"), "number", False),
    ],
)
def test_what_a_number_may_be_in_a_date(number: Number, kind: str, expected: bool) -> None:
    assert (kind in number_kinds(number)) == expected
