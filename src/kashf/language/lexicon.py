"""The lexicon of a language: what each written form may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

__all__ = ["Category", "Lexicon", "Reading"]

Category = Literal[
    "verb", "verbal_noun", "participle", "noun", "title", "name", "preposition", "complementiser", "relative",
    "connective", "negator", "particle", "demonstrative", "quantifier", "pronoun", "adverb", "whole", "auxiliary",
    "coordinator",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a written form may be.

    `lemma` is the folded dictionary form (of a verb: its past); `classes` say what a noun stands for (`people`,
    `money`) or what a verb does (`begin`, `say`); `tense` and `person` are a verb's, `number` (s, d, p) a noun's,
    `voice` a participle's, and a verb's where its letters tell the passive.
    """

    category: Category
    lemma: str
    classes: frozenset[str] = frozenset()
    tense: Literal["past", "present"] | None = None
    person: str = ""
    number: str = ""
    voice: Literal["active", "passive"] | None = None


class Lexicon:
    """Forms and their readings; forms are folded. What stands several times is joined when it is first asked for."""

    __slots__ = ("_entries", "_joined")

    def __init__(self, entries: Iterable[tuple[str, Reading]]) -> None:
        self._entries: dict[str, list[Reading]] = {}
        self._joined: dict[str, tuple[Reading, ...]] = {}
        for form, reading in entries:
            known = self._entries.get(form)
            if known is None:
                self._entries[form] = [reading]
            else:
                known.append(reading)

    def __contains__(self, form: str) -> bool:
        return form in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """What a folded form without clitics may be; empty where it is not known."""
        known = self._joined.get(form)
        if known is None:
            known = self._joined[form] = _join(self._entries.get(form, ()))
        return known

    def uses(self, form: str) -> frozenset[str]:
        """How a form may be used, in the coarse terms that taking words apart needs."""
        return frozenset(use for reading in self.readings(form) for use in _uses(reading))


def _uses(reading: Reading) -> tuple[str, ...]:
    if reading.category == "verb":
        return ("verb", "past") if reading.tense == "past" else ("verb", "present")
    if reading.category in ("verbal_noun", "participle", "noun", "title", "name", "quantifier"):
        return ("noun",)
    return (reading.category,)


def _join(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """One reading for those that differ in their classes alone, with the classes of all."""
    same: dict[tuple[object, ...], Reading] = {}
    for reading in readings:
        key = (reading.category, reading.lemma, reading.tense, reading.person, reading.number, reading.voice)
        before = same.get(key)
        same[key] = reading if before is None else replace(before, classes=before.classes | reading.classes)
    return tuple(same.values())
