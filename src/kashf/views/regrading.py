"""What an analyst's grade of a source does: which statements that rest on it would be graded otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kashf.comparison.grades import of_every_name, proposed_with
from kashf.records import Entity, Finding

__all__ = ["Effect", "Move", "effects", "rests_on"]


@dataclass(frozen=True, slots=True)
class Move:
    """How many statements would go from one grade of information to another."""

    before: str
    after: str
    statements: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What would come of grades of a source that do the same; no moves where they change nothing."""

    grades: tuple[str, ...]
    moves: tuple[Move, ...]


def rests_on(name: str, finding: Finding, entities: Iterable[Entity]) -> bool:
    """Whether one of the origins of a finding goes by a name, or by another name of the same entity."""
    names = {name}.union(*({one.name, *one.names} for one in entities if name in (one.name, *one.names)))
    return any(origin.name in names for origin in finding.origins)


def effects(
    name: str,
    assertions: Sequence[Finding],
    beside: Mapping[str, Finding],
    grades: Mapping[str, str],
    entities: Sequence[Entity],
) -> tuple[Effect, ...]:
    """What each grade A to F of a source would change in the assertions that rest on it, the grades that do the same
    together. `beside` are the conflicts and checks by their ids."""
    found: dict[tuple[Move, ...], list[str]] = {}
    for grade in "ABCDEF":
        graded = of_every_name({**_without(name, grades, entities), name: grade}, entities)
        found.setdefault(_moves(assertions, beside, graded), []).append(grade)
    return tuple(Effect(tuple(same), moves) for moves, same in found.items())


def _without(name: str, grades: Mapping[str, str], entities: Iterable[Entity]) -> dict[str, str]:
    """The grades of others: a name's own grade must not hold on under another of its spellings."""
    own = {name}.union(*({one.name, *one.names} for one in entities if name in (one.name, *one.names)))
    return {other: grade for other, grade in grades.items() if other not in own}


def _moves(assertions: Iterable[Finding], beside: Mapping[str, Finding], grades: Mapping[str, str]) -> tuple[Move, ...]:
    moves: Counter[tuple[str, str]] = Counter()
    for one in assertions:
        ids = (*one.fields.get("checks", ()), *one.fields.get("conflicts", ()))
        after = str(proposed_with(one, [beside[id_] for id_ in ids if id_ in beside], grades))
        if one.grade is not None and after != one.grade:
            moves[one.grade, after] += 1
    return tuple(Move(before, after, many) for (before, after), many in sorted(moves.items()))
