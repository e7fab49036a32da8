"""What else stands among the items: ends of sentences, bare years."""

from __future__ import annotations

from kashf.extraction.figures.amount import Amount
from kashf.extraction.numerals import Scan

__all__ = ["is_break", "is_year", "parted"]

_YEAR_WIDTH, _FIRST_YEAR, _AFTER_YEARS = 4, 1900, 2100


def parted(scan: Scan, first: int, after: int) -> bool:
    """Whether a sentence ends between two items. A dot between digits or letters ends none."""
    return any(is_break(scan, item) for item in range(first + 1, after))


def is_break(scan: Scan, item: int) -> bool:
    """Whether a sentence ends with the item."""
    mark = scan.words(item, item)
    return mark == "\n" or (mark in ".!?؟؛;" and (item + 1 == len(scan) or not scan.glued(item + 1)))


def is_year(scan: Scan, amount: Amount) -> bool:
    """Whether a bare number is more likely a year than a count."""
    number = scan.numbers.get(amount.core[0])
    if number is None or amount.modifier != "exact":
        return False
    return number.width == _YEAR_WIDTH and _FIRST_YEAR <= number.value < _AFTER_YEARS
