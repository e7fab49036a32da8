"""Names by the noun before them that says what is named: «معهد إلكانو الملكي», «حقلي التنك والعمر»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.extraction.naming.name import HEADS, Name, bare_word
from kashf.extraction.words.word import NOMINAL, Word
from kashf.language.closed import words
from kashf.records.spans import MentionKind

__all__ = ["find_headed"]

_WHOLE = frozenset({"organisation", "group", "place"})
LONGEST_FUNCTION = 6
"""Words of a body's name that says what it is for, up to the definite noun: «هيئة مكافحة غسل الأموال»."""
SHORTEST_NAME = 3
_GENERIC_TERRITORY = frozenset({"ارض", "دوله", "بلد", "خارج", "حدود", "ميدان", "معقل", "عاصمه", "ملاذ", "قاره"})


def find_headed(at: Sequence[Word], taken: set[int], *, strict: bool = False) -> Iterator[Name]:
    """Bodies, groups, facilities and places by their head noun: «معهد إلكانو الملكي», «حقلي التنك والعمر»; bodies by
    what they are for: «هيئة مكافحة الفساد».

    `strict`: a tagger has been asked, so that a place is none, and a definite word names a body only behind a noun that
    belongs to its name («شركة الأطلسي»).
    """
    position = 0
    while position < len(at) - 1:
        kind = _head_kind(at[position]) if position not in taken else None
        found = list(_named(at, position, kind, taken)) if kind and not (strict and kind == "place") else []
        found = [name for name in found if not (strict and _doubtful(at, position, kind))]
        yield from found
        position = found[-1].last if found else position + 1


def _named(at: Sequence[Word], head: int, kind: MentionKind, taken: set[int]) -> Iterator[Name]:
    last = _function_end(at, head, taken) if kind == "organisation" else None
    if last is None:
        yield from _names_behind(at, head, kind, taken)
    else:
        yield Name(head, last, kind, " ".join(bare_word(word) for word in at[head:last]))


def _doubtful(at: Sequence[Word], head: int, kind: MentionKind | None) -> bool:
    attached = at[head].stem in words("ar", "titles", "attached") or at[head + 1].norm in _functions()
    return kind != "facility" and at[head + 1].split.article and not attached


def _functions() -> frozenset[str]:
    return words("ar", "titles", "functions")


def _function_end(at: Sequence[Word], head: int, taken: set[int]) -> int | None:
    """The end of a body's name that says what it is for: at the definite noun that closes it, and its adjectives."""
    boards = words("ar", "titles", "boards")
    if at[head + 1].norm not in _functions() or {at[head].stem, at[head + 1].stem} <= boards:
        return None  # «مجلس إدارة البنك» is no name but the bank's board
    last = head + 2
    while last < min(len(at), head + LONGEST_FUNCTION) and last not in taken and _plain_noun(at[last]):
        last += 1
        if at[last - 1].split.article:
            break
    if not at[last - 1].split.article:
        return None
    while last < len(at) and last not in taken and _definite_adjective(at[last]):
        last += 1
    return last


def _plain_noun(word: Word) -> bool:
    return word.category in NOMINAL and not (word.split.conjunction or word.split.preposition or word.split.ending)


def _definite_adjective(word: Word) -> bool:
    return _plain_noun(word) and word.split.article and word.category in ("unknown", "participle")


def _head_kind(word: Word) -> MentionKind | None:
    if word.category != "noun" or word.definite or word.reading is None or word.reading.lemma in _GENERIC_TERRITORY:
        return None
    if word.stem.endswith("ا") and not word.reading.lemma.endswith("ا"):
        return None  # «موقفا صعبا»: in the accusative, with an adjective behind it
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
    if len(word.stem) < SHORTEST_NAME:
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
