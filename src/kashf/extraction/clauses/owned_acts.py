"""Whose an English act is said to be: «cut off the group's funding», «a way for the militants to raise money»."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import BARRIERS, SKIPPED, Parse

__all__ = ["give_gerund", "is_subject", "opens_own_clause", "owned_act", "who_for"]

_GERUNDS = frozenset({"having", "being"})
_BEFORE_THE_LAW = frozenset({"charge", "arrest", "investigate", "designate", "freeze", "release"})
_TELLING = ("say", "expect", "deny", "accuse", "require", "plan")


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


def give_gerund(parse: Parse, event: Event) -> None:
    """«listed for having assisted Hezbollah», «for being owned or controlled by him»: who did it, or what it was done
    to, is whom the verb above is told of; the verb above steers it."""
    _give_reason(parse, event)
    above = _above_gerund(parse, event)
    if above is None:
        return
    before_law = above.passive or any(predicate.type in _BEFORE_THE_LAW for predicate in above.predicates)
    told = list(above.direct) if before_law else list(above.subject)
    if event.passive:
        event.direct, event.subject = told, ()
    else:
        event.subject = tuple(told)
    if event.governor is None:
        event.governor, event.governed_by = above.index, "of" if above.steers("accuse") else "for"


def _above_gerund(parse: Parse, event: Event) -> Event | None:
    """The verb before «for having» or «for being», of which an event, or the list that it ends, is told."""
    if event.form == "noun" or event.subject or not parse.knowledge.book.grammar.head_last:
        return None
    back = event.unit - 1
    while back > 0 and (parse.kind(back) in (*SKIPPED, "comma") or (back in parse.by_unit and _in_list(parse, back))):
        if parse.kind(back) == "particle" and parse.words[parse.units[back].first].norm in _GERUNDS:
            break
        back -= 1
    helper = parse.units[back]
    led = helper.kind == "particle" and parse.words[helper.first].norm in _GERUNDS and helper.first > 0
    if not led or parse.words[helper.first - 1].category != "preposition":
        return None
    return _reasoned(parse, back - 1)  # «for» is a unit of its own before a gerund


def _reasoned(parse: Parse, lead: int) -> Event | None:
    """The verb that is told of with a reason: the nearest before it, or past a relative clause that a comma closes a
    measure («was listed under an order, which targets supporters, for being owned by him»)."""
    closed = parse.kind(lead - 1) == "comma"
    for above in reversed(parse.events):
        if above.unit >= lead or above.form != "verb" or (closed and _in_relative(parse, above)):
            continue
        barriers = {parse.kind(index) for index in range(above.unit + 1, lead)} & BARRIERS
        law = any(predicate.type in _BEFORE_THE_LAW for predicate in above.predicates)
        return above if not barriers or (barriers == {"relative"} and law and closed) else None
    return None


def _in_relative(parse: Parse, event: Event) -> bool:
    """Whether a verb stands in a relative clause: with a relative before it, and no other verb between."""
    for back in range(event.unit - 1, -1, -1):
        other = parse.by_unit.get(back)
        if parse.kind(back) == "relative" or (other is not None and other.form == "verb"):
            return parse.kind(back) == "relative"
    return False


def _give_reason(parse: Parse, event: Event) -> None:
    """«was listed under an order, which targets supporters, for providing arms»: an act behind «for» that a relative
    clause parts from the measure it is the reason of is steered by it."""
    unit = parse.units[event.unit]
    acts = event.form == "noun" and parse.word(event).category == "verbal_noun" and unit.preposition == "for"
    if not acts or not parse.knowledge.book.grammar.head_last:
        return
    above = _reasoned(parse, event.unit)
    if above is not None and unit.conjoined and above.governed_by == "for" and above.governor is not None:
        above = parse.events[above.governor]  # «for being owned by him and for providing arms»
    if above is not None and any(predicate.type in _BEFORE_THE_LAW for predicate in above.predicates):
        event.governor, event.governed_by = above.index, "for"


def _in_list(parse: Parse, index: int) -> bool:
    """Whether a unit is a verb or participle of a list: «materially assisted, sponsored or provided»."""
    return parse.by_unit[index].form != "noun"


def opens_own_clause(parse: Parse, index: int) -> bool:
    """«trades in oil and the militia's men were killed»: whether a joined English phrase has a verb of its own, where
    what it would be joined to stands behind a preposition or as the object of a verb."""
    if not parse.knowledge.book.grammar.head_last or not parse.units[index].conjoined:
        return False
    behind = index + 1
    while behind < len(parse.units) and (parse.kind(behind) == "adverb" or _says_more(parse, behind)):
        behind += 1
    if behind >= len(parse.units):
        return False
    verb = parse.by_unit.get(behind)
    finite = parse.helps(behind) or (verb is not None and verb.form == "verb" and not parse.units[behind].conjoined)
    if not finite:
        return False
    first = index - len(parse.with_joined_before(index)) + 1
    before = parse.by_unit.get(first - 1)
    taken = before is not None and before.form == "verb" and not before.steers(*_TELLING)
    return taken or (parse.units[first].preposition is not None and parse.has_verb_before(first))


def is_subject(parse: Parse, index: int) -> bool:
    """Whether an English phrase right before a verb can only be its subject: one that opens a clause of its own, or a
    pronoun in a form that no object has («records showing he had sold gold»)."""
    nominative = parse.units[index].pronoun in parse.knowledge.closed("words", "nominatives")
    return nominative or opens_own_clause(parse, index)


def _says_more(parse: Parse, index: int) -> bool:
    unit = parse.units[index]
    return unit.kind == "phrase" and unit.preposition is not None and not unit.conjoined
