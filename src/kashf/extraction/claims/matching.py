"""Matching: which predicate an event satisfies, and with which phrases in which roles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kashf.domain.predicates import Predicate, broader_kinds, claim_types
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.marked import suits
from kashf.extraction.words import Word

__all__ = ["Match", "Surroundings", "best_match"]

Fillers = dict[str, list[Phrase]]
_PLACED = frozenset({"place", "origin", "destination"})
_ON = frozenset({"علي", "ل"})
_COUNTED = frozenset({"amount", "of_total", "price", "rate", "proceeds"})


@dataclass(frozen=True, slots=True)
class Match:
    """A predicate whose conditions hold, and the phrases of each role."""

    predicate: Predicate
    fillers: Mapping[str, Sequence[Phrase]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What matching looks up beside the event: the words, where roles stand by default in the language, and the phrases
    that a pronoun ending may stand for, nearest first."""

    words: Sequence[Word]
    marks: Mapping[str, tuple[str, ...]]
    before: Sequence[Phrase] = ()


def best_match(event: Event, actor: Sequence[Phrase], around: Surroundings) -> Match | None:
    """The first predicate of the event, in the order of the tables, whose conditions hold; None where none does."""
    for predicate in event.predicates:
        if not _in_company(predicate, event, around.words):
            continue
        fillers = _fill(predicate, event, actor, around)
        if "object" not in fillers and "direct" in predicate.roles.get("object", ()):
            meant = _pronoun_object(predicate, event, around.words, around.before)
            if meant is not None:
                fillers["object"] = [meant]
                _count(fillers, ("actor", *claim_types()[predicate.type].roles))
        if _holds(predicate, fillers):
            return Match(predicate, fillers)
    return None


def _pronoun_object(
    predicate: Predicate, event: Event, words: Sequence[Word], before: Sequence[Phrase]
) -> Phrase | None:
    """What an object ending («لبيعها») stands for: the nearest phrase before of a kind the predicate asks for."""
    ending = words[event.word].split.ending
    wanted = {kind for need in predicate.needs for kind in need.get("object", ())}
    if event.direct or ending not in _AGREES or not wanted:
        return None
    return next(
        (p for p in before if p.is_a(*wanted) and not p.pronoun and _AGREES[ending](words[_head(p, words)])), None
    )


def _head(phrase: Phrase, words: Sequence[Word]) -> int:
    return next(
        (p for p in range(phrase.first, phrase.last) if words[p].category in ("noun", "name", "title")), phrase.first
    )


def _feminine(word: Word) -> bool:
    return word.stem.endswith(("ه", "ات")) or any(reading.number == "p" for reading in word.readings)


_AGREES: Mapping[str, Callable[[Word], bool]] = {
    "ه": lambda word: not _feminine(word),
    "ها": _feminine,
    "هم": lambda word: bool(word.classes & {"people", "persons"}),
    "هما": bool,
}


def _in_company(predicate: Predicate, event: Event, words: Sequence[Word]) -> bool:
    """Whether the object is one of the words or kinds a fixed phrase needs («فرض عقوبات»)."""
    if not predicate.company and not predicate.marked_company:
        return True
    if any(_is_one(phrase, predicate.company, words) for phrase in event.direct):
        return True
    return any(
        _is_one(phrase, wanted, words)
        for mark, wanted in predicate.marked_company.items()
        for phrase in event.marks(mark)
    )


def _is_one(phrase: Phrase, wanted: Sequence[str], words: Sequence[Word]) -> bool:
    if phrase.is_a(*wanted):
        return True
    return any(
        words[p].stem in wanted or words[p].norm in wanted
        for p in range(phrase.first, min(phrase.first + 2, phrase.last))
    )


def _fill(predicate: Predicate, event: Event, actor: Sequence[Phrase], around: Surroundings) -> Fillers:
    fillers: Fillers = {}
    roles = ("actor", *claim_types()[predicate.type].roles)
    marks = {role: at for role, at in around.marks.items() if role in roles and role not in predicate.roles}
    taken: set[int] = set()
    for role, places in predicate.roles.items():
        _add(fillers, role, _standing(places, event, actor, predicate), taken, explicit=True)
    if "actor" in marks and any("subject" in at for role, at in predicate.roles.items() if role not in _COUNTED):
        marks["actor"] = tuple(place for place in marks["actor"] if place != "subject")
    for role, places in marks.items():
        _add(fillers, role, _standing(places, event, actor, predicate), taken, explicit=False)
    if "genitive" in predicate.roles.get("counterparty", ()) and "counterparty" not in fillers:
        fillers["counterparty"] = list(_genitives(event, around.words))
    _count(fillers, roles)
    return {role: phrases for role, phrases in fillers.items() if phrases}


