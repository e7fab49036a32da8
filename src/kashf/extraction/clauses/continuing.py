"""Continuing: whether a word still belongs to the Arabic noun phrase before it."""

from __future__ import annotations

from collections.abc import Mapping

from kashf.extraction.words.word import Word

__all__ = ["LONGEST_ATOM", "adjectival", "counted_of", "covered"]

LONGEST_ATOM = 16
"""Words of the longest name or figure."""
_COUNTED_OF = frozenset(
    {"goods", "arms", "drugs", "antiquities", "facility", "shop", "business", "vessel", "vehicle"}
)  # fmt: skip
_SOMEBODY = frozenset({"persons", "people", "person", "time", "currency"})


def counted_of(before: Word, word: Word) -> bool:
    """«4 ملايين حبة كبتاغون», «23 شركة صرافة», «31 صاحب محل»: behind what is counted stands what it is of."""
    nouns = before.category in ("noun", "title") and word.category == "noun"
    if not nouns or before.accusative or word.accusative or word.definite or before.norm.endswith(("ون", "ين")):
        return False
    if not before.classes.isdisjoint(_SOMEBODY):
        return not word.classes.isdisjoint(_COUNTED_OF)  # «31 صاحب محل»
    return not before.classes.isdisjoint(_COUNTED_OF) and word.classes.isdisjoint(_SOMEBODY)


def covered(atoms: Mapping[int, int], position: int) -> bool:
    """Whether a word lies in an atom, which is no longer than `LONGEST_ATOM` words."""
    return any(atoms.get(start, 0) > position for start in range(position, max(-1, position - LONGEST_ATOM), -1))


_ADJECTIVE_ENDINGS = ("ي", "يه", "يين", "يون", "يات", "وي")


def adjectival(word: Word) -> bool:
    """A definite word that says how rather than what: unknown to the lexicon, a participle, or a nisba."""
    if word.category in ("unknown", "participle"):
        return True
    if word.category in ("noun", "title"):
        return word.norm.endswith(("يه", "يين", "يون", "يات")) or (word.stem.endswith("ي") and "people" in word.classes)
    return False
