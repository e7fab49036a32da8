"""Evidence: what was read, from where, in which version, and what was found in it. It only grows."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, update

from kashf.ledger.evidence_rows import Kept, Outcome, SetAside, claim_rows
from kashf.ledger.packing import pack_record, pack_report, unpack_report
from kashf.ledger.prepared import Prepared
from kashf.ledger.removal import Bar, names_a_page
from kashf.ledger.schema import claims, raws, readings, records, reports, set_aside, sources
from kashf.ledger.search import SearchIndex
from kashf.records import Record

__all__ = ["Evidence", "Failed", "Kept", "Known", "Outcome", "SetAside", "Source", "Stored"]

RAW_LIMIT = 32 * 1024 * 1024
"""Bytes of a raw report above which they are not kept beside it: a news page has less than one megabyte, a scanned
report of a hundred pages some thirty."""

_NUMBERED = re.compile(r"#\d+$")
"""The place of the n-th report of a file of many: another report may stand there when the file has grown."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that was read: where, the SHA-256 of its bytes, how many, and the manner (options and version).

    `location` tells one source from another, so paths are absolute.
    """

    location: str
    digest: str
    size: int
    manner: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that is kept, but in which extraction failed."""

    report: str
    location: str
    failure: str


@dataclass(frozen=True, slots=True)
class Known:
    """What an unchanged source gave when it was last read."""

    reports: int
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """What keeping outcomes changed: the ids of the reports that are new and of those that had been read before, and
    how many reports took the place of an earlier version; and the outcomes as they were kept, what was removed before
    set aside."""

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    versions: int = 0
    outcomes: tuple[Outcome, ...] = ()


_TOLD_OF_SOURCES = ("location", "digest", "size", "manner", "read_at")
_BEGIN = Prepared(insert(sources).values({name: bindparam(name) for name in _TOLD_OF_SOURCES}).returning(sources.c.id))
_SETTLE = Prepared(update(sources).where(sources.c.id == bindparam("source")).values(settled_at=bindparam("now")))
_TEXT = Prepared(select(reports.c.text).where(reports.c.id == bindparam("report")))
_RAW = Prepared(select(raws.c.digest).where(raws.c.digest == bindparam("digest")))
_LATEST = Prepared(
    select(records.c.extractor, records.c.body, records.c.failure)
    .where(records.c.report_id == bindparam("report"))
    .order_by(records.c.id.desc())
    .limit(1)
)
_HELD = Prepared(
    select(readings.c.place, readings.c.report_id)
    .where(readings.c.source_id == bindparam("source"))
    .order_by(readings.c.ordinal)
)
_BEFORE = Prepared(
    select(func.max(sources.c.id)).where(
        sources.c.location == select(sources.c.location).where(sources.c.id == bindparam("source")).scalar_subquery(),
        sources.c.id < bindparam("source"),
        sources.c.settled_at.is_not(None),
    )
)
_STANDS = Prepared(select(reports.c.url, reports.c.superseded_by).where(reports.c.id == bindparam("report")))
_FORGET_CLAIMS = Prepared(delete(claims).where(claims.c.report_id == bindparam("report")))
_PUT = {table: Prepared(insert(table)) for table in (raws, reports, readings, records, claims, set_aside)}
_ENDS = [
    Prepared(select(func.max(table.c.ordinal)).where(table.c.source_id == bindparam("source")))
    for table in (readings, set_aside)
]