def _genitives(event: Event, words: Sequence[Word]) -> Iterator[Phrase]:
    """Whose the object is, where its genitive says so: «رواتب المقاتلين»."""
    for phrase in event.direct:
        second = phrase.first + 1
        if second < phrase.last and not words[phrase.first].definite:
            kinds = frozenset(kind for each in words[second].classes for kind in broader_kinds(each))
            if kinds & {"agent", "people", "persons"}:
                yield Phrase(second, phrase.last, kinds)


def _standing(
    places: Sequence[str], event: Event, actor: Sequence[Phrase], predicate: Predicate
) -> list[tuple[str, Phrase]]:
    found: list[tuple[str, Phrase]] = []
    if "direct" in places and event.direct and not predicate.company:
        places = ("direct",)  # an object behind a preposition is one only where there is no plain one
    for place in places:
        if place == "subject":
            found.extend((place, phrase) for phrase in actor)
        elif place == "direct" and not predicate.company:
            found.extend((place, phrase) for phrase in event.direct)
        elif place == "that":
            found.extend((place, phrase) for phrase in event.that)
        else:
            found.extend((place, meant) for phrase in event.marks(place) for meant in _meant(event, phrase))
    return sorted(found, key=lambda entry: entry[1].first)


def _meant(event: Event, phrase: Phrase) -> Sequence[Phrase]:
    """In a relative clause a pronoun takes up the noun the clause hangs on: «الأراضي التي استولى عليها»."""
    return event.antecedent if phrase.pronoun and event.antecedent else (phrase,)


def _add(fillers: Fillers, role: str, found: list[tuple[str, Phrase]], taken: set[int], *, explicit: bool) -> None:
    """Puts phrases in a role. One phrase fills one role; a place goes to a role of places rather than to an object."""
    for place, phrase in found:
        if role == "purpose" and place in _ON and phrase.is_a("agent"):
            fillers.setdefault("counterparty", []).append(phrase)  # «أنفق على المقاتلين»: spent on people is given them
            taken.add(phrase.first)
            continue
        if phrase.first in taken and not (role in _COUNTED or place == "subject"):
            continue
        if (
            role in ("counterparty", "actor")
            and place != "subject"
            and phrase.is_a("somewhere")
            and not phrase.is_a("agent")
        ):
            continue
        if role in _PLACED and (role == "place" or not explicit) and not suits(role, phrase):
            continue
        if (
            role == "object"
            and explicit
            and place in ("في", "من")
            and phrase.is_a("somewhere")
            and not phrase.is_a("holding", "goods")
        ):
            continue
        if role in _COUNTED and phrase.figure is None:
            continue
        if role not in ("object", "actor", "purpose") and _filled_elsewhere(fillers, role, phrase):
            continue
        fillers.setdefault(role, []).append(phrase)
        if role not in _COUNTED:
            taken.add(phrase.first)


def _filled_elsewhere(fillers: Fillers, role: str, phrase: Phrase) -> bool:
    """A second phrase of a role, not joined to the first, says more about what stands before it, not about the event."""
    before = fillers.get(role, [])
    return role not in _COUNTED and bool(before) and phrase.first - before[-1].last > 3


def _count(fillers: Fillers, roles: Sequence[str]) -> None:
    """A figure in who or what takes part is how many or how much."""
    if "amount" not in roles or "amount" in fillers:
        return
    for role in ("object", "actor"):
        counted = [phrase for phrase in fillers.get(role, ()) if phrase.figure is not None]
        if counted:
            fillers["amount"] = counted
            return


def _holds(predicate: Predicate, fillers: Fillers) -> bool:
    for role, kinds in predicate.never.items():
        if any(phrase.is_a(*kinds) for phrase in fillers.get(role, ())):
            return False
    if not predicate.needs:
        return bool(set(fillers) - {"actor"})
    return any(
        all(any(phrase.is_a(*kinds) for phrase in fillers.get(role, ())) for role, kinds in need.items())
        for need in predicate.needs
    )
