"""Objects that stand before their verb, in Russian, whose cases tell them from subjects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.extraction.clauses.case_agreement import disagrees
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import Parse

__all__ = ["is_object", "may_be", "object_before", "object_of_governor", "part_from_possessor", "subject_before"]

_ABLE = ("agent", "counted", "facility", "measure", "activity", "income")
"""Kinds of things that do what verbs tell, as parties do."""
_NAMED_BY_ACT = ("money", "goods", "attack", "loss")
"""Kinds of named acts that stand for what is done something to: «доходы», «поставки»."""


def object_before(parse: Parse, subject: Phrase, *, company: bool = False) -> list[Phrase]:
    """«Муку они перепродавали», «Склад с зерном боевики захватили»: what may be an accusative and opens
    the clause, with what prepositions say of it, before a subject that can be nothing else."""
    index = _opening(parse, subject)
    before = parse.phrases[index] if index >= 0 else None
    if before is None or parse.units[index].preposition is not None or _of_participle(parse, index):
        return []
    if company and before.event is not None:
        return [before]  # «Подготовку новобранцы проходили»
    if before.is_a("time") or (before.event is None and "acc" not in before.cases):
        return []
    told = "nom" not in before.cases or ("acc" not in subject.cases and bool(subject.cases))
    thing = before.event is None or before.is_a(*_NAMED_BY_ACT)
    return list(parse.with_joined_before(index)) if told and thing else []


def subject_before(parse: Parse, event: Event, thing: Phrase) -> tuple[Phrase, ...]:
    """«Амирханов вину не признал», «Банда деньги прятала»: who opens the clause right before an object that stands
    before its verb, and agrees with the verb."""
    index = next((i for i, phrase in enumerate(parse.phrases) if phrase is thing), 0) - 1
    phrase = parse.phrases[index] if index >= 0 else None
    if phrase is None or phrase.event is not None or parse.units[index].preposition is not None:
        return ()
    told = "nom" not in thing.cases or (phrase.is_a("agent") and not thing.is_a("agent"))
    able = told and "nom" in phrase.cases and not phrase.is_a("time")
    return (phrase,) if able and parse.opens_clause(index) and not disagrees(parse, event, (phrase,)) else ()


def object_of_governor(parse: Parse, event: Event) -> list[Phrase]:
    """«Статуэтки пытались вывезти», «Монеты группировка решила чеканить»: the object of a Russian infinitive stands
    before the verb that steers it."""
    above = parse.events[event.governor] if event.governor is not None else None
    if parse.word(event).category != "verbal_noun" or above is None or above.form != "verb":
        return []
    if above.predicates and not above.steers("attempt", "plan", "begin", "end", "agree"):
        return []
    told = above.subject or tuple(above.direct)
    if not told or told[0].is_a("time"):
        return []
    unable = not told[0].is_a("agent") and may_be(told, "acc")
    if unable or disagrees(parse, above, told):
        above.subject = ()
        return list(told)
    return object_before(parse, told[0])


def _opening(parse: Parse, subject: Phrase) -> int:
    """The unit that opens the clause before a subject: past what commas set off, prepositions, and a genitive of a
    named act («Доходы группировки эксперты оценивают в …»)."""
    index = next((i for i, phrase in enumerate(parse.phrases) if phrase is subject), 0) - 1
    index = parse.skip_back(index) if parse.kind(index) == "comma" else index
    while index > 0 and parse.phrases[index] is not None and parse.units[index].preposition is not None:
        index -= 1
    genitive = index > 0 and parse.kind(index - 1) == "event" and "gen" in parse.units[index].cases
    return index - genitive


def _of_participle(parse: Parse, index: int) -> bool:
    """«Продавшая оружие фирма исчезла»: whether a phrase is the object of a participle right before it."""
    event = parse.by_unit.get(index - 1)
    return event is not None and event.form == "participle" and index in parse.used


def is_object(parse: Parse, event: Event, before: Sequence[Phrase], groups: Sequence[Sequence[Phrase]]) -> bool:
    """Whether what stands before a verb is its object: no nominative, the wrong number, or unable to act."""
    if not may_be(before, "nom"):
        return True
    if not may_be(before, "acc"):
        return False
    if disagrees(parse, event, before) or _completes(parse, event, before[0], groups):
        return True
    actors = [group for group in groups if may_be(group, "nom") and group[0].is_a("agent", "persons")]
    if actors and not may_be(actors[0], "acc"):
        return True
    counted = before[0].is_a("counted") and before[0].is_a("goods", "funds", "holding") and not before[0].is_a("agent")
    unable = bool(before[0].kinds) and (counted or not before[0].is_a(*_ABLE))  # «три килограмма золота нашли»
    able = bool(groups) and groups[0][0].is_a("agent") and may_be(groups[0], "nom")
    return unable and (able or not any(may_be(group, "acc") for group in groups))


def _completes(parse: Parse, event: Event, phrase: Phrase, groups: Sequence[Sequence[Phrase]]) -> bool:
    """«Ряды группировки пополнили 300 иностранцев»: whether a phrase is the object that a fixed phrase of the verb
    needs, with a subject behind the verb."""
    if not groups or not may_be(groups[0], "nom"):
        return False
    stem = parse.words[phrase.first].stem
    return any(phrase.is_a(*p.company) or stem in p.company for p in event.predicates if p.company)


def may_be(group: Sequence[Phrase], *cases: str) -> bool:
    """Whether a group of phrases can stand in one of the cases, as far as its first tells."""
    return not group[0].cases or not group[0].cases.isdisjoint(cases)


def part_from_possessor(parse: Parse, event: Event, *, takes_object: bool) -> None:
    """«продавал их коллекционерам»: what may be whose a dative is, is the object of a verb that has none."""
    if not takes_object or event.direct:
        return
    given = any("dative" in places for predicate in event.predicates for places in predicate.roles.values())
    for place, (mark, phrase) in enumerate(event.marked if given else ()):
        norm = parse.words[phrase.first].norm
        beside = phrase.first == event.word + 1 and phrase.last > phrase.first + 1
        if mark == "dative" and beside and norm in parse.knowledge.closed("words", "possessives"):
            event.direct = [Phrase(phrase.first, phrase.first + 1, frozenset({"agent"}), pronoun=norm)]
            event.marked[place] = (mark, replace(phrase, first=phrase.first + 1))
            return
