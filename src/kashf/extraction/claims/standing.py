"""Standing alone: which events are claims of their own, and which only name a kind, describe, or repeat."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.domain.predicates import claim_types
from kashf.extraction.claims.actor import Actor
from kashf.extraction.claims.matching import Match
from kashf.extraction.claims.qualifying import steering
from kashf.extraction.clauses.events import Event
from kashf.extraction.draft import Clauses
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words

__all__ = ["fought_in_noun", "generic", "learnt", "only_describes", "repeats", "says_nothing", "timed"]

_DESCRIBING = frozenset({"control", "capture", "hold"})
"""Types that a clause within another claim's noun phrase often repeats."""
_LIFTED = frozenset({"freeze", "designate", "seize"})
"""Measures that whoever lifts them does not take: «ألغت المحكمة تجميد الأموال»."""


def repeats(claimed: str, told: str) -> bool:
    """Whether an act of a type only says once more what a claim of another, or of the same, is about."""
    return claimed == told or (claimed == "release" and told in _LIFTED)


def generic(event: Event, match: Match, actor: Actor | None) -> bool:
    """«خبير في تمويل الإرهاب», «terror financing»: a crime by its name alone, which nobody is said to have done."""
    done = actor is not None and actor.how in ("stated", "steered")
    others = [phrase for role, phrases in match.fillers.items() if role != "actor" for phrase in phrases]
    named = match.predicate.type == "fund" and all(phrase.is_a("crime") for phrase in others)
    return event.form == "noun" and named and not done


def learnt(clauses: Clauses, event: Event) -> bool:
    """«تدرب على تنفيذ التفجيرات»: what one learns to do is not done."""
    above = steering(clauses, event)
    return any(predicate.type == "train" for each in above for predicate in each.predicates)


def says_nothing(clauses: Clauses, event: Event, match: Match, actor: Actor | None) -> bool:
    """«حادثة الاختطاف»: an act by its name, of which the text says neither whose nor to whom."""
    guessed = actor is None or actor.how in ("shared", "continued")
    if event.form != "noun" or not guessed or match.predicate.company or match.predicate.marked_company:
        return False
    steered = event.governor is not None and clauses.events[event.governor].steers("act")  # «تورطهم في عملية تهريب»
    return set(match.fillers) <= {"actor", "place"} and not steered


def timed(clauses: Clauses, event: Event) -> bool:
    """Whether a time stands in what is left of the event's clause: «which the militia has run since 2019»."""
    for unit, phrase in zip(clauses.units[event.unit + 1 :], clauses.phrases[event.unit + 1 :], strict=True):
        if unit.kind not in ("phrase", "adverb"):
            return False
        if phrase is not None and phrase.is_a("time"):
            return True
    return False


def only_describes(event: Event, match: Match) -> bool:
    """«الأراضي التي يسيطر عليها»: what a noun is known by is no claim of its own, unless it has a place of its own."""
    hangs = bool(event.antecedent) and not (event.form == "participle" and match.predicate.type not in _DESCRIBING)
    described = any(phrase in event.antecedent for phrase in match.fillers.get("object", ()))
    return match.predicate.type in _DESCRIBING and hangs and described and "place" not in match.fillers


def fought_in_noun(clauses: Clauses, event: Event, words: Sequence[Word], language: str) -> bool:
    """« la lutte contre le blanchiment d'argent », «противодействие отмыванию», «rules against money laundering»: what
    a noun of fighting, or anything, is against; but for measures of a state, which people protest against."""
    unit, types = clauses.units[event.unit], claim_types()
    against = unit.preposition in table_words(language, "words", "against")
    if against and event.form == "noun" and not any(types[each.type].group == "counter" for each in event.predicates):
        return True
    before = (unit.lead if unit.lead >= 0 else event.word) - 1
    if event.form != "noun" or before < clauses.sentence.first:
        return False
    return words[before].stem in table_words(language, "words", "fighting")
