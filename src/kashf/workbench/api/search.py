"""Search: words in any spelling, and what the report must be."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from kashf.domain.predicates import claim_types
from kashf.ledger import Hit
from kashf.ledger import Query as Sought
from kashf.workbench.ledgers import Opened
from kashf.workbench.paging import MOST
from kashf.workbench.problems import RefusedError
from kashf.workbench.who import Reader

__all__ = ["Found", "Wanted", "found", "router", "search"]

router = APIRouter(tags=["search"])


class Wanted(BaseModel):
    """What to look for: words (all must be there; in quotation marks side by side) and what the report must be."""

    q: str = Field(default="", max_length=300)
    type: str | None = Field(default=None, max_length=40)
    outlet: str | None = Field(default=None, max_length=300)
    since: date | None = None
    limit: int = Field(default=20, ge=1, le=MOST)


class Found(BaseModel):
    """The reports that were found, the best first."""

    hits: list[Hit]


@router.get("/search")
def search(_: Reader, view: Opened, wanted: Annotated[Wanted, Query()]) -> Found:
    """Reports with these words in any spelling, each with its snippet and the claims that stand where they do.

    `start` and `end` of a hit are where its snippet stands in the report's text, `found` where the words do.
    """
    return Found(hits=found(view, wanted))


def found(view: Opened, wanted: Wanted) -> list[Hit]:
    """The hits. Raises RefusedError where there is no such type of claim."""
    if wanted.type is not None and wanted.type not in claim_types():
        raise RefusedError(422, "type", type=wanted.type, types=", ".join(claim_types()))
    return list(view.find(Sought(wanted.q, wanted.type, wanted.outlet, wanted.since, wanted.limit)))
