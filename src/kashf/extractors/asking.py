"""Asking an endpoint: one request, repeated where that can help, within its time, and counted."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from kashf.errors import ExtractorError
from kashf.extractors.endpoint import Endpoint

__all__ = ["Asking", "Costs"]

MOST_BYTES = 4_000_000
"""An answer with a hundred claims has some 50,000; what sends more is no model's answer."""
CHUNK = 1 << 16
LONGEST_WAIT = 30.0
"""Seconds that a server may have us wait before we ask again, whatever it says."""
_REPEATED = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_UNKNOWN_FORM = frozenset({400, 404, 415, 422, 501})
"""What servers answer to a form of answer that they do not know."""


@dataclass(slots=True)
class Costs:
    """What asking has cost: requests, those among them that were repeats, answers that failed for good, tokens as
    the server counts them (`uncounted` answers had no count), and seconds of waiting."""

    requests: int = 0
    repeats: int = 0
    failures: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    uncounted: int = 0
    seconds: float = 0.0

    def told(self) -> dict[str, int]:
        """Every count under its name, seconds in whole ones."""
        return {name: round(getattr(self, name)) for name in self.__slots__}


class _UnknownFormError(Exception):
    """The server does not know the form of answer that it was asked for."""


class _StatusError(Exception):
    """A server answered with another status than 200."""

    def __init__(self, code: int, body: bytes, after: str | None) -> None:
        super().__init__(f"status {code}")
        self.code = code
        self.after = after
        self.said = body[:200].decode("utf-8", "replace").strip()


