"""The workbench under load: `python bench/workbench_load.py [reports] [sessions] [seconds] [ledger] [workers]`.

Fills a ledger with invented reports (bench/large_ledger.py), or takes the one that is named, and serves it with
`kashf serve`. Then prints, for every page of tests/workbench/pages.yaml, the milliseconds to its first byte (the first
time, and the median and the slowest of some more, one at a time) and its size; and what it is like for many analysts at
once, each with a session of their own, who read, search and judge with a second or two between: requests, errors,
judgements that were kept and not found afterwards, the milliseconds of an answer (median, 95 of 100, slowest; of each
kind the median), and the CPU-milliseconds that an answer cost those who serve and this script, which shares their
processors. Divide the rate by the processors.
"""

from __future__ import annotations

import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import yaml
from large_ledger import filled

from kashf.ledger import FindingsWanted, View
from kashf.workbench.accounts import Accounts, accounts_beside
from kashf.workbench.who import csrf_of

OF_OURS = len("f-0123456789abcdef")
"""The length of an id; those of reports that stand there once more are longer."""
TRIES = 7
PAUSE = (0.5, 2.5)
"""Seconds between what an analyst does."""
PASSWORD = "a pass phrase for the bench"  # noqa: S105
PAGES = Path(__file__).parents[1] / "tests" / "workbench" / "pages.yaml"
TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def served(ledger: Path, workers: str | None = None) -> Iterator[tuple[str, int]]:
    """The address of the ledger, served by processes of its own, and the first of them."""
    command = [sys.executable, "-m", "kashf", "--ledger", str(ledger), "serve", "--port", "0"]
    command += ["--workers", workers] if workers else []
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)  # noqa: S603
    try:
        assert process.stdout is not None  # noqa: S101
        told = next(found for line in process.stdout if (found := re.search(r"http://\S+?:\d+", line)))
        yield told.group(), process.pid
    finally:
        process.terminate()
        process.wait(60)


