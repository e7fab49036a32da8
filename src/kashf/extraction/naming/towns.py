"""Towns of the world by name, in the languages that write names with capitals."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.language.declension import place_stem
from kashf.language.weights import listed

__all__ = ["is_town", "within_place"]


def is_town(at: Sequence[Word], first: int, last: int, language: str) -> bool:
    """Whether words first..last are the name of a town that the list has."""
    parts = [word.norm.removesuffix("'s") for word in at[first:last] if word.category != "mark"]
    spelled = " ".join(map(place_stem, parts) if language == "ru" else parts)
    return spelled in _towns(language) or spelled.replace("-", " ") in _towns(language)


def within_place(at: Sequence[Word], first: int, language: str) -> bool:
    """Whether a preposition before a name says that it is a place: «near Kilis», «à Tinzaouaten»; «at» says so of one
    that opens with an Arabic article («at al-Hol»)."""
    if first == 0:
        return False
    before = at[first - 1].norm
    articled = at[first].norm in words(language, "titles", "arabic_articles")
    return before in words(language, "titles", "in_places") or (
        articled and before in words(language, "titles", "site_links")
    )


@cache
def _towns(language: str) -> frozenset[str]:
    names = {line.partition("\t")[0] for line in listed(language, "places")}
    return frozenset(names | {name.replace("-", " ") for name in names if name.count("-") > 1})
