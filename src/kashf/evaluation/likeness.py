"""When two stretches of text are the same for the measure, however they are spelt.

Words are compared folded (`kashf.text.fold`), without punctuation and hashtag signs, and Arabic words without the
particles and the article that are written together with them: «بالوقود» and «الوقود» are one word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from kashf.text import fold

__all__ = ["comparable", "overlap", "within"]

_SEPARATORS = re.compile(r"[\s\"'،,.;:؛!?؟()\[\]_-]+")
_PROCLITIC = re.compile(r"^(?:وال|فال|بال|كال|لل|ال|[وفبلك])(?=[\u0621-\u064a]{3})")
"""A particle or the article counts as one only where at least three letters are left: «كلب» keeps its kaf."""

REMEMBERED = 1 << 14
"""Texts whose words are kept: the evidence of some thousand claims, each compared with many."""


@lru_cache(maxsize=REMEMBERED)
def comparable(text: str) -> str:
    """The text as it is compared: folded, its words separated by single spaces."""
    return _SEPARATORS.sub(" ", fold(text).text.replace("#", "")).strip()


@lru_cache(maxsize=REMEMBERED)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_bare(word) for word in comparable(text).split())


def _bare(word: str) -> str:
    shorter = _PROCLITIC.sub("", word)
    return word if shorter == word else _bare(shorter)


def overlap(one: str, other: str) -> float:
    """The share of words that both have, in order, in the longer of the two: 0 to 1."""
    first, second = _words(one), _words(other)
    return _shared(first, second) / max(len(first), len(second)) if first and second else 0.0


def within(one: str, other: str) -> float:
    """The share of the shorter text's words that the other has, in order: 0 to 1."""
    first, second = _words(one), _words(other)
    return _shared(first, second) / min(len(first), len(second)) if first and second else 0.0


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)
