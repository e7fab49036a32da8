"""What is taken away from a page: tables and pictures as files."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import Response

from kashf.workbench.rendering import page
from kashf.workbench.who import Visitor

__all__ = ["csv_file", "svg_file"]

BYTE_ORDER = "\ufeff"
"""Without it some spreadsheets take Arabic in UTF-8 for something else."""


def csv_file(name: str, table: str) -> Response:
    """A table that a browser keeps as a file."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(BYTE_ORDER + table, media_type="text/csv; charset=utf-8", headers=headers)


def svg_file(request: Request, template: str, visitor: Visitor, **values: object) -> Response:
    """A picture by itself; it carries its colours in itself, those of the light page."""
    drawn = page(request, template, visitor, **values)
    return Response(drawn.body, media_type="image/svg+xml")
