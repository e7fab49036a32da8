"""Screening: who of these is spoken of, by whom, in which claim; and whom does this text name."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from fastapi.responses import HTMLResponse

from kashf.errors import ReadingError
from kashf.ledger import Decision, View
from kashf.views.screening import Screening
from kashf.views.spotting import TextScreening
from kashf.workbench.ledgers import Opened, kept_of
from kashf.workbench.problems import RefusedError
from kashf.workbench.rendering import page
from kashf.workbench.returning import returned
from kashf.workbench.screening import LONGEST_TEXT, MOST_NAMES, Asked, listed_names, names_in_file, screened, spotted
from kashf.workbench.who import Analyst, Reader

__all__ = ["asked", "dismissed", "found", "router"]

router = APIRouter()
Pasted = Annotated[str, Form(max_length=LONGEST_TEXT + 1000)]
Lists = Annotated[list[str], Form(max_length=100)]
What = Literal["names", "text"]


@router.get("/screening")
def asked(request: Request, visitor: Reader, view: Opened) -> HTMLResponse:
    """The form."""
    return _told(request, visitor, view)


@router.post("/screening")
async def found(
    request: Request,
    visitor: Reader,
    view: Opened,
    what: Annotated[What, Form()] = "names",
    pasted: Pasted = "",
    lists: Lists = [],  # noqa: B006 - as FastAPI has it
    dismissed: Annotated[bool, Form()] = False,
    file: Annotated[UploadFile | None, File()] = None,
) -> HTMLResponse:
    """What was found, below the form; or the form again, with what was wrong."""
    from starlette.concurrency import run_in_threadpool

    data = await file.read() if file is not None and file.filename else b""
    name = (file.filename if file is not None else None) or "file"
    how = Asked(request.state.interface.language, tuple(lists) or None, None, 10, dismissed)
    return await run_in_threadpool(_found, request, visitor, view, _Given(what, pasted, name, data, how))


class _Given:
    """What a form holds."""

    def __init__(self, what: What, pasted: str, name: str, data: bytes, how: Asked) -> None:
        self.what, self.pasted, self.name, self.data, self.how = what, pasted, name, data, how

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
