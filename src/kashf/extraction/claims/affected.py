"""Measures: whom one was taken against, who announces it, and the part in an act that is the reason for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kashf.domain.predicates import Predicate, claim_types, default_marks
from kashf.extraction.claims.actor import only_people, stands_beside, undergoes
from kashf.extraction.claims.charging import accused, is_reason
from kashf.extraction.claims.placing import scenes
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses
from kashf.extraction.knowledge import knowledge_of
from kashf.extraction.words.word import Word

__all__ = ["affected", "announced", "does_so", "done_by", "is_part", "made_to", "measure_before"]

_VIOLENT = frozenset({"attack", "kill", "kidnap"})
_CARRIED_OUT = frozenset({"freeze", "seize", "release"})
"""Measures that a bank or office is told to carry out."""
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


def done_by(other: Event, event: Event) -> tuple[Phrase, ...]:
    """«بعد مطاردته من قبل الدوريات، والقبض على شخصين»: who takes an Arabic measure that is joined to another act."""
    joined = event.form == other.form == "noun" and event.conjoined and _measure(event) and _measure(other)
    marks = default_marks("ar").get("actor", ()) if joined else ()
    return tuple(phrase for mark, phrase in other.marked if mark in marks and phrase.is_a("agent"))


def _suffers_in_ending(event: Event, words: Sequence[Word]) -> bool:
    """«أحيلوا تمهيدا لمحاكمتهم»: whether an Arabic ending tells who an act is done to, and so not by."""
    return event.form == "noun" and bool(words[event.word].split.ending)


def made_to(event: Event, governor: Event) -> bool:
    """«ألزم القرار البنوك بتجميد …»: whether whom something forces does what it forces them to; a party that forces
    people has the act done for itself."""
    armed = any(phrase.is_a("hostile") for phrase in governor.subject)
    measure = any(predicate.type in _CARRIED_OUT for predicate in event.predicates)
    return governor.steers("force") and measure and not armed


def does_so(event: Event, governor: Event, words: Sequence[Word], language: str) -> bool:
    """Whether whom a passive tells of does what it governs: «is believed to control», «was jailed in the smuggling of
    gold»; not the attack, arrest or inquiry in the course of which something befell them."""
    beside = knowledge_of(language).book.grammar.head_last and stands_beside(event, words)
    scene = event.form == "noun" and event.governed_by in scenes(language) and any(map(_befalls, event.predicates))
    return undergoes(governor) and not (beside or scene or _suffers_in_ending(event, words))


def _befalls(predicate: Predicate) -> bool:
    return predicate.type in _VIOLENT or _is_counter(predicate)


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
