"""What the tables know a part of a name for, in whatever form it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from kashf.domain import organisation_words, person_words
from kashf.domain.tables import table
from kashf.names.sounds import script

__all__ = ["LEADS", "organisation_meanings", "person_meanings"]

LEADS = ("وال", "بال", "لل", "ال", "و", "ب", "ل")
"""What may stand before an Arabic word, written as one with it."""
LEAST_STEM = 3
_SLAVIC = ("aj", "ej", "ij", "oj")


@cache
def _sons() -> tuple[str, ...]:
    return tuple(table("names/endings")["sons"])


@cache
def _cases() -> tuple[tuple[str, str], ...]:
    """Endings of Russian words, each with one that the nominative may have."""
    return tuple(pair for row in table("names/endings")["cases"] for pair in product(row["endings"], row["nominative"]))


def person_meanings(text: str, prefix: str, core: frozenset[str] | None) -> frozenset[str]:
    """What a part of a person's name is known for; `core` is what follows «عبد» or «أبو» (`prefix`) is known for.

    >>> person_meanings("magomedov", "", None) == person_meanings("محمدوف", "", None)
    True
    """
    meant = person_words().of(text) or _of_slavic(text)
    if meant or (core is None and not text.endswith(_sons())):
        return meant
    if core is not None:
        return frozenset(f"{prefix} {second}" for second in core)
    stems = (text.removesuffix(ending) for ending in _sons() if text.endswith(ending))
    return frozenset(f"{known} -ov" for known in next(filter(None, map(person_words().of, stems)), ()))


def _of_slavic(text: str) -> frozenset[str]:
    """What a name is known for that ends in the j of Slavic Latin letters: Aleksej, Nikolaj."""
    if not text.endswith(_SLAVIC):
        return frozenset()
    return person_words().of(f"{text[:-1]}i") or person_words().of(f"{text[:-1]}y")


def organisation_meanings(text: str) -> frozenset[str]:
    """What a word of a body's name, or several in a row, are known for: without article and preposition, in any
    case."""
    words = organisation_words()
    first, *rest = text.split() or [text]
    meant = words.of(first, *rest)
    written = script(text)
    if meant or written == "latin":
        return meant
    bare = (
        _first_cases(first)
        if written == "cyrillic"
        else (first[len(lead) :] for lead in LEADS if first.startswith(lead))
    )
    return next((meant for word in bare if (meant := words.of(word, *rest))), frozenset())


def _first_cases(word: str) -> Iterator[str]:
    """What a Russian word may be in the nominative: «медицинского» is of «медицинский», «сирийско-» of «сирийский»."""
    for ending, first in _cases():
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            yield word.removesuffix(ending) + first
