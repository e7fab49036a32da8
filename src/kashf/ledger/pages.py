"""Long lists a page at a time: each page is found by where the last one ended, however far down it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, Literal, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, case, func, literal, or_, select

from kashf.errors import PlaceError
from kashf.ledger.derived_rows import LAST, RANKS, chunks, entity_from
from kashf.ledger.prepared import among
from kashf.ledger.schema import entities, findings, is_current, naming, reports, taking_part
from kashf.records import Entity, Finding, structure
from kashf.records.findings import FindingKind

__all__ = ["FindingsWanted", "Page", "Pages", "ReportHead", "ReportsWanted", "page_of", "some_rows"]

Item = TypeVar("Item")
Place = tuple[str | int, ...]
"""Where a page ends: what its last item is sorted by, with the item's id."""
FindingOrder = Literal["weight", "latest"]

_DAY = case((findings.c.day == LAST, 0), else_=findings.c.day)
"""The day of a finding's earliest report; what has none comes after all that has one."""

# Statements are made once: making one takes longer than SQLite needs to answer it.
_IN_REPORTS = select(findings.c.id).where(
    findings.c.id.in_(among(select(taking_part.c.finding_id), taking_part.c.report_id)),
    func.coalesce(findings.c.rank, -1).in_(bindparam("ranks", expanding=True)),
)
_NAMED_IN = among(select(naming), naming.c.report_id)
_BODIES = among(select(entities.c.id, entities.c.body), entities.c.id).order_by(entities.c.id)
_FOUND = among(select(findings.c.body), findings.c.id)


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items of a list; `after` is where the next page begins, None where this is the last."""

    items: tuple[Item, ...]
    after: Place | None = None


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What a list says of a report: neither its text nor what was found in it. `read_at` is in UTC."""

    id: str
    title: str | None
    outlet: str | None
    language: str | None
    published: date | None
    read_at: datetime
    source: str
    url: str | None


@dataclass(frozen=True, slots=True)
class ReportsWanted:
    """Which current reports, the last read first: of an outlet, in a language (ISO 639-1), published since a day."""

    outlet: str | None = None
    language: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class FindingsWanted:
    """Which findings: of a kind, and of those the ones that a report takes part in, any of an outlet's, or any of
    another finding's (a story); the heaviest first, or the latest."""

    kind: FindingKind
    report: str | None = None
    order: FindingOrder = "weight"
    beside: str | None = None
    outlet: str | None = None


