"""Map and timeline: where and when, by how much is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from kashf.domain.predicates import group_order
from kashf.ledger import View
from kashf.views.bars import bars
from kashf.views.time_picture import TimePicture, time_picture
from kashf.views.words import words
from kashf.views.world import WorldPicture, outlines, world_picture
from kashf.workbench.drawn import Narrowed
from kashf.workbench.files import csv_file, svg_file
from kashf.workbench.interface import messages
from kashf.workbench.ledgers import Kept, Opened, kept_of
from kashf.workbench.rendering import page
from kashf.workbench.who import Reader

__all__ = ["Pictures", "Wanted", "drawn", "lined", "pictured", "placed", "router", "shown", "timed"]

router = APIRouter()


class Wanted(Narrowed):
    """Which claims, and whether the whole world is shown or the part of it that they speak of."""

    view: Literal["near", "whole"] = "near"


@dataclass(frozen=True, slots=True)
class Pictures:
    """Where and when, of the same claims."""

    world: WorldPicture
    times: TimePicture


Asking = Annotated[Wanted, Query()]


@router.get("/map")
def shown(request: Request, visitor: Reader, view: Opened, wanted: Asking) -> HTMLResponse:
    """The page."""
    return page(request, "map.html.j2", visitor, **_values(request, view, wanted))


@router.get("/map.svg")
def drawn(request: Request, visitor: Reader, view: Opened, wanted: Asking) -> Response:
    """The map by itself."""
    return svg_file(request, "map.svg.j2", visitor, **_values(request, view, wanted))


@router.get("/timeline.svg")
def lined(request: Request, visitor: Reader, view: Opened, wanted: Asking) -> Response:
    """The timeline by itself."""
    return svg_file(request, "timeline.svg.j2", visitor, **_values(request, view, wanted))


@router.get("/map.csv")
def placed(request: Request, _: Reader, view: Opened, wanted: Asking) -> Response:
    """The places as a table."""
    say = messages(request.state.interface.language).say
    return csv_file(request, "places", _PLACES, _rows(_pictures(request, view, wanted).world, say))


_PLACES = ("place", "key", "origins", "statements", "stated", "denied", "contested", "on_the_map")


def _rows(world: WorldPicture, say: Callable[[str], str]) -> Iterator[list[object]]:
    for spot in world.spots:
        yield [
            *(spot.label, spot.place, spot.origins, spot.statements, spot.stated, spot.denied, spot.contested),
            say("map.drawn"),
        ]
    for other in world.unplaced:
        yield [other.label, "", other.origins, other.statements, "", "", "", say(f"map.{other.why}")]


@router.get("/timeline.csv")
def timed(request: Request, _: Reader, view: Opened, wanted: Asking) -> Response:
    """The times as a table."""
    times, say = _pictures(request, view, wanted).times, messages(request.state.interface.language).say
    spoken = words(request.state.interface.language)
    rows = (
        [
            period.first.isoformat(),
            period.last.isoformat(),
            spoken.name("groups", layer.group),
            say(f"pictures.{layer.standing}"),
            layer.statements,
        ]
        for period in times.periods
        for layer in period.layers
    )
    return csv_file(request, "timeline", ("first", "last", "group", "put", "statements"), rows)


def _pictures(request: Request, view: View, wanted: Wanted) -> Pictures:
    return pictured(kept_of(request), view, wanted, request.state.interface.language)


def pictured(kept: Kept, view: View, wanted: Wanted, language: str) -> Pictures:
    """The pictures, which are the same for all who read one language, and are kept."""
    key = ("map", language, wanted.model_dump_json())
    return kept.remembered.of(view, key, lambda seen: _made(seen, wanted, language), "behind")


def _made(view: View, wanted: Wanted, language: str) -> Pictures:
    asked, spoken = wanted.drawn(), words(language)
    with view.pictures() as drawing:
        told = drawing.places(asked)
        named = drawing.names(one.place for one in told)
        times = time_picture(drawing.times(asked), spoken)
    return Pictures(world_picture(told, named, spoken, whole=wanted.view == "whole"), times)


def _values(request: Request, view: View, wanted: Wanted) -> dict[str, Any]:
    made = _pictures(request, view, wanted)
    spoken = words(request.state.interface.language)
    return {
        "wanted": wanted,
        "query": wanted.model_dump(mode="json", exclude_defaults=True, exclude_none=True),
        "groups": group_order(),
        "world": made.world,
        "land": [country["outline"] for country in outlines().values()],
        "times": made.times,
        "bars": bars(made.times, spoken.direction),
    }
