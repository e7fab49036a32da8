"""Search: reports with words in any spelling and claims that say what is asked, as a page and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, get_args

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from kashf.ledger import MOST_RANKED, Hit, View
from kashf.records.claims import Modality
from kashf.views.texts import masked
from kashf.views.words import words
from kashf.workbench.files import AT_FIRST, csv_file
from kashf.workbench.ledgers import Opened
from kashf.workbench.paging import MOST
from kashf.workbench.rendering import page
from kashf.workbench.seeking import ANY_ROLE, Found, Wanted, found_in, told
from kashf.workbench.who import Reader

__all__ = ["router", "search", "table"]

COLUMNS = ("report", "outlet", "published", "title", "address", "claim", "type", "evidence")
ROLES = ("actor", "object", "counterparty", "origin", "destination", "channel", "place", "purpose")
PAGES_IN_TABLE = 10
"""Pages of hits that go into a table at most, behind a short first one: it is of what is shown, and of what a reader
would page through."""
router = APIRouter()


@router.get("/search")
def search(request: Request, visitor: Reader, view: Opened, wanted: Annotated[Wanted, Query()]) -> HTMLResponse:
    """What was looked for, in words, and what was found."""
    found = found_in(request, view, wanted) if wanted.asks else Found(())
    return page(
        request,
        "search.html.j2",
        visitor,
        wanted=wanted,
        asked=wanted.asks,
        found=found,
        told=told(wanted, words(request.state.interface.language)),
        most_ranked=MOST_RANKED,
        pieces=_pieces,
        modalities=get_args(Modality),
        roles=(ANY_ROLE, *ROLES),
    )


@router.get("/search.csv")
def table(request: Request, _: Reader, view: Opened, wanted: Annotated[Wanted, Query()]) -> Response:
    """The same as a table, a row for each claim, or for a report in which none was asked for."""
    return csv_file(request, "search", COLUMNS, _rows(request, view, wanted) if wanted.asks else ())


def _rows(request: Request, view: View, wanted: Wanted) -> Iterator[tuple[object, ...]]:
    asked = wanted.model_copy(update={"limit": AT_FIRST})
    for _ in range(1 + PAGES_IN_TABLE):
        found = found_in(request, view, asked)
        addresses = {one.id: one.url for one in view.report_heads(hit.report for hit in found.hits)}
        for hit in found.hits:
            yield from _rows_of(hit, addresses.get(hit.report))
        if found.next is None:
            return
        asked = asked.model_copy(update={"skip": found.next, "limit": MOST})


def _rows_of(hit: Hit, address: str | None) -> Iterator[tuple[object, ...]]:
    published = hit.published.isoformat() if hit.published else ""
    head = (hit.report, hit.outlet, published, hit.title, address)
    for claim in hit.claims:
        yield (*head, claim.id, claim.type, claim.evidence)
    if not hit.claims:
        yield (*head, "", "", hit.snippet)


def _pieces(hit: Hit) -> list[tuple[str, bool]]:
    """The snippet in pieces, each with whether it is what was looked for."""
    cuts, at = [], hit.start
    for start, end in hit.found:
        if start >= at:
            cuts += [(at, start, False), (start, end, True)]
            at = end
    cuts.append((at, hit.end, False))
    return [(masked(hit.snippet[start - hit.start : end - hit.start]), marked) for start, end, marked in cuts]
