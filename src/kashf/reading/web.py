"""Web addresses: fetched with care, since an address in a list may lead anywhere, this machine's own network included.

Every host is resolved by ourselves, every address it resolves to is looked at, and the connection goes to the very
address that was looked at, for the first request and for each redirect. Nothing but http and https is followed; there
is a limit to the bytes, to the redirects, and to the seconds all of it may take. No cookies, credentials or proxies.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from kashf.errors import ReadingError
from kashf.reading.addresses import is_address
from kashf.reading.options import Limits, ReadingOptions

__all__ = ["fetch"]

CHUNK = 1 << 16
_SAVE_IT = "Open it in a browser, save the page, and read the file."
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for IPv4 ones (RFC 6052)."""


@dataclass(slots=True)
class _Errand:
    """One address on its way: what may be done, and until when."""

    address: str
    allow_private: bool
    limits: Limits
    started: float = field(default_factory=time.monotonic)
    redirects: int = 0
    timers: list[threading.Timer] = field(default_factory=list)

    def seconds_left(self) -> float:
        """How much of its time is left. Raises TimeoutError where none is."""
        left = self.started + self.limits.fetch_seconds - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time is up")
        return left

    def count_redirect(self) -> None:
        """Count one more redirect. Raises ReadingError when there are too many, TimeoutError when it is too late."""
        self.redirects += 1
        if self.redirects > self.limits.redirects:
            raise self.error(f"forwards more than {self.limits.redirects} times.", _SAVE_IT)
        self.seconds_left()

    def cut_in_time(self, connection: socket.socket) -> None:
        """Have a connection cut when the time is up: a server that sends a byte now and then resets every time-out."""
        timer = threading.Timer(self.seconds_left(), _shut, args=(connection,))
        timer.daemon = True
        timer.start()
        self.timers.append(timer)

    def error(self, what: str, remedy: str, kind: str = "unreachable") -> ReadingError:
        """An error about the address, to be raised."""
        return ReadingError(what, source=self.address, remedy=remedy, kind=kind)


