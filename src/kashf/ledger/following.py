"""What judgements that were made or undone since ask to be derived again, where that is less than everything.

A claim that was rejected, corrected or accepted again is its report's alone, with all that the report touches. A grade
touches the grades of the statements that rest on the source. Merging and splitting entities, and what is taken out for
good, are left to a comparison of everything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, Connection, Text, bindparam, cast, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from kashf.ledger.derived_rows import RANKS
from kashf.ledger.judgements import Judgements
from kashf.ledger.prepared import Prepared, Several, among
from kashf.ledger.schema import entities, findings, judgements
from kashf.records import Entity, Finding, structure

__all__ = ["Unfollowed", "called", "resting_on", "unfollowed"]

ON_CLAIMS = ("accept", "reject", "correct")


@dataclass(frozen=True, slots=True)
class Unfollowed:
    """What was judged since: the reports whose claims were, and the names of the sources that were graded."""

    reports: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class _RestsOn(FunctionElement[bool]):
    """Whether one of the origins in a finding's body goes by one of some names."""

    type = Boolean()
    inherit_cache = True


@compiles(_RestsOn)
def _asked_of_postgresql(element: _RestsOn, compiler: Any, **how: Any) -> str:
    body, some = (compiler.process(clause, **how) for clause in element.clauses)
    return f"EXISTS (SELECT 1 FROM json_array_elements({body} -> 'origins') AS one WHERE one ->> 'name' = ANY({some}))"  # noqa: S608


@compiles(_RestsOn, "sqlite")
def _asked_of_sqlite(element: _RestsOn, compiler: Any, **how: Any) -> str:
    body, some = (compiler.process(clause, **how) for clause in element.clauses)
    origins = f"json_each({body}, '$.origins') AS one"
    return f"EXISTS (SELECT 1 FROM {origins} WHERE one.value ->> 'name' IN (SELECT value FROM json_each({some})))"  # noqa: S608


_RESTING_ON = (
    select(findings.c.body)
    .where(findings.c.rank == RANKS.index("assertion"))
    .where(_RestsOn(findings.c.body, bindparam("some", type_=Several())))
    .order_by(findings.c.id)
)
_CALLED = select(entities.c.body).where(cast(entities.c.body, Text).like(bindparam("pattern"), escape="/"))
_TOLD_OF_JUDGEMENTS = select(judgements.c.kind, judgements.c.subject, judgements.c.about)
_NUMBERED = Prepared(among(_TOLD_OF_JUDGEMENTS, judgements.c.id).order_by(judgements.c.id))


def unfollowed(connection: Connection, numbers: Sequence[int]) -> Unfollowed | None:
    """What the judgements of these numbers ask for; None where it is a comparison of everything."""
    made = _NUMBERED.rows(connection, some=list(numbers))
    if not all(kind in (*ON_CLAIMS, "grade") for kind, *_ in made):
        return None
    reports = Judgements(connection).current(about["report"] for kind, _, about in made if kind in ON_CLAIMS)
    return Unfollowed(reports, tuple(dict.fromkeys(subject for kind, subject, _ in made if kind == "grade")))


def resting_on(connection: Connection, sources: Iterable[str]) -> Iterator[Finding]:
    """The assertions with an origin that goes by one of the names, or by another name of an entity that does. Looks
    through all assertions: 100,000 reports' take a second or so."""
    wanted = dict.fromkeys(sources)
    known = [entity for source in wanted for entity in called(connection, source)]
    names = list(dict.fromkeys((*wanted, *(name for one in known for name in (one.name, *one.names)))))
    for body in connection.scalars(_RESTING_ON, {"some": names}):
        yield structure(body, Finding)


def called(connection: Connection, name: str) -> Iterator[Entity]:
    """The entities that go by a name, without the reports that name them."""
    written = json.dumps(name).replace("/", "//").replace("%", "/%").replace("_", "/_")
    found = (structure(body, Entity) for body in connection.scalars(_CALLED, {"pattern": f"%{written}%"}))
    return (entity for entity in found if name in (entity.name, *entity.names))
