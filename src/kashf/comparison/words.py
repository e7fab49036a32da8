"""Words as comparison sees them: folded, and where two inflections should meet, cut to a stem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import LCSseq

from kashf.domain import concepts, naming, plain_token
from kashf.text.folding import fold

__all__ = [
    "agreement",
    "folded_words",
    "listed_meaning",
    "listed_meanings",
    "meanings",
    "shared",
    "stem",
    "stems",
    "written_in",
]

_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[\u0620-\u06ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_PROCLITIC = re.compile(r"ال|لل|[وفبكل]")
_SUFFIXES = ("هما", "كما", "تها", "ته", "ها", "هم", "هن", "نا", "كم", "ات", "ون", "ين", "ان", "يه", "ه", "ي", "ا")
LEAST_STEM = 3
"""An Arabic stem keeps so many letters: the root's."""
LEAST_MEANING = 3
"""Shorter words are particles."""
LATIN_STEM = 6
"""Words of the other scripts are cut after so many letters: inflection follows (sanction, sanctions, sanctioned)."""


def folded_words(text: str) -> list[str]:
    """The words and numbers of a text, folded, without marks; `#` and `_` part words.

    >>> folded_words("باعَ #تنظيم_داعش 18 مليونًا")
    ['باع', 'تنظيم', 'داعش', '18', 'مليونا']
    """
    return _WORD.findall(fold(text).text)


@lru_cache(maxsize=262_144)
def stem(word: str) -> str:
    """What a folded word has in common with its inflections: a rough cut, made for comparing and for nothing else.

    Letters that may be clitics are cut as often as they stand there, so that «وزارة», «لوزارة» and «الوزارة» meet.

    >>> stem("اموالهم") == stem("والاموال"), stem("sanctions") == stem("sanctioned")
    (True, True)
    """
    if not _ARABIC.search(word):
        return word[:LATIN_STEM]
    found = _PROCLITIC.match(word)
    while found and len(word) - found.end() >= LEAST_STEM:
        word = word[found.end() :]
        found = _PROCLITIC.match(word)
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= LEAST_STEM:
            word = word[: -len(suffix)]
    return word


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order."""
    return tuple(map(stem, folded_words(text)))


def _plain(word: str) -> str:
    return plain_token(folded_words(word)[0])


def _stem_of(word: str) -> str:
    return stem(folded_words(word)[0])


@lru_cache(maxsize=131_072)
def _meaning(word: str) -> str:
    cut = stem(word)
    return concepts(_plain).get(plain_token(word)) or concepts(_stem_of).get(cut, cut)


@lru_cache(maxsize=131_072)
def meanings(text: str) -> frozenset[str]:
    """What a short phrase says, to compare it with another: the concepts of its words, and the stems of the rest.

    >>> meanings("هجمات إرهابية") & meanings("terrorist operations") == {"attacks", "terrorism"}
    True
    """
    linking = naming().linking
    return frozenset(
        _meaning(word) for word in folded_words(text) if len(word) >= LEAST_MEANING and word not in linking
    )


def listed_meanings(text: str) -> frozenset[str]:
    """The concepts that a text tells, whatever language it is in: what its translation tells too.

    >>> sorted(listed_meanings("خرج المال في ثلاث سيارات") & listed_meanings("L’argent est parti en trois véhicules"))
    ['money', 'vehicles']
    """
    return meanings(text) & _concept_names()


@lru_cache(maxsize=131_072)
def listed_meaning(word: str) -> str | None:
    """The concept that one folded word tells; None where the table of concepts does not know it."""
    if len(word) < LEAST_MEANING or word in naming().linking:
        return None
    told = _meaning(word)
    return told if told in _concept_names() else None


@cache
def _concept_names() -> frozenset[str]:
    return frozenset(concepts(_stem_of).values())


def shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two sequences share in order (their longest common subsequence)."""
    return int(LCSseq.similarity(one, other))


def agreement(one: Sequence[str], other: Sequence[str], least: int = 1) -> float:
    """The share of the shorter sequence's words that stand in the other in order: 0 to 1. A sequence of fewer words
    than `least` is taken to have so many, for a word or two in common say little."""
    return shared(one, other) / max(least, min(len(one), len(other))) if one and other else 0.0


def written_in(text: str) -> str:
    """The script of a text: `arabic`, `cyrillic` or `latin`, by its first letter that is of one of them."""
    arabic, cyrillic = _ARABIC.search(text), _CYRILLIC.search(text)
    if arabic and (cyrillic is None or arabic.start() < cyrillic.start()):
        return "arabic"
    return "cyrillic" if cyrillic else "latin"
