"""The unit beside a number: measures with their good, counted nouns with their adjectives."""

from __future__ import annotations

from dataclasses import replace

from kashf.extraction.figures.amount import Unit
from kashf.extraction.figures.catalogue import CURRENCY, catalogue, noun_style
from kashf.extraction.figures.money import MoneyReader
from kashf.extraction.numerals import Number, Scan, Sense

__all__ = ["UnitReader"]

_PLAIN_TOO = ("gauge", "price", "number_of", "toll")
"""Kinds of words that are plain nouns to all but who reads modifiers and prices."""
_PLURAL = ("many", "many_of", "any")
_DUAL = ("two", "two_of")
_UNITS = ("unit", "code")
_HUNDREDTHS = ("percent", "percentage_point", "basis_point")
"""Shares that there may be a part of: half a percent, نصف في المئة."""
_ARTICLES = 2
"""Words such as «the» and "his" that may stand between «of» and the noun."""
_FEW, _PLURAL_DUAL = (3, 11), "ين"
"""Numbers with a noun in the plural, and the ending that it shares with the dual."""
_ADJECTIVES_UNKNOWN = 2
"""Plain words that may stand between a number and a noun that no table has."""
_BEFORE_NOUN = ("nation", "other", "own", "whose")
"""Known words that may stand between a number and its noun."""


