"""Keeping up to date what pictures are drawn from, when things are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from sqlalchemy import (
    Connection,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from kashf.ledger.derived import Derivation, Extension
from kashf.ledger.derived_rows import chunks
from kashf.ledger.judgements import Judgements, Standing, apply_standings
from kashf.ledger.prepared import Prepared, among
from kashf.ledger.schema import findings, taking_part
from kashf.ledger.told_parts import count_all, count_anew, take_up
from kashf.ledger.told_rows import TellingRows, Ties, Told, number_of, ties
from kashf.ledger.told_schema import TOLD, beginnings, told, told_figures, told_lines, told_names, told_places
from kashf.records import Entity, Finding, Record, structure

__all__ = ["Telling"]

RECORDS_AT_ONCE = 1_000

_LAST = Prepared(select(func.max(told.c.id)))
_NUMBERS = Prepared(among(select(told.c.id), told.c.report_id))
_NUMBERS_OF_CLAIMS = Prepared(among(select(told.c.id), told.c.claim_id))
_NUMBERS_OF_STATEMENTS = Prepared(among(select(told.c.id), told.c.statement))
_NAMED = Prepared(among(select(told_names.c.id, told_names.c.folded, told_names.c.names), told_names.c.id))
_RENAME = Prepared(
    update(told_names)
    .where(told_names.c.id == bindparam("number"))
    .values(folded=bindparam("said"), names=bindparam("called"))
)
_TAKING_PART = Prepared(
    among(
        select(findings.c.id, findings.c.body).join(taking_part, taking_part.c.finding_id == findings.c.id).distinct(),
        taking_part.c.report_id,
    )
)
_TIE = Prepared(
    update(told)
    .where(told.c.claim_id == bindparam("claim"))
    .values(statement=bindparam("finding"), said=bindparam("number"), origins=bindparam("weight"), standing=told.c.own)
)
_CONTESTED = Prepared(
    update(told)
    .where(told.c.claim_id == bindparam("claim"))
    .values(contested=told.c.contested + bindparam("conflicts"))
)
_ALIKE = told.alias()
_LEVEL = Prepared(
    among(
        update(told).values(
            standing=select(func.max(_ALIKE.c.own)).where(_ALIKE.c.statement == told.c.statement).scalar_subquery()
        ),
        told.c.statement,
    )
)
_PUT = {table: Prepared(insert(table)) for table in TOLD}
_TAKE_OUT = [
    *(Prepared(among(delete(table), table.c.told_id)) for table in (told_lines, told_places, told_figures)),
    Prepared(among(delete(told), told.c.id)),
]
_FORGET_BEGINNINGS = Prepared(among(delete(beginnings), beginnings.c.report_id))


class Telling:
    """The tables that pictures are drawn from, over one connection, within the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def store(self, derivation: Derivation) -> None:
        """Put what a derivation tells in the place of all that was told before."""
        for table in TOLD:
            self._connection.execute(delete(table))
        tied = ties(derivation.findings)
        standings = Judgements(self._connection).standings()
        self._put(derivation.records, _by_id(derivation.entities), tied, standings)
        self._level(dict.fromkeys(finding for finding, _ in tied.statement_of.values()))
        count_all(self._connection)

    def extend(self, extension: Extension, stood: Iterable[Finding], standings: Mapping[str, Standing]) -> None:
        """Add what further reports tell, and take out what they replace. To be done before findings are exchanged;
        `stood` are those that are dropped or exchanged, `standings` how the judged claims stand."""
        after = ties(extension.findings)
        moved = _Moved.between(ties(stood), after, extension.told_anew)
        left = self._take_out(extension.told_otherwise)
        self._tie(moved)
        tied = ties(chain(extension.findings, self._kept(extension)))
        self._put(extension.told_anew, _by_id((*extension.named, *extension.entities)), tied, standings)
        own = (claim.id for record in extension.told_anew for claim in record.claims)
        put = (tied.statement_of[claim][0] for claim in own if claim in tied.statement_of)
        statements = dict.fromkeys((*moved.statements, *put))
        self._level(statements)
        added = [record.report.id for record in extension.told_anew]
        count_anew(self._connection, self._changed(added, moved.touched, statements), left)

    def _changed(self, reports: Iterable[str], claims: Iterable[str], statements: Iterable[str]) -> list[int]:
        """The numbers of the claims of these reports and statements, and of these claims: they are told otherwise."""
        asked = ((_NUMBERS, reports), (_NUMBERS_OF_CLAIMS, claims), (_NUMBERS_OF_STATEMENTS, statements))
        found = (one.values(self._connection, some=some) for one, ids in asked for some in chunks(sorted(ids)))
        return sorted({number for numbers in found for number in numbers})

    def _kept(self, extension: Extension) -> Iterator[Finding]:
        """The findings that the reports which are added or replaced take part in, and that stay as they are."""
        exchanged = {*extension.dropped, *(finding.id for finding in extension.findings)}
        for key, body in _TAKING_PART.rows(self._connection, some=extension.told_otherwise):
            if key not in exchanged:
                yield structure(body, Finding)

    def _tie(self, moved: _Moved) -> None:
        said = moved.tied.items()
        rows = (
            {"claim": claim, "finding": finding, "number": number_of(finding), "weight": origins}
            for claim, (finding, origins) in said
        )
        _TIE.run_each(self._connection, rows)
        contested = ({"claim": claim, "conflicts": many} for claim, many in moved.contested.items())
        _CONTESTED.run_each(self._connection, contested)

    def _take_out(self, reports: Sequence[str]) -> list[int]:
        """Take out what these reports tell; the lines that it was counted under."""
        numbers = _NUMBERS.values(self._connection, some=list(reports)) if reports else []
        lines = take_up(self._connection, numbers)
        for statement in _TAKE_OUT if numbers else ():
            statement.run(self._connection, some=numbers)
        if reports:
            _FORGET_BEGINNINGS.run(self._connection, some=list(reports))
        return lines

    def _put(
        self,
        records: Sequence[Record],
        entities: Mapping[str, Entity],
        tied: Ties,
        standings: Mapping[str, Standing],
    ) -> None:
        """Put in what records tell, as the analysts have it."""
        last = _LAST.values(self._connection)[0] or 0
        making, waiting = Told(entities, tied, last + 1), iter(records)
        while some := list(islice(waiting, RECORDS_AT_ONCE)):
            for record in some:
                making.begin(record)
                making.add(apply_standings(record, standings))
            self._insert(making.taken())
        self._name(making.rows.names)

    def _insert(self, rows: TellingRows) -> None:
        tables = {told: rows.told, told_lines: rows.lines, told_places: rows.places, told_figures: rows.figures}
        tables[beginnings] = rows.beginnings
        for table, of_table in tables.items():
            _PUT[table].run_each(self._connection, of_table)

    def _name(self, names: Mapping[int, Mapping[str, Any]]) -> None:
        """Note names; those that were noted before gain what they are called in further languages."""
        for some in chunks(names):
            noted = {number: rest for number, *rest in _NAMED.rows(self._connection, some=some)}
            for number, (folded, called) in noted.items():
                now = {"said": names[number]["folded"], "called": {**names[number]["names"], **called}}
                if now != {"said": folded, "called": called}:
                    _RENAME.run(self._connection, number=number, **now)
            _PUT[told_names].run_each(self._connection, (names[number] for number in some if number not in noted))

    def _level(self, statements: Iterable[str]) -> None:
        """A statement stands as the least firm of its claims: an allegation becomes no fact by another's word."""
        for some in chunks(statements):
            _LEVEL.run(self._connection, some=some)


@dataclass(frozen=True, slots=True)
class _Moved:
    """What changes for claims when findings are exchanged.

    `tied` are claims of other reports that come into another statement, or into one that weighs otherwise, with it and
    its weight; `contested` how many conflicts more or fewer they are in; `statements` are those whose claims are others
    than before, and `touched` all claims whose lines are to be counted again.
    """

    tied: Mapping[str, tuple[str, int]]
    contested: Mapping[str, int]
    statements: tuple[str, ...]
    touched: frozenset[str]

    @classmethod
    def between(cls, before: Ties, after: Ties, told: Iterable[Record]) -> _Moved:
        """What changes from the findings before to those after, where these records are put in anew."""
        then, now = before.statement_of, after.statement_of
        own = {claim.id for record in told for claim in record.claims}
        moved = {claim for claim in {*then, *now} if then.get(claim) != now.get(claim)}
        contested = Counter(after.contested)
        contested.subtract(before.contested)
        changed = {claim: many for claim, many in contested.items() if many}
        both = [tied[claim] for claim in moved | own for tied in (then, now) if claim in tied]
        statements = {statement for statement, _ in both}
        members = {claim for tied in (then, now) for claim, (statement, _) in tied.items() if statement in statements}
        return cls(
            tied={claim: now.get(claim, (claim, 1)) for claim in sorted(moved - own)},
            contested=changed,
            statements=tuple(sorted(statements)),
            touched=frozenset({*moved, *members, *changed}),
        )


def _by_id(entities: Iterable[Entity]) -> dict[str, Entity]:
    return {entity.id: entity for entity in entities}
