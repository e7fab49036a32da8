"""Figures: values that can be sorted and, those of one unit, plotted; none of them is added to another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BeforeValidator, Field

from kashf.domain.predicates import group_order
from kashf.ledger import FiguresWanted, View
from kashf.views.amounts import unit_words
from kashf.views.figure_list import FigureLine, figure_lines, figure_plot
from kashf.views.words import words
from kashf.workbench.drawn import Narrowed, or_nothing
from kashf.workbench.files import AT_FIRST, csv_file, svg_file
from kashf.workbench.interface import messages
from kashf.workbench.ledgers import Kept, Opened, kept_of
from kashf.workbench.rendering import address, page
from kashf.workbench.who import Reader

__all__ = ["Wanted", "figures", "listed", "plotted", "router", "units_of"]

PAGE, PLOTTED, TAKEN, FURTHEST = 100, 200, 2000, 2000
"""Figures on a page, on a plot, in a file, and the furthest that one can page to."""
UNITS = 40
router = APIRouter()


class Wanted(Narrowed):
    """Which claims; figures of which unit, in which order, and from where on."""

    unit: Annotated[Annotated[str, Field(max_length=60)] | None, BeforeValidator(or_nothing)] = None
    order: Literal["weight", "value", "day"] = "weight"
    skipped: int = Field(default=0, ge=0, le=FURTHEST)


Asking = Annotated[Wanted, Query()]


@router.get("/figures")
def figures(request: Request, visitor: Reader, view: Opened, wanted: Asking) -> HTMLResponse:
    """The page."""
    lines = _lines(request, view, wanted, PAGE + 1)
    return page(
        request,
        "figures.html.j2",
        visitor,
        **_values(request, view, wanted),
        lines=lines[:PAGE],
        **_more(wanted, lines),
    )


@router.get("/figures.svg")
def plotted(request: Request, visitor: Reader, view: Opened, wanted: Asking) -> Response:
    """The plot by itself."""
    return svg_file(request, "figures.svg.j2", visitor, **_values(request, view, wanted))


@router.get("/figures.csv")
def listed(request: Request, _: Reader, view: Opened, wanted: Asking) -> Response:
    """The figures as a table: some at a time, so that it begins with the first."""
    say = messages(request.state.interface.language).say
    return csv_file(request, "figures", _COLUMNS, _rows(_all_lines(request, view, wanted), say))


_COLUMNS = (
    *("value", "low", "high", "unit", "modifier", "words", "counted", "role", "type", "origins", "reports", "put"),
    *("contested", "first", "last", "time_told", "said_by", "statement", "claim", "report"),
)


def _rows(lines: Iterable[FigureLine], say: Callable[[str], str]) -> Iterator[list[object]]:
    for one in lines:
        what = [one.told, one.low, one.high, one.unit or "", one.modifier, one.words, one.counted, one.role_name]
        weight = [one.type_name, one.origins, one.reports, say(f"pictures.{one.standing}"), int(one.contested)]
        days = [day.isoformat() if day else "" for day in (one.first, one.last)]
        yield [*what, *weight, *days, int(one.timed), one.speaker, one.statement, one.claim, one.report]


def _lines(request: Request, view: View, wanted: Wanted, most: int) -> tuple[FigureLine, ...]:
    spoken = words(request.state.interface.language)
    with view.pictures() as drawing:
        told = drawing.figures(wanted.drawn(), FiguresWanted(wanted.unit, wanted.order, most, wanted.skipped))
        return figure_lines(told, drawing.names({one.speaker for one in told}), spoken)


def _all_lines(request: Request, view: View, wanted: Wanted) -> Iterator[FigureLine]:
    spoken = words(request.state.interface.language)
    with view.pictures() as drawing:
        asked = FiguresWanted(wanted.unit, wanted.order, TAKEN, wanted.skipped)
        for some in drawing.some_figures(wanted.drawn(), asked, AT_FIRST):
            yield from figure_lines(some, drawing.names({one.speaker for one in some}), spoken)


def _more(wanted: Wanted, lines: tuple[FigureLine, ...]) -> dict[str, Any]:
    skipped = wanted.skipped + PAGE
    return {"more": skipped if len(lines) > PAGE and skipped <= FURTHEST else None}


def _values(request: Request, view: View, wanted: Wanted) -> dict[str, Any]:
    """What the page and the plot have in common."""
    spoken = words(request.state.interface.language)
    drawn = wanted.model_copy(update={"order": "weight", "skipped": 0})
    plot = figure_plot(_lines(request, view, drawn, PLOTTED), spoken) if wanted.unit else None
    query = wanted.model_dump(mode="json", exclude_defaults=True, exclude_none=True, exclude={"skipped"})
    units = _units(request, view, wanted)[:UNITS]
    return {
        "wanted": wanted,
        "query": query,
        "groups": group_order(),
        "units": [(unit, unit_words(unit, spoken), many) for unit, many in units if unit],
        "plot": plot,
        "sorted": lambda order: address("/figures", query | {"order": order}),
    }


def _units(request: Request, view: View, wanted: Wanted) -> tuple[tuple[str | None, int], ...]:
    return units_of(kept_of(request), view, wanted)


def units_of(kept: Kept, view: View, narrowed: Narrowed) -> tuple[tuple[str | None, int], ...]:
    """The units of the figures in some claims with how many there are, which are kept."""

    def work(seen: View) -> tuple[tuple[str | None, int], ...]:
        with seen.pictures() as drawing:
            return drawing.units(narrowed.drawn())

    key = ("units", Narrowed(**narrowed.query()).model_dump_json())
    return kept.remembered.of(view, key, work, "behind")
