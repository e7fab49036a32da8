"""The brief for programs."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from kashf.exchange.brief_json import brief_plain
from kashf.workbench.apart import lasting
from kashf.workbench.briefs import OfWhat, made
from kashf.workbench.ledgers import Opened, kept_of
from kashf.workbench.rendering import address
from kashf.workbench.who import Reader

__all__ = ["Wanted", "briefed", "router"]

router = APIRouter(tags=["brief"])


_OTHERS = (("html", "text/html"), ("pdf", "application/pdf"), ("md", "text/markdown"), ("csv", "text/csv"))
LINKED: dict[int | str, dict[str, Any]] = {
    200: {
        "headers": {
            "Link": {
                "description": "Where the same brief is in other formats (RFC 8288).",
                "schema": {"type": "string"},
            }
        }
    }
}


class Wanted(OfWhat):
    """What the brief is of, and the language of our own words."""

    language: Literal["en", "ar"] = "en"


@router.get("/brief", responses=LINKED)
@lasting
def briefed(
    request: Request, response: Response, _: Reader, view: Opened, wanted: Annotated[Wanted, Query()]
) -> dict[str, Any]:
    """The brief, as `kashf brief --format json` writes it (`format` names its edition): what is said in short, the
    statements in their groups, figures, conflicts, checks, people, sources and what is not known.

    Of a ledger of more than 200 reports the heaviest statements are told; `head` says so. The same brief is a page
    (`/brief.html`), set for paper (`/brief.pdf`, where Chromium is installed; it takes some seconds), Markdown
    (`/brief.md`) and a table (`/brief.csv`), with the same `about` and `type`, in the language that `Accept-Language`
    asks for.
    """
    query = wanted.model_dump(include={"about", "type"}, exclude_none=True)
    others = (f'<{address(f"/brief.{kind}", query)}>; rel="alternate"; type="{media}"' for kind, media in _OTHERS)
    response.headers["Link"] = ", ".join(others)
    return brief_plain(made(kept_of(request), view, wanted, wanted.language))
