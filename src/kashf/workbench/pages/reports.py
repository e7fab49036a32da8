"""Reports: all that was read, the last first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from kashf.ledger import ReportsWanted
from kashf.workbench.api.reports import Wanted
from kashf.workbench.ledgers import Opened
from kashf.workbench.paging import cursor_of, place_of
from kashf.workbench.rendering import page
from kashf.workbench.who import Reader

__all__ = ["reports", "router"]

router = APIRouter()


@router.get("/reports")
def reports(request: Request, visitor: Reader, view: Opened, wanted: Annotated[Wanted, Query()]) -> HTMLResponse:
    """The list, or its next page."""
    asked = ReportsWanted(wanted.outlet, None, wanted.since)
    found = view.report_page(asked, wanted.limit, place_of(wanted.cursor))
    template = "reports_fragment.html.j2" if request.headers.get("hx-request") else "reports.html.j2"
    asked_for = {"outlet": wanted.outlet, "since": wanted.since}
    return page(request, template, visitor, found=found, next=cursor_of(found.after), wanted=asked_for)
