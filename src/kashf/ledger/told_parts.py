"""Counting statements under the lines, places and units that their claims tell of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Select,
    Table,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal,
    select,
)

from kashf.ledger.derived_rows import chunks
from kashf.ledger.prepared import Prepared, among
from kashf.ledger.told_rows import FACT, STANDINGS
from kashf.ledger.told_schema import PARTS, told, told_figures, told_lines, told_links, told_parts, told_places

__all__ = ["count_all", "count_anew", "counted", "take_up"]

_ENDS = (told_lines.c.source, told_lines.c.source_layer, told_lines.c.target, told_lines.c.target_layer)
_SUBJECTS: dict[str, tuple[Table, ColumnElement[Any]]] = {
    "line": (told_lines, told_lines.c.line),
    "place": (told_places, told_places.c.place),
    "unit": (told_figures, told_figures.c.measure),
}
"""Where a claim says what it is counted under, for each of `PARTS`."""


def counted() -> tuple[ColumnElement[Any], ...]:
    """Of claims in `told_parts`: the most independent origins of any, how many statements there are, of them those put
    as facts, those put as untrue and those in conflict, and the first and last day. All claims of a statement have the
    same origins and stand alike."""
    one, denied = told_parts.c, STANDINGS.index("denied")
    return (
        func.max(one.origins).label("origins"),
        func.count(one.said.distinct()).label("statements"),
        *(
            func.count(case((met, one.said)).distinct()).label(name)
            for name, met in (
                ("stated", one.standing <= FACT),
                ("denied", one.standing == denied),
                ("contested", one.contested > 0),
            )
        ),
        func.min(one.first).label("first"),
        func.max(one.last).label("last"),
    )


def _laying_out(part: str) -> Select[Any]:
    """The rows of claims under one kind of subject."""
    table, subject = _SUBJECTS[part]
    own = (told.c[column.name] for column in told_parts.columns if column.name not in ("part", "subject", "told_id"))
    columns = {column.name: column for column in (*own, subject.label("subject"), told.c.id.label("told_id"))}
    number = literal(PARTS.index(part)).label("part")
    ordered = (number if column.name == "part" else columns[column.name] for column in told_parts.columns)
    return select(*ordered).join_from(told, table, table.c.told_id == told.c.id).distinct()


def _putting(rows: Select[Any]) -> Insert:
    return insert(told_parts).from_select([column.name for column in told_parts.columns], rows)


_LAY_OUT_ALL = [_putting(_laying_out(part).order_by("subject", "said", "told_id")) for part in PARTS]
"""In the order in which they lie: rows that are put in anywhere take four times as long."""
_LAY_OUT = [Prepared(_putting(among(_laying_out(part), told.c.id))) for part in PARTS]
_SUBJECTS_OF = Prepared(among(select(told_parts.c.part, told_parts.c.subject), told_parts.c.told_id))
"""Asked for lines alone, SQLite would look through all lines for these claims: the part is what the table is ordered
by, and it cannot know that there are but three."""
_TAKE_UP = Prepared(among(delete(told_parts), told_parts.c.told_id))


def _linking(rows: Select[Any]) -> Insert:
    """Puts lines into `told_links`, counted."""
    by = (*_ENDS, told_parts.c.type, told_parts.c.grouping, told_lines.c.line)
    counting = rows.add_columns(*by, *counted()).group_by(*by)
    return insert(told_links).from_select([column.name for column in counting.selected_columns], counting)


_LINES = (
    select()
    .join_from(told_parts, told_lines, told_lines.c.told_id == told_parts.c.told_id)
    .where(told_parts.c.part == PARTS.index("line"), told_parts.c.subject == told_lines.c.line)
)
_LINK_ALL = _linking(_LINES)
_LINK = Prepared(_linking(_LINES.where(told_parts.c.subject == bindparam("number"))))
_UNLINK = Prepared(delete(told_links).where(told_links.c.line == bindparam("number")))


def count_all(connection: Connection) -> None:
    """Lay out and count all that is told anew."""
    for table in (told_parts, told_links):
        connection.execute(delete(table))
    for statement in (*_LAY_OUT_ALL, _LINK_ALL):
        connection.execute(statement)


def count_anew(connection: Connection, claims: Sequence[int], lines: Sequence[int]) -> None:
    """Lay out anew what these claims tell of, by their numbers, and count these lines and theirs."""
    before = take_up(connection, claims)
    for some in chunks(claims):
        for statement in _LAY_OUT:
            statement.run(connection, some=some)
    changed = sorted({*lines, *before, *_lines_of(connection, claims)})
    for statement in (_UNLINK, _LINK):
        statement.run_each(connection, ({"number": line} for line in changed))


def take_up(connection: Connection, claims: Sequence[int]) -> list[int]:
    """Take out what these claims are counted under; the lines among it."""
    lines = _lines_of(connection, claims)
    for some in chunks(claims):
        _TAKE_UP.run(connection, some=some)
    return lines


def _lines_of(connection: Connection, claims: Sequence[int]) -> list[int]:
    found = (row for some in chunks(claims) for row in _SUBJECTS_OF.rows(connection, some=some))
    return sorted({subject for part, subject in found if part == PARTS.index("line")})
