"""What is worked out from evidence and judgements, and whether it is still up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from kashf.ledger.derived_rows import (
    UNDATED,
    among,
    assignment_rows,
    chunks,
    day_of,
    entity_from,
    entity_row,
    finding_row,
    involved_rows,
    naming_rows,
    origins_of,
    part_rows,
    resolved_row,
)
from kashf.ledger.schema import (
    DERIVED,
    assignments,
    entities,
    findings,
    frequencies,
    involved,
    judgements,
    name_keys,
    naming,
    neighbours,
    origins,
    records,
    reports,
    resolved,
    state,
    taking_part,
)
from kashf.records import Entity, Finding, Record, structure

__all__ = ["Derivation", "Derived", "Extension", "Keyed", "Signposts"]

_NAMING_ORDER = (naming.c.entity_id, naming.c.day == UNDATED, naming.c.day, naming.c.report_id)
_FINDINGS_ORDER = (findings.c.rank, findings.c.day, findings.c.first, findings.c.id)

# Statements are made once: making one takes longer than SQLite needs to answer it.
_SUPERSEDED = select(func.count(reports.c.superseded_by)).where(reports.c.superseded_by.is_not(None))
_LAST_RECORD = select(func.max(records.c.id))
_JUDGED = select(func.max(judgements.c.id), func.count(judgements.c.undone_at))
_PUBLISHED = among(select(reports.c.id, reports.c.published), reports.c.id)
_ORIGINS = among(select(origins), origins.c.name)
_HELD = among(select(resolved.c.report_id), resolved.c.report_id)
_NAMED_IN = among(select(naming.c.entity_id), naming.c.report_id)
_STILL_NAMED = among(select(naming.c.entity_id), naming.c.entity_id).distinct()
_BODIES = among(select(findings.c.body), findings.c.id)
_STATE = select(state.c.name, state.c.value)
_SAY = update(state).where(state.c.name == bindparam("named")).values(value=bindparam("said"))
_DROP = {
    (table, column): among(delete(table), table.c[column])
    for table, column in (
        *((table, "report_id") for table in (resolved, assignments, neighbours, naming, involved)),
        (origins, "name"),
        (findings, "id"),
        (taking_part, "finding_id"),
        (entities, "id"),
        (name_keys, "entity_id"),
    )
}
_PUT = {table: insert(table) for table in DERIVED}

Keyed = tuple[str, Sequence[int]]
"""A report's or an entity's id and the keys it is found by."""


@dataclass(frozen=True, slots=True)
class Signposts:
    """By what the derived things are found when further reports come: reports by what they tell, entities by their
    names; and how common each word and name was in how many reports. Left empty where the collection is small."""

    reports: Iterable[Keyed] = ()
    entities: Iterable[Keyed] = ()
    frequencies: Mapping[str, int] = field(default_factory=dict)
    collection: int = 0


@dataclass(frozen=True, slots=True)
class Derivation:
    """What comparing made of the evidence as it stood at `revision`; `by` names the version that did."""

    entities: Sequence[Entity]
    records: Sequence[Record]
    findings: Sequence[Finding]
    revision: int
    by: str
    signposts: Signposts = Signposts()


@dataclass(frozen=True, slots=True)
class Extension:
    """What further reports add to a derivation, and what it loses.

    `entities` are new or changed; their `reports` and the reports of their titles are those of `records` alone, and
    `signposts` tells the keys of those that are new or go by other names. `gone`
    are reports whose place others took; `dropped` the ids of findings that hold no longer. `revision` is that of the
    evidence which is then derived in full; None where more is to follow.
    """

    entities: Sequence[Entity]
    records: Sequence[Record]
    gone: Sequence[str]
    dropped: Sequence[str]
    findings: Sequence[Finding]
    revision: int | None
    signposts: Signposts = Signposts()


class Derived:
    """The derived tables over one connection, within the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._state: dict[str, str] | None = None

    def revision(self) -> int:
        """How many times evidence or judgements have changed."""
        return int(self._said("evidence") or 0)

    def mark(self) -> str:
        """What changes with the evidence, with judgements, and with what is derived."""
        return " ".join(self._said(name) or "-" for name in ("evidence", "derived", "derived_by", "derived_records"))

    def touch(self) -> None:
        """Count a change: what was derived is stale from here on."""
        self._say(evidence=str(self.revision() + 1))

    def is_stale(self, by: str) -> bool:
        """Whether what was derived shows other evidence than there is, or was made by another version."""
        derived = self._said("derived")
        if derived is None:
            return self.revision() > 0
        return (int(derived), self._said("derived_by")) != (self.revision(), by)

    def can_be_extended(self, by: str) -> bool:
        """Whether nothing but further records came since this version derived, and it left signposts."""
        said = self._said("derived_by"), self._said("derived_judgements")
        return said == (by, self._judged()) and self.collection() > 0

    def collection(self) -> int:
        """How many reports there were when everything was last compared; 0 where no signposts were left."""
        return int(self._said("derived_collection") or 0)

    def reports(self) -> int:
        """How many reports there are in what is derived."""
        said = self._said("derived_reports")
        counted = select(func.count()).select_from(resolved)
        return int(said) if said is not None else self._connection.scalars(counted).one()

    def last_record(self) -> int:
        """The number of the last record that went into what is derived."""
        return int(self._said("derived_records") or 0)

    def superseded(self) -> int:
        """How many reports have been superseded."""
        return self._connection.scalars(_SUPERSEDED).one()

    def superseded_then(self) -> int:
        """How many were when all that came had been taken in."""
        return int(self._said("derived_superseded") or 0)

    def store(self, derivation: Derivation) -> None:
        """Put a derivation in the place of the last one."""
        for derived in DERIVED:
            self._connection.execute(delete(derived))
        self._say(derived_reports=str(len(derivation.records)))
        signposts = derivation.signposts
        self._add_entities(derivation.entities, derivation.records, signposts.entities)
        self._add_records(derivation.records, signposts.reports)
        self._add_findings(derivation.findings, derivation.records)
        counted = ({"feature": feature, "reports": count} for feature, count in signposts.frequencies.items())
        self._insert(frequencies, counted)
        self._say(
            derived_collection=str(signposts.collection), derived_by=derivation.by, derived_judgements=self._judged()
        )
        self._settle(derivation.revision)

    def extend(self, extension: Extension) -> None:
        """Add further reports to what is derived, and take out what they replace."""
        replaced = [*extension.gone, *(record.report.id for record in extension.records)]
        before, held = self.reports(), self._held(replaced)
        self._take_out(held)
        self._say(derived_reports=str(before - len(held) + len(extension.records)))
        self._drop_findings([*extension.dropped, *(finding.id for finding in extension.findings)])
        self._delete(entities, "id", [entity.id for entity in extension.entities])
        self._delete(name_keys, "entity_id", [entity for entity, _ in extension.signposts.entities])
        self._add_entities(extension.entities, extension.records, extension.signposts.entities)
        self._add_records(extension.records, extension.signposts.reports)
        self._add_findings(extension.findings, extension.records)
        if extension.revision is not None:
            self._settle(extension.revision)

    def _settle(self, revision: int) -> None:
        last = self._connection.scalar(_LAST_RECORD) or 0
        self._say(derived_records=str(last), derived_superseded=str(self.superseded()), derived=str(revision))

    def _judged(self) -> str:
        """A mark that changes with every judgement, and with every one undone."""
        return "/".join(str(each) for each in self._connection.execute(_JUDGED).one())

    def _add_entities(self, added: Sequence[Entity], told: Sequence[Record], keys: Iterable[Keyed]) -> None:
        days = {record.report.id: day_of(record) for record in told}
        self._insert(entities, map(entity_row, added))
        self._insert(naming, (row for entity in added for row in naming_rows(entity, days)))
        self._insert(name_keys, ({"name_key": key, "entity_id": entity} for entity, own in keys for key in own))

    def _add_records(self, added: Sequence[Record], keys: Iterable[Keyed]) -> None:
        days = {record.report.id: day_of(record) for record in added}
        self._insert(resolved, map(resolved_row, added))
        self._insert(assignments, (row for record in added for row in assignment_rows(record)))
        self._insert(involved, (row for record in added for row in involved_rows(record)))
        rows = ({"value": key, "day": days[report], "report_id": report} for report, own in keys for key in own)
        self._insert(neighbours, rows)

    def _add_findings(self, found: Sequence[Finding], told: Sequence[Record]) -> None:
        days = {record.report.id: day_of(record) for record in told}
        first = {finding.reports[0] for finding in found if finding.reports} - days.keys()
        days.update(self._days(first))
        self._insert(findings, (finding_row(finding, days) for finding in found))
        self._insert(taking_part, (row for finding in found for row in part_rows(finding)))
        self._count_origins(Counter(origin.name for finding in found for origin in origins_of(finding)))

    def _days(self, wanted: Iterable[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for some in chunks(sorted(wanted)):
            rows = self._connection.execute(_PUBLISHED, {"some": some})
            found.update((row.id, row.published.toordinal() if row.published else UNDATED) for row in rows)
        return found

    def _count_origins(self, counted: Mapping[str, int]) -> None:
        known: dict[str, int] = {}
        for some in chunks(sorted(counted)):
            rows = self._connection.execute(_ORIGINS, {"some": some})
            known.update((row.name, row.assertions) for row in rows)
        self._delete(origins, "name", list(known))
        totals = ((name, known.get(name, 0) + count) for name, count in counted.items())
        self._insert(origins, ({"name": name, "assertions": total} for name, total in totals if total > 0))

    def _held(self, reports: Iterable[str]) -> list[str]:
        """Those of the reports that are part of what is derived."""
        return [str(report) for some in chunks(reports) for report in self._connection.scalars(_HELD, {"some": some})]

    def _take_out(self, gone: Sequence[str]) -> None:
        named: set[str] = set()
        for some in chunks(gone):
            named.update(self._connection.scalars(_NAMED_IN, {"some": some}))
        for table in (resolved, assignments, neighbours, naming, involved):
            self._delete(table, "report_id", gone)
        for some in chunks(sorted(named)):
            named.difference_update(self._connection.scalars(_STILL_NAMED, {"some": some}))
        self._drop_entities(sorted(named))

    def _drop_findings(self, dropped: Sequence[str]) -> None:
        lost: Counter[str] = Counter()
        for some in chunks(dropped):
            bodies = self._connection.scalars(_BODIES, {"some": some})
            lost.update(origin.name for body in bodies for origin in origins_of(structure(body, Finding)))
        self._count_origins({name: -count for name, count in lost.items()})
        self._delete(findings, "id", dropped)
        self._delete(taking_part, "finding_id", dropped)

    def _delete(self, table: Table, column: str, values: Sequence[str]) -> None:
        for some in chunks(values):
            self._connection.execute(_DROP[table, column], {"some": some})

    def _drop_entities(self, changed: Sequence[str]) -> None:
        self._delete(entities, "id", changed)
        self._delete(name_keys, "entity_id", changed)

    def entities(self) -> Iterator[Entity]:
        """The entities, the most mentioned first."""
        rows = self._connection.execute(select(naming).order_by(*_NAMING_ORDER))
        named = {entity: list(own) for entity, own in groupby(rows, key=lambda row: str(row.entity_id))}
        bodies = self._connection.scalars(select(entities.c.body))
        found = [entity_from(body, named.get(body["id"], ())) for body in bodies]
        yield from sorted(found, key=lambda entity: (-entity.mentions, entity.id))

    def each_entity(self) -> Iterator[Entity]:
        """The entities one at a time in the order of their ids, however many there are."""
        rows = self._connection.execute(select(naming).order_by(*_NAMING_ORDER))
        named = groupby(rows, key=lambda row: str(row.entity_id))
        current, own = next(named, ("", iter(())))
        for row in self._connection.execute(select(entities.c.id, entities.c.body).order_by(entities.c.id)):
            while current and current < row.id:
                current, own = next(named, ("", iter(())))
            yield entity_from(row.body, own if current == row.id else ())

    def entity(self, entity_id: str) -> Entity | None:
        """One entity; None where there is none of that id."""
        body = self._connection.scalar(select(entities.c.body).where(entities.c.id == entity_id))
        if body is None:
            return None
        own = select(naming).where(naming.c.entity_id == entity_id).order_by(*_NAMING_ORDER)
        return entity_from(body, self._connection.execute(own))

    def findings_of(self, report_id: str) -> Iterator[Finding]:
        """The findings that a report takes part in, in their order."""
        part = select(taking_part.c.finding_id).where(taking_part.c.report_id == report_id)
        statement = select(findings.c.body).where(findings.c.id.in_(part)).order_by(*_FINDINGS_ORDER)
        for body in self._connection.scalars(statement):
            yield structure(body, Finding)

    def findings(self, *kinds: str) -> Iterator[Finding]:
        """The findings in the order in which comparing gave them; of these kinds, or of all."""
        statement = select(findings.c.body).order_by(*_FINDINGS_ORDER)
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
        return self._connection.scalars(select(func.count()).select_from(origins)).one()

    def _insert(self, into: Table, rows: Iterable[dict[str, object]]) -> None:
        for some in chunks(rows):
            self._connection.execute(_PUT[into], some)

    def _said(self, name: str) -> str | None:
        """What the state says; read once, as nothing else writes it within the caller's transaction."""
        if self._state is None:
            rows = self._connection.execute(_STATE)
            self._state = {row.name: row.value for row in rows}
        return self._state.get(name)

    def _say(self, **said: str) -> None:
        """Put these into the state, and what was said before under their names out of it."""
        new = [{"name": name, "value": value} for name, value in said.items() if self._said(name) is None]
        changed = [{"named": name, "said": value} for name, value in said.items() if self._said(name) is not None]
        for statement, rows in ((insert(state), new), (_SAY, changed)):
            if rows:
                self._connection.execute(statement, rows)
        self._state = {**(self._state or {}), **said}
