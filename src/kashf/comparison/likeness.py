"""How alike two claims are: role by role, figure by figure, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kashf.comparison.figures import Relation, relation, transposed
from kashf.comparison.propositions import Filler, Proposition
from kashf.comparison.words import agreement
from kashf.domain import body_named, kin_types, office_named, place_named, state_of, within
from kashf.records import Entity

__all__ = ["CONTRADICTING", "Likeness", "compared", "contradicted", "days_told"]

WEIGHTS: Mapping[str, float] = {
    "actor": 1.0,
    "object": 1.5,
    "counterparty": 1.2,
    "destination": 1.2,
    "origin": 0.6,
    "place": 0.8,
    "channel": 0.7,
    "purpose": 0.7,
    "charge": 0.7,
    "penalty": 0.7,
}
FIGURE_WEIGHT = 2.0
WORDS_WEIGHT = 1.5
"""What the agreement of each role, of figures and of the evidence's words counts for. Set by hand so that the labelled
claims of a pair of write-ups of one announcement come together (8 of 8) and the others stay apart."""
CONTRADICTING = frozenset({"actor", "object", "counterparty", "origin", "destination", "place"})
"""Roles in which two different known fillers make two different claims."""
FIGURE_WORTH = {Relation.EQUAL: 1.0, Relation.ROUNDING: 0.9, Relation.COMPATIBLE: 0.6, Relation.CONFLICTING: 0.0}
SAME_WORDING = 0.75
LEAST_WORDS = 4
"""Evidence of fewer words agrees by chance."""
DAYS_APART = 3
_COMPATIBLE_MODALITIES = (frozenset({"ended"}), frozenset({"required"}))
"""What has ended or must be is not said to be; the other shades of certainty are told of one proposition."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The agreement of two claims.

    `score` is the weighted mean agreement of what both say, 0 to 1, figures that conflict left aside; `support` the
    sum of what agrees; `figures` how their figures stand to each other, by role; `words` the agreement of the
    evidence's words (0 across scripts); `told` in which roles they agree; `slip` whether figures that conflict have the
    same digits in another order; `contradiction` why they cannot be one.
    """

    score: float = 0.0
    support: float = 0.0
    figures: Mapping[str, Relation] = field(default_factory=dict)
    words: float = 0.0
    told: tuple[str, ...] = ()
    slip: bool = False
    contradiction: str | None = None

    @property
    def conflicting(self) -> bool:
        """Whether two figures of theirs cannot both hold."""
        return Relation.CONFLICTING in self.figures.values()

    @property
    def agreed_figure(self) -> bool:
        """Whether they give one figure, or roundings of one."""
        return not {Relation.EQUAL, Relation.ROUNDING}.isdisjoint(self.figures.values())

    @property
    def telling(self) -> bool:
        """Whether more agrees than who acts."""
        return any(role != "actor" for role in self.told)


def compared(one: Proposition, other: Proposition, entities: Mapping[str, Entity]) -> Likeness:
    """How alike two claims are. What only one of them says counts neither for nor against."""
    contradiction = _contradiction(one, other) or _different_fillers(one, other, entities)
    if contradiction:
        return Likeness(contradiction=contradiction)
    agreements = dict(_roles(one, other, entities))
    figures = dict(_figures(one, other))
    words = agreement(one.words, other.words, LEAST_WORDS) if one.script == other.script else 0.0
    weighed = [related for related in figures.values() if related is not Relation.CONFLICTING]
    total = sum(WEIGHTS[role] for role in agreements) + FIGURE_WEIGHT * len(weighed)
    support = sum(WEIGHTS[role] * agreed for role, agreed in agreements.items())
    support += sum(FIGURE_WEIGHT * FIGURE_WORTH[related] for related in weighed)
    if one.script == other.script:
        total, support = total + WORDS_WEIGHT, support + WORDS_WEIGHT * words
    told = [role for role, agreed in agreements.items() if agreed >= 0.5]
    told += [role for role, related in figures.items() if related is not Relation.CONFLICTING]
    return Likeness(
        score=support / total if total else 0.0,
        support=support,
        figures=figures,
        words=words,
        told=(*told, *(("wording",) if words >= SAME_WORDING else ())),
        slip=_slip(one, other, figures),
    )


def _slip(one: Proposition, other: Proposition, figures: Mapping[str, Relation]) -> bool:
    """Whether every figure that conflicts has the digits of its counterpart in another order."""
    conflicting = [role for role, related in figures.items() if related is Relation.CONFLICTING]
    return bool(conflicting) and all(
        any(transposed(figure, counter) for figure in one.figures[role] for counter in other.figures[role])
        for role in conflicting
    )


def _contradiction(one: Proposition, other: Proposition) -> str | None:
    kinds = one.claim.type, other.claim.type
    if kinds[0] != kinds[1] and kinds[1] not in kin_types().get(kinds[0], frozenset()):
        return f"{kinds[0]} is not {kinds[1]}"
    for modality in _COMPATIBLE_MODALITIES:
        if (one.claim.modality in modality) != (other.claim.modality in modality):
            return f"{one.claim.modality} is not {other.claim.modality}"
    return "their times lie apart" if _apart(one, other) else None


def _apart(one: Proposition, other: Proposition) -> bool:
    here, there = days_told(one), days_told(other)
    if here is None or there is None:
        return False
    earlier, later = sorted((here, there))
    return (later[0] - earlier[1]).days > DAYS_APART


def days_told(proposition: Proposition) -> tuple[date, date] | None:
    """The days a claim says it happened in; None where they are open or not said."""
    time = proposition.time
    return (time.first, time.last) if time and time.first and time.last else None


def _roles(one: Proposition, other: Proposition, entities: Mapping[str, Entity]) -> Iterator[tuple[str, float]]:
    for role, here in one.fillers.items():
        there = other.fillers.get(role)
        if there and role in WEIGHTS:
            agreed = _agreed(here, there, entities)
            if agreed is not None:
                yield role, agreed


def _agreed(here: Sequence[Filler], there: Sequence[Filler], entities: Mapping[str, Entity]) -> float | None:
    """The mean of each filler's best counterpart, over the side that has fewer; None where nothing can be compared."""
    if len(here) == 1 == len(there):
        return _filler(here[0], there[0], entities)
    fewer, more = sorted((here, there), key=len)
    best = (_best(filler, more, entities) for filler in fewer)
    known = [agreed for agreed in best if agreed is not None]
    return sum(known) / len(known) if known else None