def cpu_seconds(pid: int) -> float:
    """What a process and those it began have spent so far; those that renew findings, and give way, are left out."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    if int(told[16]) > 0:
        return 0.0
    begun = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return (int(told[11]) + int(told[12])) / TICKS + sum(map(cpu_seconds, map(int, begun)))


@dataclass
class Things:
    """Addresses of what is in the ledger, to be asked for."""

    reports: list[str]
    claims: list[str]
    findings: list[str]
    entities: list[str]
    stories: list[str]
    conflicts: list[str]
    outlets: list[str]
    words: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)

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
            speakers = [one.name for one in view.histories().speakers(1).items]
        return cls(
            [record.report.id for record in records],
            [claim.id for record in records for claim in record.claims],
            *([one.id for one in found[kind]] for kind in ("assertion",)),
            entities,
            *([one.id for one in found[kind]] for kind in ("story", "conflict")),
            [record.report.outlet or "" for record in records],
            [record.text.split()[0] for record in records],
            speakers,
        )

    def pages(self) -> list[str]:
        """One address of every page, and of what is asked of a large ledger besides."""
        named = {
            "report": self.reports[0],
            "other": self.reports[1],
            "story": self.stories[0],
            "finding": self.findings[0],
            "conflict": self.conflicts[0],
            "claim": self.claims[0],
            "entity": self.entities[0],
            "outlet": self.outlets[0],
            "speaker": next(iter(self.speakers), self.outlets[0]),
        }
        told = [entry["path"].format_map(named) for entry in yaml.safe_load(PAGES.read_text(encoding="utf-8"))]
        told += [
            f"/search?q={self.words[0]}",
            "/search?q=said",
            "/search?type=sell&status=asserted",
            "/search?weight=2",
        ]
        told += [f"/search?entity={self.entities[0]}&role=actor", f"/search?entity={self.words[1]}"]
        told += [f"/entities?name={self.words[1]}", "/money?group=move", "/money?since=2016-01-01", "/map?group=move"]
        told += ["/figures?order=value", "/overview/conflicts"]
        return [quote(path, safe="/?=&%") for path in told]


class Asking:
    """Somebody who is signed in and asks over one connection."""

    def __init__(self, address: str, token: str) -> None:
        self._to = HTTPConnection(urlsplit(address).netloc, timeout=120)
        self._headers = {"Cookie": f"kashf-session={token}", "X-CSRF-Token": csrf_of(token)}

    def get(self, path: str) -> tuple[int, bytes, float]:
        """The status, the body, and the seconds to its first byte."""
        return self._asked("GET", path, None)

    def post(self, path: str, told: object) -> tuple[int, bytes, float]:
        """The same of a change."""
        return self._asked("POST", path, json.dumps(told).encode())

    def _asked(self, method: str, path: str, body: bytes | None) -> tuple[int, bytes, float]:
        headers = self._headers | ({"Content-Type": "application/json"} if body else {})
        began = time.perf_counter()
        self._to.request(method, path, body, headers)
        answer = self._to.getresponse()
        first = time.perf_counter() - began
        return answer.status, answer.read(), first


def first_bytes(asks: Asking, paths: list[str]) -> None:
    """Print how long each page takes."""
    for path in paths:
        spent, size = [], 0
        for _ in range(TRIES + 1):
            status, body, seconds = asks.get(path)
            spent.append(1000 * seconds)
            size = len(body)
            if status != 200:
                sys.stdout.write(f"{status} {path}\n")
        first, *others = spent
        sys.stdout.write(f"{first:7.0f} ms first, then {statistics.median(others):5.0f}, slowest {max(others):5.0f}; ")
        sys.stdout.write(f"{size / 1000:6.0f} kB  {path[:70]}\n")
        sys.stdout.flush()


class Crowd:
    """Many who ask at once, and what became of it."""

    def __init__(self, things: Things) -> None:
        self._things = things
        self._lock = threading.Lock()
        self.spent: dict[str, list[float]] = defaultdict(list)
        self.wrong: Counter[str] = Counter()
        self.kept: set[int] = set()

    def act(self, asks: Asking, seed: int, until: float) -> None:
        """One analyst, who reads, searches and judges until the time is over."""
        chance = random.Random(seed)
        time.sleep(chance.random() * PAUSE[1])
        while time.monotonic() < until:
            self._one(asks, chance)
            time.sleep(chance.uniform(*PAUSE))

    def _one(self, asks: Asking, chance: random.Random) -> None:
        things, what = self._things, chance.random()
        began = time.perf_counter()
        if what < 0.25:
            path, kind = "judge", chance.choice(("accept", "reject", "note", "rate"))
            told = {"kind": kind, "subject": chance.choice(things.claims), "reason": f"analyst {chance.random()}"}
            told |= {"value": {"grade": "3"}} if kind == "rate" else {}
            status, body, _ = asks.post("/api/v1/judgements", told)
        else:
            path = self._reading(chance, what)
            status, body, _ = asks.get(path)
        spent = 1000 * (time.perf_counter() - began)
        with self._lock:
            self.spent[re.split(r"[/?]", f"{path}/")[1] or "overview" if path[0] == "/" else path].append(spent)
            if status == 201:
                self.kept.add(json.loads(body)["id"])
            elif status != 200:
                self.wrong[f"{status} {path}: {body[:120]!r}"] += 1

    def _reading(self, chance: random.Random, what: float) -> str:
        things = self._things
        if what < 0.45:
            return f"/search?q={quote(chance.choice(things.words))}"
        pages = [("/reports/", things.reports), ("/findings/", things.findings), ("/entities/", things.entities)]
        pages += [("/stories/", things.stories), ("/claims/", things.claims), ("/", [""])]
        beginning, ids = chance.choice(pages)
        return beginning + chance.choice(ids)


def together(address: str, tokens: list[str], things: Things, seconds: float) -> Crowd:
    """All of them at once."""
    crowd, until = Crowd(things), time.monotonic() + seconds
    asking = [Asking(address, token) for token in tokens]
    threads = [threading.Thread(target=crowd.act, args=(one, seed, until)) for seed, one in enumerate(asking)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return crowd


def report(crowd: Crowd, ledger: Path, seconds: float) -> int:
    """Print what it was like; the number of answers."""
    with View(ledger) as view:
        lost = crowd.kept - {judgement.id for judgement in view.judgements()}
    spent = sorted(each for of_kind in crowd.spent.values() for each in of_kind)
    sys.stdout.write(
        f"{len(spent)} answers, {len(spent) / seconds:.1f} a second; {sum(crowd.wrong.values())} errors; "
        f"{len(crowd.kept)} judgements, {len(lost)} lost; median {statistics.median(spent):.0f} ms, "
        f"95 of 100 under {spent[int(len(spent) * 0.95)]:.0f} ms, slowest {spent[-1]:.0f} ms\n"
    )
    kinds = (f"{kind} {statistics.median(each):.0f} ms" for kind, each in sorted(crowd.spent.items()))
    sys.stdout.write(f"medians: {', '.join(kinds)}\n")
    for what, times in crowd.wrong.most_common(5):
        sys.stdout.write(f"{times} x {what}\n")
    return len(spent)


def own_seconds() -> float:
    """What this script has spent."""
    told = resource.getrusage(resource.RUSAGE_SELF)
    return told.ru_utime + told.ru_stime


def main() -> None:
    """Fill, serve, and measure."""
    told = [*sys.argv[1:], *["10000", "50", "30"][len(sys.argv) - 1 :]]
    size, sessions, seconds = (int(one) for one in told[:3])
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(told[3]) if len(told) > 3 else Path(folder) / "kashf.db"
        if not ledger.exists():
            filled(ledger, size)
        accounts = Accounts(accounts_beside(ledger))
        known = {account.name: account for account in accounts.all()}
        made = (f"analyst{number}" for number in range(sessions))
        everybody = [known.get(name) or accounts.add(name, "admin", PASSWORD) for name in made]
        tokens, things = [accounts.begin(account) for account in everybody], Things.of(ledger)
        with served(ledger, told[4] if len(told) > 4 else None) as (address, pid):
            first_bytes(Asking(address, tokens[0]), things.pages())
            before, own = cpu_seconds(pid), own_seconds()
            crowd = together(address, tokens, things, seconds)
            after, own_after = cpu_seconds(pid), own_seconds()
            answers = report(crowd, ledger, seconds)
            each = f"{1000 * (after - before) / answers:.1f}", f"{1000 * (own_after - own) / answers:.1f}"
            sys.stdout.write(f"CPU-ms an answer: {each[0]} of those who serve, {each[1]} of this script\n")


if __name__ == "__main__":
    main()
