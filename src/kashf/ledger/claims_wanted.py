"""What is asked of the claims of a report, as a condition on reports: which of them are worth being read.

The tables that pictures are drawn from tell it (`told_schema`). They show what comparing last saw, so that claims which
analysts corrected since are let through whatever they say there; what is let through is to be held against its record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, exists, func, literal, or_, select, true

from kashf.ledger.schema import involved, reports
from kashf.ledger.told_rows import STANDINGS
from kashf.ledger.told_schema import told, told_figures

__all__ = ["ClaimsWanted", "claimed_so"]

FEW = 3_000
"""Claims up to which it is faster to look up the reports of all of them than to go through reports in order and look
whether each has one: measured on 100,000 reports, where either way stays below 20 ms."""


@dataclass(frozen=True, slots=True)
class ClaimsWanted:
    """Which claims: of a type; put in a way of `STANDINGS`; in which one of each of these sets of entities takes part;
    that tell a time, or a figure; that rest on so many independent origins."""

    type: str | None = None
    put: str | None = None
    parties: tuple[frozenset[str], ...] = ()
    timed: bool = False
    counted: bool = False
    weight: int = 1


def claimed_so(connection: Connection, wanted: ClaimsWanted, corrected: Collection[str]) -> ColumnElement[bool]:
    """The condition on reports that a claim in them may be wanted; `corrected` are claims that analysts corrected."""
    meant = and_(true(), *_told(wanted, corrected), *_said_of(wanted, by_claim=False))
    some = select(literal(1).label("one")).select_from(told).where(meant).limit(FEW).subquery()
    if connection.scalars(select(func.count()).select_from(some)).one() < FEW:
        return reports.c.id.in_(select(told.c.report_id).where(meant))
    each = and_(true(), *_told(wanted, corrected), *_said_of(wanted, by_claim=True))
    return exists().where(told.c.report_id == reports.c.id, each)


def _told(wanted: ClaimsWanted, corrected: Collection[str]) -> Iterator[ColumnElement[bool]]:
    said = []
    if wanted.type:
        said.append(told.c.type == wanted.type)
    if wanted.put:
        said.append(told.c.own == STANDINGS.index(wanted.put))
    if said:
        yield or_(and_(*said), told.c.claim_id.in_(sorted(corrected))) if corrected else and_(*said)
    if wanted.timed:
        yield told.c.timed == 1
    if wanted.weight > 1:
        yield told.c.origins >= wanted.weight


def _said_of(wanted: ClaimsWanted, *, by_claim: bool) -> Iterator[ColumnElement[bool]]:
    """What other tables say of a claim; `by_claim` where they are asked for one claim after another, and not for all
    that an entity is in."""
    for entities in wanted.parties:
        entity = func.coalesce(involved.c.entity_id, "") if by_claim else involved.c.entity_id
        among = entity.in_(sorted(entities))
        if by_claim:
            yield exists().where(involved.c.claim_id == told.c.claim_id, among)
        else:
            yield told.c.claim_id.in_(select(involved.c.claim_id).where(among))
    if wanted.counted:
        yield exists().where(told_figures.c.told_id == told.c.id)
