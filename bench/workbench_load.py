"""The workbench under load: `python bench/workbench_load.py [reports] [sessions] [seconds] [ledger]`.

Fills a ledger with invented reports (bench/add_to_ledger.py), or takes the one that is named, and serves it with
`kashf serve`. Then prints, for each page, the milliseconds to its first byte (median and slowest of some tries, one
at a time), and what it is like for many analysts at once, each with a session of their own, who read, search and judge
with a second or two between: requests, errors, judgements that were kept and not found afterwards, and the milliseconds
of an answer (median, 95 of 100, slowest). The rate is answers per second; divide by the cores.
"""

from __future__ import annotations

import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2 as httpx
from add_to_ledger import fill, multiply
from synthetic import collection

from kashf.ledger import FindingsWanted, View
from kashf.workbench.accounts import Accounts, accounts_beside
from kashf.workbench.who import csrf_of

MADE = 5_000
"""So many reports are made and compared; a larger ledger holds them several times over, years apart."""
OF_OURS = len("f-0123456789abcdef")
"""The length of an id; those of reports that stand there once more are longer."""
TRIES = 7
PAUSE = (0.5, 2.5)
"""Seconds between what an analyst does."""
UNSEEN = ("neighbours", "assignments")
"""What no page reads: it would be most of the rows."""
PASSWORD = "a pass phrase for the bench"  # noqa: S105


