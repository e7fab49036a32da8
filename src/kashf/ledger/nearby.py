"""What a further report must be looked at with: the few reports, findings and entities that its keys lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select, union_all

from kashf.ledger.derived import Derived
from kashf.ledger.derived_rows import UNDATED, among, chunks
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

__all__ = ["Carriers", "Nearby", "Pending"]

Carriers = dict[str, int]
"""In how many reports features stand, as far as it has been asked; 0 for those that stand in one at most."""
MOST_CARRIERS = 500_000
"""So many features are kept in memory: some sixty megabytes."""

# Statements are made once: making one takes longer than SQLite needs to answer it.
_LATEST = select(func.max(records.c.id)).where(records.c.id > bindparam("last")).group_by(records.c.report_id)
_READ = among(
    select(reports.c.id, reports.c.text, reports.c.superseded_by, records.c.body)
    .join(records, records.c.report_id == reports.c.id)
    .order_by(reports.c.id),
    records.c.id,
)
_REPLACED = among(select(reports.c.id), reports.c.superseded_by)
_CARRIERS = among(select(frequencies.c.feature, frequencies.c.reports), frequencies.c.feature)
_HELD = among(select(neighbours.c.value, neighbours.c.report_id), neighbours.c.value)
_HELD_NEAR = union_all(
    _HELD.where(neighbours.c.day == UNDATED),
    _HELD.where(neighbours.c.day.between(bindparam("first"), bindparam("last"))),
)
_RESOLVED = among(
    select(reports.c.text, resolved.c.body).join(resolved, resolved.c.report_id == reports.c.id), reports.c.id
)
_FOUND = select(findings.c.id, findings.c.body).where(
    findings.c.id.in_(among(select(taking_part.c.finding_id), taking_part.c.report_id))
)
_ENTITIES = among(select(entities.c.body), entities.c.id)
_NAMED = among(select(name_keys.c.entity_id), name_keys.c.name_key)


@dataclass(frozen=True, slots=True)
class Pending:
    """The records that are not yet part of what is derived, and the reports that are so no longer."""

    added: tuple[Record, ...]
    gone: tuple[str, ...]
    revision: int


class Nearby:
    """The derived things of a ledger, looked up by keys, over one connection."""

    def __init__(self, connection: Connection, carriers: Carriers | None = None) -> None:
        """`carriers` are those asked for before, of the same comparison of everything; further ones are put there."""
        self._connection = connection
        self._derived = Derived(connection)
        self._carriers: Carriers = {} if carriers is None else carriers

    def pending(self, by: str) -> Pending | None:
        """What came since everything was compared; None where more than further reports came, or too much is open to
        tell it from them."""
        if not self._derived.can_be_extended(by):
            return None
        latest = list(self._connection.scalars(_LATEST, {"last": self._derived.last_record()}))
        rows = [row for some in chunks(latest) for row in self._rows(some)]
        replaced = self._replaced([row.id for row in rows])
        if self._derived.superseded() - self._derived.superseded_then() != len(replaced):
            return None
        current = [row for row in rows if row.superseded_by is None]
        added = tuple(unpack_record(row.body, row.text) for row in current if row.body is not None)
        failed = [row.id for row in current if row.body is None]
        return Pending(added, (*replaced, *failed), self._derived.revision())

    def _rows(self, numbers: Sequence[int]) -> Iterator[_Row]:
        for row in self._connection.execute(_READ, {"some": numbers}):
            yield _Row(*row)

    def _replaced(self, by: Sequence[str]) -> list[str]:
        return [str(report) for some in chunks(by) for report in self._connection.scalars(_REPLACED, {"some": some})]

    @property
    def collection(self) -> int:
        """How many reports there were when everything was last compared."""
        return self._derived.collection()

    def reports(self) -> int:
        """How many reports there are in what is derived."""
        return self._derived.reports()

    def standings(self) -> Mapping[str, Standing]:
        """How each judged claim stands."""
        return Judgements(self._connection).standings()

    def grades(self) -> Mapping[str, str]:
        """The analysts' grade of each outlet that has one."""
        return Judgements(self._connection).grades()

    def carriers(self, wanted: Iterable[str]) -> Mapping[str, int]:
        """In how many of these each feature stands, where it is more than one."""
        known, features = self._carriers, list(wanted)
        if len(known) > MOST_CARRIERS:
            known.clear()
        for some in chunks(feature for feature in features if feature not in known):
            known.update(dict.fromkeys(some, 0))
            known.update((feature, count) for feature, count in self._connection.execute(_CARRIERS, {"some": some}))
        return {feature: count for feature in features if (count := known[feature])}

    def holders(self, values: Iterable[int], day: int, days: int | None) -> Iterator[tuple[int, str]]:
        """The keys of these that reports have, each with the report: as far as they lie so many days from a day, have
        no day, or whatever their day is."""
        near = days is not None and day != UNDATED
        span = {"first": day - (days or 0), "last": day + (days or 0)} if near else {}
        for some in chunks(values):
            rows = self._connection.execute(_HELD_NEAR if near else _HELD, {"some": some, **span})
            yield from ((value, report) for value, report in rows)

    def records(self, wanted: Iterable[str]) -> Iterator[Record]:
        """The resolved records of these reports."""
        for some in chunks(wanted):
            for text, body in self._connection.execute(_RESOLVED, {"some": some}):
                yield unpack_record(body, text)

    def findings(self, of: Iterable[str]) -> Iterator[Finding]:
        """The findings that one of these reports takes part in, each once."""
        found: set[str] = set()
        for some in chunks(of):
            for id_, body in self._connection.execute(_FOUND, {"some": some}):
                if id_ not in found:
                    found.add(id_)
                    yield structure(body, Finding)

    def entities(self, wanted: Iterable[str]) -> Iterator[Entity]:
        """These entities, without the reports that name them."""
        for some in chunks(wanted):
            for body in self._connection.scalars(_ENTITIES, {"some": some}):
                yield structure(body, Entity)

    def named(self, keys: Iterable[int]) -> set[str]:
        """The ids of the entities that have one of these keys."""
        found: set[str] = set()
        for some in chunks(keys):
            found.update(self._connection.scalars(_NAMED, {"some": some}))
        return found


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    text: str
    superseded_by: str | None
    body: bytes | None
