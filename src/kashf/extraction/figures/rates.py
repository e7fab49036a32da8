"""Rates and prices: what a figure is per (يوميا، للبرميل، لكل شخص، a day, per barrel, par mois)."""

from __future__ import annotations

from kashf.extraction.figures.amount import Amount
from kashf.extraction.figures.units import UnitReader

__all__ = ["RateReader"]

_OF_GOODS = ("mass", "volume")
_REACH = 2
"""Words that may stand between such a unit and its rate: «برميل نفط يوميا»، barrels of oil a day."""


class RateReader:
    """What the figures of one scan are per. `taken` are the items that belong to a time."""

    def __init__(self, units: UnitReader, taken: set[int]) -> None:
        self.units = units
        self.taken = taken
        self.scan = units.scan

    def attach(self, amount: Amount) -> None:
        """Reads the rate after an amount, and the good it measures."""
        if amount.unit is None or "/" in amount.unit:
            return
        reach = _REACH if amount.measure in _OF_GOODS else 0
        for at in range(amount.last + 1, amount.last + 2 + reach):
            if at in self.taken:
                return
            found = self._rate(at)
            if found:
                if at > amount.last + 1:
                    amount.of = amount.last + 1, at - 1
                amount.per, amount.last = found
                return
            if not self._may_stand_between(at, amount):
                return

    def _may_stand_between(self, at: int, amount: Amount) -> bool:
        if amount.measure == "share" or at >= len(self.scan):
            return False
        return self.units.is_word(at) or self.scan.find(at, "of") is not None

    def _rate(self, at: int) -> tuple[str, int] | None:
        """What an amount is per, and the last item that says it."""
        scan = self.scan
        sense = scan.find(at, "rate")
        if sense:
            return str(sense.value), at
        if scan.find(at, "each"):
            return self._unit(at + 1)
        if scan.find(at, "rate_in") and self.units.is_definite(at + 1) and at + 1 not in self.taken:
            found = self._unit(at + 1)
            return found if found and self.units.known.measure(found[0]) == "duration" else None
        if scan.find(at, "to") and at + 1 in scan.definite:
            return self._unit(at + 1)
        return None

    def _unit(self, at: int) -> tuple[str, int] | None:
        unit = self.units.exact(at)
        if unit is None:
            return None
        last = unit.last
        if self.scan.find(last + 1, "one"):
            last += 1
        elif unit.measure == "count" and self.scan.find(at - 1, "to"):
            return None
        return unit.name, last
