"""How a story grew, how its figures drifted, what was changed between two copies, and what would change a grade."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kashf.comparison.changes import ChangeKind, changes
from kashf.records import Finding
from kashf.views.amounts import figure_words
from kashf.views.lens import Lens
from kashf.views.statements import ReportLine, report_line
from kashf.views.texts import isolated, masked, shown

__all__ = ["Changed", "Drift", "Step", "Telling", "changed", "drifts", "outlook", "steps"]

MOST_CHANGED = 2_000
"""Texts of more changes are no copies, and nobody reads through them."""


@dataclass(frozen=True, slots=True)
class Step:
    """A report of a story: whether it was first, what it added and repeats, and whose text it reproduces, in words;
    `added` are the ids of the statements that no earlier report of the story makes."""

    report: ReportLine
    text: str
    added: tuple[str, ...]
    copies: ReportLine | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure as one report gives it."""

    report: ReportLine
    figure: str


@dataclass(frozen=True, slots=True)
class Drift:
    """One figure of a story, as it was told in the order of time, and what changes on the way, in words."""

    change: str
    text: str
    told: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A passage of two copies: `kind` is kept, spelled, inserted, dropped or replaced, `name` the same in words; the
    words of both, and where they stand in each."""

    kind: ChangeKind
    name: str
    before: str
    after: str
    start: int
    end: int
    other_start: int
    other_end: int


def steps(finding: Finding, seen: Lens) -> tuple[Step, ...]:
    """How a story grew; empty for other findings."""
    if finding.kind != "story":
        return ()
    told: dict[str, tuple[list[str], list[str]]] = {report: ([], []) for report in finding.reports}
    for assertion in seen.dossier.found("assertion"):
        for place, report in enumerate(report for report in assertion.reports if report in told):
            told[report][place > 0].append(assertion.id)
    copied = _copied(finding, seen)
    first = finding.reports[0]
    return tuple(
        _step(report, tuple(added), len(repeats), copied.get(report), seen, first=report == first)
        for report, (added, repeats) in told.items()
    )


def _copied(story: Finding, seen: Lens) -> Mapping[str, str]:
    """The earlier report that each takes most of its text from: whoever copies a copy mostly has its edits too."""
    here = frozenset(story.reports)
    found = [one for one in seen.dossier.found("copy") if here.issuperset(one.reports)]
    nearest = sorted(found, key=lambda one: (one.fields.get("jaccard", 0.0), one.fields.get("containment", 0.0)))
    return {one.reports[1]: one.reports[0] for one in nearest}


def _step(report: str, added: tuple[str, ...], repeats: int, copies: str | None, seen: Lens, *, first: bool) -> Step:
    words, counted = seen.words, seen.words.count("statement", len(added))
    copied = report_line(copies, seen) if copies else None
    told = [words.say("steps.first")] if first else []
    told += [words.say("steps.tells" if first else "steps.adds", statements=counted)] if added else []
    told += [words.say("steps.repeats", statements=words.count("statement", repeats))] if repeats else []
    if copied is not None:
        told.append(words.say("steps.copies", report=isolated(copied.outlet, words.direction)))
    return Step(report_line(report, seen), words.separated(told), added, copied)


def drifts(finding: Finding, seen: Lens) -> tuple[Drift, ...]:
    """The figures that reports of a story tell otherwise; empty for other findings."""
    return tuple(
        _drift(entry, seen) for entry in (finding.fields.get("figures", ()) if finding.kind == "story" else ())
    )


def _drift(entry: Mapping[str, Any], seen: Lens) -> Drift:
    told = tuple(Telling(report_line(one["report"], seen), _figure(one, seen)) for one in entry["told"])
    ways = dict.fromkeys(telling.figure for telling in told)
    change = seen.words.say(f"drifts.{entry['change']}")
    return Drift(change, seen.words.say("drifts.then").join(ways), told)


def _figure(told: Mapping[str, Any], seen: Lens) -> str:
    figures = seen.index.records[told["report"]].figures
    found = next((one for one in figures if (one.start, one.end) == (told["start"], told["end"])), None)
    return figure_words(found, seen.words) if found is not None else shown(str(told["text"]))


def changed(finding: Finding, seen: Lens) -> tuple[Changed, ...]:
    """What was changed between two copies, word by word; empty for other findings."""
    if finding.kind != "copy" or len(finding.reports) != 2:
        return ()
    one, other = (masked(seen.index.records[report].text) for report in finding.reports)
    return tuple(_changed(one, other, seen))[:MOST_CHANGED]


def _changed(one: str, other: str, seen: Lens) -> Iterator[Changed]:
    for each in changes(one, other):
        before, after = one[each.start : each.end], other[each.other_start : each.other_end]
        places = (each.start, each.end, each.other_start, each.other_end)
        yield Changed(each.kind, seen.words.say(f"changes.{each.kind}"), before, after, *places)


def outlook(finding: Finding, seen: Lens) -> tuple[str, ...]:
    """What would change the grade of a statement, and into which."""
    told = finding.fields.get("grade_outlook")
    cases = told.items() if isinstance(told, Mapping) else ()
    return tuple(seen.words.say(f"outlooks.{what}", grade=str(grade)) for what, grade in cases)
