"""Text for the files of others: without what XML has no place for, and so that no spreadsheet runs it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from kashf.views.texts import shown

__all__ = ["clean", "csv_lines", "harmless", "rows_as_csv"]

_NO_CHARACTERS = {0xFFFE: None, 0xFFFF: None}
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""With these a cell begins that a spreadsheet takes for a formula (OWASP, CSV Injection)."""


def clean(text: str | None) -> str:
    """A text without what hides or steers (`views.texts.shown`), and without the two characters that are none."""
    return shown(text).translate(_NO_CHARACTERS)


def harmless(value: object) -> str:
    """A cell as text; one that a spreadsheet would take for a formula gets an apostrophe before it. Numbers stay.

    >>> harmless("=1+1"), harmless(-0.5), harmless("-0.5")
    ("'=1+1", '-0.5', "'-0.5")
    """
    if isinstance(value, int | float):
        return str(value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_RUNS) else text


def rows_as_csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as comma-separated text (RFC 4180), with a line break after each row."""
    return "".join(csv_lines(headings, rows))


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The same row by row, for tables that are sent while they are made."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    for row in chain((headings,), rows):
        writer.writerow([harmless(cell) for cell in row])
        yield target.getvalue()
        target.seek(0)
        target.truncate()
