"""One thing in full: a claim, an entity, a report or a finding, with everything that hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kashf.records import Finding, Record
from kashf.views.amounts import figure_words
from kashf.views.chains import OriginLine
from kashf.views.disputes import Side, finding_sides
from kashf.views.dossier import Dossier, Located
from kashf.views.lens import Lens, lens
from kashf.views.lookup import found
from kashf.views.people import Person, people
from kashf.views.phrases import filler_pieces
from kashf.views.pieces import Sentence
from kashf.views.statements import (
    Evidence,
    Grade,
    Mark,
    ReportLine,
    Statement,
    evidence,
    information_grade,
    marks,
    report_line,
    statement_of,
    statements,
    statements_in,
    statements_with,
)
from kashf.views.storylines import Changed, Drift, Step, changed, drifts, outlook, steps
from kashf.views.texts import isolated, masked, shown
from kashf.views.workings import kind_of, working

__all__ = [
    "ClaimDetail",
    "Detail",
    "EntityDetail",
    "FindingDetail",
    "Layer",
    "ReportDetail",
    "RoleLine",
    "claim_detail",
    "detail",
    "finding_detail",
    "report_detail",
    "roles_of",
]


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role of a claim: its name in words, what fills it, and the report's words for that."""

    role: str
    name: str
    filler: Sentence
    words: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """A claim: its evidence and chain, its roles, and the statement it is part of with that statement's weight."""

    claim: str
    type: str
    evidence: Evidence
    roles: tuple[RoleLine, ...]
    statement: Statement
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class EntityDetail:
    """An entity of any kind, and the statements it fills a role of or is a source of."""

    entity: Person
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch of a report's text and what was found there; `label` says in words what it is."""

    kind: str
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class ReportDetail:
    """A report: its text with everything found in it, in layers, and its statements.

    `text` has the offsets of the report's own, with unsafe characters replaced one by one.
    """

    report: ReportLine
    source: str
    author: str
    language: str
    repairs: tuple[str, ...]
    text: str
    layers: tuple[Layer, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class FindingDetail:
    """A finding across reports: what it is made of, the reason or sum, its origins, its grade or verdict.

    `uncounted` says of each source that is not counted as a further origin why it is not, `outlook` what would change
    the grade. Of a story `steps` tell how it grew and `drifts` how its figures were told; of a copy `changed` is what
    was changed, word by word.
    """

    finding: str
    kind: str
    name: str
    working: str
    reports: tuple[ReportLine, ...]
    origins: tuple[OriginLine, ...]
    sides: tuple[Side, ...]
    statement: Statement | None
    grade: Grade | None
    verdict: str | None
    uncounted: tuple[str, ...] = ()
    outlook: tuple[str, ...] = ()
    title: str = ""
    steps: tuple[Step, ...] = ()
    drifts: tuple[Drift, ...] = ()
    changed: tuple[Changed, ...] = ()


Detail = ClaimDetail | EntityDetail | ReportDetail | FindingDetail


def detail(dossier: Dossier, wanted: str, language: str) -> Detail:
    """What has the id, or the only one that begins so, or is the only entity of that name.

    Raises NotFoundError, with what is near, where there is none or more than one.
    """
    seen = lens(dossier, language)
    kind, id_ = found(seen, wanted)
    if kind == "claim":
        return claim_detail(seen.index.claims[id_], seen)
    if kind == "entity":
        return _entity(id_, seen)
    if kind == "report":
        return report_detail(seen.index.records[id_], seen)
    return finding_detail(seen.index.findings[id_], seen)


def claim_detail(located: Located, seen: Lens) -> ClaimDetail:
    """A claim in full."""
    claim = located.claim
    [statement] = statements_with((claim.id,), seen)
    return ClaimDetail(
        claim=claim.id,
        type=seen.words.name("types", claim.type),
        evidence=evidence(located, seen),
        roles=roles_of(located, seen),
        statement=statement,
        marks=marks(seen.index.findings_of.get(claim.id, ()), seen),
    )


def roles_of(located: Located, seen: Lens) -> tuple[RoleLine, ...]:
    """The roles of a claim, in the order of the record."""
    return tuple(_roles(located, seen))


def _roles(located: Located, seen: Lens) -> Iterator[RoleLine]:
    for role in located.claim.roles:
        filler = filler_pieces(role, located, seen)
        yield RoleLine(role.role, seen.words.name("roles", role.role), filler, shown(role.text), role.entity)


def _entity(entity: str, seen: Lens) -> EntityDetail:
    told = statements(seen)
    person = next(one for one in people(told, seen, kinds=None) if one.id == entity)
    return EntityDetail(
        person, tuple(one for one in told if set(person.claims) & {each.anchor for each in one.evidence})
    )


def report_detail(record: Record, seen: Lens) -> ReportDetail:
    """A report in full."""
    report = record.report
    return ReportDetail(
        report=report_line(report.id, seen),
        source=shown(report.source),
        author=shown(report.author),
        language=seen.words.name("languages", report.language or "unknown"),
        repairs=tuple(map(shown, report.repairs)),
        text=masked(record.text),
        layers=tuple(sorted(_layers(record, seen), key=lambda layer: (layer.start, -layer.end))),
        statements=statements_in(record, seen),
    )


def _layers(record: Record, seen: Lens) -> Iterator[Layer]:
    for claim in record.claims:
        label = f"{claim.id} {seen.words.name('types', claim.type)}"
        yield Layer("claim", claim.evidence.start, claim.evidence.end, label)
    for mention in record.mentions:
        name = seen.entity_name(mention.entity, mention.name) or shown(mention.text)
        yield Layer("mention", mention.start, mention.end, name)
    for figure in record.figures:
        yield Layer("figure", figure.start, figure.end, figure_words(figure, seen.words))
    for moment in record.times:
        when = seen.words.interval(moment.first, moment.last) or moment.kind
        yield Layer("time", moment.start, moment.end, when)
    for quote in record.quotes:
        speaker = seen.entity_name(quote.speaker.entity, quote.speaker.name) if quote.speaker else None
        yield Layer("quote", quote.start, quote.end, speaker or seen.words.say("not_said"))


def finding_detail(finding: Finding, seen: Lens) -> FindingDetail:
    """A finding in full, as far as its members are in the dossier."""
    statement = statement_of(finding, seen) if finding.kind == "assertion" else None
    return FindingDetail(
        finding=finding.id,
        kind=kind_of(finding),
        name=seen.words.name("finding_kinds", finding.kind),
        working=working(finding, seen),
        reports=tuple(report_line(report, seen) for report in finding.reports),
        origins=statement.origins if statement else (),
        sides=finding_sides(finding, seen),
        statement=statement,
        grade=information_grade(finding.grade, seen),
        verdict=seen.words.name("verdicts", finding.verdict) if finding.verdict and finding.kind == "check" else None,
        uncounted=tuple(dict.fromkeys(_uncounted(finding, seen))),
        outlook=outlook(finding, seen),
        title=shown(str(finding.fields.get("title") or "")),
        steps=steps(finding, seen),
        drifts=drifts(finding, seen),
        changed=changed(finding, seen),
    )


def _uncounted(finding: Finding, seen: Lens) -> Iterator[str]:
    """Why each source that comparing found is no further origin."""
    sources = finding.fields.get("uncounted")
    for one in sources if isinstance(sources, list | tuple) else ():
        if not one.get("beside"):  # found before it was said beside which origin
            yield f"{isolated(shown(str(one['source'])), seen.words.direction)}: {shown(str(one.get('reason', '')))}"
            continue
        beside = "beside_named" if one.get("beside_named") else "beside_nameless"
        names = {
            key: isolated(shown(str(one.get(field) or "")), seen.words.direction)
            for key, field in (("source", "source"), ("origin", "beside"))
        }
        yield seen.words.say(f"uncounted.{one.get('voice') or 'own'}_{beside}", **names)
