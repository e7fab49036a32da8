"""The brief for programs."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request

from kashf.exchange.brief_json import brief_plain
from kashf.workbench.briefs import OfWhat, made
from kashf.workbench.ledgers import Opened, kept_of
from kashf.workbench.who import Reader

__all__ = ["Wanted", "briefed", "router"]

router = APIRouter(tags=["brief"])


class Wanted(OfWhat):
    """What the brief is of, and the language of our own words."""

    language: Literal["en", "ar"] = "en"


@router.get("/brief")
def briefed(request: Request, _: Reader, view: Opened, wanted: Annotated[Wanted, Query()]) -> dict[str, Any]:
    """The brief, as `kashf brief --format json` writes it (`format` names its edition): what is said in short, the
    statements in their groups, figures, conflicts, checks, people, sources and what is not known.

    Of a ledger of more than 200 reports the heaviest statements are told; `head` says so.
    """
    return brief_plain(made(kept_of(request), view, wanted, wanted.language))
