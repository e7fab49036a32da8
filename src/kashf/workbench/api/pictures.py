"""What pictures show, in numbers: lines between names, places, times and figures, and the statements behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from kashf.ledger import FiguresWanted, View
from kashf.views.figure_list import FigureLine, figure_lines
from kashf.views.flow_picture import FlowPicture, flow_picture
from kashf.views.statements import Statement
from kashf.views.time_picture import TimePicture, time_picture
from kashf.views.words import words
from kashf.views.world import WorldPicture, world_picture
from kashf.workbench.answers import Language
from kashf.workbench.drawn import Asked, Narrowed, sentences
from kashf.workbench.ledgers import Opened
from kashf.workbench.lines import LINES, AsLines, in_lines, listed
from kashf.workbench.paging import Listed, cursor_of, place_of
from kashf.workbench.who import Reader

__all__ = [
    "MOST_LINES",
    "AskedStatements",
    "Figures",
    "WantedFigures",
    "WantedFlow",
    "figures",
    "flow",
    "places",
    "router",
    "statements",
    "times",
]

MOST_LINES = 2000
"""Lines that a picture is made of; lighter ones are counted."""
AT_ONCE, EVERY = 100, 1_000_000_000
"""Figures that are looked up at once, and as many as there will ever be."""
router = APIRouter(prefix="/pictures", tags=["pictures"])


class WantedFlow(Narrowed):
    """Which claims, and how many names in each layer."""

    room: int = Field(default=8, ge=1, le=100)
    language: Literal["en", "ar"] = "en"


class WantedFigures(Narrowed):
    """Which claims; figures of which unit, in which order, and from where on."""

    unit: str | None = Field(default=None, max_length=60)
    order: Literal["value", "day", "weight"] = "weight"
    limit: int = Field(default=100, ge=1, le=500)
    skipped: int = Field(default=0, ge=0, le=2000)
    language: Literal["en", "ar"] = "en"


class AskedStatements(Asked):
    """Which statements, and the language of our own words."""

    language: Literal["en", "ar"] = "en"


class Figures(BaseModel):
    """Figures, each value that a statement gives in a role once. They are not parts of one whole: there is no sum."""

    items: list[FigureLine]


@router.get("/flow")
def flow(_: Reader, view: Opened, wanted: Annotated[WantedFlow, Query()]) -> FlowPicture:
    """From where money comes and where it goes: the heaviest names of each layer, the others together, and the lines
    between them with the statements behind each."""
    with view.pictures() as drawing:
        links = drawing.links(wanted.drawn(), MOST_LINES)
        return flow_picture(links, drawing.names, wanted.room, words(wanted.language))


@router.get("/places")
def places(_: Reader, view: Opened, wanted: Annotated[Narrowed, Query()], language: Language = "en") -> WorldPicture:
    """The places that claims speak of, with where they lie on a picture of the world, and those that lie nowhere."""
    with view.pictures() as drawing:
        told = drawing.places(wanted.drawn())
        return world_picture(told, drawing.names(one.place for one in told), words(language))


@router.get("/times")
def times(_: Reader, view: Opened, wanted: Annotated[Narrowed, Query()], language: Language = "en") -> TimePicture:
    """How many statements speak of what began in each day, month or year."""
    with view.pictures() as drawing:
        return time_picture(drawing.times(wanted.drawn()), words(language))


@router.get("/figures", responses=LINES, response_model=Figures)
def figures(
    _: Reader, view: Opened, wanted: Annotated[WantedFigures, Query()], as_lines: AsLines
) -> Figures | Response:
    """Figures with what is claimed, when, and by whom; the largest, latest or heaviest first."""
    asked = FiguresWanted(wanted.unit, wanted.order, EVERY if as_lines else wanted.limit, wanted.skipped)
    found = _figures(view, wanted, asked)
    return in_lines(found) if as_lines else Figures(items=list(found))


def _figures(view: View, wanted: WantedFigures, asked: FiguresWanted) -> Iterator[FigureLine]:
    """The figures, some at a time."""
    with view.pictures() as drawing:
        for told in drawing.some_figures(wanted.drawn(), asked, AT_ONCE):
            yield from figure_lines(told, drawing.names({one.speaker for one in told}), words(wanted.language))


@router.get("/statements", responses=LINES, response_model=Listed[Statement])
def statements(
    _: Reader, view: Opened, wanted: Annotated[AskedStatements, Query()], as_lines: AsLines
) -> Listed[Statement] | Response:
    """The statements behind a part of a picture, the heaviest first, each with its sentences."""

    def ask(limit: int, cursor: str | None) -> Listed[Statement]:
        with view.pictures() as drawing:
            found = drawing.statements(wanted.drawn(), wanted.within(), limit, place_of(cursor))
        told = sentences(view, found.items, wanted.language)
        return Listed(items=list(told), next=cursor_of(found.after))

    return listed(view, as_lines, wanted.limit, wanted.cursor, ask)
