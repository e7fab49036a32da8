"""Tables as Parquet, a file for each, through DuckDB (`pip install 'kashf[parquet]'`)."""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import TextIO

from kashf.errors import ExchangeError
from kashf.exchange.holdings import Holdings
from kashf.exchange.tables import Cell, Row, Table, TablesWriter, tables

__all__ = ["ParquetFolder", "ParquetWriter"]

TYPES = {
    "text": "VARCHAR",
    "whole": "BIGINT",
    "number": "DOUBLE",
    "day": "DATE",
    "moment": "TIMESTAMP",
    "truth": "BOOLEAN",
}
MEMORY = "512MB"


class ParquetFolder:
    """A file for each table. Rows wait in JSON lines beside them until all are there. Raises ExchangeError where DuckDB
    is not installed."""

    def __init__(self, folder: Path) -> None:
        self._duckdb = _duckdb()
        folder.mkdir()
        self._folder = folder
        self._open = ExitStack()
        self._files: dict[str, TextIO] = {
            name: self._open.enter_context(self._waiting(name).open("w", encoding="utf-8", newline="\n"))
            for name in tables()
        }
        self._tables = tables()

    def put(self, table: str, row: Row) -> None:
        """Take a row."""
        names = (column.name for column in self._tables[table].columns)
        cells = zip(names, map(_plain, self._tables[table].cells(row)), strict=True)
        self._files[table].write(json.dumps(dict(cells), ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Turn what waits into Parquet."""
        self._open.close()
        with self._duckdb.connect(config={"autoinstall_known_extensions": "false"}) as connection:
            connection.execute(f"SET threads = 1; SET memory_limit = '{MEMORY}'; SET preserve_insertion_order = true")
            for name, table in self._tables.items():
                connection.execute(_copy(table, self._waiting(name), self._folder / f"{name}.parquet"))
                self._waiting(name).unlink()

    def _waiting(self, name: str) -> Path:
        return self._folder / f"{name}.jsonl"


class ParquetWriter(TablesWriter):
    """Writes a folder of tables."""

    def __init__(self, target: Path, holdings: Holdings) -> None:
        super().__init__(ParquetFolder(target), holdings)


def _copy(table: Table, source: Path, target: Path) -> str:
    columns = ", ".join(f"{_quoted(column.name)}: '{TYPES[column.type]}'" for column in table.columns)
    reading = f"read_json({_quoted(source)}, format = 'newline_delimited', columns = {{{columns}}})"
    return f"COPY (SELECT * FROM {reading}) TO {_quoted(target)} (FORMAT parquet, COMPRESSION zstd)"  # noqa: S608 - names are ours, paths are quoted


def _quoted(name: object) -> str:
    return "'" + str(name).replace("'", "''") + "'"


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%dT%H:%M:%S.%f}"
    return cell.isoformat() if isinstance(cell, date) else cell


def _duckdb() -> ModuleType:
    try:
        import duckdb
    except ImportError as error:
        raise ExchangeError(
            "Parquet is written through DuckDB. Install it with: pip install 'kashf[parquet]'"
        ) from error
    return duckdb
