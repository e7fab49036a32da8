"""Sources: the outlets that reports come from, with the analysts' grades, and the origins that findings rest on."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Response
from pydantic import BaseModel

from kashf.ledger import OutletLine
from kashf.views.texts import shown
from kashf.workbench.ledgers import Opened
from kashf.workbench.lines import LINES, AsLines, listed
from kashf.workbench.paging import Listed, Paged, cursor_of, place_of
from kashf.workbench.who import Reader

__all__ = ["OriginItem", "OutletItem", "origins", "outlets", "router"]

router = APIRouter(tags=["sources"])


class OutletItem(BaseModel):
    """An outlet: its reports, the days of the first and last, and its grade, A to F (STANAG 2511); null where it has
    none."""

    outlet: str
    reports: int
    first: date | None
    last: date | None
    grade: str | None

    @classmethod
    def of(cls, line: OutletLine, grade: str | None) -> OutletItem:
        """The outlet as it may be shown."""
        return cls(outlet=shown(line.outlet), reports=line.reports, first=line.first, last=line.last, grade=grade)


class OriginItem(BaseModel):
    """An independent origin, how many assertions it stands behind, and the grade given to that name, A to F; null where
    it has none."""

    name: str
    assertions: int
    grade: str | None


@router.get("/sources", responses=LINES, response_model=Listed[OutletItem])
def outlets(_: Reader, view: Opened, as_lines: AsLines, paged: Paged) -> Listed[OutletItem] | Response:
    """The outlets, those with most reports first. Grade one with a judgement of kind `grade`."""

    def ask(limit: int, cursor: str | None) -> Listed[OutletItem]:
        found, grades = view.histories().outlets(limit, place_of(cursor)), view.grades()
        items = [OutletItem.of(line, grades.get(line.outlet)) for line in found.items]
        return Listed(items=items, next=cursor_of(found.after))

    return listed(view, as_lines, *paged, ask)


@router.get("/origins", responses=LINES, response_model=Listed[OriginItem])
def origins(_: Reader, view: Opened, as_lines: AsLines, paged: Paged) -> Listed[OriginItem] | Response:
    """The independent origins, those behind most assertions first. Grade one with a judgement of kind `grade`."""

    def ask(limit: int, cursor: str | None) -> Listed[OriginItem]:
        found, grades = view.histories().speakers(limit, place_of(cursor)), view.grades()
        items = [
            OriginItem(name=shown(one.name), assertions=one.assertions, grade=grades.get(one.name))
            for one in found.items
        ]
        return Listed(items=items, next=cursor_of(found.after))

    return listed(view, as_lines, *paged, ask)