class Pages:
    """The lists of a ledger over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def reports(self, wanted: ReportsWanted, limit: int, after: Place | None = None) -> Page[ReportHead]:
        """A page of reports, the last read first."""
        order: Sequence[ColumnElement[Any]] = (reports.c.read_at, reports.c.id)
        columns = (getattr(reports.c, name) for name in ReportHead.__slots__)
        statement = select(*columns).where(is_current, *_of_reports(wanted))
        rows = self._some(statement, order, limit, after)
        return page_of(rows, limit, lambda row: ReportHead(*tuple(row)), lambda row: (row.read_at.isoformat(), row.id))

    def report_heads(self, ids: Iterable[str]) -> tuple[ReportHead, ...]:
        """What lists say of these reports."""
        columns = [getattr(reports.c, name) for name in ReportHead.__slots__]
        found = (self._connection.execute(select(*columns).where(reports.c.id.in_(some))) for some in chunks(ids))
        return tuple(ReportHead(*row) for rows in found for row in rows)

    def findings(self, wanted: FindingsWanted, limit: int, after: Place | None = None) -> Page[Finding]:
        """A page of findings of one kind."""
        order: Sequence[ColumnElement[Any]] = (findings.c.origins, findings.c.carriers, findings.c.id)
        if wanted.order == "latest":
            order = (_DAY, findings.c.id)
        # The bodies are large: what is sorted is the index, and only what is shown is read.
        keys = [column.label(f"key_{place}") for place, column in enumerate(order)]
        statement = select(findings.c.id, *keys).where(*_of_findings(wanted))
        rows = self._some(statement, order, limit, after)
        bodies = {finding.id: finding for finding in self.findings_with([row.id for row in rows])}
        return page_of(rows, limit, lambda row: bodies[row.id], lambda row: tuple(row[1:]))

    def entities(self, kind: str | None, limit: int, after: Place | None = None) -> Page[Entity]:
        """A page of entities (of a kind, or of all), the most mentioned first, without the reports that name them."""
        statement = select(entities.c.body, entities.c.mentions, entities.c.id)
        statement = statement.where(entities.c.kind == kind) if kind else statement
        rows = self._some(statement, (entities.c.mentions, entities.c.id), limit, after)
        return page_of(rows, limit, lambda row: entity_from(row.body, ()), lambda row: (row.mentions, row.id))

    def findings_in(self, report_ids: Iterable[str], kinds: Iterable[FindingKind]) -> tuple[Finding, ...]:
        """The findings of these kinds that any of these reports takes part in, each once."""
        ranks, found = [RANKS.index(kind) for kind in kinds], dict[str, None]()
        for some in chunks(report_ids):
            found.update(dict.fromkeys(self._connection.scalars(_IN_REPORTS, {"some": some, "ranks": ranks})))
        return self.findings_with(found)

    def entities_of(self, kinds: Sequence[str]) -> Iterator[Entity]:
        """The entities of these kinds, without the reports that name them."""
        for body in self._connection.scalars(select(entities.c.body).where(entities.c.kind.in_(kinds))):
            yield entity_from(body, ())

    def naming(self, entity_id: str, most: int) -> tuple[str, ...]:
        """The latest reports that name an entity."""
        named = select(naming.c.report_id).where(naming.c.entity_id == entity_id)
        latest = named.order_by(naming.c.day.desc(), naming.c.report_id).limit(most)
        return tuple(self._connection.scalars(latest))

    def findings_with(self, ids: Iterable[str]) -> tuple[Finding, ...]:
        """The findings that have these ids."""
        found = (
            structure(body, Finding)
            for some in chunks(ids)
            for body in self._connection.scalars(_FOUND, {"some": some})
        )
        return tuple(found)

    def entities_in(self, report_ids: Iterable[str]) -> tuple[Entity, ...]:
        """The entities that these reports name; of the reports that name them, these alone are told."""
        named: dict[str, list[Row[Any]]] = {}
        for some in chunks(report_ids):
            for row in self._connection.execute(_NAMED_IN, {"some": some}):
                named.setdefault(row.entity_id, []).append(row)
        found = (row for some in chunks(named) for row in self._connection.execute(_BODIES, {"some": some}))
        return tuple(entity_from(row.body, named[row.id]) for row in found)

    def _some(
        self, statement: Select[Any], order: Sequence[ColumnElement[Any]], limit: int, after: Sequence[Any] | None
    ) -> Sequence[Row[Any]]:
        return some_rows(self._connection, statement, order, limit, after)


def some_rows(
    connection: Connection,
    statement: Select[Any],
    order: Sequence[ColumnElement[Any]],
    limit: int,
    after: Sequence[Any] | None,
) -> Sequence[Row[Any]]:
    """The first rows after a place, and one more where there are more; everything is sorted downwards."""
    if after is not None:
        statement = statement.where(_below(order, after))
    return connection.execute(statement.order_by(*(key.desc() for key in order)).limit(limit + 1)).all()


def _below(order: Sequence[ColumnElement[Any]], after: Sequence[Any]) -> ColumnElement[bool]:
    """Whether a row comes after a place: it is smaller in the first key in which the two differ."""
    if len(order) != len(after):
        raise PlaceError
    keys = [(key, literal(_key(value, key), key.type)) for key, value in zip(order, after, strict=True)]
    return or_(
        *(and_(*(key == value for key, value in keys[:at]), keys[at][0] < keys[at][1]) for at in range(len(keys)))
    )


def _key(told: str | int, column: ColumnElement[Any]) -> str | int | datetime:
    """What a place says of a column. Raises PlaceError where the column holds no such thing."""
    kind = column.type.python_type
    if kind is datetime and isinstance(told, str):
        with suppress(ValueError):
            return datetime.fromisoformat(told)
    if type(told) is not kind:
        raise PlaceError
    return told


def page_of(
    rows: Sequence[Row[Any]], limit: int, item: Callable[[Row[Any]], Item], place: Callable[[Row[Any]], Place]
) -> Page[Item]:
    """The page of some rows, of which there may be one too many."""
    after = place(rows[limit - 1]) if len(rows) > limit else None
    return Page(tuple(map(item, rows[:limit])), after)


def _of_reports(wanted: ReportsWanted) -> list[ColumnElement[bool]]:
    asked = {reports.c.outlet: wanted.outlet, reports.c.language: wanted.language}
    meant = [column == value for column, value in asked.items() if value is not None]
    return [*meant, reports.c.published >= wanted.since] if wanted.since else meant


def _of_findings(wanted: FindingsWanted) -> list[ColumnElement[bool]]:
    # What is beside a report or a story is little, and found by id; to go through all of a kind in order takes longer.
    few = wanted.report is not None or wanted.beside is not None
    rank = func.coalesce(findings.c.rank, -1) if few else findings.c.rank
    meant: list[ColumnElement[bool]] = [rank == RANKS.index(wanted.kind)]
    if wanted.outlet is not None:
        of_outlet = taking_part.join(reports, reports.c.id == taking_part.c.report_id)
        carried = select(taking_part.c.finding_id).select_from(of_outlet).where(reports.c.outlet == wanted.outlet)
        meant.append(findings.c.id.in_(carried.where(reports.c.superseded_by.is_(None))))
    if wanted.report is not None:
        part = select(taking_part.c.finding_id).where(taking_part.c.report_id == wanted.report)
        meant.append(findings.c.id.in_(part))
    if wanted.beside is not None:
        told = select(taking_part.c.report_id).where(taking_part.c.finding_id == wanted.beside)
        meant.append(findings.c.id.in_(select(taking_part.c.finding_id).where(taking_part.c.report_id.in_(told))))
    return meant
