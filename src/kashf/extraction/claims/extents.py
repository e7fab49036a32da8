"""How far the words of a filler reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses
from kashf.extraction.knowledge import Knowledge
from kashf.extraction.words.arabic_settling import is_arabic

__all__ = ["begin_of", "end_of", "whole_ends"]


def whole_ends(clauses: Clauses, knowledge: Knowledge) -> Mapping[int, int]:
    """Where phrases end with what «of» says of them («their acts of violence»), by the word they end before it.

    What «of» leads to and belongs to an event is an argument of it, and no part of the phrase before.
    """
    grammar = knowledge.book.grammar
    if not grammar.subject_first or grammar.cases:
        return {}
    arguments = {phrase.first for event in clauses.events for _, phrase in event.marked}
    ends: dict[int, int] = {}
    for unit in reversed(clauses.units):
        if unit.kind == "phrase" and unit.preposition in grammar.part_of and unit.first not in arguments:
            ends[unit.lead] = ends.get(unit.last, unit.last)
    return ends


def begin_of(phrase: Phrase, events: Sequence[Event]) -> int:
    """Where a filler begins: one that is an act, with what it is done to where that stands before it."""
    if phrase.event is None:
        return phrase.first
    return min([phrase.first, *(each.first for each in events[phrase.event].direct if each.last == phrase.first)])


def end_of(phrase: Phrase, events: Sequence[Event], ends: Mapping[int, int]) -> int:
    """Where a filler ends; one that is an act ends with what it is done to."""
    if phrase.event is None:
        last = _described_end(phrase, events)
        return ends.get(last, last)
    act = events[phrase.event]
    last = max([phrase.last, *(each.last for each in act.direct)])
    if is_arabic(act.lemma) and act.steers("act"):
        last = _genitive_end(last, events)
    return ends.get(last, last)


def _genitive_end(last: int, events: Sequence[Event]) -> int:
    """Where the act that a light noun is of ends with what it is done to: «عمليات خطف الأجانب»."""
    act = next((each for each in events if each.form == "noun" and each.word == last), None)
    if act is None or act.governed_by is not None or act.conjoined:
        return last
    return max([act.word + 1, *(each.last for each in act.direct)])


def _described_end(phrase: Phrase, events: Sequence[Event]) -> int:
    """A participle with a pronoun that takes the phrase up again belongs to it: «الأراضي الخاضعة له»."""
    for event in events:
        if event.form == "participle" and event.word == phrase.last and phrase in event.antecedent:
            return max([phrase.last, *(other.last for _, other in event.marked if other.pronoun)])
    return phrase.last
