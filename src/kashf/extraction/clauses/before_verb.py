"""What stands before a verb and is no subject of its own: acts and objects within a phrase, and bare lists."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event
from kashf.extraction.clauses.parse import Parse

__all__ = ["act_within", "in_company", "listed_bare", "object_within", "past_owner", "past_times"]


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


def past_times(parse: Parse, index: int) -> int:
    """Back over how long something took, to the subject before it: «Банда полтора года торговала»."""
    back = index
    while back > 0 and (phrase := parse.phrases[back]) is not None and phrase.is_a("time"):
        back = parse.skip_back(back - 1)
    return back if parse.kind(back) == "phrase" else index


def in_company(parse: Parse, event: Event, index: int) -> bool:
    """Whether an act behind a preposition belongs to a fixed phrase of a verb, whose object follows: «ввели в оборот
    свою валюту», « mettre en circulation de faux billets »."""
    unit, phrase = parse.units[index], parse.phrases[index]
    if (
        event.form == "noun"
        or unit.preposition is None
        or phrase is None
        or not parse.knowledge.book.grammar.subject_first
    ):
        return False
    wanted = {word for each in event.predicates for word in each.marked_company.get(unit.preposition, ())}
    return phrase.is_a(*wanted) or parse.words[unit.first].stem in wanted


def past_owner(parse: Parse, event: Event, index: int) -> int:
    """« Le banquier des milices extradé »: back over an owner that does not agree with its participle."""
    grammar, unit, phrase = parse.knowledge.book.grammar, parse.units[index], parse.phrases[index]
    if grammar.cases or grammar.head_last or unit.preposition != "de" or phrase is None or index < 1:
        return index
    head = next((word for word in parse.words[phrase.first : phrase.last] if word.category in _NAMING), None)
    agrees = head is None or head.norm.endswith(_PLURAL) == parse.word(event).norm.endswith(_PLURAL)
    before = parse.units[index - 1]
    return index if agrees or before.kind != "phrase" or before.preposition is not None else index - 1


_NAMING = frozenset({"noun", "title", "unknown"})
_PLURAL = ("s", "x")
