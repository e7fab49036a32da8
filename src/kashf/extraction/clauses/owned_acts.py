"""Whose an English act is said to be: «cut off the group's funding», «a way for the militants to raise money»."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import Parse

__all__ = ["owned_act", "who_for"]


def owned_act(parse: Parse, event: Event, index: int) -> Phrase | None:
    """The act with its owner, where a phrase right behind an English event only says whose the act behind it is."""
    phrase, act = parse.phrases[index], parse.by_unit.get(index + 1)
    if phrase is None or act is None or not parse.knowledge.book.grammar.head_last:
        return None
    unit, named = parse.units[index + 1], parse.phrases[index + 1]
    owner = parse.words[phrase.last - 1].owning and unit.first == phrase.last and unit.preposition is None
    told = act.form == "noun" and parse.word(act).category in ("noun", "verbal_noun") and named is not None
    if not (owner and told) or named is None or event.form == "participle":
        return None
    return Phrase(phrase.first, named.last, named.kinds | {"theirs"})


def who_for(parse: Parse, event: Event) -> tuple[Phrase, ...]:
    """Who stands behind «for» right before «to» and a verb: «an easy way for the militants to raise money»."""
    before, unit = parse.units[event.unit - 1], parse.units[event.unit]
    phrase = parse.phrases[event.unit - 1]
    led = before.preposition == "for" or (before.conjoined and before.preposition is None)
    if unit.preposition != "to" or unit.conjoined or parse.word(event).category != "verb" or phrase is None or not led:
        return ()
    joined = parse.with_joined_before(event.unit - 1)
    first = parse.units[event.unit - len(joined)]
    return joined if first.preposition == "for" and all(each.is_a("agent") for each in joined) else ()
