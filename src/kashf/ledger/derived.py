"""What is worked out from evidence and judgements, and whether it is still up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from kashf.ledger.packing import pack_record
from kashf.ledger.schema import DERIVED, assignments, entities, findings, resolved, state
from kashf.records import Entity, Finding, Record, structure, unstructure

__all__ = ["Derivation", "Derived"]

BATCH = 500
"""Rows written in one statement."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """What comparing made of the evidence as it stood at `revision`; `by` names the version that did."""

    entities: Sequence[Entity]
    records: Sequence[Record]
    findings: Sequence[Finding]
    revision: int
    by: str


class Derived:
    """The derived tables over one connection, within the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def revision(self) -> int:
        """How many times evidence or judgements have changed."""
        return int(self._said("evidence") or 0)

    def touch(self) -> None:
        """Count a change: what was derived is stale from here on."""
        self._say("evidence", str(self.revision() + 1))

    def is_stale(self, by: str) -> bool:
        """Whether what was derived shows other evidence than there is, or was made by another version."""
        derived = self._said("derived")
        if derived is None:
            return self.revision() > 0
        return (int(derived), self._said("derived_by")) != (self.revision(), by)

    def store(self, derivation: Derivation) -> None:
        """Put a derivation in the place of the last one."""
        for derived in DERIVED:
            self._connection.execute(delete(derived))
        self._insert(entities, map(_entity_row, derivation.entities))
        self._insert(resolved, map(_resolved_row, derivation.records))
        self._insert(assignments, (row for record in derivation.records for row in _assignment_rows(record)))
        self._insert(findings, (_finding_row(at, finding) for at, finding in enumerate(derivation.findings)))
        self._say("origins", str(_independent_origins(derivation.findings)))
        self._say("derived", str(derivation.revision))
        self._say("derived_by", derivation.by)

    def entities(self) -> Iterator[Entity]:
        """The entities, the most mentioned first."""
        bodies = self._connection.scalars(select(entities.c.body))
        found = [structure(body, Entity) for body in bodies]
        yield from sorted(found, key=lambda entity: (-entity.mentions, entity.id))

    def findings(self, *kinds: str) -> Iterator[Finding]:
        """The findings in the order in which comparing gave them; of these kinds, or of all."""
        statement = select(findings.c.body).order_by(findings.c.position)
        if kinds:
            statement = statement.where(findings.c.kind.in_(kinds))
        for body in self._connection.scalars(statement):
            yield structure(body, Finding)

    def count(self, kind: str) -> int:
        """How many findings of a kind there are."""
        counted = select(func.count()).select_from(findings).where(findings.c.kind == kind)
        return self._connection.scalars(counted).one()

    def origins(self) -> int:
        """How many independent origins stand behind the assertions that comparing found."""
        return int(self._said("origins") or 0)

    def _insert(self, into: Table, rows: Iterable[dict[str, object]]) -> None:
        waiting = list(rows)
        for start in range(0, len(waiting), BATCH):
            self._connection.execute(insert(into), waiting[start : start + BATCH])

    def _said(self, name: str) -> str | None:
        return self._connection.scalar(select(state.c.value).where(state.c.name == name))

    def _say(self, name: str, value: str) -> None:
        changed = self._connection.execute(update(state).where(state.c.name == name).values(value=value))
        if changed.rowcount == 0:
            self._connection.execute(insert(state).values(name=name, value=value))


def _independent_origins(found: Sequence[Finding]) -> int:
    return len({origin.name for finding in found if finding.kind == "assertion" for origin in finding.origins})


def _entity_row(entity: Entity) -> dict[str, object]:
    return {"id": entity.id, "kind": entity.kind, "name": entity.name, "body": unstructure(entity)}


def _resolved_row(record: Record) -> dict[str, object]:
    return {"report_id": record.report.id, "body": pack_record(record)}


def _finding_row(position: int, finding: Finding) -> dict[str, object]:
    return {"position": position, "id": finding.id, "kind": finding.kind, "body": unstructure(finding)}


def _assignment_rows(record: Record) -> Iterator[dict[str, object]]:
    places = {(each.start, each.end): each.entity for each in record.mentions if each.entity is not None}
    for (start, end), entity in places.items():
        yield {"report_id": record.report.id, "starts": start, "ends": end, "entity_id": entity}
