"""Screening: who of these is spoken of, by whom, in which claim; and whom does this text name."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Path, Request, Response, UploadFile
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field
from starlette.datastructures import UploadFile as Sent

from kashf.errors import ReadingError
from kashf.exchange.screening_files import CSV_COLUMNS, TEXT_CSV_COLUMNS, screening_rows, spotting_rows
from kashf.ledger import Decision, View
from kashf.records import Watchlist
from kashf.views.screening import Screening
from kashf.views.spotting import TextScreening
from kashf.workbench.apart import changing, lasting
from kashf.workbench.files import csv_file
from kashf.workbench.ledgers import Opened, kept_of
from kashf.workbench.refusing import RefusedError
from kashf.workbench.rendering import page
from kashf.workbench.returning import returned
from kashf.workbench.screening import (
    LONGEST_TEXT,
    MOST_NAMES,
    Asked,
    check_lists,
    check_text,
    listed_names,
    names_in_file,
    screened,
    spotted,
)
from kashf.workbench.screenings import DAYS, Sought, Soughts
from kashf.workbench.who import Analyst, Reader

__all__ = ["Filled", "asked", "dismissed", "found", "router", "screening", "soughts_of", "table"]

Kept = Annotated[str, Path(pattern=r"^[0-9a-f]{16}$", description="The id of a screening.")]
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
@lasting
def found(request: Request, visitor: Reader, view: Opened, told: Annotated[Filled, Form()]) -> Response:
    """To the page of what was found; or the form again, with what was wrong."""
    file = told.file if isinstance(told.file, Sent) and told.file.filename else None
    data, name = (file.file.read(), file.filename or "file") if file else (b"", "")
    sought = Sought(told.what, told.pasted, name, data, tuple(told.lists) or None, told.dismissed)
    try:
        _check(view, sought)
        kept = soughts_of(request).keep(visitor.name, sought)
    except (RefusedError, ReadingError) as error:
        return _told(request, visitor, view, sought, wrong=_words(request, error))
    return returned(f"/screening/{kept}")


@router.get("/screening/{screening}")
@lasting
def screening(request: Request, visitor: Reader, view: Opened, screening: Kept) -> HTMLResponse:
    """What is found for what was asked, now; below the form, which holds it."""
    sought = soughts_of(request).one(screening)
    try:
        told = _screened(request, view, sought)
    except (RefusedError, ReadingError) as error:
        return _told(request, visitor, view, sought, wrong=_words(request, error))
    return _told(request, visitor, view, sought, (screening, told))


@router.get("/screening/{screening}/hits.csv")
@lasting
def table(request: Request, _: Reader, view: Opened, screening: Kept) -> Response:
    """The same as a table: a row for each hit, or each place where a text names somebody."""
    told = _screened(request, view, soughts_of(request).one(screening))
    if isinstance(told, TextScreening):
        return csv_file(request, "screening", TEXT_CSV_COLUMNS, spotting_rows(told))
    return csv_file(request, "screening", CSV_COLUMNS, screening_rows(told))


def soughts_of(request: Request) -> Soughts:
    """What was screened with the app of a request."""
    found: Soughts = request.app.state.soughts
    return found


def _words(request: Request, error: RefusedError | ReadingError) -> str:
    return error.told(request.state.interface.language) if isinstance(error, RefusedError) else str(error)


def _check(view: View, sought: Sought) -> None:
    """Raises RefusedError and ReadingError where it can not be screened."""
    check_lists(view, sought.lists)
    if sought.what == "text":
        check_text(_text(sought))
    else:
        _names(sought)


def _text(sought: Sought) -> str:
    return sought.pasted or sought.data.decode("utf-8", "replace")


def _names(sought: Sought) -> Watchlist:
    return names_in_file(sought.name, sought.data) if sought.data else listed_names(sought.pasted.splitlines())


def _screened(request: Request, view: View, sought: Sought) -> Screening | TextScreening:
    """What it comes to. Raises ReadingError and RefusedError."""
    how = Asked(request.state.interface.language, sought.lists, dismissed=sought.dismissed)
    if sought.what == "text":
        return spotted(request, view, _text(sought), how)
    return screened(request, view, _names(sought), how)


def _told(
    request: Request,
    visitor: Reader,
    view: View,
    given: Sought | None = None,
    found: tuple[str, Screening | TextScreening] | None = None,
    wrong: str | None = None,
) -> HTMLResponse:
    kept, screening = found or (None, None)
    shown = page(
        request,
        "screening.html.j2",
        visitor,
        given=given,
        names=screening if isinstance(screening, Screening) else None,
        texts=screening if isinstance(screening, TextScreening) else None,
        wrong=wrong,
        kept=kept,
        days=DAYS,
        lists=view.watchlists(),
        most=MOST_NAMES,
    )
    shown.status_code = 422 if wrong else 200
    return shown


@router.post("/screening/dismissals")
@changing
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
