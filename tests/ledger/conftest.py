"""Reports, records and ledgers for the ledger's tests. The sentences are made up."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kashf.ledger import Kept, Source, View, Writer
from kashf.records import Claim, Mention, Record, Region, Report, Role, Span, content_id


def make_report(text: str, **told: Any) -> Report:
    title = text.split("\n")[0]
    identity = (told.get("url"), told.get("outlet"), told.get("published"))
    regions = (Region("title", 0, len(title)), Region("body", len(title), len(text)))
    given = {"source": "a.txt", "title": title, "regions": regions} | told
    return Report(id=Report.identify(text, *identity), text=text, **given)


def make_claim(report: Report, kind: str, evidence: str, actor: str | None = None) -> Claim:
    start = report.text.index(evidence)
    span = Span(start, start + len(evidence), evidence)
    roles = ()
    if actor is not None:
        at = report.text.index(actor, start)
        roles = (Role("actor", at, at + len(actor), actor),)
    return Claim(content_id("c", report.id, kind, start, span.end, actor), kind, span, roles)


def make_kept(text: str, *claims: tuple[str, ...], failure: str | None = None, place: str = "", **told: Any) -> Kept:
    report = make_report(text, **told)
    record = Record(
        report,
        mentions=tuple(
            Mention(at, at + len(name), name, "group", entity=str(key), name=name)
            for key, name in enumerate(("Alpha", "Beta", "ألفا"))
            if (at := text.find(name)) >= 0
        ),
        claims=tuple(make_claim(report, *claim) for claim in claims),
    )
    raw = text.encode()
    found = {"failure": failure} if failure else {"record": record}
    return Kept(report, raw, hashlib.sha256(raw).hexdigest(), "test/1", place, **found)


def make_source(kept: Kept | None = None, location: str = "a.txt", **told: Any) -> Source:
    given = {"digest": kept.digest if kept else "0", "size": len(kept.raw) if kept else 0, "manner": "plain"} | told
    return Source(location, **given)


class Clock:
    """A clock that goes on a minute each time it is looked at."""

    def __init__(self) -> None:
        self.now = datetime(2020, 5, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def kept() -> Callable[..., Kept]:
    """Makes a report to keep: its text, its claims as (type, evidence[, actor]), and what is known of it."""
    return make_kept


@pytest.fixture
def source() -> Callable[..., Source]:
    """Makes the source of a kept report."""
    return make_source


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kashf.db"


@pytest.fixture
def writer(path: Path) -> Iterator[Writer]:
    with Writer(path, clock=Clock()) as opened:
        yield opened


@pytest.fixture
def store(writer: Writer) -> Callable[..., Kept]:
    """Keeps one report at a location, as if it had been read from there just now; gives what it kept."""

    def keep(text: str, *claims: tuple[str, ...], location: str = "a.txt", **told: Any) -> Kept:
        made = make_kept(text, *claims, source=location, **told)
        writer.keep(make_source(made, location), [made])
        return made

    return keep


@pytest.fixture
def view(writer: Writer) -> Iterator[View]:
    """A view of the writer's ledger. It stands at its first look; refresh it after writing more."""
    with View(writer.path) as opened:
        yield opened


@pytest.fixture
def day() -> Callable[[str], date]:
    return date.fromisoformat
