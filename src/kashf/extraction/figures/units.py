"""The unit beside a number: measures with their good, counted nouns with their adjectives."""

from __future__ import annotations

from dataclasses import replace

from kashf.extraction.figures.amount import Unit
from kashf.extraction.figures.catalogue import CURRENCY, catalogue, noun_style
from kashf.extraction.figures.money import MoneyReader
from kashf.extraction.numerals import Number, Scan, Sense

__all__ = ["UnitReader"]

_PLURAL = ("many", "many_of", "any")
_DUAL = ("two", "two_of")
_UNITS = ("unit", "code")
_HUNDREDTHS = ("percent", "percentage_point", "basis_point")
"""Shares that there may be a part of: half a percent, نصف في المئة."""
_ARTICLES = 2
"""Words such as «the» and "his" that may stand between «of» and the noun."""


class UnitReader:
    """Units in one scan. Every method takes items and looks a bounded way ahead."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.style = noun_style(scan.tongue.lexicon.language)
        self.known = catalogue()
        self.money = MoneyReader(scan)

    # What an item is

    def is_word(self, at: int) -> bool:
        """Whether the item is a word that no table knows."""
        return at < len(self.scan) and self.scan.codes[at] == self.scan.tongue.alphabet.plain

    def is_noun(self, at: int) -> bool:
        """Whether the item may be a noun: a word that no table knows, or one that is counted."""
        scan = self.scan
        if at >= len(scan) or at in scan.numbers or not scan.words(at, at)[0].isalpha():
            return False
        return self.is_word(at) or self.unit_sense(at) is not None or scan.find(at, "nation") is not None

    def is_definite(self, at: int) -> bool:
        """Whether the item bears the article; every item does where the language has none written on."""
        article = self.scan.tongue.style.article
        return at < len(self.scan) and (at in self.scan.definite or self.scan.words(at, at).startswith(article))

    def may_lead(self, at: int) -> bool:
        """Whether the item is money that may stand before its number."""
        return self.money.may_lead(at)

    def unit_sense(self, at: int) -> Sense | None:
        """The item's sense as a unit, where it has one."""
        return self.scan.find(at, "unit") or self.scan.find(at, "code")

    def counted_sense(self, at: int) -> Sense | None:
        """The item's sense as a unit that a number may count: «سنتا» behind a number is cents, and not two years."""
        senses = self.scan.senses[at] if 0 <= at < len(self.scan) else ()
        return next((sense for sense in senses if sense.kind in _UNITS and sense.form not in _DUAL), None)

    # Units

    def after(self, at: int, number: Number) -> Unit | None:
        """The unit that begins at the item after a number, adjectives before it and after it included."""
        if self.scan.glued(at) and self.scan.glued(at + 1) and self.scan.words(at, at) == "-":
            return self._hyphened(at + 1)
        if self.scan.find(at, "of_age"):
            return _age(at)
        if self.money.leads_the_next(at):
            return None
        unit = self.exact(at) or self._behind_adjectives(at)
        if unit is None:
            return self._of_those(at, number) or self._unknown(at, number)
        return self.with_adjectives(unit) if unit.measure == "count" else unit

    def exact(self, at: int) -> Unit | None:
        """The known unit that begins just here."""
        money = self.money.at(at)
        if money:
            return money
        sense = self.counted_sense(at)
        return self.named(sense, at) if sense else None

    def exact_any(self, at: int) -> Unit | None:
        """The known unit that stands just here, in whatever grammatical number."""
        sense = self.unit_sense(at)
        return self.money.alone(at) or (self.named(sense, at) if sense else None)

    def measured_part(self, at: int) -> Unit | None:
        """What a fraction is a part of, where it is a measure: نصف ساعة، half an hour, half a million dollars."""
        whole = at + 1 if self.scan.find(at, "of") and self.scan.find(at + 1, "a") else at
        unit = self.exact(whole + 1 if self.scan.find(whole, "a") else whole)
        return unit if unit and (unit.measure not in ("count", "share") or unit.name in _HUNDREDTHS) else None

    def with_adjectives(self, unit: Unit) -> Unit:
        """The unit with the adjectives after its noun: دولة أوروبية، combattants étrangers."""
        last = unit.last
        while last - unit.last < self.style.adjectives_after and self._is_adjective(last + 1):
            last += 1
        return replace(unit, last=last, of=(unit.first, last))

    def extended(self, unit: Unit) -> Unit:
        """The unit with the noun its construct leans on: عمليتي تهريب."""
        return replace(unit, last=unit.last + 1, of=(unit.first, unit.last + 1))

    def share(self, at: int) -> tuple[int, int] | None:
        """The noun that a fraction or percentage is of: الآبار النفطية، إنتاج القمح، of the oil wells."""
        scan, first = self.scan, at
        while first <= at + _ARTICLES and (scan.find(first, "of") or scan.find(first, "the")):
            first += 1
        if not self.is_noun(first):
            return None
        last = first
        while last - first < self.style.words_of_share and self.is_noun(last + 1) and self.is_definite(last + 1):
            last += 1
        return first, last

    def named(self, sense: Sense, at: int) -> Unit:
        """The unit of an item's sense."""
        name = str(sense.value)
        measure = self.known.measure(name)
        return Unit(name, measure, at, at, (at, at) if measure == "count" else None)

    def _hyphened(self, at: int) -> Unit | None:
        """The unit written on with a hyphen: 27-летний, a 12-cent dividend, a 30-year bond."""
        unit = _age(at) if self.scan.find(at, "of_age") else self.exact(at)
        return unit if unit and (unit.measure != "count" or not self.scan.glued(unit.last + 1)) else None

    def _behind_adjectives(self, at: int) -> Unit | None:
        """A known noun with plain words before it: eight oil fields."""
        for noun in range(at + 1, at + 1 + self.style.adjectives_before):
            if not self.is_word(noun - 1) and not self.scan.find(noun - 1, "nation"):
                return None
            unit = self.exact(noun)
            if unit and unit.measure != CURRENCY:
                return replace(unit, first=at, of=(at, noun) if unit.measure == "count" else None)
        return None

    def _is_adjective(self, at: int) -> bool:
        scan = self.scan
        if at >= len(scan) or at in scan.numbers or at in scan.definite:
            return False
        if scan.find(at, "nation"):
            return True
        sense = scan.find(at, "unit")
        if not self.is_word(at) and not (sense and sense.value == "person"):
            return False
        word, article = scan.words(at, at), scan.tongue.style.article
        return not (article and word.startswith(article)) and self.style.adjective.fullmatch(word) is not None

    def _of_those(self, at: int, number: Number) -> Unit | None:
        """The noun after «من»: ثلاثة من زعماء الجماعة، two of his senior relatives, dix millions de tonnes."""
        if not self.scan.find(at, "of"):
            return None
        money = self.money.at(at + 1)
        if money:
            return money
        noun = self._noun_behind(at + 1)
        sense = self.unit_sense(noun)
        if sense is None or sense.form not in _PLURAL or self.scan.find(noun, "code"):
            return None
        unit = self.named(sense, noun)
        if unit.measure == "count":
            return self.with_adjectives(unit)
        return unit if number.kind == "indefinite" or number.about or number.scale > 1 else None

    def _noun_behind(self, at: int) -> int:
        """The item after articles and adjectives."""
        noun = at
        while noun < at + _ARTICLES and self.scan.find(noun, "the"):
            noun += 1
        first = noun
        while noun - first < self.style.adjectives_before and self.is_word(noun):
            noun += 1
        return noun

    def _unknown(self, at: int, number: Number) -> Unit | None:
        """A noun that no table has: its own word, endings off, is its unit."""
        if not self.is_word(at) or self.scan.starts[at] - self.scan.ends[at - 1] > 1:
            return None
        word = self.scan.words(at, at)
        shape = self.style.noun_after_many if number.scale > 1 else self.style.counted(number.value)
        if not shape.fullmatch(word):
            return None
        return self.with_adjectives(Unit(self.style.endings.sub("", word) or word, "count", at, at, (at, at)))


def _age(at: int) -> Unit:
    """Years of age."""
    return Unit("year", "duration", at, at, (at, at))
