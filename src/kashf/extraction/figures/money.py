"""Money beside a number: names with their country (دولار أميركي، Iraqi dinars), signs and codes."""

from __future__ import annotations

from kashf.extraction.figures.amount import Unit
from kashf.extraction.figures.catalogue import CURRENCY, catalogue
from kashf.extraction.numerals import Scan

__all__ = ["MoneyReader"]

_SHARED_SIGNS = {"$": "dollar", "£": "pound"}
_MANY = 100
"""From here on a number counts money rather than things of the same name."""


class MoneyReader:
    """The money of one scan."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.known = catalogue()

    def at(self, item: int) -> Unit | None:
        """The money that begins at an item."""
        family = self.scan.find(item, "family")
        if family:
            unit = self._family(str(family.value), item)
            return None if unit.first == unit.last and self._is_rather_a_word(str(family.value), item) else unit
        nation = self.scan.find(item, "nation")
        family = self.scan.find(item + 1, "family") if nation else None
        if nation and family:
            return Unit(self.known.money(str(family.value), str(nation.value)), CURRENCY, item, item + 1)
        return self._signed(item)

    def _signed(self, item: int) -> Unit | None:
        """A sign or code, with the country that may follow the signs many share: $ canadiens, $ US."""
        sign = self._sign(item)
        if sign is None:
            return None
        family = _SHARED_SIGNS.get(self.scan.words(item, item))
        nation = self.scan.find(item + 1, "nation") if family else None
        named = self.known.money(family, str(nation.value)) if family and nation else family
        is_named = named is not None and named != family
        return Unit(named, CURRENCY, item, item + 1) if named and is_named else Unit(sign, CURRENCY, item, item)

    def may_name_before(self, item: int) -> bool:
        """Whether the item is a currency's name that may stand before its number: рублей 10."""
        family = self.scan.find(item, "family")
        return family is not None and family.value not in self.known.word_like

    def _is_rather_a_word(self, family: str, item: int) -> bool:
        """Whether a name that is an everyday word is that word: all five won their seats, two marks on the wall."""
        number = self.scan.numbers.get(item - 1)
        if family not in self.known.word_like or number is None or number.value >= _MANY:
            return False
        behind = self.scan.words(item + 1, item + 1) if item + 1 < len(self.scan) else " "
        return behind[0].isalpha()

    def alone(self, item: int) -> Unit | None:
        """The money of one item, whatever stands behind it."""
        family = self.scan.find(item, "family")
        if family:
            return self._family(str(family.value), item)
        name = self._sign(item)
        return Unit(name, CURRENCY, item, item) if name else None

    def may_lead(self, item: int) -> bool:
        """Whether the item is a sign or code that may stand before its number: $, EUR; not ALL, nor the c of 43c."""
        written = self.scan.words(item, item) if item < len(self.scan) else ""
        is_letter = len(written) == 1 and written.isalpha() and written.isascii()
        return not is_letter and self._sign(item) is not None and self.scan.find(item, "word_like") is None

    def leads_the_next(self, item: int) -> bool:
        """Whether a sign is written on to the number after it: the second $ of "3 $50 notes"."""
        scan = self.scan
        led = scan.glued(item + 1) and item + 1 in scan.numbers and not scan.glued(item)
        return led and self._sign(item) is not None

    def _sign(self, item: int) -> str | None:
        sense = self.scan.find(item, "unit") or self.scan.find(item, "code")
        name = str(sense.value) if sense else ""
        return name if sense and self.known.measure(name) == CURRENCY else None

    def _family(self, family: str, item: int) -> Unit:
        """A currency's name with what follows it: its country, or the word that says no state issues it."""
        if self.scan.find(item + 1, "own"):
            return Unit(family, CURRENCY, item, item + 1)
        nation = self.scan.find(item + 1, "nation")
        named = self.known.money(family, str(nation.value)) if nation else family
        if named == family:
            return Unit(self.known.money(family, None), CURRENCY, item, item)
        return Unit(named, CURRENCY, item, item + 1)
