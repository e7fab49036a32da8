"""Ids: the same thing has the same id, wherever and whenever it is read."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.records import Report, content_id

parts = st.lists(st.none() | st.text(st.characters(exclude_characters="\x00\x1f"), max_size=6), min_size=1, max_size=4)


@given(parts, parts)
def test_different_parts_have_different_ids(one: list[str | None], other: list[str | None]) -> None:
    assert (content_id("c", *one) == content_id("c", *other)) == (one == other)


@given(parts)
def test_an_id_is_a_letter_and_sixteen_digits(one: list[str | None]) -> None:
    assert re.fullmatch(r"c-[0-9a-f]{16}", content_id("c", *one))


def test_half_a_surrogate_is_no_obstacle() -> None:
    assert content_id("r", "\ud83d") != content_id("r", "\ud83e")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a", None), ("a", "")),
        (("a", None), ("a",)),
        (("a",), ("A",)),
    ],
)
def test_near_misses_differ(one: tuple[str | None, ...], other: tuple[str | None, ...]) -> None:
    assert content_id("x", *one) != content_id("x", *other)


def test_ids_stay_what_they_were() -> None:
    """Ids are stored in ledgers: a change of the hash would orphan every judgement in them."""
    assert content_id("r", "نص", "https://example.org/1", None, date(2024, 3, 5)) == "r-69d23c462916300a"


@pytest.mark.parametrize(
    "changed",
    [
        ("other", "u", "o", date(2024, 1, 1)),
        ("text", "v", "o", date(2024, 1, 1)),
        ("text", "u", "p", date(2024, 1, 1)),
        ("text", "u", "o", date(2024, 1, 2)),
        ("text", "u", "o", None),
    ],
)
def test_a_report_is_its_text_address_outlet_and_day(changed: tuple[str, str, str, date | None]) -> None:
    assert Report.identify(*changed) != Report.identify("text", "u", "o", date(2024, 1, 1))
