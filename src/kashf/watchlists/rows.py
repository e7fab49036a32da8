"""Tables as rows of cells: delimited text in any encoding, and Excel workbooks. Nothing in a cell is ever run.

Each row knows on which line (or row of a sheet) it stands. What breaks the format costs the row and no more.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from kashf.reading.files import File
from kashf.reading.outcome import Problem
from kashf.watchlists.entries import of_place
from kashf.watchlists.letters import text_of

if TYPE_CHECKING:
    from _csv import Reader

__all__ = ["Row", "is_workbook", "rows_of"]

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_LINES = 60
LARGEST_CELL = 131_072
"""Characters; Python's own limit for a cell. A cell of a list of names has some hundred at most."""
LONGEST_ROW = 100
"""Lines within one row; more than that, and a quotation mark was opened that nobody closed."""
LARGEST_WORKBOOK = 500_000_000
"""Bytes that a workbook may unpack to."""
MOST_EMPTY = 1_000
"""Empty rows of a sheet after which it is taken to have ended: formatting may run to the last of a million rows."""

_NOTHING = " \t\r\n\x1a"
"""The last of them is the end-of-file mark of DOS, with which OFAC still ends its files."""

_BROKEN_WORKBOOK = (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError, EOFError, SyntaxError)
"""What openpyxl raises on workbooks that break their format (SyntaxError: that of its XML)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells as text, and where it stands (`row 12`, `sheet Clients, row 12`)."""

    place: str
    cells: tuple[str, ...]


def is_workbook(file: File) -> bool:
    """Whether a file is an Excel workbook of 2007 or later."""
    return file.data.startswith(b"PK\x03\x04") and b"xl/" in file.data


def rows_of(file: File, problems: list[Problem], delimiter: str | None = None) -> Iterator[Row]:
    """The rows that are not empty. Raises ReadingError where the file is no table at all."""
    if is_workbook(file):
        yield from _sheets(file)
    elif file.data.startswith(b"\xd0\xcf\x11\xe0"):
        raise file.error(
            "is an Excel workbook of before 2007, or a locked one.", "Save it as .xlsx or .csv.", "unsupported"
        )
    else:
        yield from _lines(text_of(file), file, problems, delimiter)


def _lines(text: str, file: File, problems: list[Problem], delimiter: str | None) -> Iterator[Row]:
    lines = text.replace("\x00", "").splitlines(keepends=True)
    mark = delimiter or _delimiter(lines[:SAMPLE_LINES])
    at = 0
    while at < len(lines):
        reader = csv.reader(islice(lines, at, None), delimiter=mark)
        for cells, first, last in _read(reader):
            if cells is None or _swallows(cells, last - first):
                problems.append(_unclosed(file, at + first + 1))
                yield from _row(at + first + 1, lines[at + first].split(mark))
                at += first + 1
                break
            yield from _row(at + first + 1, cells)
        else:
            return


def _read(reader: Reader) -> Iterator[tuple[list[str] | None, int, int]]:
    """Each row with the numbers of the lines before and after it; no cells where they could not be read."""
    while True:
        before = reader.line_num
        try:
            yield next(reader), before, reader.line_num
        except csv.Error:
            yield None, before, reader.line_num
        except StopIteration:
            return


def _swallows(cells: Sequence[str], lines: int) -> bool:
    return lines > LONGEST_ROW or any(len(cell) > LARGEST_CELL for cell in cells)


def _unclosed(file: File, line: int) -> Problem:
    what = f"opens a quotation mark that is not closed, or holds a cell of more than {LARGEST_CELL:,} characters."
    return of_place(file.location, f"row {line}", what, "Mend that line; it was read without its quotation marks.")


def _row(line: int, cells: Sequence[str]) -> Iterator[Row]:
    if any(cell.strip(_NOTHING) for cell in cells):
        yield Row(f"row {line}", tuple(cell.strip() for cell in cells))


def _delimiter(lines: Sequence[str]) -> str:
    """The mark that divides the first lines into the same number of cells, the more the better."""
    return max(DELIMITERS, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: Sequence[str], mark: str) -> tuple[float, int]:
    try:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=mark) if cells]
    except csv.Error:
        return (0.0, 0)
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
    return (widths.count(usual) / len(widths) if usual > 1 else 0.0, usual)


def _sheets(file: File) -> Iterator[Row]:
    """The rows of the first sheet that has any; cells as they are shown, days as ISO 8601."""
    from openpyxl import load_workbook

    try:
        _refuse_bombs(file)
        workbook = load_workbook(io.BytesIO(file.data), read_only=True, data_only=True, keep_links=False)
        for sheet in workbook.worksheets:
            found = list(_sheet(sheet))
            if found:
                yield from found
                return
    except _BROKEN_WORKBOOK as error:
        raise file.error(
            f"is no sound Excel workbook ({error}).", "Open and save it again, or save it as .csv."
        ) from error


def _refuse_bombs(file: File) -> None:
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > LARGEST_WORKBOOK:
            raise file.error(
                f"unpacks to more than {LARGEST_WORKBOOK:,} bytes.", "Save the sheet that matters as .csv.", "too_large"
            )


def _sheet(sheet: Any) -> Iterator[Row]:
    empty = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        texts = tuple(map(_shown, cells))
        empty = 0 if any(texts) else empty + 1
        if empty > MOST_EMPTY:
            return
        if not empty:
            yield Row(f"sheet {sheet.title}, row {number}", texts)


def _shown(value: object) -> str:
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
