"""From the units of a sentence to its events with their arguments.

1. Core arguments are read off behind each event up to the end of its clause, and the subject or antecedent before it.
2. Phrases behind prepositions go to the nearest event that has a place for them.
3. Steering events («began», «tries», «is accused of») are tied to what they govern.
4. Which core phrase is subject and which object is settled.
"""

from __future__ import annotations

from kashf.extraction.clauses.act_subjects import act_subjects
from kashf.extraction.clauses.compounds import leads_noun
from kashf.extraction.clauses.controlling import find_controllers
from kashf.extraction.clauses.core import read_after, read_before
from kashf.extraction.clauses.describing import behind_described, describes_kind
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
        event.descriptive = named and describes_kind(parse, event.unit) and len(parse.core[event.index]) < _TWO_PARTIES
        event.descriptive = event.descriptive or (named and behind_described(parse, event.unit))
        event.descriptive = event.descriptive or leads_noun(parse, event)
    for event in parse.events:
        read_before(parse, event)
    told_of = act_subjects(parse)
    find_controllers(parse)
    attach_marked(parse)
    for event in parse.events:
        if event.index not in told_of:
            govern(parse, event)
        settle(parse, event)
    share_objects(parse)


_TWO_PARTIES = 2
"""An act with both who does it and what it is done to («دفع الحكومة مليار دولار») tells of something done."""
