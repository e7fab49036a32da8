"""One figure phrase: modifier, number or range, unit, rate, and the words after it that modify («أو أكثر»)."""

from __future__ import annotations

from dataclasses import replace

from kashf.extraction.figures.amount import Amount, Unit
from kashf.extraction.figures.catalogue import CURRENCY
from kashf.extraction.figures.modifiers import ModifierReader
from kashf.extraction.figures.rates import RateReader
from kashf.extraction.figures.sentences import is_break
from kashf.extraction.figures.sums import SumReader
from kashf.extraction.figures.units import UnitReader
from kashf.extraction.numerals import Number, Scan

__all__ = ["PhraseReader"]

_WHOLE = 100
"""The whole that a percentage is of."""
_REACH = 3
"""Items between the joint of a range and its upper number: a modifier, a sign of money."""
_SAME_SCALE = 20
"""How many times the number reached the one before may be, if the scale is said once: from 50 to 30 million."""
_CHANGE_REACH = 4
"""Items from a verb of change to the amount it went from: «ارتفع سعر البرميل من 30 إلى 50»."""

_OWNED = ("هم", "ها", "ه", "نا")
"""Endings that make a noun definite as the article does: «أفرادها الأربعة»."""
_OR_SO = 5
"""How far apart two numbers lie of which the second corrects the first: four persons or five."""


