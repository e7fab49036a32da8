"""The derived tables as they are written: rows put in, taken out and exchanged."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from kashf.ledger.derived_rows import (
    UNDATED,
    Signposted,
    assignment_rows,
    chunks,
    day_of,
    entity_row,
    finding_row,
    involved_rows,
    naming_rows,
    origins_of,
    part_rows,
    resolved_row,
    signposted_row,
)
from kashf.ledger.prepared import Prepared, among
from kashf.ledger.schema import (
    DERIVED,
    assignments,
    entities,
    findings,
    involved,
    name_keys,
    naming,
    origins,
    reports,
    resolved,
    taking_part,
)
from kashf.ledger.signpost_schema import SIGNPOSTS, fingerprints, neighbours
from kashf.records import Entity, Finding, Record

__all__ = ["Keyed", "Tables"]

Keyed = tuple[str, Sequence[int]]
"""An entity's id and the keys it is found by."""


_PUBLISHED = Prepared(among(select(reports.c.id, reports.c.published), reports.c.id))
_ORIGINS = Prepared(among(select(origins), origins.c.name))
_PUT = {table: Prepared(insert(table)) for table in (*DERIVED, *SIGNPOSTS)}
_DROP = {
    (table, column): Prepared(among(delete(table), table.c[column]))
    for table, column in (
        *((table, "report_id") for table in (resolved, assignments, fingerprints, naming, involved)),
        (origins, "name"),
        (findings, "id"),
        (entities, "id"),
        (name_keys, "entity_id"),
    )
}
_SIGNPOSTS = Prepared(
    among(select(fingerprints.c.report_id, fingerprints.c.day, fingerprints.c.found_by), fingerprints.c.report_id)
)
_DROP_KEYS = Prepared(
    among(delete(neighbours), neighbours.c.value).where(
        neighbours.c.day == bindparam("day"), neighbours.c.report_id == bindparam("report")
    )
)
_PART_NO_MORE = Prepared(
    delete(taking_part).where(
        taking_part.c.report_id == bindparam("report_id"), taking_part.c.finding_id == bindparam("finding_id")
    )
)
_EXCHANGE = Prepared(
    update(findings)
    .where(findings.c.id == bindparam("id"))
    .values({name: bindparam(name) for name in ("day", "first", "body", "origins", "carriers")})
)


class Tables:
    """The derived tables over one connection, within the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def empty(self) -> None:
        """Take everything out."""
        for derived in (*DERIVED, *SIGNPOSTS):
            self._connection.execute(delete(derived))

    def put(self, into: Table, rows: Iterable[Mapping[str, object]]) -> None:
        """Put rows in."""
        _PUT[into].run_each(self._connection, rows)

    def drop(self, table: Table, column: str, values: Sequence[str]) -> None:
        """Take out the rows whose column has one of the values."""
        if values:
            _DROP[table, column].run(self._connection, some=list(values))

    def add_entities(self, added: Sequence[Entity], told: Sequence[Record], keys: Iterable[Keyed]) -> None:
        """Put in entities with the reports that name them; `told` are those of which the days are known."""
        days = {record.report.id: day_of(record) for record in told}
        self.put(entities, map(entity_row, added))
        self.put(naming, (row for entity in added for row in naming_rows(entity, days)))
        self.put(name_keys, ({"name_key": key, "entity_id": entity} for entity, own in keys for key in own))

    def add_records(self, added: Sequence[Record]) -> None:
        """Put in records."""
        self.put(resolved, map(resolved_row, added))
        self.put(assignments, (row for record in added for row in assignment_rows(record)))
        self.put(involved, (row for record in added for row in involved_rows(record)))

    def add_signposts(self, signposted: Iterable[Signposted], told: Sequence[Record]) -> None:
        """Put in by what reports are found and compared; `told` are their records."""
        days = {record.report.id: day_of(record) for record in told}
        for some in chunks(signposted):
            keyed = ((key, one.report) for one in some for key in one.keys)
            self.put(neighbours, ({"value": key, "day": days[report], "report_id": report} for key, report in keyed))
            self.put(fingerprints, (signposted_row(one, days[one.report]) for one in some))

    def drop_signposts(self, reports: Sequence[str]) -> None:
        """Take out by what these reports are found and compared."""
        for report, day, keys in _SIGNPOSTS.rows(self._connection, some=list(reports)) if reports else ():
            _DROP_KEYS.run(self._connection, some=list(array("q", keys)), day=day, report=report)
        self.drop(fingerprints, "report_id", reports)

    def exchange_findings(self, found: Sequence[Finding], stood: Mapping[str, Finding], told: Sequence[Record]) -> None:
        """Put findings in the place of those that stood. What is the same of both is left as it is."""
        kept = {finding.id for finding in found}
        days = self._days(found, told)
        self.drop(findings, "id", [key for key in stood if key not in kept])
        changed = [finding_row(finding, days) for finding in found if finding.id in stood]
        _EXCHANGE.run_each(self._connection, changed)
        self.put(findings, (finding_row(finding, days) for finding in found if finding.id not in stood))
        before, after = (_parts(each) for each in (stood.values(), found))
        _PART_NO_MORE.run_each(self._connection, _rows(before - after))
        self.put(taking_part, _rows(after - before))
        self._count_origins(_backed(found), _backed(stood.values()))

    def _days(self, found: Iterable[Finding], told: Sequence[Record]) -> dict[str, int]:
        days = {record.report.id: day_of(record) for record in told}
        asked = {finding.reports[0] for finding in found if finding.reports} - days.keys()
        for report, published in _PUBLISHED.rows(self._connection, some=sorted(asked)) if asked else ():
            days[report] = published.toordinal() if published else UNDATED
        return days

    def _count_origins(self, after: Counter[str], before: Counter[str]) -> None:
        changed = {name: after[name] - before[name] for name in after | before if after[name] != before[name]}
        names = sorted(changed)
        known = dict(_ORIGINS.rows(self._connection, some=names)) if names else {}
        self.drop(origins, "name", sorted(known))
        totals = ((name, known.get(name, 0) + changed[name]) for name in names)
        self.put(origins, ({"name": name, "assertions": total} for name, total in totals if total > 0))


def _parts(found: Iterable[Finding]) -> set[tuple[str, str]]:
    return {(row["report_id"], row["finding_id"]) for finding in found for row in part_rows(finding)}


def _rows(parts: Iterable[tuple[str, str]]) -> list[dict[str, object]]:
    return [{"report_id": report, "finding_id": finding} for report, finding in sorted(parts)]


def _backed(found: Iterable[Finding]) -> Counter[str]:
    """How many of the assertions each origin stands behind."""
    return Counter(origin.name for finding in found for origin in origins_of(finding))
