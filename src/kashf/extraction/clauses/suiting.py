"""What may stand in a role by what it is, wherever it stands."""

from __future__ import annotations

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.clauses.parse import Parse

__all__ = ["may_stand", "needs_time", "suits"]


def may_stand(role: str, phrase: Phrase) -> bool:
    """What a role named by the predicate itself still rules out."""
    if role in ("counterparty", "actor"):
        return phrase.event is None and (phrase.is_a("agent") or not phrase.is_a("somewhere"))
    if role in ("origin", "destination"):
        return not phrase.is_a("money_amount", "time")
    if role == "place" and phrase.is_a("asset"):
        return True  # «на счетах скопилось»
    return suits(role, phrase) if role in ("place", "of_total", "price") else True


def suits(role: str, phrase: Phrase) -> bool:
    """Whether a phrase can fill a role behind one of its usual prepositions: a place is somewhere, a price a sum."""
    if role in ("place", "origin", "destination"):
        return phrase.is_a("somewhere", "organisation") or (not phrase.kinds and not phrase.pronoun)
    if role == "purpose":
        return phrase.event is not None or phrase.is_a("attack", "arms", "activity", "people", "goods", "hostile")
    return phrase.figure is not None if role in ("of_total", "price", "amount") else True


def needs_time(parse: Parse, index: int) -> bool:
    """Whether a fixed phrase of the verb before asks for a word of time: « mis au jour »."""
    event = parse.by_unit.get(index - 1)
    noun = parse.words[parse.units[index].last - 1].stem
    wanted = (p.marked_company.get(parse.units[index].preposition or "", ()) for p in event.predicates) if event else ()
    return any(noun in words for words in wanted)
