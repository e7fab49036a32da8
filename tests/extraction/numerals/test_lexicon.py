from __future__ import annotations

import pytest

from kashf.errors import DataError
from kashf.extraction.numerals.lexicon import lexicon
from kashf.language import LANGUAGES


def pieces(word: str, language: str = "ar") -> list[tuple[str, tuple[str, ...], bool]]:
    """The parts of a folded word, the kinds of each, and whether the article is part of it."""
    return [
        (
            word[piece.offset : piece.offset + piece.length],
            tuple(sorted({s.kind for s in piece.node.senses})),
            piece.definite,
        )
        for piece in lexicon(language)[word]
    ]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("ثلاثون", ["ثلاثون"]),
        ("وثلاثون", ["و", "ثلاثون"]),
        ("والثلاثون", ["و", "الثلاثون"]),
        ("للدينار", ["ل", "لدينار"]),
        ("بنحو", ["ب", "نحو"]),
        ("وبنحو", ["و", "ب", "نحو"]),
        ("بين", ["بين"]),
        ("لست", ["لست"]),
        ("كمنجه", []),
        ("مقاتليهم", ["مقاتليهم"]),
        ("كتابهم", []),
    ],
)
def test_particles_are_taken_off_what_the_tables_know(word: str, parts: list[str]) -> None:
    assert [part for part, _, _ in pieces(word)] == parts


def test_the_article_is_part_of_its_word() -> None:
    assert [definite for _, _, definite in pieces("والثلاثون")] == [False, True]


def test_some_words_are_others_with_the_article() -> None:
    assert (pieces("اب") != [], pieces("الاب")) == (True, [])


@pytest.mark.parametrize("word", ["fevrier", "février"])
def test_accents_may_be_left_out_where_the_language_lets_them(word: str) -> None:
    assert pieces(word, "fr") == [(word, ("month",), False)]


def test_short_words_keep_their_accents() -> None:
    assert "since" not in {kind for _, kinds, _ in pieces("des", "fr") for kind in kinds}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_tables(language: str) -> None:
    assert len(lexicon(language).root.children) > 1000


def test_a_language_without_tables_is_an_error() -> None:
    with pytest.raises(DataError, match="language/xx"):
        lexicon("xx")
