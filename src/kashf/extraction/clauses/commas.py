"""Whether an event's clause goes on behind a comma."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event, takes_object
from kashf.extraction.clauses.parse import Parse

__all__ = ["goes_on_behind"]


def goes_on_behind(parse: Parse, event: Event, comma: int) -> bool:
    """Whether a clause goes on behind a comma: with «including», a source, a phrase behind a preposition, or with the
    object of a verb that has none yet."""
    if comma + 1 >= len(parse.units):
        return False
    following = parse.units[comma + 1]
    if following.kind in ("including", "excluding", "source"):
        return True
    if following.kind == "phrase" and parse.words[following.first].accusative:
        return True  # «شملت العقوبات، أيضا، وسيطاً»: an object by its ending
    if following.kind == "phrase" and following.preposition is not None and not following.conjoined:
        return True
    return _object_behind(parse, event, comma)


def _object_behind(parse: Parse, event: Event, comma: int) -> bool:
    """«ضبطت الجمارك صباح الخميس، طنين»: papers set a comma between when something was done and what it was done to, and
    «فرضت الحكومة، عقوبات» before the noun of a fixed phrase. What a verb stands behind begins a clause of its own."""
    if parse.knowledge.book.grammar.subject_first or event.form != "verb" or not takes_object(event):
        return False
    told = [at for at in range(event.unit + 1, comma) if _is_bare(parse, at)]
    if len(told) > 1 or not _is_bare(parse, comma + 1) or parse.kind(comma + 2) == "event":
        return False
    return parse.kind(comma - 1) == "adverb" or parse.is_time(comma - 1) or _is_company(parse, event, comma + 1)


def _is_bare(parse: Parse, index: int) -> bool:
    """Whether a unit is a phrase without preposition that begins no list's next member and does not say when."""
    if parse.kind(index) != "phrase" or parse.is_time(index):
        return False
    return parse.units[index].preposition is None and not parse.units[index].conjoined


def _is_company(parse: Parse, event: Event, index: int) -> bool:
    """Whether a phrase is the noun that a fixed phrase of the verb is made with."""
    phrase, words = parse.phrases[index], parse.words[parse.units[index].first : parse.units[index].last]
    fixed = {word for predicate in event.predicates for word in predicate.company}
    return phrase is not None and (phrase.is_a(*fixed) or not fixed.isdisjoint(word.stem for word in words))
