"""Claims: one in full."""

from __future__ import annotations

from fastapi import APIRouter

from kashf.ledger import View
from kashf.views.details import ClaimDetail, claim_detail
from kashf.views.excerpt import excerpt
from kashf.views.lens import lens
from kashf.workbench.answers import ClaimId, Language
from kashf.workbench.ledgers import Opened
from kashf.workbench.refusing import RefusedError
from kashf.workbench.who import Reader

__all__ = ["claim", "detail_of", "router"]

router = APIRouter(tags=["claims"])


@router.get("/claims/{claim}")
def claim(claim: ClaimId, _: Reader, view: Opened, language: Language = "en") -> ClaimDetail:
    """One claim of a current report in full, with the statement that it is part of. A rejected one is not there."""
    found = detail_of(view, claim, language)
    if found is None:
        raise RefusedError(404, "no_claim", id=claim)
    return found


def detail_of(view: View, claim: str, language: str) -> ClaimDetail | None:
    """A claim in full; None where there is none, or it was rejected."""
    place = view.claim_place(claim)
    if place is None:
        return None
    beside = view.findings_in((place.report,), "assertion", "conflict", "check")
    around = tuple(one for one in beside if claim in one.members)
    seen = lens(excerpt(view, around, (place.report,)), language)
    located = seen.index.claims.get(claim)
    return claim_detail(located, seen) if located is not None else None
