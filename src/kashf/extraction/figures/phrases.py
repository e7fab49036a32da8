"""One figure phrase: modifier, number or range, unit, rate, and the words after it that modify («أو أكثر»)."""

from __future__ import annotations

from typing import cast

from kashf.extraction.figures.amount import Amount, Unit
from kashf.extraction.figures.catalogue import CURRENCY
from kashf.extraction.figures.rates import RateReader
from kashf.extraction.figures.units import UnitReader
from kashf.extraction.numerals import Scan
from kashf.records.spans import Modifier

__all__ = ["PhraseReader"]

_PREPOSITIONS = ("with", "to")
"""Particles joined to a modifier belong to its words: «بنحو»."""
_HUNDREDTHS = 100
_MODIFIERS = 3
"""Modifiers in a row: «ما لا يقل عن نحو»."""


class PhraseReader:
    """Reads the amounts of one scan, left to right; `done` is the item after the last amount read."""

    def __init__(self, scan: Scan, taken: set[int]) -> None:
        self.scan = scan
        self.units = UnitReader(scan)
        self.rates = RateReader(self.units, taken)
        self.done = 0

    def read(self, item: int) -> Amount | None:
        """The amount whose first number stands at an item."""
        low = self._single(item)
        high = self._high(low)
        if high is not None:
            self._join(low, high)
        self._modify_before(low, is_range=high is not None)
        self.finish(low)
        return low

    def finish(self, amount: Amount) -> None:
        """Reads what stands behind an amount: its rate, and words that modify it."""
        self.rates.attach(amount)
        self._modify_after(amount)
        self.done = amount.last + 1

    # A number with its unit

    def _single(self, item: int) -> Amount:
        number = self.scan.numbers[item]
        amount = Amount(item, item, (item, item), number.value, number.high)
        amount.fraction, amount.owned = number.kind == "fraction", number.owned
        amount.scaled, amount.worded = number.scale > 1, not number.digits
        if number.high is not None:
            amount.modifier = "between"
        elif number.kind == "indefinite":
            amount.modifier = "at_least"
        elif number.about:
            amount.modifier = "about"
        unit = self._before(item) or (None if number.owned else self.units.after(item + 1, number))
        unit = unit or self._family_before(item) or self._behind_article(item)
        if unit is not None and not (amount.fraction and not unit.known):
            amount.take(unit)
            self._take_rest(amount)
        if amount.fraction and (unit is None or unit.measure in ("count", "share")):
            self._take_share(amount)
        elif amount.unit == "percent":
            amount.of = self.units.share(amount.last + 1)
        elif unit is not None:
            self._take_half(amount)
        return amount

    def _take_half(self, amount: Amount) -> None:
        """The fraction behind the unit: ثلاث سنوات ونصف، two tonnes and a half, deux ans et demi."""
        scan, joint = self.scan, amount.core[1] + 1
        number = scan.numbers.get(joint + 1) if scan.find(joint, "and") or scan.find(joint, "with") else None
        tail = scan.find(joint + 1, "part_tail") if scan.find(joint, "and") else None
        if tail:
            part = 1 / int(tail.value)
        elif (number and number.kind == "fraction" and not number.owned and not self.units.is_noun(joint + 2)) or (
            number and number.head < 1 < number.scale and number.value < amount.low
        ):
            part = number.value
        else:
            return
        amount.low += part
        amount.last, amount.core = joint + 1, (amount.core[0], joint + 1)

    def _take_rest(self, amount: Amount) -> None:
        """What belongs to a sum behind its unit: the million of "75 USD million", the cents of "20 dollars 43"."""
        if amount.measure != CURRENCY or amount.high is not None:
            return
        scan, at = self.scan, amount.core[1] + 1
        number = scan.numbers.get(at)
        if number and not amount.scaled and number.head == 1 and number.scale > 1 and not number.digits:
            amount.low, amount.scaled = amount.low * number.scale, True
            amount.last, amount.core = at, (amount.core[0], at)
            return
        subunit = self._subunits(at + 1 if scan.find(at, "and") else at)
        if subunit and not amount.scaled and amount.low.is_integer() and amount.unit not in self.units.units.subunits:
            amount.low, last = round(amount.low + subunit[0], 4), subunit[1]
            amount.last, amount.core = last, (amount.core[0], last)

    def _subunits(self, at: int) -> tuple[float, int] | None:
        """Hundredths of the money before: 43 cents, or a bare 43 with nothing behind it."""
        scan, number = self.scan, self.scan.numbers.get(at)
        if number is None or number.kind != "cardinal" or not 0 < number.value < _HUNDREDTHS:
            return None
        unit = self.units.unit_sense(at + 1)
        if unit and unit.value in self.units.units.subunits:
            return number.value / _HUNDREDTHS, at + 1
        ends = at + 1 >= len(scan) or (not scan.words(at + 1, at + 1)[0].isalnum() and not scan.senses[at + 1])
        money_before = not scan.find(at - 1, "and") or number.width in (0, 2)
        return (number.value / _HUNDREDTHS, at) if ends and money_before else None

    def _behind_article(self, item: int) -> Unit | None:
        """What half a thing is of: half an hour, half a tonne."""
        number = self.scan.numbers[item]
        if number.kind != "fraction" or not self.scan.find(item + 1, "a"):
            return None
        unit = self.units.exact(item + 2)
        return unit if unit and unit.measure not in ("count", "share") else None

    def _family_before(self, item: int) -> Unit | None:
        """A currency's name before its number, as in a price list: рублей 10."""
        family = self.scan.find(item - 1, "family") if item - 1 >= self.done else None
        if family is None or not self.scan.numbers[item].digits:
            return None
        return self.units.exact_any(item - 1)

    def _take_share(self, amount: Amount) -> None:
        """A fraction of something counts no units: ثلث الإنتاج، half of the fighters."""
        if amount.unit is None or amount.measure == "count":
            amount.unit, amount.measure = "fraction", "share"
        of = None if amount.owned else self.units.share(amount.core[1] + 1)
        if of and amount.measure == "share":
            amount.of, amount.last = of, of[1]

    def _before(self, item: int) -> Unit | None:
        """The unit that stands before its number: $5, EUR 20, الحقائب الأربع، مواطنين اثنين."""
        scan = self.scan
        at = item - 1
        if scan.find(at, "the"):
            at -= 1
        if at < self.done or at < 0:
            return None
        sense = self.units.unit_sense(at)
        family = scan.find(at, "family")
        if sense and at == item - 1 and (self.units.may_lead(at) or sense.value == "percent"):
            return Unit(str(sense.value), self.units.units.measure(str(sense.value)), at, at)
        if sense is None and family is None:
            return None
        definite = at in scan.definite and (item in scan.definite or at < item - 1)
        form = sense.form if sense else family.form if family else ""
        two = scan.numbers[item].value == 2 and form in ("two", "many")
        if not (definite or two) or (not scan.find(item, "digit") and not scan.numbers[item].digits):
            return None
        unit = self.units.exact_any(at)
        return Unit(unit.name, unit.measure, at, at, (at, at)) if unit else None

    # Ranges

    def _high(self, low: Amount) -> Amount | None:
        """The upper end of a range that an amount begins: بين 30 و60، 500-600، five to six."""
        scan = self.scan
        joint = low.last + 1
        opened = scan.find(low.first - 1, "range_open") is not None
        number = joint + 1
        while number < joint + 3 and (scan.find(number, "before") or self.units.may_lead(number)):
            number += 1
        if number not in scan.numbers or scan.numbers[number].kind != "cardinal":
            return None
        if not self._joins_range(joint, low, opened):
            return None
        high = self._single(number)
        if not opened and low.unit is not None and low.unit != high.unit:
            return None
        return high if self._rises(low, high) else None

    def _joins_range(self, joint: int, low: Amount, opened: bool) -> bool:
        scan = self.scan
        if scan.find(joint, "range_to") or (scan.find(joint, "and") and opened):
            return opened or low.unit is None or low.unit == "percent" or self._is_from(low)
        if low.unit is not None or low.fraction:
            return False
        hyphen = scan.words(joint, joint) == "-"
        return hyphen or scan.find(joint, "range_or") is not None

    def _is_from(self, low: Amount) -> bool:
        return self.scan.find(low.first - 1, "range_from") is not None

    def _rises(self, low: Amount, high: Amount) -> bool:
        """Whether the two can be a range; the lower end takes the scale that is said once («بين 30 و60 مليون»)."""
        lower, upper = self.scan.numbers[low.core[0]] if low.core[0] in self.scan.numbers else None, None
        for item in range(high.core[0], high.core[1] + 1):
            upper = upper or self.scan.numbers.get(item)
        if lower and upper and lower.scale == 1 and upper.scale > 1 and lower.value < upper.head and low.unit is None:
            low.low = lower.value * upper.scale
        return low.low < high.low

    def _join(self, low: Amount, high: Amount) -> None:
        low.high, low.modifier = high.low, "between"
        low.last, low.core = high.last, (low.core[0], high.core[1])
        low.worded = low.worded and high.worded
        if low.unit is None or high.unit is not None:
            low.unit, low.measure = high.unit or low.unit, high.measure or low.measure
        low.of = low.of or high.of

    # Modifiers

    def _modify_before(self, amount: Amount, is_range: bool) -> None:
        scan = self.scan
        for _ in range(_MODIFIERS):
            at = amount.first - 1
            if at < self.done:
                return
            opened = is_range and (scan.find(at, "range_open") or scan.find(at, "range_from"))
            sense = None if opened else scan.find(at, "before")
            if not opened and sense is None:
                return
            amount.first = at
            if sense and amount.modifier in ("exact", "about") and amount.high is None:
                amount.modifier = cast(Modifier, sense.value)
            if any(scan.find(at - 1, kind) for kind in _PREPOSITIONS) and scan.glued(at):
                amount.first = at - 1

    def _modify_after(self, amount: Amount) -> None:
        sense = self.scan.find(amount.last + 1, "after")
        if sense is None:
            return
        amount.last += 1
        if amount.modifier == "exact":
            amount.modifier = cast(Modifier, sense.value)
