"""The lexicon of a language: what each written form may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

__all__ = ["Category", "Lexicon", "Listed", "Reading", "listed"]

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


Listed = tuple[Sequence[tuple[Any, ...]], Mapping[str, Sequence[int]]]
"""A lexicon as plain data: the fields of its readings, and of each form the numbers of its readings."""


def listed(entries: Iterable[tuple[str, Reading]]) -> Listed:
    """Forms and readings as plain data; a reading that many forms share is told once."""
    rows: list[tuple[Any, ...]] = []
    numbers: dict[int, int] = {}
    kept: list[Reading] = []  # or another reading might come to have the same `id`
    forms: dict[str, list[int]] = {}
    for form, reading in entries:
        number = numbers.get(id(reading))
        if number is None:
            number = numbers[id(reading)] = len(rows)
            kept.append(reading)
            rows.append(_row(reading))
        forms.setdefault(form, []).append(number)
    return rows, forms


def _row(reading: Reading) -> tuple[Any, ...]:
    classes = tuple(sorted(reading.classes))
    return reading.category, reading.lemma, classes, reading.tense, reading.person, reading.number, reading.voice


class Lexicon:
    """Forms and their readings; forms are folded. A reading is made when a form that has it is first asked for, and
    what stands several times is joined."""

    __slots__ = ("_forms", "_joined", "_rows")

    def __init__(self, content: Listed) -> None:
        self._rows, self._forms = content
        self._joined: dict[str, tuple[Reading, ...]] = {}

    def __contains__(self, form: str) -> bool:
        return form in self._forms

    def __iter__(self) -> Iterator[str]:
        return iter(self._forms)

    def __len__(self) -> int:
        return len(self._forms)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """What a folded form without clitics may be; empty where it is not known."""
        known = self._joined.get(form)
        if known is None:
            known = self._joined[form] = _join(self._reading(number) for number in self._forms.get(form, ()))
        return known

    def _reading(self, number: int) -> Reading:
        category, lemma, classes, *rest = self._rows[number]
        return Reading(category, lemma, frozenset(classes), *rest)

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
