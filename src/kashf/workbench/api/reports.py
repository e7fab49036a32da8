"""Reports: a list, one in full, and its record."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from kashf.ledger import ReportsWanted
from kashf.records import unstructure
from kashf.views.details import ReportDetail, report_detail
from kashf.views.excerpt import around
from kashf.views.lens import lens
from kashf.workbench.answers import Language, ReportId, ReportItem
from kashf.workbench.days import Day
from kashf.workbench.ledgers import Opened
from kashf.workbench.lines import LINES, AsLines, listed
from kashf.workbench.moved import API, MOVED, sent_on
from kashf.workbench.paging import Cursor, Limited, Listed, Several, cursor_of, place_of
from kashf.workbench.refusing import RefusedError
from kashf.workbench.who import Reader

__all__ = ["Wanted", "record", "report", "reports", "router"]

router = APIRouter(tags=["reports"])


class Wanted(BaseModel):
    """Which reports: of an outlet, in a language (ISO 639-1), published since a day."""

    outlet: str | None = Field(default=None, max_length=300)
    language: str | None = Field(default=None, max_length=20)
    since: Day = None
    limit: Several = Limited
    cursor: Cursor = None


@router.get("/reports", responses=LINES, response_model=Listed[ReportItem])
def reports(
    _: Reader, view: Opened, wanted: Annotated[Wanted, Query()], as_lines: AsLines
) -> Listed[ReportItem] | Response:
    """The current reports, the last read first."""
    asked = ReportsWanted(wanted.outlet, wanted.language, wanted.since)

    def ask(limit: int, cursor: str | None) -> Listed[ReportItem]:
        found = view.report_page(asked, limit, place_of(cursor))
        return Listed(items=[ReportItem.of(head) for head in found.items], next=cursor_of(found.after))

    return listed(view, as_lines, wanted.limit, wanted.cursor, ask)


@router.get("/reports/{report}", responses=MOVED, response_model=ReportDetail)
def report(report: ReportId, _: Reader, view: Opened, language: Language = "en") -> ReportDetail | Response:
    """One current report: its text, what was found in it in layers, and its statements with their chains. Of one that
    was superseded the address of the newest version.

    The text has the offsets of the report's own; characters that hide or reorder others are replaced one by one.
    """
    seen = lens(around(view, report), language)
    record = seen.record(report)
    if record is None:
        return sent_on(view, report, API)
    return report_detail(record, seen)


@router.get("/reports/{report}/record")
def record(report: ReportId, _: Reader, view: Opened) -> dict[str, Any]:
    """The record of one current report, in the record format."""
    found = view.record(report)
    if found is None:
        raise RefusedError(404, "no_report", id=report)
    return dict(unstructure(found))
