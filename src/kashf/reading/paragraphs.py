"""Paragraphs from rows: what a page of a document shows as rows of letters, put together as it was written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from kashf.reading.visual_order import is_right_to_left, pair_brackets

__all__ = ["Row", "find_heading", "join_rows", "without_furniture"]

FULL_ROW = 0.8
"""Share of the usual length; a row that ends a sentence short of it ends its paragraph."""
SHORT_ROW = 0.6
"""A row shorter than that and without a stop is a caption or an item of a list."""
WIDE = 0.9
"""The quantile of the rows' lengths that stands for the usual one."""
HEADING_SIZE = 1.15
"""How many times as large as the text's letters a heading's are."""
LONGEST_HEADING = 40
"""Words."""
FEWEST_REPEATS = 3
"""A first or last row that stands on so many pages is a running head or foot."""

_STOPS = ".!?؟…:"
_CLOSERS = "\"'»”’)]"
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.|صفحة|стр\.?)?\W*\d{1,4}(?:\s*(?:/|of|de|sur|من|из)\s*\d{1,4})?\W*", re.I)
_HYPHENS = "\x02\ufffe\u00ad"
"""What pdfium gives for a hyphen at a row's end that is there for the break only."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a page: its text, and the size of its letters in points."""

    text: str
    size: float


def without_furniture(pages: Sequence[Sequence[Row]]) -> list[Row]:
    """The rows of all pages without page numbers; running heads and feet stand once, at the end."""
    edges = Counter(shape for page in pages for shape in {_shape(row) for row in (*page[:1], *page[-1:])})
    running = {shape for shape, count in edges.items() if count >= FEWEST_REPEATS}
    kept: list[Row] = []
    apart: dict[str, Row] = {}
    for page in pages:
        for index, row in enumerate(page):
            at_edge = index in (0, len(page) - 1)
            if at_edge and _PAGE_NUMBER.fullmatch(row.text):
                continue
            if at_edge and _shape(row) in running:
                apart.setdefault(_shape(row), row)
            else:
                kept.append(row)
    return [*kept, *apart.values()]


def _shape(row: Row) -> str:
    return re.sub(r"\d+", "0", row.text)


def join_rows(rows: Sequence[Row]) -> str:
    """The text, a paragraph a line.

    A paragraph ends with a sentence that stops short of the usual width, and where the size of the letters changes;
    rows of a heading belong together; short rows without a stop stand by themselves.
    """
    if not rows:
        return ""
    usual, size = _usual_width(rows), _usual_size(rows)
    pieces = [rows[0].text.rstrip(_HYPHENS)]
    for row, following in pairwise(rows):
        pieces.append(_joint(row, following, usual, size) + following.text.rstrip(_HYPHENS))
    paragraphs = "".join(pieces).split("\n")
    return "\n".join(pair_brackets(text) if is_right_to_left(text) else text for text in paragraphs)


def _usual_width(rows: Sequence[Row]) -> int:
    widths = sorted(len(row.text) for row in rows)
    return widths[round(WIDE * (len(widths) - 1))]


def _usual_size(rows: Sequence[Row]) -> float:
    """The size that most of the text is set in."""
    return median_low([row.size for row in rows for _ in range(1 + len(row.text) // 10)])


def _joint(row: Row, following: Row, usual: int, size: float) -> str:
    """What stands between a row and the next; nothing where a word was broken."""
    if not 1 / HEADING_SIZE < (row.size or 1) / (following.size or 1) < HEADING_SIZE:
        return "\n"
    if row.size >= HEADING_SIZE * size:
        return " "
    ends = row.text.rstrip(_CLOSERS)[-1:] in _STOPS
    if len(row.text) < (FULL_ROW if ends else SHORT_ROW) * usual:
        return "\n"
    return "" if row.text[-1:] in _HYPHENS else " "


def find_heading(rows: Sequence[Row]) -> str | None:
    """The heading a document begins with: its first rows, where they are set larger than the text."""
    size = _usual_size(rows) if rows else 0.0
    heading: list[str] = []
    for row in rows:
        if row.size < HEADING_SIZE * size:
            break
        heading.append(row.text)
    words = " ".join(heading).split()
    return " ".join(words) if 1 < len(words) <= LONGEST_HEADING else None
