"""A stand-in for a server with a language model: it speaks the protocol, and answers as a test tells it to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from kashf.extractors import ChatExtractor, Endpoint
from kashf.records import Region, Report


class StandIn:
    """The server. `answers` are given in order, the last one again and again; `asked` are the bodies it was sent.

    An answer is the text of a model's message, a status, bytes that are sent as they are, or a function that is given
    the handler.
    """

    def __init__(self) -> None:
        self.answers: list[Any] = []
        self.asked: list[Mapping[str, Any]] = []
        self.headers: list[Mapping[str, str]] = []
        self.usage: Mapping[str, int] | None = {"prompt_tokens": 100, "completion_tokens": 20}
        self.ends = "stop"
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.http.daemon_threads = True
        threading.Thread(target=self.http.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.http.server_port}/v1"

    def says(self, *claims: Mapping[str, Any]) -> None:
        """One more answer, with these claims."""
        self.answers.append(json.dumps({"claims": claims}, ensure_ascii=False))

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()

    def passage(self, number: int = -1) -> str:
        """What the model was given to read in a request."""
        return self.asked[number]["messages"][1]["content"]

    def _handler(stand_in) -> type[BaseHTTPRequestHandler]:  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.reply(200, b'{"data": []}')

            def do_POST(self) -> None:
                content = self.rfile.read(int(self.headers["Content-Length"]))
                stand_in.asked.append(json.loads(content))
                stand_in.headers.append(dict(self.headers))
                answer = stand_in.answers[min(len(stand_in.asked), len(stand_in.answers)) - 1]
                if callable(answer):
                    answer(self)
                elif isinstance(answer, int):
                    self.reply(answer, b"no")
                else:
                    self.reply(200, answer if isinstance(answer, bytes) else stand_in.message(answer))

            def reply(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler

    def message(self, content: str) -> bytes:
        choice = {"message": {"role": "assistant", "content": content}, "finish_reason": self.ends}
        return json.dumps({"choices": [choice], "usage": self.usage}).encode()


@pytest.fixture
def server() -> Iterator[StandIn]:
    stand_in = StandIn()
    yield stand_in
    stand_in.close()


@pytest.fixture
def extractor(server: StandIn) -> ChatExtractor:
    """An extractor that asks the stand-in, and does not wait between its requests."""
    return ChatExtractor(Endpoint(server.url, "small", seconds=5), sleep=lambda _: None)


@pytest.fixture
def report() -> Callable[..., Report]:
    def make(text: str, language: str = "ar") -> Report:
        return Report("r-1", "a.txt", text, language=language, regions=(Region("body", 0, len(text)),))

    return make


def dribble(handler: BaseHTTPRequestHandler) -> None:
    """Sends a byte now and then, and never all of it."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(40):
        try:
            handler.wfile.write(b" ")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.05)


def flood(handler: BaseHTTPRequestHandler) -> None:
    """Sends more than any model says."""
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b"x" * 100_000)
    except OSError:
        return


@pytest.fixture
def misbehaving() -> Mapping[str, Callable[[BaseHTTPRequestHandler], None]]:
    return {"dribble": dribble, "flood": flood}
