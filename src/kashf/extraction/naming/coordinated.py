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
    """Whether nothing but a comma or «and» stands between two names."""
    between = at[first:last]
    return 0 < len(between) <= 2 and all(
        word.norm == "," or (word.category == "mark" and word.token.kind == "word") for word in between
    )


def apposed(at: Sequence[Word], last: int, language: str) -> MentionKind | None:
    """What the noun of an apposition behind a name says that it is: «Kaloti, a refiner in Dubai», « Sogex, une
    société de Douala »."""
    if last + 2 >= len(at) or at[last].norm != "," or at[last + 1].norm not in words(language, "titles", "apposing"):
        return None
    nouns = list[Word]()
    for word in at[last + 2 : last + 2 + APPOSED]:
        if word.category not in ("noun", "title", "unknown", "participle", "name"):
            break
        if word.category in ("noun", "title"):
            nouns.append(word)
    if not nouns:
        return None
    classes = nouns[-1 if language == "en" else 0].classes
    if nouns[-1 if language == "en" else 0].category == "title" or classes & _PERSONS and "organisation" not in classes:
        return "person"
    return next((kind for name, kind in _KINDS if name in classes), None)
