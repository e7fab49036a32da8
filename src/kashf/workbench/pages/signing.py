"""Signing in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from kashf.workbench.refusing import RefusedError
from kashf.workbench.rendering import page
from kashf.workbench.returning import returned
from kashf.workbench.who import Reader, door_of, visitor_of

__all__ = ["asked", "router", "signed_in", "signed_out"]

router = APIRouter()


@router.get("/sign-in")
def asked(request: Request, next: str = "/") -> Response:  # noqa: A002 - the word in the address
    """The form; who is in already goes on."""
    if visitor_of(request) is not None:
        return returned(next)
    return page(request, "sign_in.html.j2", next=next, wrong=None, name="")


@router.post("/sign-in")
def signed_in(
    request: Request,
    name: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=2000)],
    next: Annotated[str, Form(max_length=2000)] = "/",  # noqa: A002 - the word in the form
) -> Response:
    """Sign in and go on to where one wanted to; or the form again, with what was wrong."""
    address = request.client.host if request.client else ""
    try:
        _, request.state.new_token = door_of(request).sign_in(name, password, address)
    except RefusedError as refused:
        wrong = refused.told(request.state.interface.language)
        shown = page(request, "sign_in.html.j2", next=next, wrong=wrong, name=name)
        shown.status_code = refused.status
        shown.headers.update({key: value for key, value in refused.headers.items() if key == "Retry-After"})
        return shown
    return returned(next)


@router.post("/sign-out")
def signed_out(request: Request, _: Reader) -> RedirectResponse:
    """Sign out."""
    door_of(request).sign_out(request.state.token)
    request.state.new_token = ""
    return RedirectResponse("/sign-in", 303)
