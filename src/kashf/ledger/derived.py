"""What is worked out from evidence and judgements, and whether it is still up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sqlalchemy import Connection, bindparam, func, insert, select, update

from kashf.ledger.derived_rows import RANKS, UNDATED, Signposted, entity_from
from kashf.ledger.prepared import Prepared, among
from kashf.ledger.schema import (
    assignments,
    entities,
    findings,
    involved,
    judgements,
    name_keys,
    naming,
    origins,
    records,
    reports,
    resolved,
    state,
    taking_part,
)
from kashf.ledger.signpost_schema import frequencies
from kashf.ledger.tables import Keyed, Tables
from kashf.records import Entity, Finding, Record, structure
from kashf.records.findings import FindingKind

__all__ = ["Derivation", "Derived", "Extension", "Keyed", "Marks", "Signposted", "Signposts"]

_NAMING_ORDER = (naming.c.entity_id, naming.c.day == UNDATED, naming.c.day, naming.c.report_id)
_FINDINGS_ORDER = (findings.c.rank, findings.c.day, findings.c.first, findings.c.id)

_SUPERSEDED = Prepared(select(func.count(reports.c.superseded_by)).where(reports.c.superseded_by.is_not(None)))
_LAST_RECORD = Prepared(select(func.max(records.c.id)))
_JUDGED = Prepared(select(func.max(judgements.c.id), func.count(judgements.c.undone_at)))
_HELD = Prepared(among(select(resolved.c.report_id), resolved.c.report_id))
_NAMED_IN = Prepared(among(select(naming.c.entity_id), naming.c.report_id))
_STILL_NAMED = Prepared(among(select(naming.c.entity_id), naming.c.entity_id).distinct())
_STANDING = Prepared(among(select(findings.c.body), findings.c.id))
_STATE = Prepared(select(state.c.name, state.c.value))
_SAY = Prepared(update(state).where(state.c.name == bindparam("named")).values(value=bindparam("said")))
_SAY_FIRST = Prepared(insert(state))


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells one state of a ledger from another: each differs where something of its kind changed."""

    evidence: str
    derived: str
    taken_out: str


