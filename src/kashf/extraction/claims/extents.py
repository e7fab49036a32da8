"""How far the words of a filler reach."""

from __future__ import annotations

from collections.abc import Mapping

from kashf.extraction.draft import Clauses
from kashf.extraction.knowledge import Knowledge

__all__ = ["whole_ends"]


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