class PhraseReader:
    """Reads the amounts of one scan, left to right; `done` is the item after the last amount read.

    `taken` are the items that belong to a time.
    """

    def __init__(self, scan: Scan, taken: set[int]) -> None:
        self.scan = scan
        self.units = UnitReader(scan)
        self.sums = SumReader(self.units)
        self.rates = RateReader(self.units, taken)
        self.modifiers = ModifierReader(scan)
        self.done = 0

    def read(self, item: int) -> Amount:
        """The amount whose first number stands at an item."""
        low = self._single(item)
        high = self._high(low)
        if high is not None:
            _join(low, high)
        self.modifiers.before(low, high is not None, self.done)
        self.finish(low)
        return low

    def complete(self, amount: Amount) -> None:
        """Reads what stands around a noun that counts two: «أكثر من مترين», «طنين و300 كيلوغرام»."""
        self.sums.complete(amount)
        self.modifiers.before(amount, False, self.done)
        self.finish(amount)

    def finish(self, amount: Amount) -> None:
        """Reads what stands behind an amount: its rate, and words that modify it."""
        self.rates.attach(amount)
        self.modifiers.behind(amount)
        if amount.per is None:
            self.rates.attach(amount)
        self.done = amount.last + 1

    # A number with its unit

    def _single(self, item: int) -> Amount:
        number = self.scan.numbers[item]
        amount = _bare(item, number)
        unit = self._unit(item, number)
        if unit is not None:
            amount.take(unit)
            self.sums.complete(amount)
        elif number.kind == "fraction":
            self._take_share(amount)
        if amount.unit == "percent":
            amount.of = self.units.share(amount.last + 1)
        return amount

    def _unit(self, item: int, number: Number) -> Unit | None:
        if number.owned:
            return None
        before = self._unit_before(item)
        if number.kind == "fraction":
            return before or self.units.measured_part(item + 1)
        before = before or self._share_before(item)
        return before or self.units.after(item + 1, number) or self._family_before(item)

    def _take_share(self, amount: Amount) -> None:
        """A fraction of something counts no units: ثلث الإنتاج، half of the fighters."""
        amount.unit, amount.measure = "fraction", "share"
        if self.scan.find(amount.last + 1, "of_them"):
            amount.owned, amount.last = True, amount.last + 1
        of = None if amount.owned else self.units.share(amount.core[1] + 1)
        if of:
            amount.of, amount.last = of, of[1]

    def _unit_before(self, item: int) -> Unit | None:
        """The unit that stands before its number: $5, EUR 20, الحقائب الأربع، مواطنين اثنين."""
        at = item - 2 if self.scan.find(item - 1, "the") else item - 1
        if at < self.done or at < 0:
            return None
        sense = self.units.unit_sense(at)
        if sense and at == item - 1 and (self.units.may_lead(at) or sense.value == "percent"):
            return self.units.exact_any(at)
        return self.units.exact_any(at) if self._counts_before(at, item) else None

    def _counts_before(self, at: int, item: int) -> bool:
        """Whether a noun is counted by the number behind it: both definite, or two of a dual or plural."""
        scan = self.scan
        sense = self.units.unit_sense(at) or scan.find(at, "family")
        number = scan.numbers[item]
        if sense is None or not (scan.find(item, "digit") or number.digits):
            return False
        owned = item in scan.definite and sense.form == "many" and scan.words(at, at).endswith(_OWNED)
        definite = (owned or at in scan.definite) and (item in scan.definite or at < item - 1) and number.value > 1
        return definite or (number.value == 2 and sense.form in ("two", "many"))

    def _family_before(self, item: int) -> Unit | None:
        """A currency's name before its number, as in a price list: рублей 10."""
        named = item - 1 >= self.done and self.units.money.may_name_before(item - 1)
        return self.units.exact_any(item - 1) if named and self.scan.numbers[item].digits else None

    def _share_before(self, item: int) -> Unit | None:
        """A percentage said before its number: percent of 22; «نسبة 10 من الإنتاج», where the sign is left out."""
        scan, number = self.scan, self.scan.numbers[item]
        named = self.units.unit_sense(item - 2) if scan.find(item - 1, "of") and item - 2 >= self.done else None
        if named and named.value == "percent":
            return replace(self.units.named(named, item - 2), last=item - 1)
        share = scan.find(item - 1, "share_word") if item - 1 >= self.done and number.value <= _WHOLE else None
        if share is None or not scan.find(item + 1, "of") or not self._is_whole(item + 2):
            return None
        return Unit(str(share.value), "share", item - 1, item - 1)

    def _is_whole(self, at: int) -> bool:
        """Whether a noun may be what shares are of: definite, or leaning on one that is (إجمالي الإنتاج)."""
        return self.units.is_definite(at) or (self.units.is_noun(at) and self.units.is_definite(at + 1))

    # Ranges

    def _high(self, low: Amount) -> Amount | None:
        """The upper end of a range that an amount begins: بين 30 و60، 500-600، five to six."""
        scan, joint = self.scan, low.last + 1
        opened = scan.find(low.first - 1, "range_open") is not None
        number = joint + 1
        while number < joint + _REACH and (scan.find(number, "before") or self.units.may_lead(number)):
            number += 1
        if number not in scan.numbers or scan.numbers[number].kind != "cardinal":
            return None
        if not self._joins_range(joint, low, opened):
            return None
        high = self._single(number)
        if self._changes(low):
            self._lend(high, low)
            return None
        if not opened and low.unit is not None and low.unit != high.unit and not self._repeats(joint, low, high):
            return None
        return high if self._rises(low, high) else None

    def _changes(self, low: Amount) -> bool:
        """Whether it is told from which amount to which something went: the price rose from $30 to $50."""
        scan, at = self.scan, low.first - 1
        if scan.find(at, "range_from") is None:
            return False
        for item in range(at - 1, max(self.done - 1, at - 1 - _CHANGE_REACH), -1):
            if scan.find(item, "change"):
                return True
            if is_break(scan, item) or item in scan.numbers:
                return False
        return False

    def _lend(self, high: Amount, low: Amount) -> None:
        """What is said once, with the amount reached, is meant of the one before: from 30 to 50 million roubles."""
        before, reached = self.scan.numbers.get(low.core[0]), self.scan.numbers.get(high.core[1])
        reached = reached or self.scan.numbers.get(high.core[0])
        if low.unit is not None or before is None or reached is None:
            return
        if before.scale == 1 < reached.scale and before.value <= reached.head * _SAME_SCALE:
            low.low, low.scaled = before.value * reached.scale, True
        low.unit, low.measure = high.unit, high.measure

    def _joins_range(self, joint: int, low: Amount, opened: bool) -> bool:
        scan = self.scan
        if scan.find(joint, "range_to") or (scan.find(joint, "and") and opened):
            led = scan.find(low.first - 1, "range_from") is not None
            changed = scan.find(low.first - 1, "change") is not None
            return opened or led or low.unit in (None, "percent") or (low.measure == CURRENCY and not changed)
        if low.fraction or (low.unit is not None and not (low.measure == "count" and scan.find(joint, "range_or"))):
            return False
        hyphen = joint < len(scan) and scan.words(joint, joint) == "-"
        return hyphen or scan.find(joint, "range_or") is not None

    def _repeats(self, joint: int, low: Amount, high: Amount) -> bool:
        """«أربعة أشخاص أو خمسة»: the unit is said once, with the lower number."""
        return self.scan.find(joint, "range_or") is not None and high.unit is None and high.low <= low.low + _OR_SO

    def _rises(self, low: Amount, high: Amount) -> bool:
        """Whether the two can be a range; the lower end takes the scale that is said once («بين 30 و60 مليون»)."""
        numbers = self.scan.numbers
        lower = numbers.get(low.core[0])
        upper = next((numbers[item] for item in range(high.core[0], high.core[1] + 1) if item in numbers), None)
        if lower and upper and lower.scale == 1 < upper.scale and lower.value < upper.head and low.unit is None:
            low.low = lower.value * upper.scale
        return low.low < high.low


def _bare(item: int, number: Number) -> Amount:
    """The amount of a number without its unit."""
    amount = Amount(item, item, (item, item), number.value, number.high)
    amount.fraction, amount.owned = number.kind == "fraction", number.owned
    amount.scaled, amount.worded = number.scale > 1, not number.digits
    if number.high is not None:
        amount.modifier, amount.vague = "between", True
    elif number.kind == "indefinite":
        amount.modifier, amount.vague = "at_least", True
    elif number.about:
        amount.modifier = "about"
    return amount


def _join(low: Amount, high: Amount) -> None:
    """Makes the lower end of a range the range."""
    low.high, low.modifier = high.low, "between"
    low.last, low.core = high.last, (low.core[0], high.core[1])
    low.worded = low.worded and high.worded
    low.scaled, low.vague = low.scaled or high.scaled, False
    if low.unit is None or high.unit is not None:
        low.unit, low.measure = high.unit or low.unit, high.measure or low.measure
    low.of = low.of or high.of
