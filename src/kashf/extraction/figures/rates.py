"""Rates and prices: what a figure is per (يوميا، للبرميل، لكل شخص، a day, per barrel, par mois)."""

from __future__ import annotations

from kashf.extraction.figures.amount import Amount
from kashf.extraction.figures.catalogue import CURRENCY
from kashf.extraction.figures.sentences import is_break
from kashf.extraction.figures.units import UnitReader

__all__ = ["RateReader"]

_OF_GOODS = ("mass", "volume")
_REACH = 4
"""Words that may stand between such a unit and its rate: «برميل نفط يوميا»، barrels of oil a day."""
_APART = 3
"""Words between any other amount and a rate said by itself: «سبعين شاحنة تعبر يوميا»."""
_GOOD_REACH = 6
"""Items between a good and what it is sold for: «البرميل الواحد مقابل 25 دولارا»."""
_PRICE_REACH = 14
"""Items between the good whose price is told and the price: «سعر برميل النفط المنتج من الحقول بين 20 و60 دولارا»."""


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
        if amount.measure == "share" and self.scan.find(amount.last + 1, "rate") is None:
            return
        reach = _REACH if amount.measure in _OF_GOODS else 0
        for at in range(amount.last + 1, amount.last + 2 + reach):
            if at in self.taken:
                return
            found = self._rate_of(amount, at)
            if found and (at == amount.last + 1 or self._is_of_time(at, found)):
                if at > amount.last + 1:
                    amount.of = amount.last + 1, at - 1
                amount.per, amount.last = found
                return
            if not self._may_stand_between(at):
                break
        if amount.measure not in ("share", "duration"):
            amount.per = self._said_apart(amount.last + 1)

    def _rate_of(self, amount: Amount, at: int) -> tuple[str, int] | None:
        """What the words at an item say that the amount is per. People and things are told per time or per head."""
        found = self._rate(at) or self._for_one(at, amount)
        if found is None or amount.measure != "count" or self.scan.find(at, "rate"):
            return found
        return found if found[0] == "person" or self.units.known.measure(found[0]) == "duration" else None

    def _for_one(self, at: int, amount: Amount) -> tuple[str, int] | None:
        """What a sum is paid for one of: «خمسين دولارا عن الرحلة»; a length «عن الحدود» is none."""
        paid = amount.measure == CURRENCY and self.scan.find(at, "for_one") and at + 1 in self.scan.definite
        return self._unit(at + 1) if paid else None

    def said_at(self, at: int) -> str | None:
        """What the words at an item say that an amount is per."""
        found = None if at in self.taken else self._rate(at)
        return found[0] if found else None

    def priced_before(self, amount: Amount, first: int) -> str | None:
        """The good whose price an amount is: «سعر البرميل 25 دولارا», the price of an ounce rose to $1,300."""
        if amount.scaled:
            return None
        for at in range(amount.first - 1, max(first, amount.first - _PRICE_REACH) - 1, -1):
            number = self.scan.numbers.get(at)
            if is_break(self.scan, at) or (number and (number.digits or number.value > 1)):
                return None
            good = self._priced(at, near=amount.first - at <= _GOOD_REACH)
            if good:
                return good
        return None

    def _priced(self, at: int, near: bool) -> str | None:
        unit = self.units.exact(at)
        if unit is None or (unit.measure != CURRENCY and unit.measure not in _OF_GOODS):
            return None
        if self._is_price_of(at):
            return unit.name
        goods = near and unit.measure in _OF_GOODS and self.units.is_definite(at)
        return unit.name if goods and not self._is_many(at) else None

    def _is_many(self, at: int) -> bool:
        sense = self.units.unit_sense(at)
        return sense is not None and sense.form.startswith("many")

    def _is_price_of(self, at: int) -> bool:
        before = at - 1
        while self.scan.find(before, "of") or self.scan.find(before, "the"):
            before -= 1
        sold = self.units.is_word(before) and self.scan.find(before - 1, "price")
        return self.scan.find(before, "price") is not None or (self.units.unit_sense(at) is not None and bool(sold))

    def _said_apart(self, at: int) -> str | None:
        """A rate said by itself a few words on, in the same clause."""
        for item in range(at, at + _APART + 1):
            said = self.scan.find(item, "rate") or self.scan.find(item, "rate_in")
            found = self._rate(item) if said and item not in self.taken else None
            if found:
                return found[0]
            if not (self._may_stand_between(item) or self.scan.find(item, "auxiliary") or self._is_comma(item)):
                return None
        return None

    def _is_comma(self, at: int) -> bool:
        """Whether only a comma parts the words from their rate: «330 ألف برميل من المكثفات، يوميا»."""
        return self.scan.find(at + 1, "rate") is not None and self.scan.words(at, at) in ",،"

    def _is_of_time(self, at: int, found: tuple[str, int]) -> bool:
        """Whether a rate that stands apart from its amount is one: "a day", but not "left the port"."""
        timed = self.units.known.measure(found[0]) == "duration"
        return self.scan.find(at, "rate") is not None or (timed and self.scan.find(at, "the") is None)

    def _may_stand_between(self, at: int) -> bool:
        if at >= len(self.scan):
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
        if scan.find(at, "each_the"):
            found = self._unit(at + 1)
            return found if found and self.units.known.measure(found[0]) in ("mass", "volume", "duration") else None
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
