"""The words that names are made of: persons' known names in their spellings, and the words of organisations' names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kashf.domain.bodies import Body, known_places
from kashf.domain.naming import name_tokens
from kashf.domain.tables import malformed, table
from kashf.text.folding import search_key

__all__ = ["NameWords", "name_weights", "organisation_words", "person_words"]

PLACE = "place"


@dataclass(frozen=True, slots=True)
class NameWords:
    """What words in names stand for.

    `meanings` leads from a word, or several in a row, to what it may stand for; `classes` from that to its class, which
    says how much it distinguishes (see the tables' headings); `shown` is its first spelling in Latin letters; `longest`
    the number of words of the longest entry.
    """

    meanings: Mapping[tuple[str, ...], frozenset[str]]
    classes: Mapping[str, str]
    shown: Mapping[str, str]
    longest: int

    def of(self, *words: str) -> frozenset[str]:
        """What these words, folded, may stand for; empty where they stand for themselves."""
        return self.meanings.get(words, frozenset())


@cache
def person_words() -> NameWords:
    """Given names and titles: `names/persons.yaml`. Raises DataError where the table is not sound."""
    return _gathered(_entries("names/persons"))


@cache
def organisation_words() -> NameWords:
    """The words of organisations' names and, of class `place`, the places that these are called after."""
    return _gathered((*_entries("names/organisations"), *_places()))


def _entries(name: str) -> Iterator[tuple[str, str, Iterable[str]]]:
    for group, entries in table(name).items():
        for meaning, words in entries.items():
            if not isinstance(words, list | tuple):
                raise malformed(name, meaning, "it is no list of words.")
            yield group, meaning, map(str, words)


def _places() -> Iterator[tuple[str, str, Iterable[str]]]:
    for place in known_places():
        yield PLACE, f"{PLACE}:{place.key}", _place_words(place)


def _place_words(place: Body) -> Iterator[str]:
    for names in place.names.values():
        yield from names
    adjectives: Mapping[str, Any] = place.adjective
    for language, adjective in adjectives.items():
        yield str(adjective)
        if language == "ar":
            yield str(adjective).removesuffix("ة")
        if language == "fr":
            yield f"{adjective}ne" if str(adjective).endswith("en") else f"{adjective}e"


def _gathered(entries: Iterable[tuple[str, str, Iterable[str]]]) -> NameWords:
    meanings: dict[tuple[str, ...], set[str]] = {}
    classes: dict[str, str] = {}
    shown: dict[str, str] = {}
    for group, meaning, words in entries:
        classes[meaning] = group
        for word in words:
            if word.isascii():
                shown.setdefault(meaning, word)
            for tokens in {name_tokens(word), tuple(search_key(word).split())}:
                meanings.setdefault(tokens, set()).add(meaning)
    frozen = {tokens: frozenset(meant) for tokens, meant in meanings.items()}
    return NameWords(frozen, classes, shown, max(map(len, frozen), default=1))


@cache
def name_weights(kind: str) -> Mapping[str, float]:
    """How much each feature of two names of this kind weighs, in logarithms of odds, and the `base` they add to."""
    return {feature: float(weight) for feature, weight in table("names/weights")[kind].items()}
