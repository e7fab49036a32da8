"""Search: reports with words in any spelling, each with its snippet and the claims that stand where they do."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from kashf.ledger import Hit
from kashf.views.texts import masked
from kashf.workbench.api.search import Wanted, found
from kashf.workbench.ledgers import Opened
from kashf.workbench.rendering import page
from kashf.workbench.who import Reader

__all__ = ["router", "search"]

router = APIRouter()


@router.get("/search")
def search(request: Request, visitor: Reader, view: Opened, wanted: Annotated[Wanted, Query()]) -> HTMLResponse:
    """What was looked for, and what was found."""
    asked = any((wanted.q.strip(), wanted.type, wanted.outlet, wanted.since))
    hits = found(view, wanted) if asked else []
    return page(request, "search.html.j2", visitor, wanted=wanted, asked=asked, hits=hits, pieces=_pieces)


def _pieces(hit: Hit) -> list[tuple[str, bool]]:
    """The snippet in pieces, each with whether it is what was looked for."""
    cuts, at = [], hit.start
    for start, end in hit.found:
        if start >= at:
            cuts += [(at, start, False), (start, end, True)]
            at = end
    cuts.append((at, hit.end, False))
    return [(masked(hit.snippet[start - hit.start : end - hit.start]), marked) for start, end, marked in cuts]