class Asking:
    """Asks one endpoint for answers of one form, and counts what it costs.

    A server that knows no schemas is asked for JSON, and else for text; what it knows is remembered.
    """

    def __init__(
        self, endpoint: Endpoint, schema: Mapping[str, Any], sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.endpoint = endpoint
        self.costs = Costs()
        self._sleep = sleep
        self._forms = tuple(_forms(schema))

    def ask(self, messages: Sequence[Mapping[str, str]]) -> str:
        """What the model answers. Raises ExtractorError where there is no answer within its time and repeats."""
        body = {"model": self.endpoint.model, "messages": list(messages), "temperature": 0, "stream": False}
        for place, form in enumerate(self._forms):
            try:
                answer = self._repeatedly({**body, **form}, strict=place + 1 < len(self._forms))
            except _UnknownFormError:
                continue
            self._forms = self._forms[place:]
            return _content(answer, self.costs)
        raise ExtractorError(f"{self.endpoint.url}: knows no form of answer that we can read.")

    def check(self) -> None:
        """Make sure that something answers there, before reports are read. Raises ExtractorError where nothing does."""
        try:
            _exchange(self.endpoint, "GET", "/models", None)
        except _StatusError as status:
            if status.code in (401, 403):
                raise ExtractorError(f"{self.endpoint.url}: refuses us ({status.code}); check the key.") from status
        except (OSError, http.client.HTTPException) as error:
            raise ExtractorError(
                f"{self.endpoint.url}: nothing answers there ({error}); start the server first."
            ) from error

    def _repeatedly(self, body: Mapping[str, Any], *, strict: bool) -> Mapping[str, Any]:
        """The answer to a request, asked again where the server was busy or the connection broke."""
        content = json.dumps(body).encode()
        failure: _Failure | None = None
        for attempt in range(self.endpoint.repeats + 1):
            if failure is not None:
                self._sleep(failure.wait(attempt))
            self.costs.requests += 1
            self.costs.repeats += attempt > 0
            answer = self._once(content)
            if not isinstance(answer, _Failure):
                return answer
            failure = answer
            if strict and failure.status in _UNKNOWN_FORM:
                raise _UnknownFormError
            if failure.status is not None and failure.status not in _REPEATED:
                break
        raise ExtractorError(f"{self.endpoint.url}: {failure}")

    def _once(self, content: bytes) -> Mapping[str, Any] | _Failure:
        started = time.monotonic()
        try:
            return _plain(_exchange(self.endpoint, "POST", "/chat/completions", content))
        except _StatusError as status:
            return _Failure(f"answered with {status.code}: {status.said or 'nothing more'}", status.code, status.after)
        except (OSError, http.client.HTTPException) as error:
            return _Failure(f"gave no answer ({str(error) or type(error).__name__}); look whether it is well.")
        except ValueError as error:
            return _Failure(f"gave an answer that is no JSON ({error}); is this such an endpoint?")
        finally:
            self.costs.seconds += time.monotonic() - started


@dataclass(frozen=True, slots=True)
class _Failure:
    """Why a request had no answer: in words, the status if there was one, and the wait that the server asks for."""

    what: str
    status: int | None = None
    after: str | None = None

    def wait(self, attempt: int) -> float:
        """Seconds before an attempt (from 1 on): as the server says, or one, two, four."""
        asked = float(self.after) if self.after and self.after.isdecimal() else 2.0 ** (attempt - 1)
        return min(asked, LONGEST_WAIT)

    def __str__(self) -> str:
        return self.what


def _forms(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The ways to ask for JSON, the strictest first."""
    named = {"name": "claims", "strict": True, "schema": schema}
    yield {"response_format": {"type": "json_schema", "json_schema": named}}
    yield {"response_format": {"type": "json_object"}}
    yield {}


def _plain(body: bytes) -> Mapping[str, Any]:
    try:
        plain = json.loads(body)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(plain, dict):
        raise ValueError("no object")
    return plain


def _content(answer: Mapping[str, Any], costs: Costs) -> str:
    """The words of an answer. Raises ExtractorError where there are none, or not all."""
    _count(answer.get("usage"), costs)
    try:
        choice = answer["choices"][0]
        content, ended = choice["message"]["content"], choice.get("finish_reason")
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise ExtractorError("The answer holds no message; is this a chat-completions endpoint?") from error
    if not isinstance(content, str) or not content.strip():
        raise ExtractorError("The answer is empty; try another model.")
    if ended == "length":
        raise ExtractorError("The answer was cut short; let the server give longer ones, or name another model.")
    return content


def _count(usage: object, costs: Costs) -> None:
    told = usage if isinstance(usage, dict) else {}
    given, got = told.get("prompt_tokens"), told.get("completion_tokens")
    if isinstance(given, int) and isinstance(got, int) and given >= 0 and got >= 0:
        costs.tokens_in += given
        costs.tokens_out += got
    else:
        costs.uncounted += 1


def _exchange(endpoint: Endpoint, method: str, path: str, body: bytes | None) -> bytes:
    """One request and its answer's bytes. Raises _StatusError for any other status than 200, OSError, HTTPException."""
    parts = endpoint.parts()
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "Kashf"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=endpoint.seconds)
    target = parts.path.rstrip("/") + path
    try:
        with closing(connection), _cut_in_time(connection, endpoint.seconds):
            connection.request(method, target, body, headers)
            with connection.getresponse() as response:
                return _read(response)
    except TimeoutError as error:
        raise TimeoutError(f"none within {endpoint.seconds:g} seconds") from error


def _read(response: http.client.HTTPResponse) -> bytes:
    pieces, length = [], 0
    while piece := response.read(CHUNK):
        length += len(piece)
        if length > MOST_BYTES:
            raise http.client.HTTPException(f"an answer of more than {MOST_BYTES:,} bytes")
        pieces.append(piece)
    content = b"".join(pieces)
    if response.length:
        raise http.client.IncompleteRead(content, response.length)
    if response.status != HTTPStatus.OK:
        raise _StatusError(response.status, content, response.getheader("Retry-After"))
    return content


@contextmanager
def _cut_in_time(connection: http.client.HTTPConnection, seconds: float) -> Iterator[None]:
    """Connects, and has the connection cut when its time is up: a byte now and then resets every time-out.

    Raises TimeoutError in place of whatever the cut made of the answer.
    """
    until = time.monotonic() + seconds
    connection.connect()
    timer = threading.Timer(seconds, _shut, args=(connection.sock,))
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, http.client.HTTPException) as error:
        if time.monotonic() >= until:
            raise TimeoutError from error
        raise
    finally:
        timer.cancel()


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
