"""Where sentences end between items."""

from __future__ import annotations

from kashf.extraction.numerals import Scan

__all__ = ["is_break", "parted"]


def parted(scan: Scan, first: int, after: int) -> bool:
    """Whether a sentence ends between two items. A dot between digits or letters ends none."""
    return any(is_break(scan, item) for item in range(first + 1, after))


def is_break(scan: Scan, item: int) -> bool:
    """Whether a sentence ends with the item."""
    mark = scan.words(item, item)
    return mark == "\n" or (mark in ".!?؟؛;" and (item + 1 == len(scan) or not scan.glued(item + 1)))