def filled(ledger: Path, size: int) -> None:
    """A ledger of so many invented reports."""
    records, entities, _ = collection(min(size, MADE))
    fill(ledger, records, entities)
    multiply(ledger, max(size // MADE, 1), UNSEEN)


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """The address of the ledger, served by a process of its own."""
    command = [sys.executable, "-m", "kashf", "--ledger", str(ledger), "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)  # noqa: S603
    try:
        assert process.stdout is not None  # noqa: S101
        told = next(found for line in process.stdout if (found := re.search(r"http://\S+?:\d+", line)))
        yield told.group()
    finally:
        process.terminate()
        process.wait(30)


@dataclass
class Things:
    """Addresses of what is in the ledger, to be asked for."""

    reports: list[str]
    claims: list[str]
    findings: list[str]
    entities: list[str]
    stories: list[str]
    conflicts: list[str]
    words: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, ledger: Path) -> Things:
        """Some of each kind, the heaviest among them."""
        with View(ledger) as view:
            found = {
                kind: [one for one in view.finding_page(FindingsWanted(kind), 400).items if len(one.id) == OF_OURS]
                for kind in ("assertion", "story", "conflict")
            }
            ids = [report for one in found["assertion"] for report in one.reports][:300]
            records = view.records_of(ids)
            entities = [one.id for one in view.entity_page(None, 60).items]
        return cls(
            [record.report.id for record in records],
            [claim.id for record in records for claim in record.claims],
            *([one.id for one in found[kind]] for kind in ("assertion",)),
            entities,
            *([one.id for one in found[kind]] for kind in ("story", "conflict")),
            [record.text.split()[0] for record in records],
        )

    def pages(self) -> list[str]:
        """One address of every page."""
        one, other = self.reports[:2]
        told = ["/", "/reports", "/stories", "/entities", f"/reports/{one}", f"/entities/{self.entities[0]}"]
        told += [f"/stories/{self.stories[0]}", f"/findings/{self.findings[0]}", f"/findings/{self.conflicts[0]}"]
        told += [f"/claims/{self.claims[0]}", f"/compare?one={one}&other={other}", f"/search?q={self.words[0]}"]
        return [*told, f"/entities?name={self.words[1]}", "/overview/heaviest", "/overview/conflicts"]


def client(address: str, token: str) -> httpx.Client:
    """Somebody who is signed in."""
    cookies = {"kashf-session": token}
    return httpx.Client(base_url=address, cookies=cookies, headers={"X-CSRF-Token": csrf_of(token)}, timeout=60)


def first_bytes(asks: httpx.Client, paths: list[str]) -> None:
    """Print how long each page takes."""
    for path in paths:
        spent = []
        for _ in range(TRIES):
            began = time.perf_counter()
            with asks.stream("GET", path) as answer:
                next(answer.iter_bytes(), b"")
            spent.append(1000 * (time.perf_counter() - began))
            if answer.status_code != 200:
                sys.stdout.write(f"{answer.status_code} {path}\n")
        sys.stdout.write(f"{statistics.median(spent):7.0f} ms, slowest {max(spent):5.0f}  {path[:60]}\n")
        sys.stdout.flush()


class Crowd:
    """Many who ask at once, and what became of it."""

    def __init__(self, things: Things) -> None:
        self._things = things
        self._lock = threading.Lock()
        self.spent: list[float] = []
        self.wrong: Counter[str] = Counter()
        self.kept: set[int] = set()

    def act(self, asks: httpx.Client, seed: int, until: float) -> None:
        """One analyst, who reads, searches and judges until the time is over."""
        chance = random.Random(seed)
        time.sleep(chance.random() * PAUSE[1])
        while time.monotonic() < until:
            self._one(asks, chance)
            time.sleep(chance.uniform(*PAUSE))

    def _one(self, asks: httpx.Client, chance: random.Random) -> None:
        things, what = self._things, chance.random()
        began = time.perf_counter()
        if what < 0.25:
            kind = chance.choice(("accept", "reject", "note", "rate"))
            told = {"kind": kind, "subject": chance.choice(things.claims), "reason": f"analyst {chance.random()}"}
            answer = asks.post("/api/v1/judgements", json=told | ({"value": {"grade": "3"}} if kind == "rate" else {}))
        else:
            answer = asks.get(self._reading(chance, what))
        with self._lock:
            self.spent.append(1000 * (time.perf_counter() - began))
            if answer.status_code == 201:
                self.kept.add(answer.json()["id"])
            elif answer.status_code != 200:
                self.wrong[f"{answer.status_code} {answer.request.url.path}: {answer.text[:120]}"] += 1

    def _reading(self, chance: random.Random, what: float) -> str:
        things = self._things
        if what < 0.45:
            return f"/search?q={chance.choice(things.words)}"
        pages = [("/reports/", things.reports), ("/findings/", things.findings), ("/entities/", things.entities)]
        pages += [("/stories/", things.stories), ("/claims/", things.claims), ("/", [""])]
        beginning, ids = chance.choice(pages)
        return beginning + chance.choice(ids)


def together(address: str, tokens: list[str], things: Things, seconds: float) -> Crowd:
    """All of them at once."""
    crowd, until = Crowd(things), time.monotonic() + seconds
    clients = [client(address, token) for token in tokens]
    threads = [threading.Thread(target=crowd.act, args=(one, seed, until)) for seed, one in enumerate(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return crowd


def report(crowd: Crowd, ledger: Path, seconds: float) -> None:
    """Print what it was like."""
    with View(ledger) as view:
        lost = crowd.kept - {judgement.id for judgement in view.judgements()}
    spent = sorted(crowd.spent)
    sys.stdout.write(
        f"{len(spent)} answers, {len(spent) / seconds:.1f} a second; {sum(crowd.wrong.values())} errors; "
        f"{len(crowd.kept)} judgements, {len(lost)} lost; median {statistics.median(spent):.0f} ms, "
        f"95 of 100 under {spent[int(len(spent) * 0.95)]:.0f} ms, slowest {spent[-1]:.0f} ms\n"
    )
    for what, times in crowd.wrong.most_common(5):
        sys.stdout.write(f"{times} x {what}\n")


def main() -> None:
    """Fill, serve, and measure."""
    size, sessions, seconds = (int(one) for one in (sys.argv[1:4] + ["10000", "50", "30"][len(sys.argv[1:4]) :]))
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(sys.argv[4]) if len(sys.argv) > 4 else Path(folder) / "kashf.db"
        if not ledger.exists():
            filled(ledger, size)
        accounts = Accounts(accounts_beside(ledger))
        known = {account.name: account for account in accounts.all()}
        made = (f"analyst{number}" for number in range(sessions))
        everybody = [known.get(name) or accounts.add(name, "analyst", PASSWORD) for name in made]
        tokens, things = [accounts.begin(account) for account in everybody], Things.of(ledger)
        with served(ledger) as address:
            first_bytes(client(address, tokens[0]), things.pages())
            report(together(address, tokens, things, seconds), ledger, seconds)


if __name__ == "__main__":
    main()
