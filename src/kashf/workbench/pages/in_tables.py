"""The pages of one thing as tables: a report, a story, a finding, a claim, a name, an outlet, two texts, a reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from kashf.ledger import FindingsWanted, Place, ReportHead, View
from kashf.records import Finding
from kashf.views.details import FindingDetail, RoleLine, claim_detail, finding_detail, roles_of
from kashf.views.disputes import Dispute, Side, conflicts
from kashf.views.excerpt import around, excerpt
from kashf.views.lens import Lens, lens
from kashf.views.pieces import plain
from kashf.views.side_by_side import Part, side_by_side
from kashf.views.statements import statement_of, statements_in
from kashf.views.storylines import Step
from kashf.views.words import Words, words
from kashf.workbench.answers import ClaimId, EntityId, FindingId, ReportId
from kashf.workbench.api.comparison import LONGEST, Two, two_of
from kashf.workbench.api.findings import CARRIERS
from kashf.workbench.api.readings import Number, readings_of
from kashf.workbench.files import csv_file
from kashf.workbench.interface import messages
from kashf.workbench.involved import findings_around, tellings
from kashf.workbench.ledgers import Opened
from kashf.workbench.pages.listed import MOST_STATEMENTS, SOME
from kashf.workbench.pages.stories import told_story
from kashf.workbench.refusing import RefusedError
from kashf.workbench.said import DISPUTED, SAID, day_of, disputed_rows, said_rows, sentence_row
from kashf.workbench.who import Admin, Reader

__all__ = [
    "claim",
    "compared",
    "entity",
    "finding",
    "outlet",
    "overview",
    "reading",
    "readings",
    "report",
    "router",
    "story",
    "story_reports",
]

router = APIRouter()
Row = Sequence[object]
WITH_ROLES = (*SAID, "roles")


@router.get("/overview.csv")
def overview(
    request: Request, _: Reader, view: Opened, part: Literal["heaviest", "conflicts"] = "heaviest"
) -> Response:
    """What weighs most with every sentence that says it, or the latest conflicts side by side."""
    spoken = _spoken(request)
    if part == "conflicts":
        return csv_file(request, part, DISPUTED, _open(view, FindingsWanted("conflict", order="latest"), spoken))
    return csv_file(request, part, SAID, _asserted(view, FindingsWanted("assertion"), spoken))


@router.get("/reports/{report}/claims.csv")
def report(request: Request, _: Reader, view: Opened, report: ReportId) -> Response:
    """The claims of a report with their chains and roles, in the order of the text."""
    spoken = _spoken(request)
    seen = lens(around(view, report), spoken.code)
    record = seen.record(report)
    if record is None:
        raise RefusedError(404, "no_report", id=report)
    told = [
        (evidence.passage.start, (*sentence_row(one, evidence, spoken), _roles(seen, evidence.claim)))
        for one in statements_in(record, seen)
        for evidence in one.evidence
        if evidence.report.id == report
    ]
    return csv_file(request, "report", WITH_ROLES, (row for _at, row in sorted(told, key=lambda each: each[0])))


@router.get("/claims/{claim}/sentence.csv")
def claim(request: Request, _: Reader, view: Opened, claim: ClaimId) -> Response:
    """One claim with its sentence, chain and roles; of a rejected one what its report says."""
    place = view.claim_place(claim)
    if place is None:
        raise RefusedError(404, "no_claim", id=claim)
    spoken = _spoken(request)
    beside = view.findings_in((place.report,), "assertion", "conflict", "check")
    seen = lens(excerpt(view, tuple(one for one in beside if claim in one.members), (place.report,)), spoken.code)
    located = seen.index.claims.get(claim)
    if located is None:
        judged = messages(spoken.code).say("judgements.kind_reject")
        rejected = (claim, spoken.name("types", place.type), judged, place.report, place.evidence)
        return csv_file(request, "claim", ("claim", "type", "judged", "report", "words"), [rejected])
    told = claim_detail(located, seen)
    row = (*sentence_row(told.statement, told.evidence, spoken), _told_roles(told.roles, spoken))
    return csv_file(request, "claim", WITH_ROLES, [row])


@router.get("/findings/{finding}/sentences.csv")
def finding(request: Request, _: Reader, view: Opened, finding: FindingId) -> Response:
    """Everything behind an assertion, or the sides of another finding."""
    found, spoken = _found(view, finding), _spoken(request)
    seen = lens(excerpt(view, findings_around(view, found), found.reports[:CARRIERS]), spoken.code)
    told = finding_detail(found, seen)
    if told.statement is not None:
        return csv_file(request, "finding", SAID, said_rows((told.statement,), spoken))
    return csv_file(request, "finding", DISPUTED, disputed_rows((_as_dispute(told),)))


@router.get("/entities/{entity}/claims.csv")
def entity(request: Request, _: Reader, view: Opened, entity: EntityId) -> Response:
    """The claims that somebody or something is in, those that bear on their standing first."""
    if view.entity_head(entity) is None:
        raise RefusedError(404, "no_entity", id=entity)
    spoken = _spoken(request)
    return csv_file(request, "name", ("part", *SAID), _involved(view, entity, spoken))


@router.get("/stories/{finding}/statements.csv")
def story(request: Request, _: Reader, view: Opened, finding: FindingId) -> Response:
    """What the reports of a story assert."""
    found, spoken = _found(view, finding, "story"), _spoken(request)
    return csv_file(request, "story", SAID, _asserted(view, FindingsWanted("assertion", beside=found.id), spoken))


@router.get("/stories/{finding}/reports.csv")
def story_reports(request: Request, _: Reader, view: Opened, finding: FindingId) -> Response:
    """How a story grew: its reports in the order of their days, with what each adds and whose text it took."""
    found, spoken = _found(view, finding, "story"), _spoken(request)
    steps = told_story(view, found, spoken.code).steps
    further = (found.reports[at : at + SOME] for at in range(len(steps), len(found.reports), SOME))
    rest = (_head_row(one) for some in further for one in view.report_heads(some))
    return csv_file(request, "story-reports", _GROWN, chain(map(_step_row, steps), rest))


@router.get("/sources/outlet.csv")
def outlet(request: Request, _: Reader, view: Opened, name: Annotated[str, Query(max_length=300)]) -> Response:
    """What an outlet carries, the heaviest first."""
    if view.histories().outlet(name) is None:
        raise RefusedError(404, "no_outlet")
    asked = FindingsWanted("assertion", outlet=name)
    return csv_file(request, "outlet", SAID, _asserted(view, asked, _spoken(request)))


@router.get("/compare.csv")
def compared(request: Request, _: Reader, view: Opened, two: Annotated[Two, Query()]) -> Response:
    """Two texts in rows that belong together."""
    one, other = (report.text[:LONGEST] for report in two_of(view, two))
    rows = ((int(row.differs), _text(row.one), _text(row.other)) for row in side_by_side(one, other))
    return csv_file(request, "side-by-side", ("differs", "one", "other"), rows)


@router.get("/reading.csv")
def readings(request: Request, _: Admin) -> Response:
    """The readings since the server was started."""
    say = messages(request.state.interface.language).say
    rows = (
        (one.number, one.user, one.began.isoformat(), say(f"reading.state_{one.state}"), *_counts(one.counts))
        for one in readings_of(request).all()
    )
    return csv_file(request, "readings", ("number", "user", "at", "state", *_STEPS), rows)


@router.get("/reading/{number}/steps.csv")
def reading(request: Request, number: Number, _: Admin) -> Response:
    """What was set aside in a reading and why, then its latest steps."""
    say, found = messages(request.state.interface.language).say, readings_of(request).one(number)
    aside = ((say("reading.step_set_aside"), one["location"], "", one["detail"]) for one in found.troubles)
    rest = (
        (say(f"reading.step_{one['kind']}"), one["location"], one["report"], one["detail"])
        for one in found.steps
        if one["kind"] not in ("set_aside", "failed")
    )
    return csv_file(request, "reading", ("step", "location", "report", "reason"), chain(aside, rest))


_STEPS = ("new", "known", "unchanged", "set_aside", "failed")
_GROWN = ("published", "outlet", "report", "title", "added", "copied_from")


def _spoken(request: Request) -> Words:
    return words(request.state.interface.language)


def _found(view: View, id_: str, kind: str | None = None) -> Finding:
    found = next((one for one in view.findings_with((id_,)) if kind in (None, one.kind)), None)
    if found is None:
        raise RefusedError(404, "no_finding", id=id_)
    return found


def _asserted(view: View, wanted: FindingsWanted, spoken: Words) -> Iterator[Row]:
    """The sentences of assertions, some assertions at a time."""
    for findings in _some_findings(view, wanted):
        seen = lens(excerpt(view, findings), spoken.code)
        yield from said_rows(filter(None, (statement_of(one, seen) for one in findings)), spoken)


def _open(view: View, wanted: FindingsWanted, spoken: Words) -> Iterator[Row]:
    for findings in _some_findings(view, wanted):
        yield from disputed_rows(conflicts(lens(excerpt(view, findings), spoken.code)))


def _some_findings(view: View, wanted: FindingsWanted) -> Iterator[tuple[Finding, ...]]:
    """Findings a page at a time, as many as a table of statements takes."""
    found = view.finding_page(wanted, SOME, None)
    yield tuple(found.items)
    for _ in range(MOST_STATEMENTS // SOME - 1):
        if found.after is None:
            return
        found = view.finding_page(wanted, SOME, found.after)
        yield tuple(found.items)


def _involved(view: View, entity: str, spoken: Words) -> Iterator[Row]:
    after: Place | None = None
    for _ in range(MOST_STATEMENTS // SOME):
        found, told, _seen = tellings(view, entity, spoken.code, SOME, after)
        for involved, statement in told:
            part = spoken.name("roles", involved.part)
            own = (one for one in statement.evidence if one.claim == involved.claim)
            yield from ((part, *sentence_row(statement, evidence, spoken)) for evidence in own)
        after = found.after
        if after is None:
            return


def _roles(seen: Lens, claim: str) -> str:
    return _told_roles(roles_of(seen.index.claims[claim], seen), seen.words)


def _told_roles(roles: Iterable[RoleLine], spoken: Words) -> str:
    told = (f"{role.name}: {plain(role.filler, spoken)}" for role in roles)
    return str(spoken.entries["separator"]).join(told)


def _step_row(step: Step) -> Row:
    report = step.report
    head = (day_of(report.published), report.outlet, report.id, report.name)
    return (*head, step.text, step.copies.id if step.copies else "")


def _head_row(head: ReportHead) -> Row:
    return day_of(head.published), head.outlet, head.id, head.title or head.source, "", ""


def _counts(counts: Mapping[str, int]) -> Row:
    return [counts.get(kind, 0) for kind in _STEPS]


def _text(parts: Iterable[Part]) -> str:
    return "".join(part.text for part in parts).rstrip("\n")


def _as_dispute(told: FindingDetail) -> Dispute:
    """Another finding in the columns of a conflict: its sides, or where it has none its reports."""
    sides = told.sides or (Side(told.title or told.name, None, told.reports),)
    return Dispute(told.finding, told.finding, told.kind, told.name, told.working, sides, None, told.verdict)
