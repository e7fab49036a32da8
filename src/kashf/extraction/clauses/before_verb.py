"""What stands before a verb and is no subject of its own: acts and objects within a phrase, and bare lists."""

from __future__ import annotations

from kashf.extraction.clauses.parse import Parse

__all__ = ["act_within", "listed_bare", "object_within"]


def act_within(parse: Parse, index: int) -> bool:
    """«Proceeds from the smuggling were …»: an act behind a preposition says more of what stands before it."""
    event = parse.by_unit.get(index)
    return event is not None and event.form == "noun" and parse.units[index].preposition is not None


def object_within(parse: Parse, index: int) -> bool:
    """Whether a phrase is the object of a participle: «police searching a cellar turned up …»."""
    event = parse.by_unit.get(index - 1)
    european = parse.knowledge.book.grammar.head_last
    return european and event is not None and event.form == "participle" and not event.passive


def listed_bare(parse: Parse, index: int) -> bool:
    """Whether a phrase is the last of a list that no preposition leads: «the driver and two dockers were held»."""
    first = index
    while first > 0 and parse.units[first].conjoined and parse.kind(first - 1) == "phrase":
        first -= 1
    listed = parse.kind(first - 1) == "comma" and parse.units[first - 2].preposition is not None if first > 1 else False
    if listed and not parse.opens_clause(first - 2):
        return False  # «4 million euros in cash, gold and crypto was found»
    return first < index and all(parse.units[back].preposition is None for back in range(first, index + 1))
