"""What stands beside a name in capitals tells what it names: others of one list, and what follows a comma behind it."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.naming.name import HEADS, Name
from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.records.spans import MentionKind

__all__ = ["apposed", "beside"]

APPOSED = 4
"""Words behind a comma and an article among which the noun of an apposition is looked for."""
LONGEST_LINK = 3
"""Words and marks between two names of an enumeration."""
_PERSONS = frozenset({"people", "persons", "title"})
_KINDS: tuple[tuple[str, MentionKind], ...] = (*HEADS[:3], ("outlet", "organisation"), ("territory", "place"))


def beside(at: Sequence[Word], names: Sequence[Name], number: int) -> MentionKind | None:
    """The kind that a name's neighbours in an enumeration share: «Tyre, Nabatieh and Sidon» are three towns."""
    name = names[number]
    before = names[number - 1] if number else None
    behind = names[number + 1] if number + 1 < len(names) else None
    if before is not None and before.kind == "place" and _enumerated(at, before.last, name.first):
        return "place"
    if behind is not None and behind.kind == "place" and _enumerated(at, name.last, behind.first):
        return "place"
    return None


def _enumerated(at: Sequence[Word], first: int, last: int) -> bool:
    """Whether nothing but a comma or «and» stands between two names, and a preposition of places («et du Gourma»)."""
    between = at[first:last]
    links = [word for word in between if word.norm == "," or (word.category == "mark" and word.token.kind == "word")]
    others = [word for word in between if word.category not in ("mark", "preposition", "demonstrative")]
    return bool(links) and len(between) <= LONGEST_LINK and not others and between[-1].norm != ":"


def apposed(at: Sequence[Word], first: int, last: int, language: str) -> MentionKind | None:
    """What the noun of an apposition behind a name says that it is: «Kaloti, a refiner in Dubai», « Sogex, une
    société de Douala ». Behind a preposition a comma closes what it opens: « À Zoug, le groupe … »."""
    if first > 0 and at[first - 1].category == "preposition":
        return None
    if last + 2 >= len(at) or at[last].norm != "," or at[last + 1].norm not in words(language, "titles", "apposing"):
        return None
    noun = _head(at[last + 2 : last + 2 + APPOSED], language)
    if noun is None:
        return None
    if noun.category == "title" or (noun.classes & _PERSONS and "organisation" not in noun.classes):
        return "person"
    return next((kind for name, kind in _KINDS if name in noun.classes), None)


def _head(near: Sequence[Word], language: str) -> Word | None:
    """The noun that heads a phrase: in English the last of those that stand together, else the first word."""
    if language != "en":
        return near[0] if near[0].category in ("noun", "title") else None
    found = None
    for word in near:
        if word.category not in ("noun", "title", "unknown", "participle", "name"):
            break
        found = word if word.category in ("noun", "title") else found
    return found
