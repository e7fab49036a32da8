"""Where it was read, and on whose word: outlets with their reports and what they carry, speakers, and their grades."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kashf.comparison.grades import of_every_name
from kashf.records import Record
from kashf.views.chains import OriginLine
from kashf.views.lens import Lens
from kashf.views.statements import Grade, ReportLine, Statement, report_line

__all__ = ["Source", "Speaker", "sources", "speakers"]

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


_NAMED = ("person", "organisation", "document", "unknown")
"""Kinds of origins that have a name: all but the outlets' own voices and those whom nobody names."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose word is carried: name, title, in how many statements it is an origin, and in how many it is the only one;
    the outlets that carry it; its grade."""

    name: str
    kind: str
    title: str | None
    statements: int
    alone: int
    outlets: tuple[str, ...]
    grade: Grade


def speakers(statements: Sequence[Statement], lens: Lens) -> tuple[Speaker, ...]:
    """The named origins, those behind most statements first."""
    grades = of_every_name(lens.dossier.grades, lens.dossier.entities)
    lines: dict[str, list[tuple[OriginLine, Statement]]] = {}
    for statement in statements:
        for origin in statement.origins:
            if origin.kind in _NAMED:
                lines.setdefault(origin.name, []).append((origin, statement))
    found = [_speaker(name, told, grades, lens) for name, told in lines.items()]
    return tuple(sorted(found, key=lambda one: (-one.statements, one.name)))


def _speaker(name: str, told: Sequence[tuple[OriginLine, Statement]], grades: Mapping[str, str], lens: Lens) -> Speaker:
    carriers = (lens.record(report) for origin, _ in told for report in origin.carriers)
    grade = grades.get(name, UNGRADED)
    return Speaker(
        name=name,
        kind=lens.words.name("kinds", told[0][0].kind),
        title=next((origin.title for origin, _ in told if origin.title), None),
        statements=len(told),
        alone=sum(len(statement.origins) == 1 for _, statement in told),
        outlets=tuple(dict.fromkeys(lens.outlet(record.report) for record in carriers if record)),
        grade=Grade(grade, lens.words.name("source_grades", grade)),
    )


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
