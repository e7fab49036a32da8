"""The unit beside a number: money with its country, measures with their good, counted nouns with their adjectives."""

from __future__ import annotations

from kashf.extraction.figures.amount import Unit
from kashf.extraction.figures.catalogue import CURRENCY, catalogue, noun_style
from kashf.extraction.numerals import Number, Scan, Sense

__all__ = ["UnitReader"]

_MONEY = ("unit", "code")


class UnitReader:
    """Units in one scan. Every method takes items and looks a bounded way ahead."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.style = noun_style(scan.tongue.lexicon.language)
        self.units = catalogue()

    def after(self, at: int, number: Number) -> Unit | None:
        """The unit that begins at the item after a number, adjectives before it and after it included."""
        if self.scan.glued(at) and self.scan.glued(at + 1) and self.scan.words(at, at) == "-":
            return self._hyphened(at + 1)
        if self.scan.find(at, "of_age"):
            return Unit("year", "duration", at, at, (at, at))
        if self._leads_the_next(at):
            return None
        unit = self.exact(at) or self._behind_adjectives(at)
        if unit is None:
            return self._of_those(at, number) or self._unknown(at, number)
        if unit.measure == "count":
            return self.with_adjectives(unit)
        return unit

    def _leads_the_next(self, at: int) -> bool:
        """Whether a sign is written on to the number after it: the second $ of "3 $50 notes"."""
        scan = self.scan
        return self.is_sign(at) and not scan.glued(at) and scan.glued(at + 1) and at + 1 in scan.numbers

    def _hyphened(self, at: int) -> Unit | None:
        """The unit written on with a hyphen: 27-летний, a 12-cent dividend, a 30-year bond."""
        unit = Unit("year", "duration", at, at, (at, at)) if self.scan.find(at, "of_age") else self.exact(at)
        return unit if unit and (unit.measure != "count" or not self.scan.glued(unit.last + 1)) else None

    def exact(self, at: int) -> Unit | None:
        """The known unit that begins just here."""
        money = self._money(at)
        if money:
            return money
        sense = self.unit_sense(at)
        if sense is None or sense.form in ("two", "two_of"):
            return None
        return self._named(sense, at, at)

    def exact_any(self, at: int) -> Unit | None:
        """The known unit that stands just here, in whatever grammatical number."""
        family, sense = self.scan.find(at, "family"), self.unit_sense(at)
        if family:
            return Unit(self.units.money(str(family.value), None), CURRENCY, at, at)
        return self._named(sense, at, at) if sense else None

    def is_sign(self, at: int) -> bool:
        """Whether the item is a sign or code of money, such as may stand before its number."""
        sense = self.unit_sense(at)
        return sense is not None and self.units.measure(str(sense.value)) == CURRENCY

    def may_lead(self, at: int) -> bool:
        """Whether the item is a sign or code that may stand before its number: $, EUR, but not ALL."""
        return self.is_sign(at) and self.scan.find(at, "word_like") is None

    def unit_sense(self, at: int) -> Sense | None:
        """The item's sense as a unit, where it has one."""
        return self.scan.find(at, "unit") or self.scan.find(at, "code")

    def _named(self, sense: Sense, first: int, last: int) -> Unit:
        name = str(sense.value)
        measure = self.units.measure(name)
        return Unit(name, measure, first, last, (first, last) if measure == "count" else None)

    # Money

    def _money(self, at: int) -> Unit | None:
        """Money: دولار أميركي، Iraqi dinars, USD."""
        sense = self.scan.find(at, "family")
        if sense:
            return self._family(str(sense.value), at)
        nation = self.scan.find(at, "nation")
        family = self.scan.find(at + 1, "family") if nation else None
        if nation and family:
            return Unit(self.units.money(str(family.value), str(nation.value)), CURRENCY, at, at + 1)
        sign = self.unit_sense(at)
        if sign is None or self.units.measure(str(sign.value)) != CURRENCY:
            return None
        return Unit(str(sign.value), CURRENCY, at, at)

    def _family(self, family: str, at: int) -> Unit:
        if self.scan.find(at + 1, "own"):
            return Unit(family, CURRENCY, at, at + 1)
        nation = self.scan.find(at + 1, "nation")
        name = self.units.money(family, str(nation.value) if nation else None)
        if nation and name == family:
            nation, name = None, self.units.money(family, None)
        return Unit(name, CURRENCY, at, at + 1 if nation else at)

    # Counted nouns

    def _behind_adjectives(self, at: int) -> Unit | None:
        """A known noun with plain words before it: eight oil fields."""
        for noun in range(at + 1, at + 1 + self.style.adjectives_before):
            if not self.is_word(noun - 1) and not self.scan.find(noun - 1, "nation"):
                return None
            unit = self.exact(noun)
            if unit and unit.measure != CURRENCY:
                of = (at, noun) if unit.measure == "count" else None
                return Unit(unit.name, unit.measure, at, unit.last, of)
        return None

    def with_adjectives(self, unit: Unit) -> Unit:
        """The unit with the adjectives after its noun: دولة أوروبية، combattants étrangers."""
        last = unit.last
        while last - unit.last < self.style.adjectives_after and self._is_adjective(last + 1):
            last += 1
        return Unit(unit.name, unit.measure, unit.first, last, (unit.first, last))

    def extended(self, unit: Unit) -> Unit:
        """The unit with the noun its construct leans on: عمليتي تهريب."""
        return Unit(unit.name, unit.measure, unit.first, unit.last + 1, (unit.first, unit.last + 1))

    def _is_adjective(self, at: int) -> bool:
        scan = self.scan
        if at >= len(scan) or at in scan.numbers or at in scan.definite:
            return False
        if scan.find(at, "nation"):
            return True
        word = scan.words(at, at)
        article = scan.tongue.style.article
        if not (self.is_word(at) or self._is_person(at)) or (article and word.startswith(article)):
            return False
        return self.style.adjective.fullmatch(word) is not None

    def _is_person(self, at: int) -> bool:
        sense = self.scan.find(at, "unit")
        return sense is not None and sense.value == "person"

    def _of_those(self, at: int, number: Number) -> Unit | None:
        """The noun after «من»: ثلاثة من زعماء الجماعة، two of his senior relatives, dix millions de tonnes."""
        scan = self.scan
        if not scan.find(at, "of"):
            return None
        noun = at + 1
        money = self._money(noun)
        if money:
            return money
        while noun < at + 3 and scan.find(noun, "the"):
            noun += 1
        first = noun
        while noun - first < self.style.adjectives_before and self.is_word(noun):
            noun += 1
        sense = self.unit_sense(noun)
        if sense is None or sense.form not in ("many", "many_of", "any") or scan.find(noun, "code"):
            return None
        unit = self._named(sense, noun, noun)
        if unit.measure == "count":
            return self.with_adjectives(unit)
        return unit if number.kind == "indefinite" or number.about or number.scale > 1 else None

    def _unknown(self, at: int, number: Number) -> Unit | None:
        """A noun that no table has: its own word, endings off, is its unit."""
        if not self.is_word(at) or self.scan.starts[at] - self.scan.ends[at - 1] > 1:
            return None
        word = self.scan.words(at, at)
        shape = self.style.noun_after_many if number.scale > 1 else self.style.counted(number.value)
        if not shape.fullmatch(word):
            return None
        unit = Unit(self.style.endings.sub("", word) or word, "count", at, at, (at, at), known=False)
        return self.with_adjectives(unit)

    def is_definite(self, at: int) -> bool:
        """Whether the item bears the article, or stands where the language has none."""
        article = self.scan.tongue.style.article
        return at < len(self.scan) and (at in self.scan.definite or self.scan.words(at, at).startswith(article))

    def share(self, at: int) -> tuple[int, int] | None:
        """The noun that a fraction or percentage is of: الآبار النفطية، إنتاج القمح، of the oil wells."""
        scan, first = self.scan, at
        while first < at + 3 and (scan.find(first, "of") or scan.find(first, "the")):
            first += 1
        if not self.is_noun(first):
            return None
        last = first
        while last - first < self.style.words_of_share and self._continues_share(last + 1):
            last += 1
        return first, last

    def is_noun(self, at: int) -> bool:
        """Whether the item may be a noun: a word that no table knows, or one that is counted."""
        scan = self.scan
        if at >= len(scan) or at in scan.numbers or not scan.words(at, at)[0].isalpha():
            return False
        return self.is_word(at) or self.unit_sense(at) is not None or scan.find(at, "nation") is not None

    def _continues_share(self, at: int) -> bool:
        return self.is_noun(at) and self.is_definite(at)

    def is_word(self, at: int) -> bool:
        """Whether the item is a word that no table knows."""
        return at < len(self.scan) and self.scan.codes[at] == self.scan.tongue.alphabet.plain
