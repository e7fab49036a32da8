"""Money map: from where money comes, in whose hands it is, where it goes and what it is used for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import Field

from kashf.ledger import View
from kashf.views.flow_picture import FlowPicture, Strand, flow_picture
from kashf.views.network import Network, network
from kashf.views.words import Words, words
from kashf.workbench.answers import EntityId
from kashf.workbench.api.pictures import MOST_LINES
from kashf.workbench.drawing import flow_drawing, network_drawing
from kashf.workbench.drawn import GROUPS, Narrowed
from kashf.workbench.files import csv_file, svg_file
from kashf.workbench.ledgers import Kept, Opened, kept_of
from kashf.workbench.rendering import address, page
from kashf.workbench.who import Reader

__all__ = ["Pictures", "Wanted", "drawn", "listed", "money", "of_entity", "pictured", "router"]

MOST_ROOM = 40
ROOM_BESIDE = 5
VERTICES = 4
"""So many times the names of a layer stand in the network."""
router = APIRouter()


class Wanted(Narrowed):
    """Which claims, how many names in each layer, and which of the two pictures."""

    room: int = Field(default=8, ge=1, le=MOST_ROOM)
    picture: Literal["flow", "network"] = "flow"


@dataclass(frozen=True, slots=True)
class Pictures:
    """Both pictures of the same claims; the network where it is asked for."""

    flow: FlowPicture
    network: Network | None


Asking = Annotated[Wanted, Query()]


@router.get("/money")
def money(request: Request, visitor: Reader, view: Opened, wanted: Asking) -> HTMLResponse:
    """The page."""
    return page(request, "money.html.j2", visitor, **_values(request, view, wanted))


@router.get("/entities/{entity}/money")
def of_entity(request: Request, visitor: Reader, view: Opened, entity: EntityId) -> HTMLResponse:
    """The flow picture of one name, as a part of its page; without a script the page of the picture."""
    asked = Wanted(about=entity, room=ROOM_BESIDE)
    template = "entity_money_fragment.html.j2" if request.headers.get("hx-request") else "money.html.j2"
    return page(request, template, visitor, **_values(request, view, asked))


@router.get("/money.svg")
def drawn(request: Request, visitor: Reader, view: Opened, wanted: Asking) -> Response:
    """The picture by itself."""
    return svg_file(request, "money.svg.j2", visitor, **_values(request, view, wanted))


@router.get("/money.csv")
def listed(request: Request, _: Reader, view: Opened, wanted: Asking) -> Response:
    """The lines of the picture as a table."""
    spoken = words(request.state.interface.language)
    rows = _rows(_pictures(request, view, wanted).flow, spoken)
    return csv_file(request, "money-map", _COLUMNS, rows)


_COLUMNS = (
    *("layer_from", "from", "layer_to", "to", "group", "origins", "statements", "stated", "hedged", "denied"),
    *("contested", "first", "last", "lines"),
)


def _rows(picture: FlowPicture, spoken: Words) -> Iterator[list[object]]:
    knots = {knot.id: knot for knot in picture.knots}
    for one in _in_order(picture):
        source, target = knots[one.source], knots[one.target]
        ends = [source.layer, source.label, target.layer, target.label, spoken.name("groups", one.group)]
        counts = [one.origins, one.statements, one.stated, one.hedged, one.denied, one.contested]
        yield [*ends, *counts, *_days(one), one.lines]


def _days(strand: Strand) -> tuple[str, str]:
    first, last = (date.fromordinal(day).isoformat() if day else "" for day in (strand.first, strand.last))
    return first, last


def _in_order(picture: FlowPicture) -> list[Strand]:
    """The lines as a table has them: the heaviest first, then those with the most statements."""
    return sorted(picture.strands, key=lambda one: (-one.origins, -one.statements, one.id))


def _pictures(request: Request, view: View, wanted: Wanted) -> Pictures:
    return pictured(kept_of(request), view, wanted, request.state.interface.language)


def pictured(kept: Kept, view: View, wanted: Wanted, language: str) -> Pictures:
    """The pictures, which are the same for all who read one language, and are kept."""
    key = ("money", language, wanted.model_dump_json())
    return kept.remembered.of(view, key, lambda seen: _made(seen, wanted, language), "behind")


def _made(view: View, wanted: Wanted, language: str) -> Pictures:
    asked, spoken = wanted.drawn(), words(language)
    with view.pictures() as drawing:
        links = drawing.links(asked, MOST_LINES)
        flow = flow_picture(links, drawing.names, wanted.room, spoken)
        tied = network(links, drawing.names, wanted.room * VERTICES, spoken) if wanted.picture == "network" else None
    return Pictures(flow, tied)


def _values(request: Request, view: View, wanted: Wanted) -> dict[str, Any]:
    made = _pictures(request, view, wanted)
    spoken = words(request.state.interface.language)
    query = wanted.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    return {
        "wanted": wanted,
        "query": query,
        "wider": address("/money", query | {"room": min(wanted.room * 2, MOST_ROOM)}),
        "groups": GROUPS,
        "flow": made.flow,
        "strands": _in_order(made.flow),
        "knots": {knot.id: knot for knot in made.flow.knots},
        "drawing": flow_drawing(made.flow, spoken) if wanted.picture == "flow" and made.flow.strands else None,
        "network": made.network,
        "net": network_drawing(made.network, spoken.direction) if made.network and made.network.ties else None,
    }
