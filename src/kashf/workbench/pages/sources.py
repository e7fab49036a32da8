"""Sources: outlets and the grades analysts give them, the origins behind findings, and what a grade changes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from kashf.ledger import GRADES, Decision, FindingsWanted, JudgementsWanted, ReportsWanted, View
from kashf.views.excerpt import excerpt
from kashf.views.lens import lens
from kashf.views.statements import Statement, statement_of
from kashf.workbench.ledgers import Opened, kept_of
from kashf.workbench.paging import Cursor, cursor_of, place_of
from kashf.workbench.problems import RefusedError
from kashf.workbench.rendering import address, page
from kashf.workbench.returning import returned
from kashf.workbench.who import Analyst, Reader

__all__ = ["graded", "outlet", "router", "sources"]

OUTLETS, ORIGINS, CARRIED, LATEST = 40, 25, 8, 8
router = APIRouter()
Name = Annotated[str, Query(max_length=300)]


@router.get("/sources")
def sources(
    request: Request, visitor: Reader, view: Opened, cursor: Cursor = None, origins: Cursor = None
) -> HTMLResponse:
    """The outlets and the origins, each list with its next page."""
    histories = view.histories()
    found, speakers = histories.outlets(OUTLETS, place_of(cursor)), histories.speakers(ORIGINS, place_of(origins))
    return page(
        request,
        "sources.html.j2",
        visitor,
        found=found,
        next=cursor_of(found.after),
        speakers=speakers,
        next_speakers=cursor_of(speakers.after),
        places={"cursor": cursor, "origins": origins},
        grades=view.grades(),
    )


@router.get("/sources/outlet")
def outlet(request: Request, visitor: Reader, view: Opened, name: Name) -> HTMLResponse:
    """One outlet: its grade with the history of it, what it carries, and its latest reports."""
    line = view.histories().outlet(name)
    if line is None:
        raise RefusedError(404, "no_outlet")
    return page(
        request,
        "outlet.html.j2",
        visitor,
        line=line,
        grade=view.grades().get(name),
        grades=GRADES,
        history=view.histories().judgements(JudgementsWanted(kind="grade", subject=name), 50).items,
        carried=_carried(view, name, request.state.interface.language),
        reports=view.report_page(ReportsWanted(outlet=name), LATEST).items,
    )


def _carried(view: View, name: str, language: str) -> tuple[Statement, ...]:
    found = view.finding_page(FindingsWanted("assertion", outlet=name), CARRIED).items
    seen = lens(excerpt(view, found), language)
    return tuple(filter(None, (statement_of(finding, seen) for finding in found)))


@router.post("/sources/outlet")
def graded(
    request: Request,
    visitor: Analyst,
    name: Annotated[str, Form(max_length=300)],
    grade: Annotated[str, Form(max_length=2)],
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> RedirectResponse:
    """Grade an outlet and go back to it."""
    decision = Decision("grade", name, visitor.name, {"grade": grade}, reason.strip() or None)
    kept_of(request).desk.judge(decision)
    request.app.state.renewal.ask()
    return returned(address("/sources/outlet", {"name": name}))
