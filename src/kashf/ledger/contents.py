"""What a ledger holds: reports and their versions, records, and what could not be read."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, Table, func, select

from kashf.ledger.derived import Derived
from kashf.ledger.evidence import Failed, Known, SetAside, Source
from kashf.ledger.judgements import Judgements
from kashf.ledger.packing import unpack_again, unpack_record, unpack_report
from kashf.ledger.schema import (
    claims,
    is_current,
    judgements,
    raws,
    readings,
    records,
    reports,
    resolved,
    set_aside,
    sources,
)
from kashf.records import Record, Report

__all__ = ["ClaimPlace", "Contents", "Totals"]


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a ledger holds: current reports, their claims, the independent origins behind the assertions that
    comparing found, and the conflicts it found."""

    reports: int
    claims: int
    origins: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Where a claim stands, and its words there."""

    claim: str
    report: str
    type: str
    evidence: str


class Contents:
    """The evidence of a ledger to be read, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def reports(self) -> Iterator[Report]:
        """The current reports, oldest publication first, those without a date last."""
        for row in self._connection.execute(_in_order(select(reports))).mappings():
            yield unpack_report(row)

    def report(self, report_id: str) -> Report | None:
        """One report, superseded or not."""
        row = self._connection.execute(select(reports).where(reports.c.id == report_id)).mappings().first()
        return None if row is None else unpack_report(row)

    def versions(self, report_id: str) -> tuple[str, ...]:
        """The ids of all versions of a report: the current one, then those it superseded, the latest first."""
        later = self._connection.scalar(select(reports.c.superseded_by).where(reports.c.id == report_id))
        return self.versions(later) if later else tuple(self._back_from(report_id))

    def _back_from(self, report_id: str) -> Iterator[str]:
        yield report_id
        older = select(reports.c.id).where(reports.c.superseded_by == report_id)
        for each in self._connection.scalars(older.order_by(reports.c.read_at.desc(), reports.c.id)).all():
            yield from self._back_from(each)

    def raw(self, report_id: str) -> bytes | None:
        """The bytes a report was read from; None where they were above the limit, or there is no such report."""
        body = self._connection.scalar(select(raws.c.body).join(reports).where(reports.c.id == report_id))
        return None if body is None else zlib.decompress(body)

    def claim_place(self, claim_id: str) -> ClaimPlace | None:
        """Where a claim of a current report stands, rejected or not."""
        told = select(claims.c.id, claims.c.report_id, claims.c.type, claims.c.evidence).join(reports)
        row = self._connection.execute(told.where(claims.c.id == claim_id, is_current)).first()
        return None if row is None else ClaimPlace(*row)

    def digest(self, report_id: str) -> str | None:
        """The SHA-256 of the bytes a report was read from, in hexadecimal; None where there is none of that id."""
        return self._connection.scalar(select(reports.c.digest).where(reports.c.id == report_id))

    def read_at(self, report_id: str) -> datetime | None:
        """When a report was first read; None where there is none of that id."""
        return self._connection.scalar(select(reports.c.read_at).where(reports.c.id == report_id))

    def changed_at(self) -> tuple[datetime, datetime] | None:
        """When the first report was read, and when evidence or judgements last changed; None before the first."""
        first = self._connection.scalar(select(func.min(reports.c.read_at)))
        moments = (reports.c.read_at, records.c.made_at, judgements.c.at, judgements.c.undone_at)
        latest = [self._connection.scalar(select(func.max(moment))) for moment in moments]
        return None if first is None else (first, max(moment for moment in latest if moment is not None))

    def extracted(self) -> Iterator[Record]:
        """The records of the current reports as extraction left them."""
        latest = _latest_records()
        statement = select(reports.c.text, latest.c.body).join(latest, latest.c.report_id == reports.c.id)
        return self._records(statement.where(latest.c.body.is_not(None)))

    def resolved(self, *report_ids: str) -> Iterator[Record]:
        """The records of the current reports (of these, or of all) with their entities put in.

        A record that was read after entities were last resolved comes without.
        """
        latest = _latest_records(*report_ids)
        body = func.coalesce(resolved.c.body, latest.c.body).label("body")
        statement = select(reports.c.text, body).join(latest, latest.c.report_id == reports.c.id)
        statement = statement.outerjoin(resolved, resolved.c.report_id == reports.c.id)
        statement = statement.where(latest.c.body.is_not(None))
        if not report_ids:
            return self._records(statement)
        return self._records(statement.where(reports.c.id.in_(report_ids)), unpack_again)

    def _records(
        self, statement: Select[Any], unpack: Callable[[bytes, str], Record] = unpack_record
    ) -> Iterator[Record]:
        for row in self._connection.execute(_in_order(statement)):
            yield unpack(row.body, row.text)

    def known(self, source: Source) -> Known | None:
        """What a source gave, if it was read to its end, nothing in it failed, and it has not changed since."""
        of_place = select(sources).where(sources.c.location == source.location)
        latest = self._connection.execute(of_place.order_by(sources.c.id.desc()).limit(1)).first()
        if latest is None or latest.settled_at is None:
            return None
        if (latest.digest, latest.manner) != (source.digest, source.manner) or self._any_failed(latest.id):
            return None
        counted = select(func.count()).select_from(readings).where(readings.c.source_id == latest.id)
        return Known(self._connection.scalars(counted).one(), tuple(self._troubles(latest.id)))

    def _any_failed(self, source_id: int) -> bool:
        """Whether the last try to extract a report of this source failed."""
        held = select(readings.c.report_id).where(readings.c.source_id == source_id)
        last = select(func.max(records.c.id)).where(records.c.report_id.in_(held)).group_by(records.c.report_id)
        failed = select(records.c.id).where(records.c.id.in_(last), records.c.failure.is_not(None))
        return self._connection.execute(failed.limit(1)).first() is not None

    def failed(self) -> Iterator[Failed]:
        """The current reports in which extraction failed, and why."""
        latest = _latest_records()
        statement = select(reports.c.id, reports.c.source, latest.c.failure).where(latest.c.failure.is_not(None))
        for row in self._connection.execute(_in_order(statement.join(latest, latest.c.report_id == reports.c.id))):
            yield Failed(*row)

    def set_aside(self) -> Iterator[SetAside]:
        """What could not become a report when each place was last read."""
        last = select(func.max(sources.c.id)).group_by(sources.c.location)
        for number in self._connection.scalars(last.order_by(func.max(sources.c.id))).all():
            yield from self._troubles(number)

    def _troubles(self, source_id: int) -> Iterator[SetAside]:
        statement = select(set_aside).where(set_aside.c.source_id == source_id).order_by(set_aside.c.ordinal)
        for row in self._connection.execute(statement):
            yield SetAside(row.location, row.what, row.remedy, row.kind)

    def totals(self) -> Totals:
        """How much there is."""
        superseded = select(reports.c.id).where(reports.c.superseded_by > "")  # which an index has
        counted = self._count(reports) - self._count(reports, reports.c.superseded_by.is_not(None))
        # All but those of superseded reports, which are few: to join the two tables takes seconds.
        claimed = self._count(claims) - self._count(claims, claims.c.report_id.in_(superseded))
        rejected = sum(standing.rejected for standing in Judgements(self._connection).standings().values())
        derived = Derived(self._connection)
        return Totals(counted, claimed - rejected, derived.origins(), derived.count("conflict"))

    def _count(self, table: Table, *meant: ColumnElement[bool]) -> int:
        return self._connection.scalars(select(func.count()).select_from(table).where(*meant)).one()


def _in_order(statement: Select[Any]) -> Select[Any]:
    """The current reports in the order in which comparing and showing take them."""
    current = statement.where(is_current)
    return current.order_by(reports.c.published.is_(None), reports.c.published, reports.c.id)


def _latest_records(*report_ids: str) -> Subquery:
    """The record of each report (of these, or of all) that was made last."""
    last = select(func.max(records.c.id)).group_by(records.c.report_id)
    if report_ids:  # without, all records are gone through to show one report
        last = last.where(records.c.report_id.in_(report_ids))
    return select(records).where(records.c.id.in_(last)).subquery("latest")
