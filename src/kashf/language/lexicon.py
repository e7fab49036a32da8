"""The lexicon of a language: what each written form may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["Category", "Lexicon", "Reading"]

Category = Literal[
    "verb", "verbal_noun", "participle", "noun", "title", "name", "preposition", "complementiser", "relative",
    "connective", "negator", "particle", "demonstrative", "quantifier", "pronoun", "adverb", "whole", "auxiliary", "coordinator",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a written form may be.

    `lemma` is the folded dictionary form (of a verb: its past); `classes` say what a noun stands for (`people`,
    `money`) or what a verb does (`begin`, `say`); `tense` and `person` are a verb's, `number` (s, d, p) a noun's,
    `voice` a participle's.
    """

    category: Category
    lemma: str
    classes: frozenset[str] = frozenset()
    tense: Literal["past", "present"] | None = None
    person: str = ""
    number: str = ""
    voice: Literal["active", "passive"] | None = None


class Lexicon:
    """Forms and their readings. Immutable once made; forms are folded."""

    __slots__ = ("_readings",)

    def __init__(self, entries: Iterable[tuple[str, Reading]]) -> None:
        gathered: dict[str, dict[tuple[object, ...], Reading]] = {}
        for form, reading in entries:
            same = gathered.setdefault(form, {})
            key = (reading.category, reading.lemma, reading.tense, reading.person, reading.number, reading.voice)
            before = same.get(key)
            same[key] = reading if before is None else _joined(before, reading)
        self._readings: Mapping[str, tuple[Reading, ...]] = {
            form: tuple(same.values()) for form, same in gathered.items()
        }

    def __contains__(self, form: str) -> bool:
        return form in self._readings

    def __iter__(self) -> Iterator[str]:
        return iter(self._readings)

    def __len__(self) -> int:
        return len(self._readings)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """What a folded form without clitics may be; empty where it is not known."""
        return self._readings.get(form, ())

    def uses(self, form: str) -> frozenset[str]:
        """How a form may be used, in the coarse terms that taking words apart needs."""
        return frozenset(use for reading in self.readings(form) for use in _uses(reading))


def _uses(reading: Reading) -> tuple[str, ...]:
    if reading.category == "verb":
        return ("verb", "past") if reading.tense == "past" else ("verb",)
    if reading.category in ("verbal_noun", "participle", "noun", "title", "name", "quantifier"):
        return ("noun",)
    return (reading.category,)


def _joined(one: Reading, other: Reading) -> Reading:
    return Reading(one.category, one.lemma, one.classes | other.classes, one.tense, one.person, one.number, one.voice)
