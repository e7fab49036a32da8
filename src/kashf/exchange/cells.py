"""Delimited text that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

__all__ = ["harmless", "rows_as_csv"]

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""With these a cell begins that a spreadsheet takes for a formula (OWASP, CSV Injection)."""


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
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return target.getvalue()
