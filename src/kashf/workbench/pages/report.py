"""Report: its text with what was found in it marked, and the chain behind each claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from kashf.records import Record
from kashf.views.details import RoleLine, report_detail, roles_of
from kashf.views.excerpt import around
from kashf.views.lens import Lens, anchor, lens
from kashf.views.statements import Evidence, ReportLine, Statement, report_line
from kashf.views.texts import direction_of, shown
from kashf.workbench.answers import ReportId
from kashf.workbench.ledgers import Opened
from kashf.workbench.marking import KINDS, Claimed, paragraphs
from kashf.workbench.moved import sent_on, was
from kashf.workbench.rendering import address, page
from kashf.workbench.who import Reader

__all__ = ["report", "router"]

MOST_COPIES = 12
router = APIRouter()


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim of the report as it is told beside the text."""

    place: Claimed
    statement: Statement
    evidence: Evidence
    roles: tuple[RoleLine, ...]


@router.get("/reports/{report}")
def report(request: Request, visitor: Reader, view: Opened, report: ReportId) -> Response:
    """The page of one current report; of one that has a newer version, that of the newest."""
    seen = lens(around(view, report), request.state.interface.language)
    record = seen.record(report)
    if record is None:
        return sent_on(view, report)
    told = report_detail(record, seen)
    places = _places(record)
    return page(
        request,
        "report.html.j2",
        visitor,
        was=was(request, view, report),
        report=told,
        direction=direction_of(record.text) or "auto",
        language=record.report.language,
        paragraphs=tuple(paragraphs(told.text, record.report.regions, told.layers, places)),
        claims=tuple(_claims(places, told.statements, record, seen)),
        counts={kind: sum(layer.kind == kind for layer in told.layers) for kind in KINDS},
        versions=[one for one in view.versions(report) if one != report],
        stories=[(one.id, shown(str(one.fields.get("title") or one.id))) for one in seen.dossier.found("story")],
        copies=_copies(report, seen),
    )


def _copies(report: str, seen: Lens) -> list[tuple[ReportLine, str]]:
    """The reports that share text with one, each with the address of the two side by side, the earlier first."""
    found = seen.dossier.found("copy")[:MOST_COPIES]
    pairs = ((next(one for one in copy.reports if one != report), copy.reports) for copy in found)
    return [
        (report_line(other, seen), address("/compare", {"one": first, "other": second}))
        for other, (first, second) in pairs
    ]


def _places(record: Record) -> tuple[Claimed, ...]:
    """The claims in the order in which a reader comes to them."""
    ordered = sorted(record.claims, key=lambda claim: (claim.evidence.start, claim.evidence.end))
    return tuple(
        Claimed(number, anchor(claim.id), claim.evidence.start, claim.evidence.end)
        for number, claim in enumerate(ordered, 1)
    )


def _claims(places: Sequence[Claimed], statements: Sequence[Statement], record: Record, seen: Lens) -> Iterator[_Told]:
    told = {
        anchor(evidence.claim): (statement, evidence)
        for statement in statements
        for evidence in statement.evidence
        if evidence.report.id == record.report.id
    }
    for place in places:
        statement, evidence = told[place.anchor]
        yield _Told(place, statement, evidence, roles_of(seen.index.claims[evidence.claim], seen))
