"""From the units of a sentence to its events with their arguments.

1. Core arguments are read off behind each event up to the end of its clause, and the subject or antecedent before it.
2. Phrases behind prepositions go to the nearest event that has a place for them.
3. Steering events («began», «tries», «is accused of») are tied to what they govern.
4. Which core phrase is subject and which object is settled.
"""

from __future__ import annotations

from kashf.extraction.clauses.core import read_after, read_before
from kashf.extraction.clauses.governing import govern
from kashf.extraction.clauses.marked import attach_marked
from kashf.extraction.clauses.parse import Parse
from kashf.extraction.clauses.settling import settle, share_objects

__all__ = ["analyse_sentence"]


def analyse_sentence(parse: Parse) -> None:
    """Fills in the arguments of the events of a sentence."""
    for event in parse.events:
        read_after(parse, event)
        named = event.form == "noun" or parse.word(event).may_be("noun") is not None
        event.descriptive = named and _describes(parse, event.unit) and len(parse.core[event.index]) < _TWO_PARTIES
    for event in parse.events:
        read_before(parse, event)
    attach_marked(parse)
    for event in parse.events:
        govern(parse, event)
        settle(parse, event)
    share_objects(parse)


_TWO_PARTIES = 2
"""An act with both who does it and what it is done to («دفع الحكومة مليار دولار») tells of something done."""
_OBJECT_BEFORE = 3
"""Units back from an act within which the verb stands that has the noun before the act for its object."""


def _taken_for(parse: Parse, index: int) -> bool:
    """«استخدمت جمعيات لإخفاء أموالها»: a verb that says what its object is for keeps the act to itself."""
    for back in range(index - 1, max(-1, index - 1 - _OBJECT_BEFORE), -1):
        event = parse.by_unit.get(back)
        if event is not None:
            return any("ل" in places for each in event.predicates for places in each.roles.values() if each.company)
    return False


_DESCRIBED = ("facility", "site", "organisation", "measure", "information", "document", "gathering")


def _describes(parse: Parse, index: int) -> bool:
    """Whether a verbal noun only says what kind of thing the noun before it is: «شركة تحويل أموال», «مصنع لإنتاج».

    Such an act is no event of the report, and what stands behind it belongs further out.
    """
    if parse.knowledge.book.grammar.subject_first:
        return False  # a noun before a verb is its subject
    unit, before = parse.units[index], parse.phrases[index - 1] if index else None
    if before is None or unit.conjoined or parse.kind(index - 1) != "phrase" or not before.is_a(*_DESCRIBED):
        return False
    if unit.preposition == "ل" and _taken_for(parse, index):
        return False
    head = parse.words[before.last - 1]
    return unit.preposition == "ل" or (unit.preposition is None and not head.definite and head.category == "noun")