def fetch(address: str, options: ReadingOptions) -> bytes:
    """The bytes at a web address.

    Raises ReadingError: `refused` where it leads into a private network, `too_large`, or `unreachable`.
    """
    errand = _Errand(address, options.allow_private, options.limits)
    try:
        with _opener(errand).open(_request(address, errand), timeout=errand.seconds_left()) as response:
            return _body(response, errand)
    except urllib.error.HTTPError as error:
        error.close()
        raise errand.error(f"answers with {error.code} {error.reason}.", _SAVE_IT) from error
    except (TimeoutError, urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        raise _failure(error, errand) from error
    finally:
        for timer in errand.timers:
            timer.cancel()


def _failure(error: Exception, errand: _Errand) -> ReadingError:
    reason = getattr(error, "reason", error)
    if isinstance(reason, ReadingError):
        return reason
    if isinstance(reason, TimeoutError) or _is_up(errand):
        return errand.error(f"did not answer within {errand.limits.fetch_seconds:g} seconds.", _SAVE_IT)
    return errand.error(f"cannot be reached ({reason}).", f"Check the address and the connection. {_SAVE_IT}")


def _is_up(errand: _Errand) -> bool:
    return time.monotonic() - errand.started >= errand.limits.fetch_seconds


def _request(address: str, errand: _Errand) -> urllib.request.Request:
    """A request for an address, which is one of http or https (see `is_address`)."""
    headers = {"User-Agent": "Kashf", "Accept": "*/*"}
    return urllib.request.Request(_encoded(address, errand), headers=headers)  # noqa: S310


def _encoded(address: str, errand: _Errand) -> str:
    """The address with what is not ASCII in it encoded, as browsers do (Arabic headlines stand in many addresses)."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise errand.error("is not a valid web address.", "Check how it is written.") from error
    if not host:
        raise errand.error("is a web address without a host.", "Check how it is written.")
    netloc = f"[{host}]{port}" if ":" in host else f"{host}{port}"
    safe = "/%:=&?~#+!$,;'@()*[]"
    return urlunsplit((parts.scheme, netloc, quote(parts.path, safe=safe), quote(parts.query, safe=safe), ""))


def _body(response: Any, errand: _Errand) -> bytes:
    pieces, length = [], 0
    while piece := response.read(CHUNK):
        errand.seconds_left()
        pieces.append(piece)
        length += len(piece)
        if length > errand.limits.file_bytes:
            raise errand.error(
                f"sends more than {errand.limits.file_bytes:,} bytes.", "Download it and split it.", "too_large"
            )
    return b"".join(pieces)


# connections


def _checked(host: str, port: int, errand: _Errand) -> list[tuple[Any, ...]]:
    """The addresses a host resolves to, if all of them may be gone to."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for *_, place in found:
        if not errand.allow_private and not _is_public(str(place[0])):
            raise errand.error(
                f"leads to {host} ({place[0]}), inside this machine's own network, and was not fetched.",
                "If that is meant, allow private addresses.",
                "refused",
            )
    return found


def _is_public(place: str) -> bool:
    """Whether an IP address is one of the public internet's, and of no private, loopback, link-local or other kind."""
    ip = ipaddress.ip_address(place.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None and not inner.is_global:
            return False
    return ip.is_global and not ip.is_multicast


def _connect(host: str, port: int, errand: _Errand) -> socket.socket:
    """A connection to the very address that was looked at; it is cut when the errand's time is up."""
    last: OSError | None = None
    for family, kind, protocol, _, place in _checked(host, port, errand):
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(errand.seconds_left())
            connection.connect(place)
        except OSError as error:
            connection.close()
            last = error
            continue
        return connection
    raise last or OSError(f"{host} has no address")


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


class _PlainConnection(http.client.HTTPConnection):
    def __init__(self, host: str, *, errand: _Errand, **settings: Any) -> None:
        super().__init__(host, **settings)
        self._errand = errand

    def connect(self) -> None:
        """Connect to a checked address."""
        self.sock = _connect(self.host, self.port, self._errand)
        self._errand.cut_in_time(self.sock)


class _SecureConnection(http.client.HTTPSConnection):
    def __init__(self, host: str, *, errand: _Errand, **settings: Any) -> None:
        super().__init__(host, **settings)
        self._errand = errand

    def connect(self) -> None:
        """Connect to a checked address, and check the certificate against the host's name."""
        plain = _connect(self.host, self.port, self._errand)
        context = ssl.create_default_context()
        secure = context.wrap_socket(plain, server_hostname=self.host, do_handshake_on_connect=False)
        self._errand.cut_in_time(secure)
        secure.do_handshake()
        self.sock = secure


class _Handler(urllib.request.HTTPHandler, urllib.request.HTTPSHandler):
    """Opens http and https by the connections above."""

    def __init__(self, errand: _Errand) -> None:
        super().__init__()
        self._errand = errand

    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_PlainConnection, errand=self._errand), request)

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_SecureConnection, errand=self._errand), request)


class _Redirects(urllib.request.BaseHandler):
    """Follows to http and https only, and not for ever."""

    def __init__(self, errand: _Errand) -> None:
        self._errand = errand

    def http_error_302(self, request: urllib.request.Request, answer: Any, *told: Any) -> Any:
        """What an answer forwards to. Raises ReadingError where that is not on the web, or one forward too many."""
        target = urljoin(request.full_url, told[-1].get("Location") or "")
        answer.close()
        if not is_address(target):
            raise self._errand.error(f"forwards to {target[:80]}, which is no web address.", _SAVE_IT, "refused")
        self._errand.count_redirect()
        following = _request(target, self._errand)
        return self.parent.open(following, timeout=self._errand.seconds_left())

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _opener(errand: _Errand) -> urllib.request.OpenerDirector:
    opener = urllib.request.OpenerDirector()
    for handler in (
        _Handler(errand),
        _Redirects(errand),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    return opener