class Evidence:
    """The evidence tables over one connection, within the caller's transaction.

    `changed` tells afterwards whether anything is new that findings rest on.
    """

    def __init__(self, connection: Connection, now: datetime, raw_limit: int = RAW_LIMIT) -> None:
        self._connection = connection
        self._now = now
        self._raw_limit = raw_limit
        self.changed = False
        self._search = SearchIndex(connection)
        self._bar = Bar(connection)

    def begin(self, source: Source) -> int:
        """A row for a reading of this source, which has only begun."""
        [number] = _BEGIN.values(self._connection, **asdict(source), read_at=self._now)
        return int(number)

    def keep(self, source_id: int, outcomes: Sequence[Outcome]) -> Stored:
        """Store outcomes of a source, in their order."""
        ordinal = self._next_ordinal(source_id)
        new: list[str] = []
        known: list[str] = []
        admitted = tuple(map(self._bar.admitted, outcomes))
        for at, outcome in enumerate(admitted, start=ordinal):
            within = {"source_id": source_id, "ordinal": at}
            if isinstance(outcome, SetAside):
                _PUT[set_aside].run(self._connection, **within, **asdict(outcome))
                continue
            (new if self._keep_report(outcome) else known).append(outcome.report.id)
            row = {"place": outcome.place, "report_id": outcome.report.id}
            _PUT[readings].run(self._connection, **within, **row)
        return Stored(tuple(new), tuple(known), outcomes=admitted)

    def settle(self, source_id: int) -> int:
        """Mark a source as read to its end; how many of its reports are new versions of earlier ones."""
        versions = self._renew_versions(source_id)
        _SETTLE.run(self._connection, source=source_id, now=self._now)
        return versions

    def _next_ordinal(self, source_id: int) -> int:
        ends = [end for told in _ENDS for end in told.values(self._connection, source=source_id)]
        return max(-1 if end is None else end for end in ends) + 1

    def _keep_report(self, kept: Kept) -> bool:
        """Whether the report is new."""
        stored = _TEXT.values(self._connection, report=kept.report.id)
        if stored and stored != [kept.report.text]:
            self._uncover(kept)
        if not stored:
            self._keep_raw(kept)
            row = pack_report(kept.report)
            _PUT[reports].run(self._connection, **row, digest=kept.digest, read_at=self._now)
            self._search.add(kept.report)
        self._keep_record(kept)
        return not stored

    def _uncover(self, kept: Kept) -> None:
        """The same report with other words: names in it were covered, or are no more (`ledger.removal`)."""
        told = update(reports).where(reports.c.id == kept.report.id).values(**pack_report(kept.report))
        self._connection.execute(told)
        self._connection.execute(update(raws).where(raws.c.digest == kept.digest).values(body=self._packed(kept)))
        self._search.add(kept.report)

    def _packed(self, kept: Kept) -> bytes | None:
        return zlib.compress(kept.raw) if 0 < len(kept.raw) <= self._raw_limit else None

    def _keep_raw(self, kept: Kept) -> None:
        if not _RAW.values(self._connection, digest=kept.digest):
            row = {"digest": kept.digest, "size": len(kept.raw), "body": self._packed(kept)}
            _PUT[raws].run(self._connection, **row)

    def _keep_record(self, kept: Kept) -> None:
        body = pack_record(kept.record) if kept.record else None
        if _LATEST.rows(self._connection, report=kept.report.id) == [(kept.extractor, body, kept.failure)]:
            return
        row = {"report_id": kept.report.id, "extractor": kept.extractor, "body": body, "failure": kept.failure}
        _PUT[records].run(self._connection, **row, made_at=self._now)
        self.changed = True
        self._keep_claims(kept.report.id, kept.record)

    def _keep_claims(self, report_id: str, record: Record | None) -> None:
        _FORGET_CLAIMS.run(self._connection, report=report_id)
        _PUT[claims].run_each(self._connection, claim_rows(report_id, record) if record else ())

    def _renew_versions(self, source_id: int) -> int:
        """A report takes the place of the one that stood where it stands, or at its web address, before.

        The older one stays and says by which it was superseded. One that the source still holds is not superseded:
        it has only moved. A report that had been superseded and stands there again is current again.
        """
        before, now = self._held(self._previous(source_id)), self._held(source_id)
        arrived = {place: report_id for place, report_id in now.items() if report_id not in before.values()}
        versions = 0
        for place, report_id in arrived.items():
            older = {before[place]} if place in before and not _NUMBERED.search(place) else set()
            older = (older | self._at_the_address_of(report_id)) - set(now.values())
            self._make_current(report_id)
            for each in sorted(older):
                self._connection.execute(update(reports).where(reports.c.id == each).values(superseded_by=report_id))
                self._search.remove(each)
            versions += bool(older)
        self.changed |= versions > 0
        return versions

    def _held(self, source_id: int | None) -> dict[str, str]:
        return dict(_HELD.rows(self._connection, source=source_id))

    def _previous(self, source_id: int) -> int | None:
        """The last time this location was read to its end before."""
        previous: int | None = _BEFORE.values(self._connection, source=source_id)[0]
        return previous

    def _at_the_address_of(self, report_id: str) -> set[str]:
        [(url, _)] = _STANDS.rows(self._connection, report=report_id)
        if url is None or not names_a_page(url):
            return set()
        same = and_(reports.c.url == url, reports.c.id != report_id, reports.c.superseded_by.is_(None))
        return set(self._connection.scalars(select(reports.c.id).where(same)))

    def _make_current(self, report_id: str) -> None:
        [(_, superseded_by)] = _STANDS.rows(self._connection, report=report_id)
        if superseded_by is not None:
            row = self._connection.execute(select(reports).where(reports.c.id == report_id)).mappings().one()
            self._connection.execute(update(reports).where(reports.c.id == report_id).values(superseded_by=None))
            self.changed = True
            self._search.add(unpack_report(row))
