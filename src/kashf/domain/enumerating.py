"""Telling parts of a whole: the words that join them, and which figures can be added up."""

from __future__ import annotations

import re
from functools import cache

from kashf.domain.tables import table
from kashf.language.loading import read_table

__all__ = ["ends_joining", "kind_of_sum", "starts_with_each"]

_MONEY = re.compile(r"[A-Z]{3}")
_UNSUMMED = ("share", "duration", "temperature", "speed", "calibre")
COUNTED = "counted"


def ends_joining(between: str) -> bool:
    """Whether the words between two figures end as those between two parts do: in a comma or an «and».

    >>> ends_joining(" في مكتب المتهم، و"), ends_joining(" customs officers, who then seized ")
    (True, False)
    """
    return _joining().search(between.casefold()) is not None


def starts_with_each(behind: str) -> bool:
    """Whether the words behind a price say that it is the price of one piece.

    >>> starts_with_each(" apiece and took in"), starts_with_each(" from the sale")
    (True, False)
    """
    return _each().match(behind.casefold()) is not None


@cache
def kind_of_sum(unit: str | None) -> str | None:
    """What a figure of this unit can be added to: money and measures to their like, whatever is counted to all else
    that is. None where nothing adds up: rates, shares, times, bare numbers.

    >>> kind_of_sum("EUR"), kind_of_sum("coin"), kind_of_sum("percent"), kind_of_sum("USD/barrel")
    ('EUR', 'counted', None, None)
    """
    if unit is None or "/" in unit:
        return None
    shared = read_table(None, "units")
    measure = next((name for name, units in shared["measure"].items() if unit in units), None)
    if measure in _UNSUMMED:
        return None
    return unit if measure or _MONEY.fullmatch(unit) or unit in shared["family"] else COUNTED


@cache
def _joining() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("enumerating")["joining"]))
    contrasting = "|".join(map(re.escape, table("enumerating")["contrasting"]))
    return re.compile(rf"(?:[,،;؛]\s*|(?:^|[\s,،;؛])(?:{words})\s*|[,،]\s*(?:{contrasting})\s+\w+\s+)$")


@cache
def _each() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("enumerating")["each"]))
    return re.compile(rf"\s*(?:{words})(?!\w)")
