"""Finding: an assertion with everything behind it, or a conflict, check, quote or copy with its sides."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from kashf.records import Judgement
from kashf.views.details import finding_detail
from kashf.views.disputes import checks, conflicts
from kashf.views.excerpt import excerpt
from kashf.views.lens import lens
from kashf.workbench.answers import FindingId
from kashf.workbench.api.findings import CARRIERS
from kashf.workbench.involved import findings_around
from kashf.workbench.ledgers import Opened
from kashf.workbench.moved import sent_on, was
from kashf.workbench.rendering import address, page
from kashf.workbench.who import Reader

__all__ = ["finding", "router"]

router = APIRouter()


@router.get("/findings/{finding}")
def finding(request: Request, visitor: Reader, view: Opened, finding: FindingId) -> Response:
    """The page of one finding; a story has one of its own."""
    found = next(iter(view.findings_with((finding,))), None)
    if found is None:
        return sent_on(view, finding)
    if found.kind == "story":
        return RedirectResponse(address(f"/stories/{finding}", dict(request.query_params)), 307)
    around = findings_around(view, found)
    seen = lens(excerpt(view, around, found.reports[:CARRIERS]), request.state.interface.language)
    told = finding_detail(found, seen)
    claims = [one.claim for one in told.statement.evidence] if told.statement else []
    history = view.judgements_about(*claims) if claims else ()
    disputes = [one for one in (*conflicts(seen), *checks(seen)) if one.id != finding]
    return page(
        request,
        "finding.html.j2",
        visitor,
        was=was(request, view, finding),
        finding=told,
        history={claim: [one for one in history if one.subject == claim] for claim in claims},
        rated=_rated(history),
        disputes=disputes,
        unread=len(found.reports) - min(len(found.reports), CARRIERS),
    )


def _rated(history: Sequence[Judgement]) -> Judgement | None:
    """The analyst's own grade of the information: the last that was not taken back, of any of the claims."""
    return next((one for one in history if one.kind == "rate" and one.undone_at is None), None)
