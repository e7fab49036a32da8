"""What every request passes before anything is looked up, and every answer before it leaves.

A request that names another host, or comes from another site to change something, is refused: the first stops pages
elsewhere whose name was made to point here (DNS rebinding), the second those that post here in a reader's name.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kashf.workbench.interface import interface_of
from kashf.workbench.limits import limit
from kashf.workbench.problems import answered
from kashf.workbench.refusing import SAFE_METHODS, RefusedError
from kashf.workbench.settings import Settings

__all__ = ["POLICY", "SESSION_COOKIE", "Guard"]

SESSION_COOKIE = "kashf-session"
PUBLIC = "/static/"
POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "font", "connect", "manifest")),
        "img-src 'self' data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""What a page may load: what comes from here, as a file. What slips into a page can run nothing."""
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
ASKERS_AT_AN_ADDRESS = 20
"""So many times what one account may ask, for all that come from one address: an office has one."""
_SESSION_SECONDS = 7 * 24 * 3600


class Guard:
    """The outermost layer of the app. It leaves the `interface` and the session's `token` in the request's state."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._limit = limit("address", settings.requests * ASKERS_AT_AN_ADDRESS, settings.shared)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        self._prepare(request)
        try:
            self._check(request)
        except RefusedError as refused:
            told = answered(
                request, refused.status, refused.told(request.state.interface.language), refused.headers, ()
            )
            await told(scope, receive, self._closing(scope, send))
            return
        await self._app(scope, self._measured(receive), self._closing(scope, send))

    def _prepare(self, request: Request) -> None:
        """Where no accounts are asked for a session is a cookie and no more: changes are told to be ours by it."""
        token = request.cookies.get(SESSION_COOKIE)
        request.state.interface = interface_of(request, self._settings.language)
        request.state.new_token = None
        request.state.token = token
        if self._settings.accounts is None and not token:
            request.state.token = request.state.new_token = secrets.token_urlsafe(32)

    def _check(self, request: Request) -> None:
        if not self._is_ours(request.headers.get("host", "")):
            raise RefusedError(400, "host")
        if request.method not in SAFE_METHODS and not _from_here(request):
            raise RefusedError(403, "elsewhere")
        if int(_digits(request.headers.get("content-length", "0"))) > self._settings.upload_limit:
            raise RefusedError(413, "too_large")
        if not request.url.path.startswith(PUBLIC):
            seconds = self._limit.wait(_asker(request))
            if seconds:
                raise RefusedError(429, "too_often", headers={"Retry-After": str(int(seconds) + 1)})

    def _is_ours(self, host: str) -> bool:
        name = _host_name(host)
        return name in self._settings.hosts or _is_address(name)

    def _measured(self, receive: Receive) -> Receive:
        """The body, which ends with an error where it grows longer than it may."""
        left = self._settings.upload_limit

        async def next_message() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise RefusedError(413, "too_large")
            return message

        return next_message

    def _closing(self, scope: Scope, send: Send) -> Send:
        """Sending, with our headers on the answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add_headers(scope, MutableHeaders(scope=message))
            await send(message)

        return send_with_headers

    def _add_headers(self, scope: Scope, headers: MutableHeaders) -> None:
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
        if not scope["path"].startswith(PUBLIC):
            headers.setdefault("Cache-Control", "no-store")
        token = _state(scope).get("new_token")
        if token is not None:
            headers.append("Set-Cookie", self._cookie(token))

    def _cookie(self, token: str) -> str:
        lasting = _SESSION_SECONDS if token else 0
        secure = "; Secure" if self._settings.secure else ""
        return f"{SESSION_COOKIE}={token}; HttpOnly; SameSite=Strict; Path=/; Max-Age={lasting}{secure}"


def _state(scope: Scope) -> MutableMapping[str, Any]:
    state: MutableMapping[str, Any] = scope.setdefault("state", {})
    return state


def _host_name(host: str) -> str:
    """The name of a Host header, without its port and the brackets of an IPv6 address."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _from_here(request: Request) -> bool:
    """Whether a browser says that a page of ours sends this. What is no browser says nothing, and has no cookies."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _asker(request: Request) -> str:
    """Whom requests are counted for: the address they come from."""
    return request.client.host if request.client else ""


def _digits(told: str) -> str:
    return told if told.isascii() and told.isdigit() else "0"
