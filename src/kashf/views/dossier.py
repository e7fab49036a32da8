"""What a view is made from: everything that was read, resolved and found, and how to find one's way in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kashf.records import Claim, Entity, Finding, Judgement, Record

__all__ = ["Dossier", "Index", "Located", "Problem", "Readable", "gather", "index"]


class _SetAside(Protocol):
    @property
    def location(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def remedy(self) -> str: ...


class _Failed(Protocol):
    @property
    def location(self) -> str: ...
    @property
    def failure(self) -> str: ...


class Readable(Protocol):
    """What a dossier is gathered from: a view of a ledger, or whatever answers like one."""

    def records(self) -> Iterable[Record]:
        """The records, resolved and judged."""

    def entities(self) -> Iterable[Entity]:
        """The entities."""

    def findings(self) -> Iterable[Finding]:
        """The findings."""

    def grades(self) -> Mapping[str, str]:
        """The grade of each outlet that has one."""

    def judgements(self) -> Iterable[Judgement]:
        """Every judgement."""

    def set_aside(self) -> Iterable[_SetAside]:
        """What could not become a report."""

    def failed(self) -> Iterable[_Failed]:
        """The reports in which extraction failed."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read: where, what was wrong, and what to do about it."""

    source: str
    what: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """The records with their claims resolved and judged, and all that stands over them.

    `grades` gives outlets their Admiralty grade, A to F; an outlet without one counts as F. `whole` is False where only
    some of the carriers of a finding were gathered (`excerpt`): then a weight is what the finding itself counts.
    """

    records: tuple[Record, ...] = ()
    entities: tuple[Entity, ...] = ()
    findings: tuple[Finding, ...] = ()
    grades: Mapping[str, str] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()
    whole: bool = True

    def found(self, kind: str) -> tuple[Finding, ...]:
        """The findings of one kind."""
        return tuple(finding for finding in self.findings if finding.kind == kind)


def gather(ledger: Readable) -> Dossier:
    """Everything that stands in a ledger."""
    unread = (Problem(one.location, one.what, one.remedy) for one in ledger.set_aside())
    failed = (Problem(one.location, one.failure) for one in ledger.failed())
    return Dossier(
        records=tuple(ledger.records()),
        entities=tuple(ledger.entities()),
        findings=tuple(ledger.findings()),
        grades=ledger.grades(),
        judgements=tuple(ledger.judgements()),
        problems=(*unread, *failed),
    )


@dataclass(frozen=True, slots=True)
class Located:
    """A claim and the record it stands in."""

    record: Record
    claim: Claim


@dataclass(frozen=True, slots=True)
class Index:
    """Where things are in a dossier, by id; `findings_of` the findings that a claim is a member of."""

    records: Mapping[str, Record]
    claims: Mapping[str, Located]
    entities: Mapping[str, Entity]
    findings: Mapping[str, Finding]
    findings_of: Mapping[str, tuple[Finding, ...]]

    def located(self, ids: tuple[str, ...]) -> tuple[Located, ...]:
        """The claims with these ids, in that order; ids of anything else are passed over."""
        return tuple(self.claims[one] for one in ids if one in self.claims)


def index(dossier: Dossier) -> Index:
    """The index of a dossier."""
    findings_of: defaultdict[str, tuple[Finding, ...]] = defaultdict(tuple)
    for finding in dossier.findings:
        for member in dict.fromkeys(finding.members):
            findings_of[member] += (finding,)
    return Index(
        records={record.report.id: record for record in dossier.records},
        claims={claim.id: Located(record, claim) for record in dossier.records for claim in record.claims},
        entities={entity.id: entity for entity in dossier.entities},
        findings={finding.id: finding for finding in dossier.findings},
        findings_of=findings_of,
    )
