"""Who is asking; signing in and out."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from kashf.workbench.answers import SessionLine
from kashf.workbench.who import Reader, csrf_of, door_of

__all__ = ["Credentials", "router", "session", "sign_in", "sign_out"]

router = APIRouter(tags=["session"])


class Credentials(BaseModel):
    """What one signs in with."""

    name: str = Field(max_length=200)
    password: str = Field(max_length=2000)


@router.get("/session")
def session(visitor: Reader) -> SessionLine:
    """Who is asking."""
    return SessionLine(name=visitor.name, role=visitor.role, csrf=visitor.csrf, has_account=visitor.has_account)


@router.post("/session", responses={409: {"description": "This server asks for no accounts."}})
def sign_in(request: Request, credentials: Credentials) -> SessionLine:
    """Sign in: the answer sets the cookie that further requests carry."""
    address = request.client.host if request.client else ""
    account, token = door_of(request).sign_in(credentials.name, credentials.password, address)
    request.state.new_token = token
    return SessionLine(name=account.name, role=account.role, csrf=csrf_of(token), has_account=True)


@router.delete("/session", status_code=204)
def sign_out(request: Request, _: Reader) -> None:
    """Sign out."""
    door_of(request).sign_out(request.state.token)
    request.state.new_token = ""
