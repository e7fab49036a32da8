"""The example ledger, served in this process and to a browser."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
import yaml
from starlette.testclient import TestClient

from kashf.jobs import InProcess, Plan, extending, read
from kashf.ledger import View
from kashf.reading import ReadingOptions
from kashf.workbench import Accounts, Settings, create_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
REPORTS = Path(__file__).parents[2] / "examples" / "reports"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
PASSWORD = "harbour lights at dusk"  # noqa: S105
PAGES = yaml.safe_load((Path(__file__).parent / "pages.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def example_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the example reports, to be read only; keys lead to its names as in a large one."""
    path = tmp_path_factory.mktemp("examples") / "kashf.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extending, "LEAST", 10)
        read([str(REPORTS)], path, ReadingOptions(), plan=Plan(runner=InProcess()))
    return path


@pytest.fixture
def ledger(example_ledger: Path, tmp_path: Path) -> Path:
    """A ledger of the example reports that a test may write."""
    return Path(shutil.copy(example_ledger, tmp_path / "kashf.db"))


@pytest.fixture(scope="session")
def client(example_ledger: Path) -> Iterator[TestClient]:
    """Asks the workbench of the example ledger, on this machine and without accounts."""
    with asking(Settings(example_ledger, renews=False)) as asks:
        yield asks


def asking(settings: Settings) -> TestClient:
    """A client of a workbench, which hands back errors as a server does."""
    return TestClient(create_app(settings), base_url="http://localhost", raise_server_exceptions=False)


@pytest.fixture
def with_accounts(ledger: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A workbench with the accounts `rana` (reader), `adel` (analyst) and `amal` (admin), open to strangers."""
    accounts = Accounts(tmp_path / "accounts")
    for name, role in (("rana", "reader"), ("adel", "analyst"), ("amal", "admin")):
        accounts.add(name, role, PASSWORD)
    with asking(Settings(ledger, accounts.path, renews=False)) as asks:
        yield asks


@pytest.fixture
def sign_in(with_accounts: TestClient) -> Callable[[str], dict[str, str]]:
    """Signs somebody in; the headers that their changes carry."""

    def signed(name: str) -> dict[str, str]:
        told = with_accounts.post("/api/v1/session", json={"name": name, "password": PASSWORD})
        assert told.status_code == 200, told.text
        return {"X-CSRF-Token": told.json()["csrf"]}

    return signed


@pytest.fixture(scope="session")
def ids(example_ledger: Path) -> dict[str, str]:
    """Ids of things in the example ledger: two reports, a story, an assertion, a conflict, an entity, a claim."""
    with View(example_ledger) as view:
        report = next(one for one in view.reports() if one.source.endswith("rome-almirsad.ar.html"))
        record = view.record(report.id)
        assert record is not None
        finding = view.findings("assertion")[0]
        story = view.findings("story")[0]
        return {
            "report": report.id,
            "other": next(one.id for one in view.reports() if one.id != report.id and one.language == "ar"),
            "story": story.id,
            "conflict": view.findings("conflict")[0].id,
            "finding": finding.id,
            "entity": view.entities()[0].id,
            "claim": record.claims[0].id,
            "outlet": report.outlet or "",
            "speaker": view.histories().speakers(1).items[0].name,
        }


@contextmanager
def serving(what: Path | Settings) -> Iterator[str]:
    """Serve a ledger; the address."""
    settings = what if isinstance(what, Settings) else Settings(what, renews=False)
    config = uvicorn.Config(create_app(settings), port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def served(example_ledger: Path) -> Iterator[str]:
    """The address of the workbench of the example ledger."""
    with serving(example_ledger) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def tab(browser: Browser, served: str) -> Iterator[Callable[..., Page]]:
    """Opens a page: `tab("/", language="ar", theme="dark")`. Errors and requests elsewhere fail the test."""
    with opening(browser, served) as opened:
        yield opened


@contextmanager
def opening(browser: Browser, served: str) -> Iterator[Callable[..., Page]]:
    """The same of any workbench that is served."""
    contexts, wrong = [], []

    def opened(path: str, language: str = "en", theme: str = "light", **told: object) -> Page:
        context = browser.new_context(locale=language, color_scheme=theme, base_url=served, **told)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith((served, "data:")) else wrong.append(asked.url))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong
