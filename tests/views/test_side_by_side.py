"""Two texts side by side: rows that belong together, nothing lost, nothing slow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.views.side_by_side import side_by_side, too_alike
from kashf.views.texts import masked

WORDS = st.lists(
    st.sampled_from(["وزارة", "وزاره", "seized", "3", "tonnes", "؛", "\n", "\n\n", "«x»", "\u202e"]), max_size=30
)


def told(rows, side):
    return "".join(part.text for row in rows for part in getattr(row, side))


def kinds(rows):
    return {part.kind for row in rows for part in (*row.one, *row.other)} - {"between", "kept"}


@pytest.mark.parametrize(
    ("one", "other", "different"),
    [
        ("The bank froze two accounts.", "The bank froze two accounts.", set()),
        ("The bank froze two accounts.", "The bank froze nine accounts.", {"replaced"}),
        ("The bank froze accounts.", "The bank, he said, froze accounts.", {"inserted"}),
        ("The bank at once froze accounts.", "The bank froze accounts.", {"dropped"}),
        ("قالت الوزارة إن الشركة حوّلت المال", "قالت الوزاره ان الشركة حولت المال", {"spelled"}),
        ("", "", set()),
        ("", "words", {"inserted"}),
        ("words", "", {"dropped"}),
    ],
)
def test_what_differs_is_told_by_how(one, other, different):
    assert kinds(side_by_side(one, other)) == different


def test_paragraphs_that_belong_together_stand_in_one_row():
    one = "Title\nThe ministry seized 3 tonnes.\n\nIt gave no names.\nEnd"
    other = "Title\nThe ministry seized 4 tonnes.\nIt gave no names.\n\nEnd"
    rows = side_by_side(one, other)
    assert [row.differs for row in rows] == [False, True, False, False]
    assert all(told([row], "one").split()[0] == told([row], "other").split()[0] for row in rows)


@given(WORDS, WORDS)
def test_both_texts_are_there_whole(one, other):
    texts = " ".join(one), " ".join(other)
    rows = side_by_side(*texts)
    assert (told(rows, "one"), told(rows, "other")) == tuple(map(masked, texts))


def test_texts_of_one_word_said_over_and_over_are_not_aligned():
    text = "a " * 20_000
    assert too_alike(text, text)
    [row] = side_by_side(text, text)
    assert {part.kind for part in (*row.one, *row.other)} == {"between"}


def test_articles_are_never_too_alike():
    assert not too_alike(
        "the ministry of finance said that the firm moved money " * 60, "the firm of the ministry " * 60
    )
