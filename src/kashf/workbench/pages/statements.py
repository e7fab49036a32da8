"""The sentences behind a part of a picture: each statement with its chain and its words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from kashf.ledger import View
from kashf.views.naming import name_of
from kashf.views.words import words
from kashf.workbench.drawn import Asked, sentences
from kashf.workbench.ledgers import Opened
from kashf.workbench.paging import cursor_of, place_of
from kashf.workbench.rendering import address, page
from kashf.workbench.who import Reader

__all__ = ["router", "statements"]

router = APIRouter()


@router.get("/statements")
def statements(request: Request, visitor: Reader, view: Opened, wanted: Annotated[Asked, Query()]) -> HTMLResponse:
    """The statements, or the next page of them."""
    language = request.state.interface.language
    with view.pictures() as drawing:
        found = drawing.statements(wanted.drawn(), wanted.within(), wanted.limit, place_of(wanted.cursor))
    template = "statements_fragment.html.j2" if request.headers.get("hx-request") else "statements.html.j2"
    asked = wanted.model_dump(mode="json", exclude_defaults=True, exclude_none=True, exclude={"cursor"})
    return page(
        request,
        template,
        visitor,
        shown=sentences(view, found.items, language),
        next=cursor_of(found.after),
        query=asked,
        ends=_ends(view, wanted, language),
        back=address("/map" if wanted.spot is not None else "/money", wanted.query()),
    )


def _ends(view: View, wanted: Asked, language: str) -> list[str]:
    """What the part is of, by name."""
    parts = [part for part in (wanted.source, wanted.target, wanted.spot) if part is not None]
    with view.pictures() as drawing:
        named = drawing.names(parts)
    return [name_of(named.get(part), words(language)).label for part in parts]
