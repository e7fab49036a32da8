"""Overview: what is new, what weighs most, and where what was read cannot all be so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from kashf.ledger import FindingsWanted, Page, ReportHead, ReportsWanted, View
from kashf.views.disputes import Dispute, conflicts
from kashf.views.excerpt import excerpt
from kashf.views.lens import lens
from kashf.views.statements import Statement, statement_of
from kashf.workbench.ledgers import Kept, Opened, counted, is_stale, kept_of, totals
from kashf.workbench.paging import Cursor, cursor_of, place_of
from kashf.workbench.refusing import RefusedError
from kashf.workbench.rendering import page
from kashf.workbench.who import Reader

__all__ = ["beforehand", "more", "overview", "router"]

HEAVIEST, CONFLICTS, NEW = 8, 5, 12
"""So many of each as one takes in at a glance; more are a key away."""
router = APIRouter()


@dataclass(frozen=True, slots=True)
class _Weighty:
    """Some of the heaviest findings, or of the latest conflicts, told in a language; `next` is where more begin."""

    statements: tuple[Statement, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    next: str | None = None


Work = Callable[[View, str, str | None], _Weighty]


@router.get("/")
def overview(request: Request, visitor: Reader, view: Opened) -> HTMLResponse:
    """The first page."""
    return page(
        request,
        "overview.html.j2",
        visitor,
        totals=totals(request, view),
        stale=is_stale(view),
        heaviest=_heaviest(request, view, None),
        conflicts=_conflicts(request, view, None),
        reports=_new(request, view, None),
        cursor=cursor_of,
    )


@router.get("/overview/{part}")
def more(request: Request, visitor: Reader, view: Opened, part: str, cursor: Cursor = None) -> HTMLResponse:
    """More of one of the lists: as a part of the page, or as a page of its own where no script asks."""
    if part not in _PARTS:
        raise RefusedError(404, "nothing")
    template = "overview_fragment.html.j2" if request.headers.get("hx-request") else "overview_list.html.j2"
    return page(request, template, visitor, part=part, found=_PARTS[part](request, view, cursor), cursor=cursor_of)


def beforehand(kept: Kept, view: View, language: str) -> None:
    """Work out what the first page tells of a ledger, for whoever comes first."""
    counted(kept, view)
    for work in (_weighed, _open):
        _remembered(kept, view, language, work)


def _heaviest(request: Request, view: View, cursor: str | None) -> _Weighty:
    return _some(request, view, cursor, _weighed)


def _conflicts(request: Request, view: View, cursor: str | None) -> _Weighty:
    return _some(request, view, cursor, _open)


def _some(request: Request, view: View, cursor: str | None, work: Work) -> _Weighty:
    """The first page of a list is the same for all who read one language; of further ones nothing is kept."""
    language = request.state.interface.language
    return work(view, language, cursor) if cursor else _remembered(kept_of(request), view, language, work)


def _remembered(kept: Kept, view: View, language: str, work: Work) -> _Weighty:
    return kept.remembered.of(view, (work.__name__, language), lambda seen: work(seen, language, None), "recent")


def _weighed(view: View, language: str, cursor: str | None) -> _Weighty:
    found = view.finding_page(FindingsWanted("assertion"), HEAVIEST, place_of(cursor))
    seen = lens(excerpt(view, found.items), language)
    told = filter(None, (statement_of(finding, seen) for finding in found.items))
    return _Weighty(statements=tuple(told), next=cursor_of(found.after))


def _open(view: View, language: str, cursor: str | None) -> _Weighty:
    found = view.finding_page(FindingsWanted("conflict", order="latest"), CONFLICTS, place_of(cursor))
    seen = lens(excerpt(view, found.items), language)
    return _Weighty(disputes=conflicts(seen), next=cursor_of(found.after))


def _new(_: Request, view: View, cursor: str | None) -> Page[ReportHead]:
    return view.report_page(ReportsWanted(), NEW, place_of(cursor))


_PARTS: dict[str, Callable[[Request, View, str | None], object]] = {
    "heaviest": _heaviest,
    "conflicts": _conflicts,
    "reports": _new,
}
