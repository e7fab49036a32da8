"""Claim: its sentence in its report, its chain and weight, and what analysts say of it; a rejected one too."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from kashf.workbench.answers import ClaimId
from kashf.workbench.api.claims import detail_of
from kashf.workbench.ledgers import Opened
from kashf.workbench.moved import was
from kashf.workbench.refusing import RefusedError
from kashf.workbench.rendering import page
from kashf.workbench.who import Reader

__all__ = ["claim", "router"]

router = APIRouter()


@router.get("/claims/{claim}")
def claim(request: Request, visitor: Reader, view: Opened, claim: ClaimId) -> HTMLResponse:
    """The page of one claim of a current report."""
    place = view.claim_place(claim)
    if place is None:
        raise RefusedError(404, "no_claim", id=claim)
    told = detail_of(view, claim, request.state.interface.language)
    history = view.judgements_about(claim)
    values = {"was": was(request, view, claim), "claim": told, "place": place, "history": history}
    return page(request, "claim.html.j2", visitor, **values)
