"""How near a number is meant: words before it («نحو»), behind it («على الأقل»), and verbs apart from it.

«يزيد عدد أعضائها على 450 عضوا» says more than 450 with the subject between verb and number; what the verb measures
must be said («عدد», «قيمة») where the number is no measure: a delegation that reaches 3 countries reaches no limit.
"""

from __future__ import annotations

from typing import cast

from kashf.extraction.figures.amount import Amount
from kashf.extraction.figures.catalogue import CURRENCY
from kashf.extraction.numerals import Scan, Sense
from kashf.records.spans import Modifier

__all__ = ["ModifierReader"]

_PREPOSITIONS = ("with", "to")
"""Particles joined to a modifier belong to its words: «بنحو»."""
_MODIFIERS = 3
"""Modifiers in a row: «ما لا يقل عن نحو»."""
_APART = 6
"""Items between a verb and the number that it modifies."""
_BEHIND = 2
"""Plain words between an amount and a modifier behind it: «مجموعتين مسلحتين على الأقل»."""
_FROM_REACH = 4
"""Items between «с» and «до»: the first number and its unit."""
_MEASURED = (CURRENCY, "share", "mass", "volume")


class ModifierReader:
    """The modifiers of one scan."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan

    def before(self, amount: Amount, is_range: bool, done: int) -> None:
        """Reads the words before an amount; `done` is the item after the amount before it."""
        for _ in range(_MODIFIERS):
            if amount.first - 1 < done or not self._one_before(amount, is_range, done):
                break
        if amount.modifier in ("exact", "about") and amount.high is None:
            amount.modifier = self._apart(amount, done) or amount.modifier

    def behind(self, amount: Amount) -> None:
        """Reads the words behind an amount."""
        at = amount.last + 1
        sense = self.scan.find(at, "after")
        if sense is not None:
            amount.last = at
        elif amount.measure == "count":
            sense = self._some_words_behind(at)
        if sense is not None and amount.modifier == "exact":
            amount.modifier = cast(Modifier, str(sense.value))

    def _some_words_behind(self, at: int) -> Sense | None:
        scan = self.scan
        plain = scan.tongue.alphabet.plain
        for item in range(at, min(at + _BEHIND, len(scan) - 1)):
            if scan.codes[item] != plain:
                return None
            found = scan.find(item + 1, "after")
            if found:
                return None if item + 2 in scan.numbers else found
        return None

    def _one_before(self, amount: Amount, is_range: bool, done: int) -> bool:
        scan, at = self.scan, amount.first - 1
        at -= scan.find(at, "the") is not None and scan.find(at - 1, "before") is not None
        opened = is_range and (scan.find(at, "range_open") or scan.find(at, "range_from"))
        sense = None if opened else scan.find(at, "before")
        if (not opened and sense is None) or (at == done > 0 and amount.measure == "duration"):
            return False
        if scan.find(at, "range_to") and self._is_reached(at):
            return False
        amount.first = at
        if sense and (amount.modifier in ("exact", "about") or amount.vague) and amount.high is None:
            amount.modifier, amount.vague = cast(Modifier, sense.value), False
        if any(scan.find(at - 1, kind) for kind in _PREPOSITIONS) and scan.glued(at):
            amount.first = at - 1
        return True

    def _is_reached(self, at: int) -> bool:
        """Whether what follows «до» was reached and is no limit: «выросла до 14», «с 40% до 12%»."""
        scan = self.scan
        if scan.find(at - 1, "change"):
            return True
        before = next((item for item in range(at - 1, at - 1 - _FROM_REACH, -1) if item in scan.numbers), None)
        return before is not None and scan.find(before - 1, "range_from") is not None

    # Verbs apart from their number

    def _apart(self, amount: Amount, done: int) -> Modifier | None:
        kind, at = self._kind_apart(amount.first - 1)
        measured = amount.measure in _MEASURED
        for item in range(at, max(done, at - _APART) - 1, -1):
            sense = self.scan.find(item, kind)
            if sense:
                return cast(Modifier, sense.value) if measured else None
            if self._parts(item):
                return None
            measured = measured or self.scan.find(item, "gauge") is not None
        return None

    def _kind_apart(self, before: int) -> tuple[str, int]:
        """What kind of verb is looked for, by the preposition before the number, and from where on."""
        scan = self.scan
        if scan.find(before, "limit_on"):
            return "apart_on", before - 1
        if scan.find(before, "range_to") or (scan.find(before, "to") and scan.glued(before + 1)):
            return "apart_to", before - 1
        return "apart", before

    def _parts(self, item: int) -> bool:
        """Whether an item parts a verb from what follows: a mark, a number, «and»."""
        scan = self.scan
        number = scan.numbers.get(item)
        counts = number is not None and (number.digits or number.value != 1)
        return counts or scan.find(item, "and") is not None or not scan.words(item, item)[0].isalpha()
