"""What a further report must be looked at with: the few reports, findings and entities that its keys lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from kashf.ledger.derived import Derived
from kashf.ledger.derived_rows import UNDATED, chunks
from kashf.ledger.judgements import Judgements, Standing
from kashf.ledger.packing import unpack_record
from kashf.ledger.schema import (
    entities,
    findings,
    frequencies,
    name_keys,
    neighbours,
    records,
    reports,
    resolved,
    taking_part,
)
from kashf.records import Entity, Finding, Record, structure

__all__ = ["Nearby", "Pending"]


@dataclass(frozen=True, slots=True)
class Pending:
    """The records that are not yet part of what is derived, and the reports that are so no longer."""

    added: tuple[Record, ...]
    gone: tuple[str, ...]
    revision: int


class Nearby:
    """The derived things of a ledger, looked up by keys, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._derived = Derived(connection)

    def pending(self, by: str) -> Pending | None:
        """What came since everything was compared; None where more than further reports came, or too much is open to
        tell it from them."""
        if not self._derived.can_be_extended(by):
            return None
        since = select(func.max(records.c.id)).where(records.c.id > self._derived.last_record())
        latest = list(self._connection.scalars(since.group_by(records.c.report_id)))
        rows = [row for some in chunks(latest) for row in self._rows(some)]
        replaced = self._replaced([row.id for row in rows])
        if self._derived.superseded() - self._derived.superseded_then() != len(replaced):
            return None
        current = [row for row in rows if row.superseded_by is None]
        added = tuple(unpack_record(row.body, row.text) for row in current if row.body is not None)
        failed = [row.id for row in current if row.body is None]
        return Pending(added, (*replaced, *failed), self._derived.revision())

    def _rows(self, numbers: Sequence[int]) -> Iterator[_Row]:
        held = (reports.c.id, reports.c.text, reports.c.superseded_by, records.c.body)
        statement = select(*held).join(records, records.c.report_id == reports.c.id).where(records.c.id.in_(numbers))
        for row in self._connection.execute(statement.order_by(reports.c.id)):
            yield _Row(*row)

    def _replaced(self, by: Sequence[str]) -> list[str]:
        statement = select(reports.c.id)
        return [
            str(report)
            for some in chunks(by)
            for report in self._connection.scalars(statement.where(reports.c.superseded_by.in_(some)))
        ]

    @property
    def collection(self) -> int:
        """How many reports there were when everything was last compared."""
        return self._derived.collection()

    def reports(self) -> int:
        """How many reports there are in what is derived."""
        return self._connection.scalars(select(func.count()).select_from(resolved)).one()

    def standings(self) -> Mapping[str, Standing]:
        """How each judged claim stands."""
        return Judgements(self._connection).standings()

    def grades(self) -> Mapping[str, str]:
        """The analysts' grade of each outlet that has one."""
        return Judgements(self._connection).grades()

    def carriers(self, wanted: Iterable[str]) -> Mapping[str, int]:
        """In how many of these each feature stands, where it is more than one."""
        statement = select(frequencies.c.feature, frequencies.c.reports)
        found: dict[str, int] = {}
        for some in chunks(wanted):
            rows = self._connection.execute(statement.where(frequencies.c.feature.in_(some)))
            found.update((feature, count) for feature, count in rows)
        return found

    def holders(self, values: Iterable[int], day: int, days: int | None) -> Iterator[tuple[int, str]]:
        """The keys of these that reports have, each with the report: as far as they lie so many days from a day, have
        no day, or whatever their day is."""
        statement = select(neighbours.c.value, neighbours.c.report_id)
        spans = [neighbours.c.day == UNDATED, neighbours.c.day.between(day - (days or 0), day + (days or 0))]
        for some in chunks(values):
            held = statement.where(neighbours.c.value.in_(some))
            for part in [held] if days is None or day == UNDATED else [held.where(span) for span in spans]:
                yield from ((value, report) for value, report in self._connection.execute(part))

    def records(self, wanted: Iterable[str]) -> Iterator[Record]:
        """The resolved records of these reports."""
        statement = select(reports.c.text, resolved.c.body).join(resolved, resolved.c.report_id == reports.c.id)
        for some in chunks(wanted):
            for row in self._connection.execute(statement.where(reports.c.id.in_(some))):
                yield unpack_record(row.body, row.text)

    def findings(self, of: Iterable[str]) -> Iterator[Finding]:
        """The findings that one of these reports takes part in, each once."""
        ids: dict[str, None] = {}
        for some in chunks(of):
            part = select(taking_part.c.finding_id).where(taking_part.c.report_id.in_(some))
            ids.update(dict.fromkeys(self._connection.scalars(part)))
        for some in chunks(ids):
            for body in self._connection.scalars(select(findings.c.body).where(findings.c.id.in_(some))):
                yield structure(body, Finding)

    def entities(self, wanted: Iterable[str]) -> Iterator[Entity]:
        """These entities, without the reports that name them."""
        for some in chunks(wanted):
            for body in self._connection.scalars(select(entities.c.body).where(entities.c.id.in_(some))):
                yield structure(body, Entity)

    def named(self, keys: Iterable[int]) -> set[str]:
        """The ids of the entities that have one of these keys."""
        found: set[str] = set()
        for some in chunks(keys):
            found.update(self._connection.scalars(select(name_keys.c.entity_id).where(name_keys.c.name_key.in_(some))))
        return found


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    text: str
    superseded_by: str | None
    body: bytes | None
