"""Two reports, or two versions of one, side by side."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from kashf.ledger import View
from kashf.records import Report
from kashf.views.side_by_side import Row, side_by_side
from kashf.workbench.ledgers import Opened
from kashf.workbench.refusing import RefusedError
from kashf.workbench.who import Reader

__all__ = ["LONGEST", "Compared", "Two", "comparison", "router", "two_of"]

LONGEST = 40_000
"""Characters of each text that are compared: beyond it stands what is no article."""
router = APIRouter(tags=["reports"])


class Two(BaseModel):
    """Which two: ids of reports, current or superseded."""

    one: str = Field(pattern=r"^r-[0-9a-f]{16}$")
    other: str = Field(pattern=r"^r-[0-9a-f]{16}$")


class Compared(BaseModel):
    """The rows of the two texts; `cut` where one was longer than is compared."""

    one: str
    other: str
    rows: list[Row]
    cut: bool


@router.get("/comparison")
def comparison(_: Reader, view: Opened, two: Annotated[Two, Query()]) -> Compared:
    """Two texts in rows that belong together, word by word: kept, spelled otherwise, put in, dropped, replaced."""
    one, other = two_of(view, two)
    cut = max(len(one.text), len(other.text)) > LONGEST
    rows = side_by_side(one.text[:LONGEST], other.text[:LONGEST])
    return Compared(one=one.id, other=other.id, rows=list(rows), cut=cut)


def two_of(view: View, two: Two) -> tuple[Report, Report]:
    """The two reports. Raises RefusedError where there is none of an id."""
    return _report(view, two.one), _report(view, two.other)


def _report(view: View, id_: str) -> Report:
    found = view.report(id_)
    if found is None:
        raise RefusedError(404, "no_such_report", id=id_)
    return found
