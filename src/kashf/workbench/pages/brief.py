"""The brief from the workbench: as a page, PDF, Markdown or JSON; of all, of a name or words, or of a type of claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from kashf.exchange.brief_json import brief_json
from kashf.exchange.html import brief_html
from kashf.exchange.markdown import brief_markdown
from kashf.exchange.pdf import can_print
from kashf.ledger import View
from kashf.views import Brief
from kashf.views.words import words
from kashf.workbench.apart import lasting
from kashf.workbench.briefs import OfWhat, is_part, made
from kashf.workbench.files import csv_file
from kashf.workbench.ledgers import Opened, kept_of, totals
from kashf.workbench.refusing import RefusedError
from kashf.workbench.rendering import page
from kashf.workbench.said import SAID, said_rows
from kashf.workbench.who import Reader

__all__ = ["Wanted", "asked", "printed", "router", "whole", "written"]

_BRIEF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
"""The page brings its style with it; there is no script in it, and nothing that it could load."""
router = APIRouter()


class Wanted(OfWhat):
    """Whom or what a brief is about, and whether it is to be kept."""

    keep: bool = Field(default=False, description="To be kept as a file.")


Asking = Annotated[Wanted, Query()]


@router.get("/brief")
def asked(request: Request, visitor: Reader, view: Opened, wanted: Asking) -> HTMLResponse:
    """What a brief is to be of, and the ways to have it."""
    held = totals(request, view).reports
    query = wanted.model_dump(exclude_defaults=True, exclude_none=True, exclude={"keep"})
    values = {"wanted": wanted, "query": query, "prints": can_print(), "reports": held, "part": is_part(held)}
    return page(request, "brief.html.j2", visitor, **values)


@router.get("/brief.html")
@lasting
def whole(request: Request, _: Reader, view: Opened, wanted: Asking) -> Response:
    """The brief as a page that needs nothing else."""
    headers = {"Content-Security-Policy": _BRIEF_POLICY}
    if wanted.keep:
        headers |= _kept_as("kashf-brief.html")
    return HTMLResponse(brief_html(_made(request, view, wanted)), headers=headers)


@router.get("/brief.pdf")
async def printed(request: Request, _: Reader, view: Opened, wanted: Asking) -> Response:
    """The brief set for paper. Raises RefusedError where there is no browser that prints."""
    if not can_print():
        raise RefusedError(503, "no_browser")
    key = (view.marks(), wanted.about, wanted.type, request.state.interface.language)
    view.refresh()
    told = await request.app.state.printing.printed(key, lambda: _made(request, view, wanted))
    return Response(told, media_type="application/pdf", headers=_kept_as("kashf-brief.pdf"))


@router.get("/brief.{kind}")
@lasting
def written(request: Request, _: Reader, view: Opened, wanted: Asking, kind: str) -> Response:
    """The brief as a file."""
    if kind == "csv":
        told = _made(request, view, wanted)
        statements = (one for group in told.groups for one in group.statements)
        return csv_file(request, "brief", SAID, said_rows(statements, words(told.language)))
    if kind not in _WRITERS:
        raise RefusedError(404, "nothing")
    media_type, write = _WRITERS[kind]
    body = write(_made(request, view, wanted))
    return Response(body, media_type=media_type, headers=_kept_as(f"kashf-brief.{kind}"))


def _kept_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


_WRITERS: Mapping[str, tuple[str, Callable[[Brief], str]]] = {
    "md": ("text/markdown; charset=utf-8", brief_markdown),
    "json": ("application/json", brief_json),
}


def _made(request: Request, view: View, wanted: Wanted) -> Brief:
    return made(kept_of(request), view, wanted, request.state.interface.language)
