"""When: reports of one occasion, copies with who was first, and what is said to have happened on which days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kashf.records import Finding
from kashf.views.lens import Lens, anchor
from kashf.views.statements import ReportLine, Statement, report_line
from kashf.views.storylines import Drift, Step, drifts, steps
from kashf.views.texts import shown
from kashf.views.workings import working

__all__ = ["Copy", "Happening", "Story", "copies", "stories", "timeline"]


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one occasion, the first one first: the title of the first, from when to when they appeared, what
    each added and whose text it took (`steps`), and which figures were told otherwise on the way (`drifts`)."""

    id: str
    anchor: str
    title: str
    when: str
    reports: tuple[ReportLine, ...]
    working: str
    steps: tuple[Step, ...] = ()
    drifts: tuple[Drift, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Reports that reproduce another, and the one that was first."""

    id: str
    original: ReportLine
    copies: tuple[ReportLine, ...]
    working: str


@dataclass(frozen=True, slots=True)
class Happening:
    """A day or an interval, the reports published then, and the statements that speak of it."""

    when: str
    first: date | None
    last: date | None
    reports: tuple[ReportLine, ...] = ()
    statements: tuple[Statement, ...] = ()


def stories(lens: Lens) -> tuple[Story, ...]:
    """The stories, those most reported first."""
    found = [_story(finding, lens) for finding in lens.dossier.found("story")]
    return tuple(sorted(found, key=lambda one: -len(one.reports)))


def _story(finding: Finding, lens: Lens) -> Story:
    reports = tuple(report_line(report, lens) for report in finding.reports)
    first, last = (_day(finding.fields.get(end)) for end in ("first", "last"))
    return Story(
        id=finding.id,
        anchor=f"t-{anchor(finding.id)}",
        title=shown(str(finding.fields.get("title") or "")),
        when=lens.words.interval(first, last),
        reports=reports,
        working=working(finding, lens),
        steps=steps(finding, lens),
        drifts=drifts(finding, lens),
    )


def _day(told: object) -> date | None:
    return date.fromisoformat(told) if isinstance(told, str) else None


def copies(lens: Lens) -> tuple[Copy, ...]:
    """The copies, each with the report that was published first."""
    found = []
    for finding in lens.dossier.found("copy"):
        original, *others = (report_line(report, lens) for report in finding.reports)
        found.append(Copy(finding.id, original, tuple(others), working(finding, lens)))
    return tuple(found)


def timeline(statements: Sequence[Statement], lens: Lens) -> tuple[Happening, ...]:
    """Days and intervals in order: the times that claims speak of, and the days on which reports appeared."""
    spoken: dict[tuple[date | None, date | None], list[Statement]] = {}
    for statement in statements:
        for interval in dict.fromkeys((one.first, one.last) for one in statement.evidence if one.first or one.last):
            spoken.setdefault(interval, []).append(statement)
    published = _published(lens)
    intervals = sorted({*spoken, *((day, day) for day in published)}, key=_order)
    return tuple(
        Happening(
            when=lens.words.interval(first, last),
            first=first,
            last=last,
            reports=published.get(first, ()) if first and first == last else (),
            statements=tuple(spoken.get((first, last), ())),
        )
        for first, last in intervals
    )


def _published(lens: Lens) -> dict[date, tuple[ReportLine, ...]]:
    days: dict[date, tuple[ReportLine, ...]] = {}
    for record in lens.dossier.records:
        day = record.report.published
        if day:
            days[day] = (*days.get(day, ()), report_line(record.report.id, lens))
    return days


def _order(interval: tuple[date | None, date | None]) -> tuple[date, date]:
    first, last = interval
    return (first or last or date.min, last or date.max)
