"""Measures: whom one was taken against, who announces it, and the part in an act that is the reason for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kashf.domain.predicates import Predicate, claim_types
from kashf.extraction.claims.actor import only_people
from kashf.extraction.claims.charging import accused, is_reason
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses
from kashf.extraction.words.word import Word

__all__ = ["affected", "announced", "is_part", "measure_before"]

ANNOUNCED = 2
"""The unit of an act that a line tells behind who announces it and a colon."""


def affected(event: Event) -> tuple[Phrase, ...]:
    """«أوقفت الشرطة ثلاثة أشخاص. وكانوا ينقلون الأموال»: the people that a measure is taken against, who are told of
    further; nobody where an event is none."""
    phrases = accused(event) if event.form != "participle" and _measure(event) else ()
    people = all(only_people(phrase) or phrase.is_a("persons") for phrase in phrases)
    return phrases if phrases and people and not phrases[0].pronoun else ()


def announced(clauses: Clauses, event: Event, words: Sequence[Word]) -> Phrase | None:
    """«الداخلية: تفكيك خلية …»: the state body before a colon that heads the line, who took the measure."""
    first = clauses.phrases[0]
    if event.unit != ANNOUNCED or not _measure(event) or first is None or not first.is_a("state"):
        return None
    return first if words[clauses.units[1].first].norm == ":" else None


def is_part(part: Event, above: Event, words: Sequence[Word]) -> bool:
    """«أوقف رجلين لتورطهما في تهريب السلاح»: whether a part in an act is the reason for what is done."""
    named = part.form == "noun" and not part.predicates and bool(words[part.word].split.ending)
    return named and is_reason(part, above, words, "ar")


def _measure(event: Event) -> bool:
    """Whether an event may be a measure of a state."""
    return any(map(_is_counter, event.predicates))


@cache
def _is_counter(predicate: Predicate) -> bool:
    return claim_types()[predicate.type].group == "counter"


def measure_before(clauses: Clauses, event: Event, language: str) -> tuple[Phrase, ...]:
    """«أصدرت الوزارة عقوبات جديدة، تستهدف …»: the measure that an Arabic sentence has just told of."""
    if language != "ar":
        return ()
    measures = (p for p in reversed(clauses.phrases) if p is not None and "measure" in p.kinds)
    return next(((phrase,) for phrase in measures if phrase.last <= event.word), ())
