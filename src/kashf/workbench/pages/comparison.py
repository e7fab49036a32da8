"""Two reports, or two versions of one, side by side with the words that differ."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from kashf.comparison.changes import ChangeKind
from kashf.records import Report
from kashf.views.side_by_side import Row, side_by_side
from kashf.views.texts import direction_of, shown
from kashf.workbench.api.comparison import LONGEST, Two, two_of
from kashf.workbench.ledgers import Opened
from kashf.workbench.rendering import page
from kashf.workbench.who import Reader

__all__ = ["compared", "router"]

router = APIRouter()
Side = tuple[Report, str, str]
_DIFFERENT: tuple[ChangeKind, ...] = ("replaced", "inserted", "dropped", "spelled")


@router.get("/compare")
def compared(request: Request, visitor: Reader, view: Opened, two: Annotated[Two, Query()]) -> HTMLResponse:
    """The two texts."""
    reports = two_of(view, two)
    one, other = (report.text[:LONGEST] for report in reports)
    rows = side_by_side(one, other)
    return page(
        request,
        "comparison.html.j2",
        visitor,
        sides=[_side(report) for report in reports],
        rows=rows,
        counts=_counts(rows),
        cut=max(len(report.text) for report in reports) > LONGEST,
    )


def _side(report: Report) -> Side:
    """A report with what it is called and which way it runs."""
    return report, shown(report.title) or shown(report.source), direction_of(report.text) or "auto"


def _counts(rows: tuple[Row, ...]) -> dict[str, int]:
    """How many passages differ, by how."""
    told = Counter(part.kind for row in rows for part in row.one)
    told["inserted"] = sum(part.kind == "inserted" for row in rows for part in row.other)
    return {kind: told[kind] for kind in _DIFFERENT}
