"""What can go wrong, said in one shape: problem details (RFC 9457) to programs, a page in their language to people."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from kashf.errors import AccountError, JudgementError, KashfError, LedgerError, NotFoundError
from kashf.workbench.interface import messages
from kashf.workbench.refusing import RefusedError

__all__ = ["MEDIA_TYPE", "Flaw", "Problem", "answered", "documented", "install", "problem_of"]

MEDIA_TYPE = "application/problem+json"
API = "/api/"
LONGEST_DETAIL = 500
"""Characters of what was wrong that are given back."""
_STATUSES: Mapping[type[KashfError], int] = {
    NotFoundError: 404,
    JudgementError: 422,
    LedgerError: 503,
    AccountError: 422,
}
_log = logging.getLogger(__name__)


class Flaw(BaseModel):
    """One thing that was wrong with what was asked: where it stands, and what is the matter with it."""

    where: str
    what: str


class Problem(BaseModel):
    """Why something was not done. `title` is the same for every problem of a status, `detail` tells of this one."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    errors: list[Flaw] = Field(default_factory=list)


def install(app: FastAPI) -> None:
    """Have the app answer every error in the one shape."""
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(KashfError, _of_kashf)
    app.add_exception_handler(Exception, _unforeseen)


def answered(request: Request, status: int, detail: str, headers: Mapping[str, str], flaws: Sequence[Flaw]) -> Response:
    """A problem, to a program or to a person."""
    if request.url.path.startswith(API):
        problem = Problem(title=_title(status, "en"), status=status, detail=detail, errors=list(flaws))
        return JSONResponse(problem.model_dump(), status, dict(headers), MEDIA_TYPE)
    return _page(request, status, detail, headers)


def _page(request: Request, status: int, detail: str, headers: Mapping[str, str]) -> Response:
    from kashf.workbench.rendering import page

    title = _title(status, request.state.interface.language)
    shown = page(request, "problem.html.j2", status=status, problem=title, detail=detail)
    shown.status_code = status
    shown.headers.update(headers)
    return shown


def _title(status: int, language: str) -> str:
    catalogue = messages(language)
    return catalogue.find(f"problems.{status}") or catalogue.say("problems.other")


def _language(request: Request) -> str:
    return "en" if request.url.path.startswith(API) else str(request.state.interface.language)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)  # noqa: S101 - what it is installed for
    if error.key == "account" and request.method == "GET" and not request.url.path.startswith(API):
        wanted = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
        return RedirectResponse(f"/sign-in?{urlencode({'next': wanted})}", 303)
    return answered(request, error.status, error.told(_language(request)), error.headers, ())


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - what it is installed for
    flaws = [Flaw(where=".".join(map(str, each["loc"])), what=each["msg"]) for each in error.errors()]
    detail = messages(_language(request)).say("problems.invalid")
    return answered(request, 422, detail, {}, flaws)


async def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is installed for
    return answered(request, error.status_code, "", error.headers or {}, ())


def problem_of(error: KashfError | RefusedError) -> Problem:
    """What went wrong, as programs are told it."""
    if isinstance(error, RefusedError):
        return Problem(title=_title(error.status, "en"), status=error.status, detail=error.told("en"))
    status = _status(error)
    return Problem(title=_title(status, "en"), status=status, detail=str(error)[:LONGEST_DETAIL])


def _status(error: Exception) -> int:
    return next((status for kind, status in _STATUSES.items() if isinstance(error, kind)), 422)


async def _of_kashf(request: Request, error: Exception) -> Response:
    status = _status(error)
    headers = {"Retry-After": "5"} if status == 503 else {}
    return answered(request, status, str(error)[:LONGEST_DETAIL], headers, ())


async def _unforeseen(request: Request, error: Exception) -> Response:
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return answered(request, 500, "", {}, ())


def documented(schema: dict[str, Any]) -> dict[str, Any]:
    """The description of the interface with every problem in its own media type."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    schema["components"]["schemas"]["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schema["components"]["schemas"]["Flaw"] = Flaw.model_json_schema()
    schema["components"]["schemas"]["Problem"].pop("$defs", None)
    for path in schema["paths"].values():
        for operation in path.values():
            for status, answer in operation["responses"].items():
                if int(status) >= 400:
                    answer["content"] = content
    return schema