class UnitReader:
    """Units in one scan. Every method takes items and looks a bounded way ahead."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.style = noun_style(scan.tongue.lexicon.language)
        self.known = catalogue()
        self.money = MoneyReader(scan)

    # What an item is

    def is_word(self, at: int) -> bool:
        """Whether the item is a word that no table knows, or only as what a modifier or a price is said of."""
        scan = self.scan
        if at >= len(scan) or scan.codes[at] == scan.tongue.alphabet.plain:
            return at < len(scan)
        return bool(scan.senses[at]) and all(sense.kind in _PLAIN_TOO for sense in scan.senses[at])

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
        unit = self._in_brackets(at) or self.exact(at)
        if unit is None or (number.value > 1 and self._is_singular(at)):
            unit = self._behind_adjectives(at) or unit
        if unit is None:
            return self._of_those(at, number) or self._unknown(at, number) or self._people(at, number)
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
        while last - first < self.style.words_of_share and self._share_goes_on(last):
            last += 1
        return first, last

    def _share_goes_on(self, last: int) -> bool:
        """Whether the next word is of the noun phrase too, and no verb: «إنتاج القمح», the oil wells."""
        if not (self.is_noun(last + 1) and self.is_definite(last + 1)):
            return False
        return self.style.share_goes_on.fullmatch(self.scan.words(last, last + 1)) is not None

    def named(self, sense: Sense, at: int) -> Unit:
        """The unit of an item's sense."""
        name = self._by_what_follows(str(sense.value), at)
        measure = self.known.measure(name)
        return Unit(name, measure, at, at, (at, at) if measure == "count" else None)

    def _by_what_follows(self, name: str, at: int) -> str:
        """The unit of a noun that means another thing before some: a store («مخزن») of rounds is a magazine."""
        behind = {sense.value for item in range(at + 1, at + 3) if (sense := self.unit_sense(item))}
        readings = self.style.instead.get(name, {name: ()})
        return next((other for other, before in readings.items() if behind & set(before)), next(iter(readings)))

    def _hyphened(self, at: int) -> Unit | None:
        """The unit written on with a hyphen: 27-летний, a 12-cent dividend, a 30-year bond."""
        unit = _age(at) if self.scan.find(at, "of_age") else self.exact(at)
        return unit if unit and (unit.measure != "count" or not self.scan.glued(unit.last + 1)) else None

    def _in_brackets(self, at: int) -> Unit | None:
        """The unit beside a number in brackets, or in brackets itself: (75,000) dollars, 100 million (euros)."""
        scan = self.scan
        if at + 1 >= len(scan) or scan.words(at, at) not in "()":
            return None
        unit = self.exact(at + 1)
        if unit is None or unit.measure == "count":
            return None
        if scan.words(at, at) == ")":
            return unit if scan.words(at - 2, at - 2) == "(" else None
        closed = unit.last + 1 < len(scan) and scan.words(unit.last + 1, unit.last + 1) == ")"
        return replace(unit, last=unit.last + 1) if closed else None

    def _behind_adjectives(self, at: int) -> Unit | None:
        """A known noun with plain words before it: eight oil fields, three more ships, 5,000 gold dinars."""
        for noun in range(at + 1, at + 1 + self.style.adjectives_before):
            if not self._may_precede(noun - 1):
                return None
            unit = self.exact(noun)
            if unit and self._is_leading(noun):
                continue
            if unit and unit.measure == CURRENCY:
                own = self.scan.find(noun - 1, "own") and self.scan.find(noun, "family")
                return replace(unit, first=at, name=str(own.value)) if own else None
            if unit:
                return replace(unit, first=at, of=(at, noun) if unit.measure == "count" else None)
        return None

    def _is_leading(self, at: int) -> bool:
        """Whether a singular leads to a plural behind it: senior leaders, company directors."""
        behind = self.unit_sense(at + 1)
        return self._is_singular(at) and behind is not None and behind.form != "one"

    def _may_precede(self, at: int) -> bool:
        """Whether a word may stand between a number and its noun: senior leaders, more ships, company directors."""
        known = any(self.scan.find(at, kind) for kind in _BEFORE_NOUN)
        joined = self.scan.glued(at) and self.scan.glued(at + 1) and self.scan.words(at, at) == "-"
        return known or joined or self.is_word(at) or self._is_singular(at)

    def _is_singular(self, at: int) -> bool:
        sense = self.scan.find(at, "unit")
        return sense is not None and sense.form == "one" and self.known.measure(str(sense.value)) == "count"

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
        if sense is None:
            return self._of_a_body(noun, number)
        if sense.form not in _PLURAL or self.scan.find(noun, "code"):
            return None
        unit = self.named(sense, noun)
        if unit.measure == "count":
            unit = replace(unit, name=self.style.members.get(unit.name, unit.name))
            vague = number.kind == "indefinite" and at - 1 in self.scan.definite and unit.name != "person"
            return None if vague else self.with_adjectives(unit)
        return unit if number.kind == "indefinite" or number.about or number.scale > 1 else None

    def _of_a_body(self, noun: int, number: Number) -> Unit | None:
        """Arabic counts people by the body they are of: 11 من المعارضة، ستة من حراسه."""
        scan = self.scan
        counts = number.kind == "cardinal" and number.scale == 1 and number.value > 1
        if not (counts and scan.tongue.style.article and self.is_word(noun)):
            return None
        return Unit("person", "count", noun - 2, noun - 2)

    def _noun_behind(self, at: int) -> int:
        """The item after articles and adjectives."""
        noun = at
        while noun < at + _ARTICLES and self.scan.find(noun, "the"):
            noun += 1
        first = noun = self._past_others(noun)
        while noun - first < self.style.adjectives_before and (self.is_word(noun) or self._is_leading(noun)):
            noun += 1
        return noun

    def _unknown(self, at: int, number: Number) -> Unit | None:
        """A noun that no table has: a person by its ending (مستشارين, importers), else its own word, endings off."""
        if at >= len(self.scan) or self.scan.starts[at] - self.scan.ends[at - 1] > 1:
            return None
        shape = self.style.noun_after_many if number.scale > 1 else self.style.counted(number.value)
        noun = self._past_others(at)
        for _ in range(_ADJECTIVES_UNKNOWN + 1):
            last = self._compound(noun)
            if last is None:
                return None
            if shape.fullmatch(self.scan.words(last, last)):
                word = self.scan.words(noun, last)
                return self.with_adjectives(Unit(self._name(word), "count", at, last, (at, last)))
            if not self.style.before_unknown.fullmatch(self.scan.words(noun, last)):
                return None
            noun = last + 1
        return None

    def _name(self, word: str) -> str:
        if self.style.person.fullmatch(word):
            return "person"
        ending = next((end for end in self.style.plurals if word.endswith(end) and len(word) > len(end) + 1), None)
        if ending is not None:
            return word.removesuffix(ending) + self.style.plurals[ending]
        return self.style.endings.sub("", word) or word

    def _past_others(self, at: int) -> int:
        """The item after words such as "more" and "other"."""
        while self.scan.find(at, "other") and not self.unit_sense(at):
            at += 1
        return at

    def _compound(self, at: int) -> int | None:
        """The last item of a plain word, or of several that hyphens join: e-mails, sociétés-écrans."""
        if not self.is_word(at) or self.scan.find(at, "toll"):
            return None
        while self.scan.glued(at + 1) and self.scan.words(at + 1, at + 1) == "-" and self.scan.glued(at + 2):
            if not self.is_noun(at + 2):
                break
            at += 2
        return at

    def _people(self, at: int, number: Number) -> Unit | None:
        """People by their nationality (أربعة موريتانيين, two Senegalese), and by a plural spelled like another noun's
        dual: «خمسة مصدرين»."""
        sense, few = self.unit_sense(at), number.scale == 1 and number.value in range(*_FEW)
        exporters = few and sense is not None and sense.form == "two" and self.scan.words(at, at).endswith(_PLURAL_DUAL)
        if not exporters and (not self.scan.find(at, "nation") or self.scan.find(at + 1, "family")):
            return None
        return self.with_adjectives(Unit("person", "count", at, at, (at, at)))


def _age(at: int) -> Unit:
    """Years of age."""
    return Unit("year", "duration", at, at, (at, at))
