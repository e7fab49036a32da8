from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.views.texts import direction_of, is_disguised, isolated, masked, script_of, shortened, shown


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain", "plain"),
        ("gold\u202edlog", "golddlog"),
        ("\u2066a\u2069b\u2067", "ab"),
        ("a\x00b\x1b[31mc\x07", "ab[31mc"),
        ("a\ud800b", "ab"),
        ("two\nlines\t and  spaces", "two lines and spaces"),
        ("نص\u200cعربي\u200f", "نص\u200cعربي\u200f"),
        (None, ""),
    ],
)
def test_shown_text_hides_and_reorders_nothing(text: str | None, safe: str) -> None:
    assert shown(text) == safe


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_masking_keeps_offsets(text: str) -> None:
    safe = masked(text)
    assert len(safe) == len(text)
    assert all(new in (old, "\N{REPLACEMENT CHARACTER}") for old, new in zip(text, safe, strict=True))


@pytest.mark.parametrize(
    ("text", "direction"), [("العربية a", "rtl"), ("a العربية", "ltr"), ("12، 3", None), ("", None)]
)
def test_direction_is_that_of_the_first_letter(text: str, direction: str | None) -> None:
    assert direction_of(text) == direction


@pytest.mark.parametrize(
    ("text", "around", "told"),
    [
        ("Post", "ltr", "Post"),
        ("Post", "rtl", "\u2068Post\u2069"),
        ("نص", "ltr", "\u2068نص\u2069"),
        ("نص", "rtl", "نص"),
        ("12%", "rtl", "12%"),
    ],
)
def test_only_the_other_direction_is_isolated(text: str, around: str, told: str) -> None:
    assert isolated(text, around) == told  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("نادر", "arabic"),
        ("Nader", "latin"),
        ("Надер", "cyrillic"),
        ("מטבע", "hebrew"),
        ("中文", "other"),
        ("12", "other"),
    ],
)
def test_scripts_are_told_apart(text: str, script: str) -> None:
    assert script_of(text) == script


@given(st.text(min_size=1), st.integers(5, 30))
def test_shortened_text_fits(text: str, length: int) -> None:
    assert len(shortened(text, length)) <= max(length, 1)


def test_text_is_shortened_at_a_word() -> None:
    assert shortened("a network of small exchange houses", 20) == "a network of small…"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Аlрhа", True),
        ("Bank of Аlpha", True),
        ("раураl.com", True),
        ("Αlpha Bank", True),
        ("Alpha", False),
        ("Альфа", False),
        ("Alpha Альфа", False),
        ("Alpha-Банк", False),
        ("бренд X5", False),
        ("داعشISIS", False),
        ("10 μm", False),
        ("Ångström", False),
        ("", False),
        ("x" * 200_000, False),
        ("xж" * 100_000, True),
    ],
)
def test_a_word_of_letters_that_look_alike_is_seen(text: str, found: bool) -> None:
    assert is_disguised(text) is found