@dataclass(frozen=True, slots=True)
class Signposts:
    """By what the derived things are found when further reports come: reports by what they tell, with what they are
    then compared by, entities by their names; and how common each word and name was in how many reports. Left empty
    where the collection is small."""

    reports: Iterable[Signposted] = ()
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
    evidence which is then derived in full; None where more is to follow. `stood` are the findings that are dropped or
    exchanged, as they stood, as far as they are at hand. Of the records `judged` claims were judged anew: what they
    tell changes, and not who is named in them; `named` are the entities that these name.
    """

    entities: Sequence[Entity]
    records: Sequence[Record]
    gone: Sequence[str]
    dropped: Sequence[str]
    findings: Sequence[Finding]
    revision: int | None
    signposts: Signposts = Signposts()
    stood: Sequence[Finding] = ()
    judged: Sequence[Record] = ()
    named: Sequence[Entity] = ()

    @property
    def replaced(self) -> list[str]:
        """The reports of which what was derived before does not hold."""
        return [*self.gone, *(record.report.id for record in self.records)]

    @property
    def told_anew(self) -> list[Record]:
        """The records that tell what they did not tell before."""
        return [*self.records, *self.judged]

    @property
    def told_otherwise(self) -> list[str]:
        """The reports of which what they told before does not hold."""
        return [*self.replaced, *(record.report.id for record in self.judged)]


class Derived:
    """The derived tables over one connection, within the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tables = Tables(connection)
        self._state: dict[str, str] | None = None

    def revision(self) -> int:
        """How many times evidence or judgements have changed."""
        return int(self._said("evidence") or 0)

    def marks(self) -> Marks:
        """What changes with the evidence and with judgements, with what is derived, and with taking out."""
        derived = " ".join(self._said(name) or "-" for name in ("derived", "derived_by", "derived_records"))
        return Marks(self._said("evidence") or "0", f"{derived} {self._said('emptied')}", self._said("emptied") or "0")

    def note_emptied(self) -> None:
        """Count that something was taken out for good, and all that was derived with it."""
        self._say(emptied=str(int(self._said("emptied") or 0) + 1))

    def touch(self, judgement: int | None = None) -> None:
        """Count a change: what was derived is stale from here on. `judgement` is the number of the one that was made or
        undone, if that is what changed."""
        revision = self.revision() + 1
        self._say(evidence=str(revision))
        if judgement is not None:
            self._say(unfollowed=f"{self._said('unfollowed') or ''} {revision}:{judgement}".strip())

    def unfollowed(self) -> tuple[int, ...]:
        """The numbers of the judgements, made or undone, that what is derived does not show yet."""
        return tuple(dict.fromkeys(number for _, number in self._unfollowed()))

    def _unfollowed(self) -> list[tuple[int, int]]:
        """The same, each with the revision that it made."""
        told = (each.split(":") for each in (self._said("unfollowed") or "").split())
        return [(int(at), int(number)) for at, number in told]

    def is_stale(self, by: str) -> bool:
        """Whether what was derived shows other evidence than there is, or was made by another version."""
        derived = self._said("derived")
        if derived is None:
            return self.revision() > 0
        return (int(derived), self._said("derived_by")) != (self.revision(), by)

    def can_be_extended(self, by: str) -> bool:
        """Whether it was this version that derived, and it left signposts."""
        return self._said("derived_by") == by and self.collection() > 0

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
        return int(_SUPERSEDED.values(self._connection)[0])

    def superseded_then(self) -> int:
        """How many were when all that came had been taken in."""
        return int(self._said("derived_superseded") or 0)

    def store(self, derivation: Derivation) -> None:
        """Put a derivation in the place of the last one."""
        self._tables.empty()
        self._say(derived_reports=str(len(derivation.records)))
        signposts = derivation.signposts
        self._tables.add_entities(derivation.entities, derivation.records, signposts.entities)
        self._tables.add_records(derivation.records)
        self._tables.add_signposts(signposts.reports, derivation.records)
        self._tables.exchange_findings(derivation.findings, {}, derivation.records)
        counted = ({"feature": feature, "reports": count} for feature, count in signposts.frequencies.items())
        self._tables.put(frequencies, counted)
        self._say(derived_collection=str(signposts.collection), derived_by=derivation.by)
        self._settle(derivation.revision)

    def standing(self, extension: Extension) -> dict[str, Finding]:
        """The findings that an extension drops or exchanges, as they stand, by their ids."""
        stood = {finding.id: finding for finding in extension.stood}
        changed = [*extension.dropped, *(finding.id for finding in extension.findings)]
        asked = [key for key in changed if key not in stood]
        bodies = _STANDING.values(self._connection, some=asked) if asked else ()
        return stood | {finding.id: finding for finding in (structure(body, Finding) for body in bodies)}

    def extend(self, extension: Extension, stood: Mapping[str, Finding]) -> None:
        """Add further reports to what is derived, and take out what they replace. `stood` are the findings that are
        dropped or exchanged."""
        before, held = self.reports(), self.held(extension.replaced)
        self._take_out(held)
        self._say(derived_reports=str(before - len(held) + len(extension.records)))
        self._tables.exchange_findings(extension.findings, stood, extension.told_anew)
        self._tables.drop(entities, "id", [entity.id for entity in extension.entities])
        self._tables.drop(name_keys, "entity_id", [entity for entity, _ in extension.signposts.entities])
        self._tables.add_entities(extension.entities, extension.records, extension.signposts.entities)
        self._tables.add_records(extension.records)
        self._tables.drop_signposts([record.report.id for record in extension.judged])
        self._tables.add_signposts(extension.signposts.reports, extension.told_anew)
        if extension.revision is not None:
            self._settle(extension.revision)

    def _settle(self, revision: int) -> None:
        last = _LAST_RECORD.values(self._connection)[0] or 0
        self._say(derived_records=str(last), derived_superseded=str(self.superseded()), derived=str(revision))
        if self._said("unfollowed"):
            later = (f"{at}:{number}" for at, number in self._unfollowed() if at > revision)
            self._say(unfollowed=" ".join(later))

    def judged(self) -> str:
        """A mark that changes with every judgement, and with every one undone."""
        [counted] = _JUDGED.rows(self._connection)
        return "/".join(map(str, counted))

    def held(self, reports: Iterable[str]) -> list[str]:
        """Those of the reports that are part of what is derived."""
        return _HELD.values(self._connection, some=list(reports))

    def _take_out(self, gone: Sequence[str]) -> None:
        if not gone:
            return
        named = set(_NAMED_IN.values(self._connection, some=list(gone)))
        self._tables.drop_signposts(gone)
        for table in (resolved, assignments, naming, involved):
            self._tables.drop(table, "report_id", gone)
        orphaned = sorted(named.difference(_STILL_NAMED.values(self._connection, some=sorted(named))))
        self._tables.drop(entities, "id", orphaned)
        self._tables.drop(name_keys, "entity_id", orphaned)

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

    def count(self, kind: FindingKind) -> int:
        """How many findings of a kind there are."""
        # By its rank, which an index has: to look at the kind of each takes 60 CPU-ms in a ledger of 100,000 reports.
        counted = select(func.count()).select_from(findings).where(findings.c.rank == RANKS.index(kind))
        return self._connection.scalars(counted).one()

    def origins(self) -> int:
        """How many independent origins stand behind the assertions that comparing found."""
        return self._connection.scalars(select(func.count()).select_from(origins)).one()

    def _said(self, name: str) -> str | None:
        """What the state says; read once, as nothing else writes it within the caller's transaction."""
        if self._state is None:
            self._state = dict(_STATE.rows(self._connection))
        return self._state.get(name)

    def _say(self, **said: str) -> None:
        """Put these into the state, and what was said before under their names out of it."""
        for name, value in said.items():
            if self._said(name) is None:
                _SAY_FIRST.run(self._connection, name=name, value=value)
            elif self._said(name) != value:
                _SAY.run(self._connection, named=name, said=value)
        self._state = {**(self._state or {}), **said}
