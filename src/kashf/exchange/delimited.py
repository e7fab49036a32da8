"""Tables as comma-separated text: a folder with a file for each, or one of them as a stream."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO

from kashf.exchange.cells import harmless
from kashf.exchange.holdings import Holdings
from kashf.exchange.tables import Cell, Row, Table, TablesWriter, tables

__all__ = ["DelimitedFolder", "DelimitedTable", "FolderWriter", "TableWriter"]


class DelimitedTable:
    """One table as RFC 4180 has it, with headings; what a spreadsheet would run is made harmless."""

    def __init__(self, target: TextIO, table: Table) -> None:
        self._writer: Any = csv.writer(target, lineterminator="\n")
        self._table = table
        self._writer.writerow([column.name for column in table.columns])

    def put(self, table: str, row: Row) -> None:
        """Take a row; one of another table is passed over."""
        if table == self._table.name:
            self._writer.writerow([_told(cell) for cell in self._table.cells(row)])

    def close(self) -> None:
        """Nothing is left to write."""


class DelimitedFolder:
    """A file for each table."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._open = ExitStack()
        self._tables = {
            name: DelimitedTable(self._file(folder / f"{name}.csv"), table) for name, table in tables().items()
        }

    def put(self, table: str, row: Row) -> None:
        """Take a row."""
        self._tables[table].put(table, row)

    def close(self) -> None:
        """Close the files."""
        self._open.close()

    def _file(self, path: Path) -> TextIO:
        return self._open.enter_context(path.open("w", encoding="utf-8", newline=""))


class FolderWriter(TablesWriter):
    """Writes a folder of tables."""

    def __init__(self, target: Path, holdings: Holdings) -> None:
        super().__init__(DelimitedFolder(target), holdings)


class TableWriter(TablesWriter):
    """Writes one table to a stream."""

    def __init__(self, target: TextIO, holdings: Holdings, table: str) -> None:
        super().__init__(DelimitedTable(target, tables()[table]), holdings)


def _told(cell: Cell) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%dT%H:%M:%SZ}"
    return cell.isoformat() if isinstance(cell, date) else harmless(cell)
