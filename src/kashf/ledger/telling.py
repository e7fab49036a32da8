"""Keeping up to date what pictures are drawn from, when things are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Select,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
    update,
)

from kashf.ledger.derived import Derivation, Extension
from kashf.ledger.derived_rows import among, chunks
from kashf.ledger.judgements import Judgements, apply_standings
from kashf.ledger.schema import findings, taking_part
from kashf.ledger.told_rows import FACT, STANDINGS, TellingRows, Ties, Told, ties
from kashf.ledger.told_schema import TOLD, told, told_figures, told_lines, told_links, told_names, told_places
from kashf.records import Entity, Finding, Record, structure

__all__ = ["Telling", "count_links", "link_columns", "of_statements", "standing_columns"]

RECORDS_AT_ONCE = 1_000
Pair = tuple[int, int]

_PAIR = (told_lines.c.source == bindparam("one"), told_lines.c.target == bindparam("other"))
_LINES_OF = select(told_lines.c.source, told_lines.c.target).distinct().join(told, told.c.id == told_lines.c.told_id)
_PAIRS_OF_CLAIMS = among(_LINES_OF, told.c.claim_id)
_PAIRS_OF_REPORTS = among(_LINES_OF, told.c.report_id)
_NUMBERS = among(select(told.c.id), told.c.report_id)
_NAMED = among(select(told_names.c.id, told_names.c.folded, told_names.c.names), told_names.c.id)
_DROPPED = among(select(findings.c.body), findings.c.id)
_TAKING_PART = among(
    select(findings.c.id, findings.c.body).join(taking_part, taking_part.c.finding_id == findings.c.id).distinct(),
    taking_part.c.report_id,
)
_OF_NO_FINDING = among(update(told).values(statement=told.c.claim_id, origins=1, standing=told.c.own), told.c.claim_id)
_OF_STATEMENT = (
    update(told)
    .where(told.c.claim_id == bindparam("claim"))
    .values(statement=bindparam("finding"), origins=bindparam("weight"))
)
_CONTESTED = (
    update(told)
    .where(told.c.claim_id == bindparam("claim"))
    .values(contested=told.c.contested + bindparam("conflicts"))
)


def of_statements(*conditions: ColumnElement[bool]) -> Select[Any]:
    """The lines of each statement among those claims that meet the conditions: its weight there and how it stands."""
    by = (*_ENDS, told.c.type, told.c.grouping)
    counted = (
        func.max(told.c.origins).label("origins"),
        func.max(told.c.standing).label("standing"),
        func.max(told.c.contested).label("contested"),
        func.min(told.c.first).label("first"),
        func.max(told.c.last).label("last"),
    )
    statement = select(*by, *counted).join(told, told.c.id == told_lines.c.told_id).where(*conditions)
    return statement.group_by(*by, told.c.statement)


_ENDS = (told_lines.c.source, told_lines.c.source_layer, told_lines.c.target, told_lines.c.target_layer)


def standing_columns(one: Any) -> tuple[ColumnElement[Any], ...]:
    """Of statements: the most origins of any, how many there are, and of them those put as facts and as untrue."""
    denied = STANDINGS.index("denied")
    return (
        func.max(one.c.origins).label("origins"),
        func.count().label("statements"),
        func.sum(case((one.c.standing <= FACT, 1), else_=0)).label("stated"),
        func.sum(case((one.c.standing == denied, 1), else_=0)).label("denied"),
    )


def link_columns(one: Any) -> tuple[ColumnElement[Any], ...]:
    """Of lines of statements: what they weigh, how they stand and when they are; in the order of `told_links`."""
    return (
        *standing_columns(one),
        func.sum(case((one.c.contested > 0, 1), else_=0)).label("contested"),
        func.min(one.c.first).label("first"),
        func.max(one.c.last).label("last"),
    )


def _linking(*conditions: ColumnElement[bool]) -> Insert:
    """Puts the lines of statements into `told_links`, counted."""
    one = of_statements(*conditions).subquery()
    by = [one.c[column.name] for column in (*_ENDS, told.c.type, told.c.grouping)]
    counted = select(*by, *link_columns(one)).group_by(*by)
    return insert(told_links).from_select([column.name for column in counted.selected_columns], counted)


_LINK_ALL = _linking()
_LINK_PAIR = _linking(*_PAIR)
_UNLINK_PAIR = delete(told_links).where(
    told_links.c.source == bindparam("one"), told_links.c.target == bindparam("other")
)


def count_links(connection: Connection) -> None:
    """Count the lines of all claims anew."""
    connection.execute(delete(told_links))
    connection.execute(_LINK_ALL)


class Telling:
    """The tables that pictures are drawn from, over one connection, within the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def store(self, derivation: Derivation) -> None:
        """Put what a derivation tells in the place of all that was told before."""
        for table in TOLD:
            self._connection.execute(delete(table))
        tied = ties(derivation.findings)
        self._put(derivation.records, _by_id(derivation.entities), tied)
        self._level(dict.fromkeys(finding for finding, _ in tied.statement_of.values()))
        count_links(self._connection)

    def extend(self, extension: Extension) -> None:
        """Add what further reports tell, and take out what they replace. To be done before findings are exchanged."""
        replaced = [*extension.gone, *(record.report.id for record in extension.records)]
        changed = [*extension.dropped, *(finding.id for finding in extension.findings)]
        before, after = ties(self._dropped(changed)), ties(extension.findings)
        moved = {*before.statement_of, *after.statement_of, *before.contested, *after.contested}
        pairs = {*self._pairs(_PAIRS_OF_REPORTS, replaced), *self._pairs(_PAIRS_OF_CLAIMS, moved)}
        self._loosen(before)
        self._take_out(replaced)
        self._tie(after)
        self._put(
            extension.records,
            _by_id(extension.entities),
            ties(chain(extension.findings, self._kept(replaced, changed))),
        )
        self._level(dict.fromkeys(finding for finding, _ in after.statement_of.values()))
        pairs.update(self._pairs(_PAIRS_OF_REPORTS, [record.report.id for record in extension.records]))
        self._link(sorted(pairs))

    def _kept(self, reports: Iterable[str], changed: Sequence[str]) -> Iterator[Finding]:
        """The findings that these reports take part in and that stay as they are."""
        exchanged = frozenset(changed)
        for some in chunks(reports):
            for row in self._connection.execute(_TAKING_PART, {"some": some}):
                if row.id not in exchanged:
                    yield structure(row.body, Finding)

    def _dropped(self, ids: Iterable[str]) -> Iterator[Finding]:
        for some in chunks(ids):
            for body in self._connection.scalars(_DROPPED, {"some": some}):
                yield structure(body, Finding)

    def _pairs(self, statement: Select[Any], ids: Iterable[str]) -> Iterator[Pair]:
        for some in chunks(sorted(ids)):
            yield from ((row.source, row.target) for row in self._connection.execute(statement, {"some": some}))

    def _loosen(self, tied: Ties) -> None:
        """Undo what findings that hold no longer said of claims."""
        for some in chunks(tied.statement_of):
            self._connection.execute(_OF_NO_FINDING, {"some": some})
        self._many(_CONTESTED, ({"claim": claim, "conflicts": -many} for claim, many in tied.contested.items()))

    def _tie(self, tied: Ties) -> None:
        said = tied.statement_of.items()
        rows = ({"claim": claim, "finding": finding, "weight": origins} for claim, (finding, origins) in said)
        self._many(_OF_STATEMENT, rows)
        self._many(_CONTESTED, ({"claim": claim, "conflicts": many} for claim, many in tied.contested.items()))

    def _take_out(self, reports: Iterable[str]) -> None:
        for some in chunks(reports):
            numbers = list(self._connection.scalars(_NUMBERS, {"some": some}))
            for of_some in chunks(numbers):
                for table in (told_lines, told_places, told_figures):
                    self._connection.execute(delete(table).where(table.c.told_id.in_(of_some)))
                self._connection.execute(delete(told).where(told.c.id.in_(of_some)))

    def _put(self, records: Sequence[Record], entities: Mapping[str, Entity], tied: Ties) -> None:
        """Put in what records tell, as the analysts have it."""
        standings = Judgements(self._connection).standings()
        last = self._connection.scalar(select(func.max(told.c.id))) or 0
        making, waiting = Told(entities, tied, last + 1), iter(records)
        while some := list(islice(waiting, RECORDS_AT_ONCE)):
            for record in some:
                making.add(apply_standings(record, standings))
            self._insert(making.taken())
        self._name(making.rows.names)

    def _insert(self, rows: TellingRows) -> None:
        tables = {told: rows.told, told_lines: rows.lines, told_places: rows.places, told_figures: rows.figures}
        for table, of_table in tables.items():
            self._many(insert(table), of_table)

    def _name(self, names: Mapping[int, Mapping[str, Any]]) -> None:
        """Note names; those that were noted before gain what they are called in further languages."""
        for some in chunks(names):
            noted = {row.id: row for row in self._connection.execute(_NAMED, {"some": some})}
            for number, row in noted.items():
                called = {"folded": names[number]["folded"], "names": {**names[number]["names"], **row.names}}
                if called != {"folded": row.folded, "names": row.names}:
                    self._connection.execute(update(told_names).where(told_names.c.id == number).values(called))
            self._many(insert(told_names), (names[number] for number in some if number not in noted))

    def _level(self, statements: Iterable[str]) -> None:
        """A statement stands as the least firm of its claims: an allegation becomes no fact by another's word."""
        alike = told.alias()
        least = select(func.max(alike.c.own)).where(alike.c.statement == told.c.statement).scalar_subquery()
        for some in chunks(statements):
            self._connection.execute(update(told).where(told.c.statement.in_(some)).values(standing=least))

    def _link(self, pairs: Sequence[Pair]) -> None:
        ends = [{"one": source, "other": target} for source, target in pairs]
        for statement in (_UNLINK_PAIR, _LINK_PAIR):
            self._many(statement, ends)

    def _many(self, statement: Any, rows: Iterable[Mapping[str, Any]]) -> None:
        for some in chunks(rows):
            self._connection.execute(statement, some)


def _by_id(entities: Iterable[Entity]) -> dict[str, Entity]:
    return {entity.id: entity for entity in entities}