def _best(filler: Filler, counterparts: Sequence[Filler], entities: Mapping[str, Entity]) -> float | None:
    agreements = (_filler(filler, counterpart, entities) for counterpart in counterparts)
    return max((agreed for agreed in agreements if agreed is not None), default=None)


def _filler(one: Filler, other: Filler, entities: Mapping[str, Entity]) -> float | None:
    """The agreement of two fillers; None where they are written in different scripts and share no meaning."""
    if one.entity and other.entity:
        return 1.0 if one.entity == other.entity or _covers(one, other, entities) else 0.0
    common = one.meaning & other.meaning
    if not common and one.script != other.script:
        return None
    fewest = min(len(one.meaning), len(other.meaning))
    return len(common) / fewest if fewest else None


def _covers(one: Filler, other: Filler, entities: Mapping[str, Entity]) -> bool:
    """Whether one of two known fillers is a part of the other: a place of a region, an office of a state."""
    here, there = (entities.get(filler.entity or "") for filler in (one, other))
    if here is None or there is None:
        return False
    if (here.kind, there.kind) == ("place", "place") and _contains(one, other, here, there):
        return True
    states = _state(here.name), _state(there.name)
    return states[0] is not None and states[0] == states[1] and (_is_state(here.name) or _is_state(there.name))


@lru_cache(maxsize=16_384)
def _state(name: str) -> str | None:
    """The key of the state that a name stands for, as an actor: its own, its capital's or one of its offices'."""
    place, body = place_named(name), body_named(name)
    if place is not None:
        state = state_of(place)
        return state.key if state.adjective else None
    return body.country if body is not None else None


@lru_cache(maxsize=16_384)
def _is_state(name: str) -> bool:
    """Whether a name is that of a state as a whole: its own, its capital's, its government's."""
    office = office_named(name)
    return place_named(name) is not None or (office is not None and office[0] == "government")


def _contains(one: Filler, other: Filler, here: Entity, there: Entity) -> bool:
    """Whether one of two places lies in the other, by its name or by the table of places."""
    if one.meaning and other.meaning and (one.meaning <= other.meaning or other.meaning <= one.meaning):
        return True
    known = place_named(here.name), place_named(there.name)
    return bool(known[0] and known[1] and (within(known[0], known[1]) or within(known[1], known[0])))


def _different_fillers(one: Proposition, other: Proposition, entities: Mapping[str, Entity]) -> str | None:
    """The role that two sets of known entities fill differently, in words."""
    for role in one.fillers:
        if role in CONTRADICTING and role in other.fillers and contradicted(one, other, role, entities):
            here, there = (next(filler for filler in each.fillers[role] if filler.entity) for each in (one, other))
            return f"{role}: {here.name} is not {there.name}"
    return None


def contradicted(one: Proposition, other: Proposition, role: str, entities: Mapping[str, Entity]) -> bool:
    """Whether known entities fill a role of both claims, and none of one is, or covers, any of the other."""
    if not one.entities[role].isdisjoint(other.entities[role]):
        return False
    here = [filler for filler in one.fillers[role] if filler.entity]
    there = [filler for filler in other.fillers[role] if filler.entity]
    return bool(here and there) and not any(_covers(mine, theirs, entities) for mine in here for theirs in there)


def _figures(one: Proposition, other: Proposition) -> Iterator[tuple[str, Relation]]:
    """How the figures of each role stand to each other: their best pair, so that coordinated amounts find their own."""
    for role, figures in one.figures.items():
        related = [relation(figure, counter) for figure in figures for counter in other.figures.get(role, ())]
        comparable = [found for found in related if found is not Relation.INCOMPARABLE]
        if comparable:
            yield role, max(comparable, key=FIGURE_WORTH.__getitem__)
