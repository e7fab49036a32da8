"""Checking the entries of a table of predicates: an error names the file, the line, what is wrong and the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import Any

from kashf.errors import DataError
from kashf.language.closed import phrases, words
from kashf.language.loading import LANGUAGES, line_of, read_table
from kashf.text.folding import fold

__all__ = ["Vocabulary", "check_entry"]

_KEYS = ("verbs", "nouns", "roles", "with", "with_mark", "needs", "never")
_LISTS = ("verbs", "nouns", "with", "needs")
_MAPPINGS = ("roles", "with_mark", "never")
_PLACES = frozenset(
    {"subject", "direct", "that", "sum", "second", "genitive", "owner", "complement", "dative", "instrumental", "worth"}
)
"""Where a role may stand without a preposition."""
_MADE = frozenset({"anyone", "act", "counted", "share", "money_amount", "time"})
"""Kinds that phrases are given by what they hold, and by no table."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What entries may name: `roles` by type of claim, and the broader and narrower `kinds` of filler."""

    roles: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, Iterable[str]]
    fillers: dict[str, frozenset[str]] = field(default_factory=dict)
    """The kinds of filler that entries of a language may name, put together when it is first asked for."""

    def of(self, language: str) -> frozenset[str]:
        """The kinds of filler that entries of a language may name."""
        if language not in self.fillers:
            wider = (each for kinds in self.kinds.values() for each in kinds)
            acts = (f"act:{name}" for name in self.roles)
            self.fillers[language] = frozenset((*_MADE, *self.kinds, *wider, *read_table(language, "nouns"), *acts))
        return self.fillers[language]


def check_entry(
    language: str, place: tuple[str, str], number: int, entry: Any, text: str, vocabulary: Vocabulary
) -> None:
    """Raises DataError where an entry of a section and type, the `number`th from 1, is not sound; `text` is the whole
    table."""
    section, kind = place
    for key, complaint in _complaints(language, kind, entry, vocabulary):
        line = line_of(text, section, kind, number - 1, *((key,) if key else ()))
        where = f"domain/finance/predicates.{language}.yaml, line {line} ({kind}, entry {number})"
        raise DataError(f"{where}: {complaint}")


def _complaints(language: str, kind: str, entry: Any, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """What is wrong with an entry, first things first: the key it stands under and a sentence with the remedy."""
    if kind not in vocabulary.roles:
        near = _nearest(kind, vocabulary.roles)
        yield "", f"there is no type of claim {kind!r}{near}; the types are in domain/finance/types.yaml."
        return
    yield from _shape(entry)
    yield from _roles(kind, entry, vocabulary)
    yield from _kinds(language, entry, vocabulary)
    if language in _WITHOUT_CLITICS:
        yield from _marks(language, entry)


_WITHOUT_CLITICS = frozenset(LANGUAGES) - {"ar"}
"""Languages whose prepositions are words of their own, so that a mark can be looked up."""


def _shape(entry: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(entry, Mapping):
        yield "", "an entry is a mapping; write `- verbs: [...]` with `roles:` and `needs:` under it."
        return
    for key in entry:
        if key not in _KEYS:
            yield key, f"unknown key {key!r}{_nearest(key, _KEYS)}; an entry has {', '.join(_KEYS)}."
    for key in _LISTS:
        if not isinstance(entry.get(key) or (), (list, tuple)):
            yield key, f"{key} is a list; write `{key}: [...]`."
    for key in _MAPPINGS:
        if not isinstance(entry.get(key) or {}, Mapping):
            yield key, f"{key} is a mapping; write `{key}: {{...}}`."
    if not entry.get("verbs") and not entry.get("nouns"):
        yield "", "no word evokes it; give it `verbs` or `nouns`."


def _roles(kind: str, entry: Mapping[str, Any], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    known = ("actor", *vocabulary.roles[kind])
    for key, roles in _roles_named(entry):
        for role in roles:
            if role not in known:
                yield key, f"the type {kind!r} has no role {role!r}{_nearest(role, known)}; it has {', '.join(known)}."


def _roles_named(entry: Mapping[str, Any]) -> Iterator[tuple[str, Iterable[str]]]:
    yield "roles", entry.get("roles") or ()
    yield "never", entry.get("never") or ()
    for need in entry.get("needs") or ():
        yield "needs", need


def _kinds(language: str, entry: Mapping[str, Any], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    known = vocabulary.of(language)
    for key, asked in (*(("needs", need) for need in entry.get("needs") or ()), ("never", entry.get("never") or {})):
        for each in (each for kinds in asked.values() for each in kinds):
            if each not in known:
                lists = f"the lists of language/{language}/nouns.yaml and the kinds of domain/finance/kinds.yaml"
                yield key, f"{each!r} is no kind of filler{_nearest(each, known)}; kinds are {lists}."


def _marks(language: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """A mark that is neither a place nor a preposition would never be met in a text."""
    known = _prepositions(language)
    for mark in (mark for marks in (entry.get("roles") or {}).values() for mark in marks):
        plain = fold(mark).text.removesuffix("+acc")
        if plain not in known and plain not in _PLACES:
            near = _nearest(plain, {*known, *_PLACES})
            yield "roles", f"{mark!r} is no place or preposition{near}; add it to language/{language}/words.yaml."


@cache
def _prepositions(language: str) -> frozenset[str]:
    """Those of one word and of several."""
    longer = (" ".join(each) for each in phrases(language, "words", "phrases"))
    return words(language, "words", "prepositions").union(longer)


def _nearest(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, sorted(known), 1)
    return f" (did you mean {near[0]!r}?)" if near else ""
