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

__all__ = ["Changed", "Drift", "Step", "Taken", "Telling", "changed", "drifts", "outlook", "steps"]

MOST_CHANGED = 2_000
"""Texts of more changes are no copies, and nobody reads through them."""


@dataclass(frozen=True, slots=True)
class Taken:
    """From which report a text was taken: `way` is copy or translation, `share` how much of it stands in the model, as
    a whole number of percent; `common_changes` are those that both have and the first report does not; `as_likely` are
    reports that may as well be the model, `ordered` says whether the days tell which was first, `credited` that the
    report names its model, `agency` whom both credit."""

    model: ReportLine
    way: str
    share: int
    common_changes: int = 0
    credited: bool = False
    ordered: bool = True
    as_likely: tuple[ReportLine, ...] = ()
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A report of a story: whether it was first, what it added and repeats, and whose text it reproduces, in words;
    `added` are the ids of the statements that no earlier report of the story makes, `taken` from whom the text was
    probably taken."""

    report: ReportLine
    text: str
    added: tuple[str, ...]
    copies: ReportLine | None = None
    taken: Taken | None = None


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
    for assertion in _assertions(finding, seen):
        for place, report in enumerate(report for report in assertion.reports if report in told):
            told[report][place > 0].append(assertion.id)
    taken = {entry["report"]: _taken(entry, seen) for entry in finding.fields.get("copying", ())}
    first = finding.reports[0]
    return tuple(
        _step(report, (tuple(added), len(repeats)), taken.get(report), seen, first=report == first)
        for report, (added, repeats) in told.items()
    )


def _assertions(finding: Finding, seen: Lens) -> Iterator[Finding]:
    """The assertions that reports of a story make, each once, in the order of the dossier."""
    records = (seen.record(report) for report in finding.reports)
    claims = (claim.id for record in records if record is not None for claim in record.claims)
    found = {
        one.id: one for claim in claims for one in seen.index.findings_of.get(claim, ()) if one.kind == "assertion"
    }
    yield from found.values()


def _taken(entry: Mapping[str, Any], seen: Lens) -> Taken:
    return Taken(
        model=report_line(entry["model"], seen),
        way=entry["way"],
        share=round(100 * entry["share"]),
        common_changes=entry.get("common_changes", 0),
        credited=entry.get("credited", False),
        ordered=entry["ordered"],
        as_likely=tuple(report_line(report, seen) for report in entry["as_likely"]),
        agency=shown(str(entry.get("agency") or "")),
    )


def _step(report: str, tells: tuple[tuple[str, ...], int], taken: Taken | None, seen: Lens, *, first: bool) -> Step:
    """`tells` are the ids of the statements that it adds, and how many it repeats."""
    words, (added, repeats) = seen.words, tells
    told = [words.say("steps.first")] if first else []
    if added:
        counted = words.count("statement", len(added))
        told.append(words.say("steps.tells" if first else "steps.adds", statements=counted))
    if repeats:
        told.append(words.say("steps.repeats", statements=words.count("statement", repeats)))
    told += _taken_in_words(taken, seen) if taken else ()
    return Step(report_line(report, seen), words.separated(told), added, taken.model if taken else None, taken)


def _taken_in_words(taken: Taken, seen: Lens) -> Iterator[str]:
    """Whose text it is, how sure that is, and by what."""
    words = seen.words

    def named(outlet: str) -> str:
        return isolated(outlet, words.direction)

    yield words.say(f"steps.{taken.way}", report=named(taken.model.outlet), share=words.number(taken.share))
    if taken.credited:
        yield words.say("steps.credited")
    if taken.common_changes:
        yield words.say("steps.common", changes=words.count("change", taken.common_changes))
    if taken.as_likely:
        yield words.say("steps.as_likely", reports=words.listed([named(one.outlet) for one in taken.as_likely]))
    if taken.agency:
        yield words.say("steps.agency", agency=named(taken.agency))
    if not taken.ordered:
        yield words.say("steps.unordered")


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
    record = seen.record(told["report"])
    figures = record.figures if record is not None else ()
    found = next((one for one in figures if (one.start, one.end) == (told["start"], told["end"])), None)
    return figure_words(found, seen.words) if found is not None else shown(str(told["text"]))


def changed(finding: Finding, seen: Lens) -> tuple[Changed, ...]:
    """What was changed between two copies, word by word; empty for other findings."""
    records = [seen.record(report) for report in finding.reports] if finding.kind == "copy" else []
    texts = [masked(record.text) for record in records if record is not None]
    if len(texts) != 2 or finding.fields.get("label") == "translation":
        return ()
    one, other = texts
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
