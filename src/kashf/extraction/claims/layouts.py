"""Layouts: where the roles of a predicate stand in an event, as the predicate itself says and by default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from kashf.domain.predicates import ClaimType, Predicate, claim_types, default_marks
from kashf.extraction.clauses.events import Event
from kashf.values import value

__all__ = ["COUNTED", "ON", "PARTIES", "Layout", "Way", "layout_of"]

PARTIES = frozenset({"counterparty", "actor"})
ON = frozenset({"علي", "ل"})
"""Prepositions behind which in Arabic whoever benefits stands, where a purpose may."""
COUNTED = frozenset({"amount", "of_total", "price", "rate", "proceeds"})


@value
class Way:
    """How phrases come into a role: where the predicate itself says (`explicit`) or by default; `benefits` whether
    the other side is one to whom something goes, and not the seller or giver; `measure` whether a state takes one."""

    explicit: bool
    benefits: bool = True
    measure: bool = False


_EXPLICIT = {measure: Way(explicit=True, measure=measure) for measure in (True, False)}
_BY_DEFAULT = {benefits: Way(explicit=False, benefits=benefits) for benefits in (True, False)}


@value(eq=False)
class Layout:
    """Where each role of a predicate stands in an event that has an object or none, a subject or none: as the predicate
    itself says (`told`), and by default (`way`), or by default of a verb that has its subject (`alone`): « par lequel
    elle a versé » tells through whom. `places` are where whatever fills a role may stand, `owned` roles filled by whose
    the object is, `complements` by what the noun of a fixed phrase is of; `genitive` tells of the other side; `kind` is
    the type of claim."""

    explicit: Sequence[tuple[str, Sequence[str]]]
    by_default: Sequence[tuple[str, Sequence[str]]]
    alone: Sequence[tuple[str, Sequence[str]]]
    places: Mapping[str, Sequence[str]]
    told: Way
    way: Way
    owned: Set[str]
    complements: Sequence[str]
    genitive: bool
    kind: ClaimType


def layout_of(predicate: Predicate, event: Event, language: str) -> Layout:
    """Where the roles of a predicate stand in an event of a report in a language; told once for a predicate."""
    return _layouts(predicate, language)[bool(event.direct), bool(event.subject)]


@cache
def _layouts(predicate: Predicate, language: str) -> Mapping[tuple[bool, bool], Layout]:
    """By whether there is an object, and a subject."""
    either = (False, True)
    return {
        (has_object, has_subject): _layout(predicate, language, has_object=has_object, has_subject=has_subject)
        for has_object in either
        for has_subject in either
    }


def _layout(predicate: Predicate, language: str, *, has_object: bool, has_subject: bool) -> Layout:
    plain = has_object and not predicate.company

    def bare(places: Sequence[str]) -> Sequence[str]:
        return _bare(places, has_subject=has_subject) if plain else places

    roles = predicate.roles
    explicit = tuple((role, at if role in PARTIES else bare(at)) for role, at in roles.items())
    by_default = tuple((role, bare(at)) for role, at in _default_places(predicate, language, has_object=has_object))
    return Layout(
        explicit,
        by_default,
        tuple(_of_active(by_default, language)),
        _all_places(explicit + by_default),
        _EXPLICIT[claim_types()[predicate.type].group == "counter"],
        _BY_DEFAULT[_benefits(predicate)],
        {role for role, places in roles.items() if "owner" in places},
        tuple(role for role, places in roles.items() if "complement" in places),
        "genitive" in roles.get("counterparty", ()),
        claim_types()[predicate.type],
    )


def _of_active(by_default: Sequence[tuple[str, Sequence[str]]], language: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Of who acts only the subject: what else says so goes with a passive, but in Arabic."""
    for role, places in by_default:
        only = role == "actor" and language != "ar"
        yield role, tuple(place for place in places if place == "subject") if only else places


def _all_places(told: Sequence[tuple[str, Sequence[str]]]) -> Mapping[str, Sequence[str]]:
    """Where whatever fills each role may stand, which may be the place of another role too."""
    places: dict[str, list[str]] = {}
    for role, at in told:
        places.setdefault(role, []).extend(at)
    coming = {
        "counterparty": ON,  # who is spent on
        "place": places.get("counterparty", ()),  # see `_is_scene`
        "destination": places.get("place", ()),  # see `_goes_there`
        "channel": places.get("place", ()),  # see `_goes_aboard`
        "amount": (*places.get("object", ()), *places.get("actor", ())),  # see `count`
    }
    return {role: (*places.get(role, ()), *coming.get(role, ())) for role in places.keys() | coming.keys()}


def _bare(places: Sequence[str], *, has_subject: bool) -> Sequence[str]:
    """Of the places of a role that an object without preposition stands in, the one that comes first: behind a
    preposition a role stands only where no plain object does."""
    if "direct" not in places:
        return places
    first = "subject" if places[0] == "subject" and has_subject else "direct"
    return tuple(place for place in places if place in (first, "sum"))


def _default_places(
    predicate: Predicate, language: str, *, has_object: bool
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Where the roles of a predicate stand of which it says nothing itself; one that takes the subject leaves none to
    who acts."""
    roles, marks = ("actor", *claim_types()[predicate.type].roles), default_marks(language)
    places = {role: at for role, at in marks.items() if role in roles and role not in predicate.roles}
    if "amount" in predicate.roles:  # what a sum is worth may stand beside a sum that is the object
        places["amount"] = tuple(m for m in marks.get("amount", ()) if m not in predicate.roles["amount"])
    if "actor" in places and _takes_subject(predicate, has_object=has_object):
        places["actor"] = tuple(place for place in places["actor"] if place != "subject")
    return tuple(places.items())


def _takes_subject(predicate: Predicate, *, has_object: bool) -> bool:
    """Whether another role than who acts stands as the subject: one whose first place is the object only without it."""
    places = [at for role, at in predicate.roles.items() if role not in COUNTED and "subject" in at]
    return any(at[0] != "direct" or not has_object for at in places)


def _benefits(predicate: Predicate) -> bool:
    return "counterparty" not in predicate.roles or _gives(predicate)


def _gives(predicate: Predicate) -> bool:
    return not ON.isdisjoint(predicate.roles["counterparty"])
