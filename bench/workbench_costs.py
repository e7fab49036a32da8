"""What every page and every answer to a program costs: `python bench/workbench_costs.py kashf.db [part of an address]`.

Asks a ledger (bench/large_ledger.py makes a large one) for each page of tests/workbench/pages.yaml, the brief in each
form, a list of 200 names to be screened and every `GET` under `/api/v1`, in this process, which is made ready as one
that serves is: in English, then in Arabic. Prints the CPU-milliseconds for who asks first and for who asks later (the
fastest of some; what a browser prints is not counted), those in Arabic, and the size.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient
from workbench_load import Things

from kashf.ledger import View
from kashf.workbench import Settings, create_app
from kashf.workbench.serving import begin_with, prepare, warm

Asking = Callable[[str], bytes]
NAMES = 200
API = "/api/v1"
BRIEFS = ("/brief.html", "/brief.md", "/brief.json", "/brief.html?about={entity}", "/brief.html?type=transfer")
FILES = ("/money.svg", "/money.csv?since=2017-01-01", "/map.svg", "/timeline.csv", "/figures.csv", "/search.csv?q=said")
ASKED = {
    "/comparison": "?one={report}&other={other}",
    "/search": "?q=said&type=sell",
    "/brief": "?about={entity}",
    "/findings": "?kind=assertion",
}
"""What is asked beside the address, where it takes something."""


class Costs:
    """Asks one app in two languages, and notes what it costs."""

    def __init__(self, client: TestClient) -> None:
        self._client = client

    def page(self, path: str) -> None:
        """Print what an address costs."""
        self._told(path, lambda language: self._got(path, language))

    def names(self, names: list[str]) -> None:
        """Print what it costs to screen names."""
        client, csrf = self._client, self._client.get(f"{API}/session").json()["csrf"]

        def screened(language: str) -> bytes:
            told = {"names": names, "language": language}
            return client.post(f"{API}/screening/names", json=told, headers={"X-CSRF-Token": csrf}).content

        self._told(f"POST {API}/screening/names, {len(names)} names", screened, 2)

    def _got(self, path: str, language: str) -> bytes:
        answer = self._client.get(path, headers={"accept-language": language})
        if answer.status_code != 200:
            sys.stdout.write(f"{answer.status_code} {path} {answer.text[:200]}\n")
        return answer.content

    def _told(self, what: str, ask: Asking, times: int = 4) -> None:
        body = b""
        spent: dict[str, list[float]] = {"en": [], "ar": []}
        for language, asked in (("en", times), ("ar", 2)):
            for _ in range(asked):
                began = time.process_time()
                body = ask(language)
                spent[language].append(1000 * (time.process_time() - began))
        first, later, arabic = spent["en"][0], min(spent["en"][1:]), spent["ar"]
        sys.stdout.write(
            f"{first:7.0f} CPU-ms first, then {later:5.0f}; in Arabic {arabic[0]:6.0f} and {arabic[1]:5.0f}; "
        )
        sys.stdout.write(f"{len(body) / 1000:7.0f} kB  {what[:80]}\n")
        sys.stdout.flush()


def named(things: Things) -> dict[str, str]:
    """What stands for the names in addresses."""
    ids = {"report": things.reports[0], "other": things.reports[1], "entity": things.entities[0]}
    return ids | {"finding": things.findings[0], "claim": things.claims[0], "number": "1"}


def interface(client: TestClient, ids: dict[str, str]) -> Iterator[str]:
    """Every address of the interface that can be asked for, but for single readings, which there are none of."""
    for path, methods in client.get(f"{API}/openapi.json").json()["paths"].items():
        if "get" in methods and not path.startswith(f"{API}/readings/"):
            yield (path + ASKED.get(path.removeprefix(API), "")).format_map(ids)


def some_names(ledger: Path) -> list[str]:
    """Names of entities, each the second time with a letter less."""
    with View(ledger) as view:
        known = [one.name for one in view.entity_page(None, NAMES // 2).items]
    return [*known, *(f"{name[:-2]}{name[-1:]}" for name in known)]


def main() -> None:
    """Ask for all of it, or for what has a word in its address."""
    ledger, wanted = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""
    things = Things.of(ledger)
    ids = named(things)
    app = create_app(Settings(ledger, requests=1e9, renews=False))
    prepare("en")
    begin_with(app.state.kept)
    warm(app.state.kept)
    with TestClient(app, base_url="http://localhost") as client:
        client.get("/search?q=ready")
        costs = Costs(client)
        for path in (*things.pages(), *(quote(path.format_map(ids), safe="/?=&%") for path in (*BRIEFS, *FILES))):
            if wanted in path:
                costs.page(path)
        for path in interface(client, ids):
            if wanted in path:
                costs.page(path)
        if wanted in "/screening":
            costs.names(some_names(ledger))


if __name__ == "__main__":
    main()
