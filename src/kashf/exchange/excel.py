"""Tables as an Excel workbook, a sheet for each. However many rows: they are streamed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from kashf.exchange.archives import repacked
from kashf.exchange.cells import harmless
from kashf.exchange.holdings import Holdings
from kashf.exchange.tables import Cell, Row, TablesWriter, tables

__all__ = ["MOST_CHARACTERS", "MOST_ROWS", "Workbook", "WorkbookWriter"]

MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
"""Of a sheet and of a cell: the limits of Excel. A table with more rows goes on in a further sheet."""
WIDTHS = {"text": 28, "moment": 20, "day": 12}
OTHER_WIDTH = 10
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


class Workbook:
    """A workbook at a path; the same rows give the same bytes."""

    def __init__(self, path: Path) -> None:
        from openpyxl import Workbook as Book

        self._path = path
        self._book = Book(write_only=True)
        self._book.properties.created = _EPOCH
        self._sheets: dict[str, Any] = {}
        self._rows: dict[str, int] = {}
        for name in tables():
            self._begin(name, name)

    def put(self, table: str, row: Row) -> None:
        """Take a row."""
        self._rows[table] += 1
        if self._rows[table] % MOST_ROWS == 0:
            self._rows[table] += 1
            self._begin(table, f"{table} ({self._rows[table] // MOST_ROWS + 1})")
        self._sheets[table].append([_safe(cell) for cell in tables()[table].cells(row)])

    def close(self) -> None:
        """Write the file."""
        self._book.save(self._path)
        repacked(self._path, {"docProps/core.xml": _without_time})

    def _begin(self, table: str, title: str) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        sheet = self._book.create_sheet(title)
        sheet.freeze_panes = "A2"
        heading = []
        for at, column in enumerate(tables()[table].columns, 1):
            sheet.column_dimensions[get_column_letter(at)].width = WIDTHS.get(column.type, OTHER_WIDTH)
            cell = WriteOnlyCell(sheet, column.name)
            cell.font = Font(bold=True)
            heading.append(cell)
        sheet.append(heading)
        self._sheets[table] = sheet
        self._rows.setdefault(table, 1)


class WorkbookWriter(TablesWriter):
    """Writes a workbook."""

    def __init__(self, target: Path, holdings: Holdings) -> None:
        super().__init__(Workbook(target), holdings)


def _without_time(properties: bytes) -> bytes:
    """The properties of a workbook without the moment of writing, which openpyxl puts in."""
    return _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", properties)


def _safe(cell: Cell) -> Cell:
    """Text that is run nowhere and is not too long; moments without a zone, which Excel does not know."""
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)
    if cell is None or isinstance(cell, bool | int | float | date):
        return cell
    text = harmless(cell)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"
