"""Search: words in any spelling, and what the report must be and a claim in it say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from kashf.ledger import Hit, View
from kashf.views.words import words
from kashf.workbench.answers import Language
from kashf.workbench.ledgers import Opened
from kashf.workbench.lines import AT_FIRST, LINES, AsLines, in_lines
from kashf.workbench.paging import MOST
from kashf.workbench.seeking import Wanted, found_in, told
from kashf.workbench.who import Reader

__all__ = ["Found", "router", "search"]

router = APIRouter(tags=["search"])
_ORDERS: dict[bool, Literal["best", "newest"]] = {False: "best", True: "newest"}


class Found(BaseModel):
    """The reports that were found; `told` is what was looked for, in words, and `next` what to ask for as `skip` to go
    on, null at the end. A page may be short, or empty, and have a next one. `order`: the best come first, or, where no
    words were asked for or more than 10,000 reports have them, the newest."""

    hits: list[Hit]
    told: str
    next: int | None
    order: Literal["best", "newest"]


@router.get("/search", responses=LINES, response_model=Found)
def search(
    request: Request,
    _: Reader,
    view: Opened,
    wanted: Annotated[Wanted, Query()],
    as_lines: AsLines,
    language: Language = "en",
) -> Found | Response:
    """Reports with these words in any spelling, each with its snippet and the claims that answer, or that stand where
    the words do.

    `start` and `end` of a hit are where its snippet stands in the report's text, `found` where the words do.
    """
    if as_lines:
        return in_lines(_every(request, view, wanted))
    found = found_in(request, view, wanted)
    return Found(
        hits=list(found.hits), told=told(wanted, words(language)), next=found.next, order=_ORDERS[found.by_day]
    )


def _every(request: Request, view: View, wanted: Wanted) -> Iterator[Hit]:
    """All hits from `skip` on, a page at a time: a short one, so that the first is sent at once."""
    found = found_in(request, view, wanted.model_copy(update={"limit": AT_FIRST}))
    yield from found.hits
    while found.next is not None:
        view.refresh()
        found = found_in(request, view, wanted.model_copy(update={"limit": MOST, "skip": found.next}))
        yield from found.hits
