"""What belongs to an amount behind its unit: cents, a scale said late, a half."""

from __future__ import annotations

from kashf.extraction.figures.amount import Amount
from kashf.extraction.figures.catalogue import CURRENCY
from kashf.extraction.figures.signed import read_signed_range
from kashf.extraction.figures.units import UnitReader
from kashf.extraction.numerals import Number

__all__ = ["SumReader"]

_HUNDREDTHS = 100
_DECIMALS = 4


class SumReader:
    """Completes the amounts of one scan."""

    def __init__(self, units: UnitReader) -> None:
        self.units = units
        self.scan = units.scan

    def complete(self, amount: Amount) -> None:
        """Reads the million of "75 USD million", the cents of "20 dollars 43", the half of «ثلاث سنوات ونصف»."""
        if amount.high is not None or amount.fraction or amount.measure == "share":
            return
        if amount.measure == CURRENCY:
            self._minus(amount)
            read_signed_range(self.units, amount)
        if amount.measure == CURRENCY and (self._scale(amount) or self._cents(amount)):
            return
        if self._smaller(amount):
            return
        part = self._half(amount)
        if part is not None:
            _add(amount, part, amount.core[1] + 2 + self._repeats_unit(amount))

    def _smaller(self, amount: Amount) -> bool:
        """Adds what stands behind in a part of the unit: 3 tonnes and 200 kilograms are 3,200 kilograms; 2 hours 30
        minutes remain hours."""
        at = amount.core[1] + 1
        at += self.scan.find(at, "and") is not None
        number, unit = self.scan.numbers.get(at), self.units.exact(at + 1)
        parts = self.units.known.parts.get(amount.unit or "", {})
        if number is None or unit is None or number.kind != "cardinal":
            return False
        if not 0 < number.value < parts.get(unit.name, 0):
            return False
        if amount.measure == "duration":
            _add(amount, number.value / parts[unit.name], unit.last)
        else:
            amount.low, amount.unit = amount.low * parts[unit.name], unit.name
            _add(amount, number.value, unit.last)
        return True

    def _minus(self, amount: Amount) -> None:
        """Reads the minus before a sign of money: -$5 million."""
        at = amount.first - 1
        if at >= 0 and self.scan.words(at, at) == "-" and self.scan.glued(at + 1) and self._opens(at):
            amount.low, amount.first = -amount.low, at
            amount.core = at, amount.core[1]

    def _opens(self, at: int) -> bool:
        """Whether a dash is a minus by its place: behind a space that no other number stands before."""
        return not self.scan.glued(at) and at - 1 not in self.scan.numbers and at + 1 not in self.scan.numbers

    def _scale(self, amount: Amount) -> bool:
        at = amount.core[1] + 1
        number = self.scan.numbers.get(at)
        if number is None or amount.scaled or number.digits or number.head != 1 or number.scale == 1:
            return False
        amount.low, amount.scaled = amount.low * number.scale, True
        _add(amount, 0, at)
        return True

    def _cents(self, amount: Amount) -> bool:
        if amount.scaled or not amount.low.is_integer() or amount.unit in self.units.known.subunits:
            return False
        at = amount.core[1] + 1
        joined = self.scan.find(at, "and") is not None
        found = self._hundredths(at + 1 if joined else at, joined)
        if found is not None:
            _add(amount, *found)
        return found is not None

    def _hundredths(self, at: int, joined: bool) -> tuple[float, int] | None:
        """43 cents, or a bare 43 with nothing behind it; and the last item of them."""
        number = self.scan.numbers.get(at)
        if number is None or number.kind != "cardinal" or number.value <= 0:
            return None
        unit = self.units.counted_sense(at + 1)
        parts = self.units.known.subunits.get(str(unit.value)) if unit else None
        if parts and number.value < parts:
            return number.value / parts, at + 1
        if number.value >= _HUNDREDTHS:
            return None
        written = not joined or number.width in (0, 2)
        return (number.value / _HUNDREDTHS, at) if written and self._ends(at + 1, joined) else None

    def _ends(self, at: int, joined: bool) -> bool:
        """Whether nothing follows that a number there could count."""
        scan = self.scan
        particle = scan.find(at, "function") or scan.find(at, "other")
        goes_on = scan.find(at, "and") if joined else particle and not scan.find(at, "of")
        if at >= len(scan) or goes_on:
            return True
        return not scan.words(at, at)[0].isalnum() and not scan.senses[at]

    def _repeats_unit(self, amount: Amount) -> bool:
        """Whether the unit stands again behind the fraction: «ثلاث ساعات ونصف الساعة»."""
        unit = self.units.exact(amount.core[1] + 3)
        return unit is not None and unit.name == amount.unit

    def _half(self, amount: Amount) -> float | None:
        """The fraction behind the unit: ثلاث سنوات ونصف، two tonnes and a half, deux ans et demi."""
        scan, joint = self.scan, amount.core[1] + 1
        if not (scan.find(joint, "and") or scan.find(joint, "with")):
            return None
        tail = scan.find(joint + 1, "part_tail")
        if tail:
            return 1 / int(tail.value)
        number = scan.numbers.get(joint + 1)
        if number is None or number.owned:
            return None
        alone = number.kind == "fraction" and (self._repeats_unit(amount) or not self.units.is_noun(joint + 2))
        return number.value if alone or _is_part_of(number, amount) else None


def _is_part_of(number: Number, amount: Amount) -> bool:
    """«مليون دولار ونصف المليون»: a part of the scale, less than the amount it is added to."""
    return 0 < number.head < 1 < number.scale and number.value < amount.low


def _add(amount: Amount, part: float, last: int) -> None:
    amount.low = round(amount.low + part, _DECIMALS)
    amount.last, amount.core = last, (amount.core[0], last)
