"""The short vowels of Arabic, which most texts leave out. Where one is written it tells words apart that share their
letters: خُمس is a fifth and خَمس five, ثُمن an eighth and ثَمن a price."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from kashf.extraction.numerals.senses import Sense

__all__ = ["fitting", "vowels"]

_VOWELS = frozenset("\u064e\u064f\u0650\u0652")
"""fatha, damma, kasra, and the sign that there is none"""
_UNSAID = "."
_NO_LETTERS = ("Mn", "Cf", "Lm")


def vowels(written: str) -> str:
    """The vowel written on each letter, a dot where none is; nothing where the word has none at all.

    >>> vowels("خُمس").replace(chr(0x64F), "u"), vowels("خمس")
    ('u..', '')
    """
    if _VOWELS.isdisjoint(written):
        return ""
    found: list[str] = []
    for character in written:
        if character in _VOWELS and found:
            found[-1] = character
        elif unicodedata.category(character) not in _NO_LETTERS:
            found.append(_UNSAID)
    return "".join(found)


def fitting(senses: Iterable[Sense], written: str) -> tuple[Sense, ...]:
    """The senses that the vowels of a word, or of its last letters, do not speak against.

    Some words mean a number with their vowel alone (`vowelled`): these need it to be written.
    """
    found = vowels(written)
    return tuple(sense for sense in senses if _fits(sense, found))


def _fits(sense: Sense, found: str) -> bool:
    pairs = [pair for pair in zip(reversed(sense.vowels), reversed(found), strict=False) if _UNSAID not in pair]
    return all(said == heard for said, heard in pairs) and (bool(pairs) or not sense.vowelled)
