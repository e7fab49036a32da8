"""Findings across reports: a list of a kind, and one in full."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from kashf.ledger import FindingsWanted
from kashf.records.findings import FindingKind
from kashf.views.details import FindingDetail, finding_detail
from kashf.views.excerpt import excerpt
from kashf.views.lens import lens
from kashf.views.statements import statement_of
from kashf.workbench.answers import FindingId, FindingLine, Language
from kashf.workbench.ledgers import Opened
from kashf.workbench.lines import LINES, AsLines, listed
from kashf.workbench.moved import API, MOVED, sent_on
from kashf.workbench.paging import Cursor, Limited, Listed, Several, cursor_of, place_of
from kashf.workbench.who import Reader

__all__ = ["Wanted", "finding", "findings", "router"]

CARRIERS = 200
"""Reports of one finding that are read to show it in full."""
router = APIRouter(tags=["findings"])


class Wanted(BaseModel):
    """Which findings: of a kind, of those the ones a report takes part in, or any report of the finding `beside` (a
    story) does, by weight or by day."""

    kind: FindingKind = "assertion"
    report: str | None = Field(default=None, pattern=r"^r-[0-9a-f]{16}$")
    beside: str | None = Field(default=None, pattern=r"^f-[0-9a-f]{16}$")
    order: Literal["weight", "latest"] = "weight"
    limit: Several = Limited
    cursor: Cursor = None
    language: Literal["en", "ar"] = "en"


@router.get("/findings", responses=LINES, response_model=Listed[FindingLine])
def findings(
    _: Reader, view: Opened, wanted: Annotated[Wanted, Query()], as_lines: AsLines
) -> Listed[FindingLine] | Response:
    """The findings of a kind, by weight (independent origins, then carriers) or the latest first."""
    asked = FindingsWanted(wanted.kind, wanted.report, wanted.order, wanted.beside)

    def ask(limit: int, cursor: str | None) -> Listed[FindingLine]:
        found = view.finding_page(asked, limit, place_of(cursor))
        if wanted.kind != "assertion":
            return Listed(items=list(map(FindingLine.of, found.items)), next=cursor_of(found.after))
        seen = lens(excerpt(view, found.items), wanted.language)
        lines = [FindingLine.of(finding, statement_of(finding, seen)) for finding in found.items]
        return Listed(items=lines, next=cursor_of(found.after))

    return listed(view, as_lines, wanted.limit, wanted.cursor, ask)


@router.get("/findings/{finding}", responses=MOVED, response_model=FindingDetail)
def finding(finding: FindingId, _: Reader, view: Opened, language: Language = "en") -> FindingDetail | Response:
    """One finding in full: what it is made of, why, its origins and sides. Of an assertion or story that begins
    otherwise now the address of what holds what it began with."""
    found = view.findings_with((finding,))
    if not found:
        return sent_on(view, finding, API)
    return finding_detail(found[0], lens(excerpt(view, found, carriers=CARRIERS), language))
