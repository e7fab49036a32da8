"""What is taken away from a page: tables and pictures as files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice

from fastapi import Request
from fastapi.responses import Response, StreamingResponse

from kashf.exchange.cells import csv_lines
from kashf.views.texts import shortened, shown
from kashf.workbench.interface import messages
from kashf.workbench.rendering import page
from kashf.workbench.who import Visitor

__all__ = ["AT_FIRST", "csv_file", "svg_file"]

BYTE_ORDER = "\ufeff"
"""Without it some spreadsheets take Arabic in UTF-8 for something else."""
LONGEST_CELL = 32_000
"""Characters of a cell; a spreadsheet takes 32,767."""
AT_FIRST, AT_ONCE = 20, 100
"""Rows that are made before the first is sent, and that are sent at once after these."""


def csv_file(request: Request, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A table that a browser keeps as a file: sent while its rows are made, so that what takes long begins at once.

    `columns` are entries of the catalogue: the headings are in the reader's language. The first rows are made before
    anything is sent: what is refused is refused with its status.
    """
    say = messages(request.state.interface.language).say
    lines = csv_lines([say(f"columns.{key}") for key in columns], (tuple(map(_cell, row)) for row in rows))
    first = "".join(islice(lines, AT_FIRST))
    rest = iter(lambda: "".join(islice(lines, AT_ONCE)), "")
    headers = {"Content-Disposition": f'attachment; filename="kashf-{name}.csv"'}
    told = chain((BYTE_ORDER + first,), rest)
    return StreamingResponse(told, media_type="text/csv; charset=utf-8", headers=headers)


def _cell(value: object) -> object:
    return shortened(shown(value), LONGEST_CELL) if isinstance(value, str) else value


def svg_file(request: Request, template: str, visitor: Visitor, **values: object) -> Response:
    """A picture by itself; it carries its colours in itself, those of the light page."""
    drawn = page(request, template, visitor, **values)
    return Response(drawn.body, media_type="image/svg+xml")
