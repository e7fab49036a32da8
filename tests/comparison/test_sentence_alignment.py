"""Sentences of two reports that go with each other."""

from __future__ import annotations

import pytest

from kashf.comparison.sentence_alignment import Sentence, aligned, sentences_of


def told(*sentences: str) -> tuple[Sentence, ...]:
    """Sentences of so many letters, each letter a mark."""
    return tuple(Sentence(len(marks), frozenset(marks)) for marks in sentences)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (told("abc", "def", "ghi"), told("abc", "def", "ghi"), 1, 1),
        (told("abcdef", "ghi"), told("abc", "def", "ghi"), 1, 1),
        (told("abc", "def", "ghi"), told("ghi", "def", "abc"), 0.3, 0.4),
        (told("abc", "def", "ghi"), told("abd", "cef", "xyz"), 0.4, 0.5),
        (told("abc"), told("xyz"), 0, 0),
        (told("abc"), (), 0, 0),
    ],
)
def test_sentences_go_together_in_order(
    one: tuple[Sentence, ...], other: tuple[Sentence, ...], least: float, most: float
) -> None:
    assert least <= aligned(one, other) <= most
    assert least <= aligned(other, one) <= most


def test_a_stop_behind_initials_ends_no_sentence() -> None:
    text = "The U.S. listed 3 men. It froze 4 accounts.\nMr. Lee denies it."
    parts = sentences_of(text, [(0, len(text))], [(text.index("3"), "#3"), (text.index("4"), "#4")])
    assert [part.told for part in parts] == [{"#3"}, {"#4"}, frozenset()]
