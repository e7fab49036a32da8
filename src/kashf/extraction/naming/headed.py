"""Names by the noun before them that says what is named: «معهد إلكانو الملكي», «حقلي التنك والعمر»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.extraction.naming.name import HEADS, Name, bare_word
from kashf.extraction.words.word import Word
from kashf.records.spans import MentionKind

__all__ = ["find_headed"]

_WHOLE = frozenset({"organisation", "group", "place"})
_GENERIC_TERRITORY = frozenset({"ارض", "دوله", "بلد", "خارج", "حدود", "ميدان", "معقل", "عاصمه", "ملاذ", "قاره"})


def _head_kind(word: Word) -> MentionKind | None:
    if word.category != "noun" or word.definite or word.reading is None or word.reading.lemma in _GENERIC_TERRITORY:
        return None
    numbers = {reading.number for reading in word.readings if reading.category == "noun"}
    for name, kind in HEADS:
        if name in word.classes:
            return kind if "s" in numbers or (kind == "facility" and "d" in numbers) else None
    return None


def _names_behind(at: Sequence[Word], head: int, kind: MentionKind, taken: set[int]) -> Iterator[Name]:
    first = head + 1
    if first in taken or not _name_part(at[first], at[head]):
        return
    last = first + 1
    while last < len(at) and last not in taken and _goes_on(at, last, kind):
        last += 1
    start = head if kind in _WHOLE else first
    yield Name(start, last, kind, " ".join(bare_word(word) for word in at[start:last]))
    if kind == "facility" and last < len(at) and _joined_name(at[last]):
        yield Name(last, last + 1, kind, bare_word(at[last]))


def _name_part(word: Word, head: Word) -> bool:
    if word.split.conjunction or word.split.preposition or word.split.ending or word.accusative or word.readings:
        return False
    agrees = word.norm.endswith("ه") and head.norm.endswith("ه")
    return word.category == "unknown" and not agrees and (word.split.article or not word.norm.endswith(("يه", "ي")))


def _goes_on(at: Sequence[Word], position: int, kind: MentionKind) -> bool:
    word = at[position]
    if word.split.conjunction or word.accusative or word.category not in ("unknown", "noun", "participle"):
        return False
    if word.split.preposition == "ل" and word.split.article:
        return kind == "organisation"
    if word.split.preposition or word.split.ending:
        return False
    if kind == "facility":
        return word.category == "unknown" and not word.norm.endswith(("يين", "يه", "ين")) and not word.split.article
    return word.category == "unknown" or word.split.article


def _joined_name(word: Word) -> bool:
    return (
        word.split.conjunction == "و"
        and word.category == "unknown"
        and word.split.article
        and not word.split.preposition
    )


def find_headed(at: Sequence[Word], taken: set[int]) -> Iterator[Name]:
    """Bodies, groups, facilities and places by their head noun: «معهد إلكانو الملكي», «حقلي التنك والعمر»."""
    position = 0
    while position < len(at) - 1:
        kind = _head_kind(at[position])
        found = list(_names_behind(at, position, kind, taken)) if kind and position not in taken else []
        yield from found
        position = found[-1].last if found else position + 1
