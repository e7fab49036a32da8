"""Who is asking, what they may do, and whether a change is really theirs."""

from __future__ import annotations

import getpass
import hashlib
import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from kashf.workbench.accounts import ROLES, Account, Accounts, Role
from kashf.workbench.limits import limit
from kashf.workbench.refusing import SAFE_METHODS, RefusedError
from kashf.workbench.settings import Settings

__all__ = [
    "CSRF_FIELD",
    "CSRF_HEADER",
    "Admin",
    "Analyst",
    "Door",
    "Reader",
    "Visitor",
    "csrf_of",
    "door_of",
    "visitor_of",
]

CSRF_FIELD, CSRF_HEADER = "csrf", "X-CSRF-Token"
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
LOCAL = "analyst"
"""The name that stands for whoever sits at this machine, where the system does not tell it."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who was let in. `csrf` is what their changes must carry; `has_account` is False for who sits here."""

    name: str
    role: Role
    csrf: str
    has_account: bool

    def may(self, role: Role) -> bool:
        """Whether they may do what the role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Door:
    """Lets people in: by their session where there are accounts, else whoever reaches it."""

    def __init__(self, settings: Settings) -> None:
        self.accounts = Accounts(settings.accounts) if settings.accounts else None
        self.sign_ins = limit("sign-in", settings.sign_ins, settings.shared)
        self._requests = limit("account", settings.requests, settings.shared)
        self._local = Visitor(_login_name(), "admin", "", has_account=False)

    def visitor(self, token: str | None) -> Visitor | None:
        """Whose session the token is; None for a stranger."""
        if self.accounts is None:
            return Visitor(self._local.name, "admin", csrf_of(token or ""), has_account=False)
        account = self.accounts.of_session(token) if token else None
        return Visitor(account.name, account.role, csrf_of(token or ""), has_account=True) if account else None

    def count(self, visitor: Visitor) -> None:
        """Count a request of somebody. Raises RefusedError where they ask too often."""
        _check_rate(self._requests.wait(visitor.name))

    def sign_in(self, name: str, password: str, address: str) -> tuple[Account, str]:
        """The account, and the token of a new session. Raises RefusedError where the two do not go together."""
        if self.accounts is None:
            raise RefusedError(409, "no_accounts")
        for key in (f"address {address}", f"name {name[:64]}"):
            _check_rate(self.sign_ins.wait(key))
        account = self.accounts.checked(name, password)
        if account is None:
            raise RefusedError(401, "sign_in")
        return account, self.accounts.begin(account)

    def sign_out(self, token: str | None) -> None:
        """End a session."""
        if self.accounts is not None and token:
            self.accounts.end(token)


def _check_rate(seconds: float) -> None:
    if seconds:
        raise RefusedError(429, "too_often", headers={"Retry-After": str(int(seconds) + 1)})


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return LOCAL


def csrf_of(token: str) -> str:
    """What changes of a session must carry: a digest of its token, which pages of other sites can not read."""
    return hashlib.blake2b(token.encode("utf-8", "surrogatepass"), key=b"kashf csrf", digest_size=24).hexdigest()


def door_of(request: Request) -> Door:
    """The door of the app that a request came to."""
    door: Door = request.app.state.door
    return door


def visitor_of(request: Request) -> Visitor | None:
    """Who sends a request; None for a stranger."""
    return door_of(request).visitor(request.state.token)


async def _checked(request: Request) -> None:
    """Refuse a change that does not carry the session's own word."""
    if request.method in SAFE_METHODS:
        return
    told = request.headers.get(CSRF_HEADER)
    if told is None and request.headers.get("content-type", "").partition(";")[0].strip().lower() in _FORMS:
        field = (await request.form()).get(CSRF_FIELD)
        told = field if isinstance(field, str) else None
    expected = csrf_of(request.state.token or "")
    if told is None or not hmac.compare_digest(told.encode(), expected.encode()):
        raise RefusedError(403, "csrf")


def _let_in(role: Role) -> Callable[[Request], Visitor]:
    def let_in(request: Request) -> Visitor:
        visitor = visitor_of(request)
        if visitor is None:
            raise RefusedError(401, "account", headers={"WWW-Authenticate": "Session"})
        door_of(request).count(visitor)
        if not visitor.may(role):
            raise RefusedError(403, "role")
        return visitor

    return let_in


_changes_are_checked = Depends(_checked)


def _someone(role: Role) -> Callable[..., Awaitable[Visitor]]:
    """Whoever is let in with the role, their change checked."""
    let_in = _let_in(role)

    async def someone(request: Request, _: Annotated[None, _changes_are_checked]) -> Visitor:
        return let_in(request)  # looked up at once: to have a thread do it takes longer

    return someone


Reader = Annotated[Visitor, Depends(_someone("reader"))]
Analyst = Annotated[Visitor, Depends(_someone("analyst"))]
Admin = Annotated[Visitor, Depends(_someone("admin"))]
