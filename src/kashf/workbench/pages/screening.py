"""Screening: who of these is spoken of, by whom, in which claim; and whom does this text name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request, Response, UploadFile
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field
from starlette.datastructures import UploadFile as Sent

from kashf.errors import ReadingError
from kashf.ledger import Decision, View
from kashf.views.screening import Screening
from kashf.views.spotting import TextScreening
from kashf.workbench.ledgers import Opened, kept_of
from kashf.workbench.refusing import RefusedError
from kashf.workbench.rendering import page
from kashf.workbench.returning import returned
from kashf.workbench.screening import LONGEST_TEXT, MOST_NAMES, Asked, listed_names, names_in_file, screened, spotted
from kashf.workbench.who import Analyst, Reader

__all__ = ["Filled", "asked", "dismissed", "found", "router"]

router = APIRouter()


@router.get("/screening")
def asked(request: Request, visitor: Reader, view: Opened) -> HTMLResponse:
    """The form."""
    return _told(request, visitor, view)


class Filled(BaseModel):
    """What the form says; in `file` what was uploaded."""

    what: Literal["names", "text"] = "names"
    pasted: str = Field(default="", max_length=LONGEST_TEXT + 1000)
    lists: list[Annotated[str, Field(max_length=300)]] = Field(default_factory=list, max_length=100)
    dismissed: bool = False
    file: UploadFile | str | None = None


@router.post("/screening")
def found(request: Request, visitor: Reader, view: Opened, told: Annotated[Filled, Form()]) -> HTMLResponse:
    """What was found, below the form; or the form again, with what was wrong."""
    file = told.file if isinstance(told.file, Sent) and told.file.filename else None
    data, name = (file.file.read(), file.filename or "file") if file else (b"", "")
    how = Asked(request.state.interface.language, tuple(told.lists) or None, dismissed=told.dismissed)
    return _found(request, visitor, view, _Given(told.what, told.pasted, name, data, how))


@dataclass(frozen=True, slots=True)
class _Given:
    """What a form holds."""

    what: str
    pasted: str
    name: str
    data: bytes
    how: Asked

    def screened(self, request: Request, view: View) -> Screening | TextScreening:
        """What it comes to. Raises ReadingError and RefusedError."""
        if self.what == "text":
            return spotted(request, view, self.pasted or self.data.decode("utf-8", "replace"), self.how)
        names = names_in_file(self.name, self.data) if self.data else listed_names(self.pasted.splitlines())
        return screened(request, view, names, self.how)


def _found(request: Request, visitor: Reader, view: View, given: _Given) -> HTMLResponse:
    try:
        told = given.screened(request, view)
    except RefusedError as refused:
        return _told(request, visitor, view, given, wrong=refused.told(request.state.interface.language))
    except ReadingError as error:
        return _told(request, visitor, view, given, wrong=str(error))
    return _told(request, visitor, view, given, told)


def _told(
    request: Request,
    visitor: Reader,
    view: View,
    given: _Given | None = None,
    screening: Screening | TextScreening | None = None,
    wrong: str | None = None,
) -> HTMLResponse:
    shown = page(
        request,
        "screening.html.j2",
        visitor,
        given=given,
        names=screening if isinstance(screening, Screening) else None,
        texts=screening if isinstance(screening, TextScreening) else None,
        wrong=wrong,
        lists=view.watchlists(),
        most=MOST_NAMES,
    )
    shown.status_code = 422 if wrong else 200
    return shown


@router.post("/screening/dismissals")
def dismissed(
    request: Request,
    visitor: Analyst,
    hit: Annotated[str, Form(max_length=60)],
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Dismiss a hit; what stands in its place, or where no script asks the history of such judgements."""
    pair, _, evidence = hit.partition(".")
    decision = Decision("dismiss", pair, visitor.name, {"evidence": evidence}, reason.strip() or None)
    judgement = kept_of(request).desk.judge(decision)
    if request.headers.get("hx-request"):
        return page(request, "screening_fragment.html.j2", visitor, judgement=judgement)
    return returned("/judgements?kind=dismiss")
