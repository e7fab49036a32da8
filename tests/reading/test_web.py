"""Web addresses: fetched from a server of the test's own; what leads into this machine's network is refused."""

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

import pytest

from kashf.errors import ReadingError
from kashf.reading import Limits, Problem, Read, ReadingOptions, read_source
from kashf.reading.web import _is_public, fetch

TEXT = "قال مدير الجمارك إن الشحنة نقلت عبر الحدود في حقائب مخفية، وإن التحقيق مستمر في ثلاث دول.\n"
HEAD = "<head><title>ضبط شحنة من الذهب</title></head>"
PAGE = f"<html>{HEAD}<body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
ALLOWED = ReadingOptions(allow_private=True, limits=Limits(file_bytes=100_000, fetch_seconds=0.8))


class Site(BaseHTTPRequestHandler):
    """What the server answers, by path."""

    def do_GET(self) -> None:
        answers = {
            "/page": lambda: self.answer(PAGE.encode()),
            quote("/2017/09/12/ذهب"): lambda: self.answer(PAGE.encode()),
            "/away": lambda: self.forward("/page"),
            "/round": lambda: self.forward("/round"),
            "/file": lambda: self.forward("file:///etc/passwd"),
            "/inside": lambda: self.forward("http://169.254.169.254/latest"),
            "/large": lambda: self.answer(b"x" * 200_000),
            "/endless": self.drip,
            "/slow": lambda: time.sleep(4),
        }
        answers.get(self.path, lambda: self.send_error(404))()

    def answer(self, data: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def forward(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def drip(self) -> None:
        """A byte now and then, so that no single wait is long."""
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Nothing to say."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/page", "/away", "/2017/09/12/ذهب"])
def test_a_page_is_fetched_and_read(site: str, path: str) -> None:
    [found] = read_source(site + path, ALLOWED)

    assert isinstance(found, Read)
    assert found.report.title == "ضبط شحنة من الذهب"
    assert found.report.url == found.report.source == site + path
    assert found.report.outlet == "127.0.0.1"


REFUSED = [
    ("/file", "refused", "file:///etc/passwd"),
    ("/round", "unreachable", "more than 5 times"),
    ("/large", "too_large", "more than 100,000 bytes"),
    ("/nothing", "unreachable", "404"),
    ("/endless", "unreachable", "0.8 seconds"),
    ("/slow", "unreachable", "0.8 seconds"),
]


@pytest.mark.parametrize(("path", "kind", "words"), REFUSED)
def test_what_is_not_fetched_is_said_and_in_time(site: str, path: str, kind: str, words: str) -> None:
    started = time.monotonic()

    [found] = read_source(site + path, ALLOWED)

    assert isinstance(found, Problem)
    assert (found.kind, found.location) == (kind, site + path)
    assert words in found.what
    assert time.monotonic() - started < 2.5


def test_private_addresses_are_refused(site: str) -> None:
    [found] = read_source(f"{site}/page")

    assert isinstance(found, Problem)
    assert found.kind == "refused"
    assert "127.0.0.1" in found.what


def test_a_redirect_into_a_private_network_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kashf.reading.web._is_public", lambda place: place == "127.0.0.1")

    [found] = read_source(f"{site}/inside")

    assert isinstance(found, Problem)
    assert found.kind == "refused"
    assert "169.254.169.254" in found.what


def test_a_host_with_one_private_address_among_others_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(_: str, port: int, **__: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port)) for place in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)

    with pytest.raises(ReadingError, match=r"10\.0\.0\.1"):
        fetch("https://example.org/", ReadingOptions())


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    [found] = read_source(f"http://127.0.0.1:{port}/", ALLOWED)

    assert isinstance(found, Problem)
    assert found.kind == "unreachable"


@pytest.mark.parametrize(
    "address", ["http://", "https:///a", "http://[broken", "http://a:port/", "http://" + "a" * 300]
)
def test_addresses_that_are_none(address: str) -> None:
    [found] = read_source(address, ALLOWED)

    assert isinstance(found, Problem)
    assert found.kind == "unreachable"


PLACES = [
    ("93.184.216.34", True),
    ("2606:2800:220:1::1", True),
    ("127.0.0.1", False),
    ("10.1.2.3", False),
    ("172.16.0.1", False),
    ("192.168.1.1", False),
    ("169.254.169.254", False),
    ("100.64.0.1", False),
    ("0.0.0.0", False),  # noqa: S104 - refused
    ("224.0.0.1", False),
    ("255.255.255.255", False),
    ("::1", False),
    ("fe80::1%eth0", False),
    ("fc00::1", False),
    ("::ffff:127.0.0.1", False),
    ("::ffff:93.184.216.34", True),
    ("64:ff9b::7f00:1", False),
    ("64:ff9b::5db8:d822", True),
    ("2002:7f00:1::", False),
]


@pytest.mark.parametrize(("place", "public"), PLACES)
def test_which_addresses_are_public(place: str, public: bool) -> None:
    assert _is_public(place) is public
