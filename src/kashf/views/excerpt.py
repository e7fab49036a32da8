"""A dossier of what a page shows and no more: a ledger of any size is never read whole to show a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from kashf.records import Entity, Finding, Record
from kashf.views.dossier import Dossier

__all__ = ["CARRIERS", "Excerptable", "around", "excerpt"]

CARRIERS = 4
"""Reports read for each finding in a list, the earliest: a reader who wants all opens the finding."""


class Excerptable(Protocol):
    """What an excerpt is made from: a view of a ledger, or whatever answers like one."""

    def records_of(self, report_ids: Iterable[str]) -> Iterable[Record]:
        """The records of these reports."""

    def entities_in(self, report_ids: Iterable[str]) -> Iterable[Entity]:
        """The entities that these reports name."""

    def findings_of(self, report_id: str) -> Iterable[Finding]:
        """The findings that a report takes part in."""

    def grades(self) -> Mapping[str, str]:
        """The grade of each outlet that has one."""


def excerpt(
    ledger: Excerptable, findings: Sequence[Finding], reports: Iterable[str] = (), carriers: int = CARRIERS
) -> Dossier:
    """The dossier of some findings with their first carriers, and of some reports besides."""
    wanted = tuple(dict.fromkeys((*reports, *_carriers(findings, carriers))))
    return Dossier(
        records=tuple(ledger.records_of(wanted)),
        entities=tuple(ledger.entities_in(wanted)),
        findings=tuple(findings),
        grades=ledger.grades(),
        whole=False,
    )


def around(ledger: Excerptable, report: str, carriers: int = CARRIERS) -> Dossier:
    """The dossier of one report: its findings, each with some of the others that take part in it."""
    return excerpt(ledger, tuple(ledger.findings_of(report)), (report,), carriers)


def _carriers(findings: Iterable[Finding], most: int) -> Iterator[str]:
    for finding in findings:
        yield from finding.reports[:most]
