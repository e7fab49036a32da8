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
    carried = _carried(statements, lens)
    found = [_source(outlet, records, carried.get(outlet, ()), lens) for outlet, records in outlets.items()]
    return tuple(sorted(found, key=lambda one: (-one.statements, one.outlet)))


def _carried(statements: Sequence[Statement], lens: Lens) -> dict[str | None, list[Statement]]:
    """The statements that each outlet carries."""
    carried: dict[str | None, list[Statement]] = {}
    for statement in statements:
        records = (lens.record(evidence.report.id) for evidence in statement.evidence)
        for outlet in dict.fromkeys(record.report.outlet for record in records if record):
            carried.setdefault(outlet, []).append(statement)
    return carried


def _source(outlet: str | None, records: list[Record], carried: Sequence[Statement], lens: Lens) -> Source:
    ids = {record.report.id for record in records}
    origins = {origin.name for one in carried for origin in one.origins if ids.intersection(origin.carriers)}
    grade = lens.dossier.grades.get(outlet or "", UNGRADED)
    return Source(
        outlet=lens.outlet(records[0].report),
        grade=Grade(grade, lens.words.name("source_grades", grade)),
        reports=tuple(report_line(record.report.id, lens) for record in records),
        statements=len(carried),
        origins=len(origins),
        own_voice=sum(all(origin.kind == "outlet" for origin in one.origins) for one in carried),
    )
