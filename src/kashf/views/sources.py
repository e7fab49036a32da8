"""Where it was read: outlets with their reports, what they carry, on how many origins it rests, and their grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kashf.records import Record
from kashf.views.lens import Lens
from kashf.views.statements import Grade, ReportLine, Statement, report_line

__all__ = ["Source", "sources"]

UNGRADED = "F"
"""The Admiralty system's grade for a source whose reliability nobody has judged."""


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet: its reports, the statements it carries, the origins these rest on, those it names no source for."""

    outlet: str
    grade: Grade
    reports: tuple[ReportLine, ...]
    statements: int
    origins: int
    own_voice: int


def sources(statements: Sequence[Statement], lens: Lens) -> tuple[Source, ...]:
    """The outlets of the dossier, those that carry most first."""
    outlets: dict[str | None, list[Record]] = {}
    for record in lens.dossier.records:
        outlets.setdefault(record.report.outlet, []).append(record)
    found = [_source(outlet, records, statements, lens) for outlet, records in outlets.items()]
    return tuple(sorted(found, key=lambda one: (-one.statements, one.outlet)))


def _source(outlet: str | None, records: list[Record], statements: Sequence[Statement], lens: Lens) -> Source:
    ids = {record.report.id for record in records}
    carried = [one for one in statements if any(evidence.report.id in ids for evidence in one.evidence)]
    origins = {origin.name for one in carried for origin in one.origins if ids.intersection(origin.carriers)}
    own = sum(all(origin.kind == "outlet" for origin in one.origins) for one in carried)
    grade = lens.dossier.grades.get(outlet or "", UNGRADED)
    return Source(
        outlet=lens.outlet(records[0].report),
        grade=Grade(grade, lens.words.name("source_grades", grade)),
        reports=tuple(report_line(record.report.id, lens) for record in records),
        statements=len(carried),
        origins=len(origins),
        own_voice=own,
    )
