"""What pictures show, in numbers: lines between names, places, times and figures, and the statements behind them."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from kashf.ledger import FiguresWanted
from kashf.views.figure_list import FigureLine, figure_lines
from kashf.views.flow_picture import FlowPicture, flow_picture
from kashf.views.statements import Statement
from kashf.views.time_picture import TimePicture, time_picture
from kashf.views.words import words
from kashf.views.world import WorldPicture, world_picture
from kashf.workbench.answers import Language
from kashf.workbench.drawn import Asked, Narrowed, sentences
from kashf.workbench.ledgers import Opened
from kashf.workbench.paging import Listed, cursor_of, place_of
from kashf.workbench.who import Reader

__all__ = [
    "LINES",
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

LINES = 2000
"""Lines that a picture is made of; lighter ones are counted."""
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
        links = drawing.links(wanted.drawn(), LINES)
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


@router.get("/figures")
def figures(_: Reader, view: Opened, wanted: Annotated[WantedFigures, Query()]) -> Figures:
    """Figures with what is claimed, when, and by whom; the largest, latest or heaviest first."""
    asked = FiguresWanted(wanted.unit, wanted.order, wanted.limit, wanted.skipped)
    with view.pictures() as drawing:
        told = drawing.figures(wanted.drawn(), asked)
        named = drawing.names({one.speaker for one in told})
        return Figures(items=list(figure_lines(told, named, words(wanted.language))))


@router.get("/statements")
def statements(_: Reader, view: Opened, wanted: Annotated[AskedStatements, Query()]) -> Listed[Statement]:
    """The statements behind a part of a picture, the heaviest first, each with its sentences."""
    with view.pictures() as drawing:
        found = drawing.statements(wanted.drawn(), wanted.within(), wanted.limit, place_of(wanted.cursor))
    told = sentences(view, found.items, wanted.language)
    return Listed(items=list(told), next=cursor_of(found.after))
