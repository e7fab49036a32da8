"""Subjects and objects in Russian, told by case, and by number and order where a form may be either."""

from __future__ import annotations

from dataclasses import replace

from kashf.extraction.clauses.case_agreement import disagrees, relative_role
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.object_first import is_object, may_be, object_before, part_from_possessor, subject_before
from kashf.extraction.clauses.parse import Parse

__all__ = ["only", "settle_by_case"]

Groups = list[list[Phrase]]


def settle_by_case(parse: Parse, event: Event, groups: Groups, *, takes_object: bool) -> None:
    """The nominative is the subject; where a form may be either case, number and order decide. What a relative clause
    tells of stands in the case of the relative."""
    role = _given_in_relative(parse, event)
    before = list(event.subject or event.antecedent)
    if event.passive:
        event.direct, event.subject = before or _first(groups), ()
        event.subject_elided = True
        return
    if before and _given_by_case(event, groups):
        event.marked.extend(("dative", phrase) for phrase in groups.pop(0))  # «передала России данные»
    turned = takes_object and bool(before) and role != "subject" and is_object(parse, event, before, groups)
    if role == "object" or turned:
        event.direct, event.subject = before, _who_acts(groups) or subject_before(parse, event, before[0])
    elif before:
        event.subject = tuple(before)
        event.direct = _object_by_case(parse, event, groups, takes_object=takes_object)
    else:
        _settle_behind(parse, event, groups, takes_object)
    part_from_possessor(parse, event, takes_object=takes_object)
    event.direct = [_somebody(parse, event, phrase) for phrase in event.direct]
    event.subject_elided = not event.subject


def _object_by_case(parse: Parse, event: Event, groups: Groups, *, takes_object: bool) -> list[Phrase]:
    """Behind a verb whose subject stands before it, before that subject, or what a relative clause says more of:
    «танкеров, которые он скупил за год»."""
    direct = next((group for group in groups if may_be(group, "acc", "gen")), [])
    taken_up = list(event.antecedent) if takes_object and event.subject != event.antecedent else []
    if taken_up and (not direct or direct[0].is_a("time")):
        return taken_up
    if direct or not takes_object:
        return direct
    return object_before(parse, event.subject[0], company=any(p.company for p in event.predicates))


def _who_acts(groups: Groups) -> tuple[Phrase, ...]:
    """Somebody behind a verb who may be its subject."""
    found = (group for group in groups if may_be(group, "nom") and group[0].is_a("agent", "persons"))
    return tuple(next(found, ()))


def _given_in_relative(parse: Parse, event: Event) -> str:
    """What the relative before a verb makes of its noun; one to whom something goes is told so («которым отдают»)."""
    role = relative_role(parse, event)
    if role == "dative":
        event.marked.extend(("dative", phrase) for phrase in event.antecedent)
        event.antecedent = ()
    return role


def _somebody(parse: Parse, event: Event, phrase: Phrase) -> Phrase:
    """«Рыбаков освободили»: a word that no table lists in the genitive is an object only if it is somebody."""
    words = parse.words[phrase.first : phrase.last]
    word = words[-1]
    counted = any(each.category in ("quantifier", "number", "noun", "name", "preposition") for each in words[:-1])
    living = not counted and word.norm.endswith(("ов", "ев")) and word.category == "unknown" and not event.negated
    return replace(phrase, kinds=frozenset({"persons", "agent"})) if living and not phrase.kinds else phrase


def _settle_behind(parse: Parse, event: Event, groups: Groups, takes_object: bool) -> None:
    """Both behind the verb: «погиб казначей», «изъяли оружие», «присвоили помощь командиры»."""
    rest = list(groups)
    for group in groups:
        speaks = event.steers("say") and not group[0].is_a("funds", "goods", "time")  # «обнаружили миллион»
        able = group[0].is_a("agent", "document", "outlet") or not takes_object or speaks
        if may_be(group, "nom") and able and (len(group) > 1 or not disagrees(parse, event, group)):
            event.subject = tuple(group)
            rest.remove(group)
            break
    event.direct = next((group for group in rest if may_be(group, "acc", "gen")), [])
    if not event.subject and not event.direct:
        found = next((group for group in groups if only(group[0], "nom")), ())
        event.subject = tuple(found)  # «состоялась конференция»


def _given_by_case(event: Event, groups: Groups) -> bool:
    """Whether the first of two phrases behind a verb is to whom: somebody who may be in the dative, before a thing."""
    if len(groups) < len(("whom", "what")) or not may_be(groups[1], "acc"):
        return False
    takes = any("dative" in places for predicate in event.predicates for places in predicate.roles.values())
    whom, what = groups[0][0], groups[1][0]
    named = whom.is_a("hostile", "group") or (whom.is_a("organisation") and whom.cases >= {"nom", "acc"})
    able = "dat" in whom.cases or named  # «приносит «Аш-Шабаб» миллион»: such a name has no case
    return takes and able and whom.is_a("agent") and not what.is_a("agent")


def only(phrase: Phrase, case: str) -> bool:
    """Whether a phrase can stand in no case but one."""
    return phrase.cases == {case}


def _first(groups: Groups) -> list[Phrase]:
    return groups[0] if groups else []
