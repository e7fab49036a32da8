"""One amount told in two units: «42 مليون رينغيت (10 ملايين دولار)», 5 million francs, or about $5.1 million."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.figures.amount import Amount
from kashf.extraction.figures.catalogue import CURRENCY
from kashf.extraction.figures.magnitudes import kept
from kashf.extraction.figures.rates import RateReader
from kashf.records import Figure

__all__ = ["standing_in", "tie_conversions"]

_CONVERTED = (CURRENCY, "mass", "volume", "length", "area")
"""Measures in which an amount may be told again; three soldiers (two women) are not the same."""
_REACH = 6
"""Items between an amount and the same in another unit."""
_BETWEEN = ("equal", "range_or", "with", "to")
_OPENING = '(["'
_MARKS = frozenset("()[],،-–—/\"'*\\")


def tie_conversions(rates: RateReader, amounts: Sequence[Amount]) -> dict[int, int]:
    """The places of amounts that tell an earlier one again in another unit, each with the place of that one.

    What either is per is said of both: «700 000 francs CFA (1 050 euros) par mois».
    """
    tied: dict[int, int] = {}
    for place in range(1, len(amounts)):
        first, second = amounts[place - 1], amounts[place]
        if _restates(rates, first, second):
            tied[place] = tied.get(place - 1, place - 1)
            if first.unit != second.unit:
                _share_rate(rates, first, second)
    return tied


def standing_in(figures: Sequence[Figure], stretches: Sequence[tuple[int, int]]) -> tuple[Figure, ...]:
    """The figures that begin in one of the stretches of text; restatements point to the new places."""
    return kept(figures, [any(s <= figure.start < e for s, e in stretches) for figure in figures])


def _restates(rates: RateReader, first: Amount, second: Amount) -> bool:
    between = range(first.last + 1, second.first)
    if first.measure not in _CONVERTED or second.measure != first.measure or not 0 < len(between) <= _REACH:
        return False
    if (first.unit, first.per) == (second.unit, second.per) or first.unit is None or second.unit is None:
        return False
    scan = rates.scan
    said = any(scan.find(item, "equal") for item in range(first.last + 1, second.core[0]))
    opened = any(scan.words(item, item) in _OPENING for item in between)
    return (said or opened) and all(
        any(scan.find(item, kind) for kind in _BETWEEN) or scan.words(item, item) in _MARKS for item in between
    )


def _share_rate(rates: RateReader, first: Amount, second: Amount) -> None:
    scan, behind = rates.scan, second.last + 1
    while behind < len(scan) and scan.words(behind, behind) in _MARKS:
        behind += 1
    per = first.per or second.per or rates.said_at(behind)
    first.per = first.per or per
    second.per = second.per or per
