"""Statements that are asked for each further report: made once, then given to the driver as they stand.

To send a statement, SQLAlchemy takes some ten times as long as SQLite takes to answer it (120 microseconds to 10, for
a row looked up by its key), and sixty are sent for one report. Here SQLAlchemy still says what a statement is, in the
words of the database; the rest of the way is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import (
    ClauseElement,
    ColumnElement,
    CompoundSelect,
    Connection,
    Delete,
    Dialect,
    Select,
    Text,
    TypeDecorator,
    Update,
    bindparam,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

__all__ = ["Prepared", "Several", "among"]

Statement = TypeVar("Statement", Select[Any], Delete, Update)
Process = Callable[[Any], Any]


class Several(TypeDecorator[Sequence[Any]]):
    """Texts or whole numbers as one parameter, so that a statement reads the same however many there are."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[Any] | None, dialect: Dialect) -> Any:
        """To the database: SQLite takes them as JSON."""
        return json.dumps(value) if dialect.name == "sqlite" else value


class _Each(FunctionElement[Any]):
    """The values of a list, a row each."""

    inherit_cache = True


@compiles(_Each)
def _unnested(element: _Each, compiler: Any, **how: Any) -> str:
    return f"(SELECT unnest({compiler.process(element.clauses, **how)}))"


@compiles(_Each, "sqlite")
def _from_json(element: _Each, compiler: Any, **how: Any) -> str:
    return f"(SELECT value FROM json_each({compiler.process(element.clauses, **how)}))"  # noqa: S608


def among(statement: Statement, column: ColumnElement[Any]) -> Statement:
    """The statement over those rows whose column has one of the values that are given as `some`, a list."""
    return statement.where(column.op("IN", is_comparison=True)(_Each(bindparam("some", type_=Several()))))


class Prepared:
    """One statement. It runs within the transaction of the connection that it is given."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._made: dict[str, _Made] = {}

    def rows(self, connection: Connection, **given: Any) -> list[tuple[Any, ...]]:
        """The rows that a query finds."""
        made = self._for(connection)
        found = _driver(connection).execute(made.text, made.arranged(given)).fetchall()
        return [made.read(row) for row in found] if made.reads else found

    def values(self, connection: Connection, **given: Any) -> list[Any]:
        """The first column of the rows that a query finds."""
        return [row[0] for row in self.rows(connection, **given)]

    def run(self, connection: Connection, **given: Any) -> None:
        """Do what the statement says."""
        made = self._for(connection)
        _driver(connection).execute(made.text, made.arranged(given))

    def run_each(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Do it once for each of the rows."""
        made = self._for(connection)
        _driver(connection).executemany(made.text, map(made.arranged, rows))

    def plan(self, connection: Connection) -> tuple[str, ...]:
        """How SQLite goes about it, step by step (https://www.sqlite.org/eqp.html)."""
        made = self._for(connection)
        steps = _driver(connection).execute(f"EXPLAIN QUERY PLAN {made.text}", made.arranged({}))
        return tuple(told for *_, told in steps)

    def _for(self, connection: Connection) -> _Made:
        dialect = connection.dialect
        made = self._made.get(dialect.name)
        if made is None:
            made = self._made[dialect.name] = _made(self._statement, dialect)
        return made


@dataclass(frozen=True, slots=True)
class _Made:
    """A statement as the driver takes it: its text, its parameters in their order, each with the value that stands
    where none is given and with what makes it ready; and what is done to each column of a row, if anything."""

    text: str
    asked: tuple[tuple[str, Any, Process | None], ...]
    reads: tuple[Process | None, ...]

    def arranged(self, given: Mapping[str, Any]) -> list[Any]:
        """The parameters of one call."""
        return [
            given.get(name, otherwise) if ready is None else ready(given.get(name, otherwise))
            for name, otherwise, ready in self.asked
        ]

    def read(self, row: Sequence[Any]) -> tuple[Any, ...]:
        """A row with its columns read."""
        return tuple(
            value if process is None else process(value) for value, process in zip(row, self.reads, strict=True)
        )


def _made(statement: Any, dialect: Dialect) -> _Made:
    compiled = statement.compile(dialect=dialect)
    ready = {name: _impl(bind.type, dialect).bind_processor(dialect) for name, bind in compiled.binds.items()}
    asked = tuple((name, compiled.params[name], ready[name]) for name in compiled.positiontup or ())
    columns = statement.selected_columns if isinstance(statement, Select | CompoundSelect) else ()
    reads = tuple(_impl(column.type, dialect).result_processor(dialect, None) for column in columns)
    return _Made(str(compiled), asked, reads if any(reads) else ())


def _impl(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    return kind.dialect_impl(dialect)


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection
