"""What a further report must be looked at with: the few reports, findings and entities that its keys lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, select, union_all

from kashf.comparison.fingerprints import Fingerprint
from kashf.ledger.derived import Derived
from kashf.ledger.derived_rows import UNDATED
from kashf.ledger.following import Unfollowed, resting_on, unfollowed
from kashf.ledger.judgements import Judgements, Standing
from kashf.ledger.packing import unpack_again, unpack_fingerprint, unpack_record
from kashf.ledger.prepared import Prepared, among
from kashf.ledger.schema import (
    entities,
    findings,
    name_keys,
    naming,
    records,
    reports,
    resolved,
    taking_part,
)
from kashf.ledger.signpost_schema import fingerprints, frequencies, neighbours
from kashf.records import Entity, Finding, Record, structure

__all__ = ["Nearby", "Pending", "Remembered"]

MOST_CARRIERS = 500_000
"""So many features are kept in memory: some sixty megabytes."""

_PENDING = Prepared(
    select(records.c.report_id, reports.c.text, reports.c.superseded_by, records.c.body)
    .join(reports, records.c.report_id == reports.c.id)
    .where(records.c.id > bindparam("last"))
    .order_by(records.c.id)
)
_REPLACED = Prepared(among(select(reports.c.id), reports.c.superseded_by).order_by(reports.c.id))
_CARRIERS = Prepared(among(select(frequencies.c.feature, frequencies.c.reports), frequencies.c.feature))
_VALUES = among(select(neighbours.c.value, neighbours.c.report_id), neighbours.c.value)
_HOLDERS = Prepared(_VALUES)
_HOLDERS_NEAR = Prepared(
    union_all(
        _VALUES.where(neighbours.c.day == UNDATED),
        _VALUES.where(neighbours.c.day.between(bindparam("first"), bindparam("last"))),
    )
)
_RESOLVED = Prepared(
    among(select(reports.c.text, resolved.c.body).join(resolved, resolved.c.report_id == reports.c.id), reports.c.id)
)
_FINGERPRINTS = Prepared(among(select(fingerprints.c.report_id, fingerprints.c.body), fingerprints.c.report_id))
_FOUND = Prepared(
    select(findings.c.body).where(findings.c.id.in_(among(select(taking_part.c.finding_id), taking_part.c.report_id)))
)
_OF_IDS = Prepared(among(select(findings.c.body), findings.c.id))
_NAMED_IN = Prepared(
    select(entities.c.body)
    .where(entities.c.id.in_(among(select(naming.c.entity_id), naming.c.report_id)))
    .order_by(entities.c.id)
)
_ENTITIES = Prepared(among(select(entities.c.body), entities.c.id))
_NAMED = Prepared(among(select(name_keys.c.entity_id), name_keys.c.name_key))


@dataclass(slots=True)
class Remembered:
    """What was looked up before and is asked for again with each further report.

    `carriers`: in how many reports features stand, as far as it has been asked, 0 for those that stand in one at most;
    `standings` and `grades` as they were after the judgements that `judged` marks, None where that is not known.
    """

    carriers: dict[str, int] = field(default_factory=dict)
    judged: str = ""
    standings: Mapping[str, Standing] | None = None
    grades: Mapping[str, str] | None = None

    def forget(self) -> None:
        """Everything was compared anew, or something was taken out."""
        self.carriers.clear()
        self.forget_judged("")

    def forget_judged(self, judged: str) -> None:
        """Further judgements, or the claims that they are on may have moved."""
        self.judged, self.standings, self.grades = judged, None, None


@dataclass(frozen=True, slots=True)
class Pending:
    """The records that are not yet part of what is derived, and the reports that are so no longer; the reports whose
    claims were judged since, and the names of the sources that were graded."""

    added: tuple[Record, ...]
    gone: tuple[str, ...]
    revision: int
    judged: tuple[str, ...] = ()
    graded: tuple[str, ...] = ()


class Nearby:
    """The derived things of a ledger, looked up by keys, over one connection."""

    def __init__(self, connection: Connection, remembered: Remembered | None = None) -> None:
        """`remembered` is what was looked up before in the same ledger; what is looked up here is put there."""
        self._connection = connection
        self._derived = Derived(connection)
        self._remembered = Remembered() if remembered is None else remembered

    def pending(self, by: str) -> Pending | None:
        """What came since everything was compared; None where more than further reports and judgements on claims and
        sources came, or too much is open to tell it from them."""
        numbers = self._derived.unfollowed()
        judged = unfollowed(self._connection, numbers) if numbers else Unfollowed()
        if judged is None or not self._derived.can_be_extended(by):
            return None
        found = _PENDING.rows(self._connection, last=self._derived.last_record())
        latest = {report: rest for report, *rest in found}
        replaced = _REPLACED.values(self._connection, some=list(latest))
        if self._derived.superseded() - self._derived.superseded_then() != len(replaced):
            return None
        if replaced or self._derived.held(latest):
            self._remembered.forget_judged("")
        current = [(report, *latest[report][::2]) for report in sorted(latest) if latest[report][1] is None]
        added = tuple(unpack_record(body, text) for _, text, body in current if body is not None)
        failed = [report for report, _, body in current if body is None]
        left = {*latest, *replaced}
        held = (report for report in self._derived.held(judged.reports) if report not in left)
        return Pending(added, (*replaced, *failed), self._derived.revision(), tuple(held), judged.sources)

    @property
    def collection(self) -> int:
        """How many reports there were when everything was last compared."""
        return self._derived.collection()

    def reports(self) -> int:
        """How many reports there are in what is derived."""
        return self._derived.reports()

    def standings(self) -> Mapping[str, Standing]:
        """How each judged claim stands."""
        remembered = self._of_judgements()
        if remembered.standings is None:
            remembered.standings = Judgements(self._connection).standings()
        return remembered.standings

    def grades(self) -> Mapping[str, str]:
        """The analysts' grade of each outlet that has one."""
        remembered = self._of_judgements()
        if remembered.grades is None:
            remembered.grades = Judgements(self._connection).grades()
        return remembered.grades

    def _of_judgements(self) -> Remembered:
        judged = self._derived.judged()
        if judged != self._remembered.judged:
            self._remembered.forget_judged(judged)
        return self._remembered

    def carriers(self, wanted: Iterable[str]) -> Mapping[str, int]:
        """In how many of these each feature stands, where it is more than one."""
        known, features = self._remembered.carriers, list(wanted)
        if len(known) > MOST_CARRIERS:
            known.clear()
        asked = [feature for feature in features if feature not in known]
        if asked:
            known.update(dict.fromkeys(asked, 0))
            known.update(_CARRIERS.rows(self._connection, some=asked))
        return {feature: count for feature in features if (count := known[feature])}

    def holders(self, values: Iterable[int], day: int, days: int | None) -> list[tuple[int, str]]:
        """The keys of these that reports have, each with the report: as far as they lie so many days from a day, have
        no day, or whatever their day is."""
        some = list(values)
        if days is None or day == UNDATED:
            return [(value, report) for value, report in _HOLDERS.rows(self._connection, some=some)]
        near = _HOLDERS_NEAR.rows(self._connection, some=some, first=day - days, last=day + days)
        return [(value, report) for value, report in near]

    def records(self, wanted: Iterable[str]) -> Iterator[Record]:
        """The resolved records of these reports."""
        some = list(wanted)
        for text, body in _RESOLVED.rows(self._connection, some=some) if some else ():
            yield unpack_again(body, text)

    def fingerprints(self, wanted: Iterable[str]) -> dict[str, Fingerprint]:
        """What was worked out of the words of these reports, as far as it is kept."""
        found = _FINGERPRINTS.rows(self._connection, some=list(wanted))
        return {report: unpack_fingerprint(body) for report, body in found if body is not None}

    def findings(self, of: Iterable[str]) -> Iterator[Finding]:
        """The findings that one of these reports takes part in, each once."""
        for body in _FOUND.values(self._connection, some=list(of)):
            yield structure(body, Finding)

    def resting_on(self, sources: Iterable[str]) -> Iterator[Finding]:
        """The assertions with an origin that goes by one of these names or by another of the same entity's."""
        return resting_on(self._connection, sources)

    def found(self, ids: Iterable[str]) -> Iterator[Finding]:
        """The findings of these ids."""
        for body in _OF_IDS.values(self._connection, some=list(ids)):
            yield structure(body, Finding)

    def named_in(self, reports: Iterable[str]) -> Iterator[Entity]:
        """The entities that these reports name, in the order of their ids, without the reports that name them."""
        for body in _NAMED_IN.values(self._connection, some=list(reports)):
            yield structure(body, Entity)

    def entities(self, wanted: Iterable[str]) -> Iterator[Entity]:
        """These entities, without the reports that name them."""
        some = list(wanted)
        for body in _ENTITIES.values(self._connection, some=some) if some else ():
            yield structure(body, Entity)

    def named(self, keys: Iterable[int]) -> set[str]:
        """The ids of the entities that have one of these keys."""
        return set(_NAMED.values(self._connection, some=list(keys)))
