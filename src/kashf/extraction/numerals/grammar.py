"""The grammar of numbers, one for all languages; these differ in the words and the `style` of numbers.yaml.

    number    = [minus] (fraction | magnitude [tail] | indefinite)
    magnitude = term {joint term}          each term smaller than the scale before it
    term      = [group [point digits]] {scale}          at least one of the two
    group     = [below100] hundred [joint below100] | below100
    fraction  = [count] part [of] [scale]
    tail      = joint fraction [scale] | less fraction

`joint` is what stands between the parts of one number: و in Arabic, where nothing else will do; `and`, a hyphen or
nothing in English. Every rule looks ahead a bounded number of items, so reading takes time in proportion to the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite

from kashf.extraction.numerals.groups import LONGEST, GroupReader, Read
from kashf.extraction.numerals.scan import Scan
from kashf.extraction.numerals.senses import Number, product

__all__ = ["read_number"]

_COUNTED_BY_ARTICLE = ("hundred", "scale", "part", "part_counted", "round")
_BEFORE_PERIODS = ("past", "trailing", "future", "following", "latest")
"""«The last two quarters» are quarters of a year, no fraction."""
_SPANS = ("minute", "hour", "day", "week", "month", "year")
"""«خمس السنوات» are five; of all else that is definite «خمس» is a fifth."""
_DUAL_SCALE = 2.0


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of a magnitude: 25 thousand is head 25, scale 1000."""

    head: float
    scale: float
    after: int
    digits: bool

    @property
    def value(self) -> float:
        return product(self.head, self.scale)


def read_number(scan: Scan, at: int, split: bool = False) -> tuple[Number, int] | None:
    """The number that begins at an item, and the item after it; None where none begins.

    With `split` no و joins two parts: the reading of «بين خمسة وعشرين» as two numbers.
    """
    return _Reader(scan, split).number(at)


class _Reader(GroupReader):
    """The grammar over one scan."""

    def number(self, at: int) -> tuple[Number, int] | None:
        """A number with its sign."""
        plain = self._plain_digits(at)
        if plain is not None:
            return plain, at + 1
        start = self._sign(at)
        found = self._unsigned(start if start is not None else at)
        if found is None or not isfinite(found[0].value):
            return None
        number, after = found
        return (replace(number, value=-number.value, digits=False) if start is not None else number), after

    def _plain_digits(self, at: int) -> Number | None:
        """Digits with nothing behind them that a number goes on with: most numbers of most texts."""
        scan = self.scan
        digits = scan.digits.get(at)
        if digits is None or (at + 1 < len(scan) and scan.codes[at + 1] in scan.tongue.continuing):
            return None
        return (
            Number(digits.value, head=digits.value, digits=True, width=digits.length)
            if isfinite(digits.value)
            else None
        )

    def _sign(self, at: int) -> int | None:
        """The item after a minus sign or word, None where the item is neither."""
        if self.scan.find(at, "minus"):
            return at + 1
        scan = self.scan
        if at + 1 >= len(scan) or scan.words(at, at) != "-":
            return None
        is_dash = at + 1 in scan.digits or scan.codes[at + 1] in scan.tongue.quotients
        return at + 1 if is_dash and scan.glued(at + 1) and not scan.glued(at) else None

    def _unsigned(self, at: int) -> tuple[Number, int] | None:
        if self.scan.find(at, "a"):
            counts = any(self.scan.find(at + 1, kind) for kind in _COUNTED_BY_ARTICLE)
            return self._fraction(at) or self._cardinal(at + 1) if counts else None
        if self._is_pronoun(at):
            return None
        found = (
            self._ordinal(at) or self._written_fraction(at) or self._fraction(at) or self._indefinite(at)
        ) or self._cardinal(at)
        return self._ratio(found) if found else None

    def _is_pronoun(self, at: int) -> bool:
        """«The one», "no one": the word stands for a thing and counts nothing."""
        digit = self.scan.find(at, "digit")
        return digit is not None and digit.value == 1 and self.scan.find(at - 1, "not_one") is not None

    def _ratio(self, found: tuple[Number, int]) -> tuple[Number, int]:
        """One in five, واحد على عشرين: two numbers that are one fraction."""
        number, after = found
        share, over = self.scan.find(after, "share"), self.scan.find(after, "over")
        if number.kind != "cardinal" or not (over or (share and number.value == 1)):
            return found
        whole = self._cardinal(after + 1)
        if whole is None or whole[0].value == 0 or (over and self.style.over_ends and self._is_noun(whole[1])):
            return found
        return Number(number.value / whole[0].value, "fraction"), whole[1]

    def _is_noun(self, at: int) -> bool:
        return at < len(self.scan) and self.scan.words(at, at)[0].isalpha()

    # Ordinals: الثاني والعشرون، twenty-first, 3-й

    def _ordinal(self, at: int) -> tuple[Number, int] | None:
        scan = self.scan
        if at in scan.digits:
            hyphen = at + 1 < len(scan) and scan.words(at + 1, at + 1) == "-" and scan.glued(at + 1)
            suffix = at + 1 + hyphen
            is_ordinal = scan.glued(suffix) and scan.find(suffix, "suffix") is not None
            return (Number(scan.digits[at].value, "ordinal"), suffix + 1) if is_ordinal else None
        ordinal = scan.find(at, "ordinal")
        if ordinal:
            ten = scan.find(at + 2, "ten") if self.style.unit_first and scan.find(at + 1, "and") else None
            return Number(float(ordinal.value) + (float(ten.value) if ten else 0), "ordinal"), at + (3 if ten else 1)
        ten, joint = scan.find(at, "ten"), self._unit_joint(at + 1)
        unit = scan.find(joint, "ordinal") if ten and not self.style.unit_first else None
        if ten and unit and float(unit.value) < 10:
            return Number(float(ten.value) + float(unit.value), "ordinal"), joint + 1
        return None

    # Fractions in digits: ½, 3/4, 2 1/4

    def _written_fraction(self, at: int) -> tuple[Number, int] | None:
        whole = self.scan.digits.get(at)
        place = at + 1 if whole and whole.value.is_integer() else at
        part = self._quotient(place)
        if part is None or (place > at and not 0 < part < 1):
            return None
        if place == at:
            return Number(part, "fraction" if 0 < part < 1 else "cardinal"), at + 1
        return Number(whole.value + part if whole else part), place + 1

    def _quotient(self, at: int) -> float | None:
        """The value of an item that is one number over another."""
        if at >= len(self.scan) or self.scan.codes[at] not in self.scan.tongue.quotients:
            return None
        above, _, below = self.scan.words(at, at).replace(" ", "").replace("⁄", "/").partition("/")
        if int(below) == 0:
            return None
        if "⁄" in self.scan.words(at, at):
            return int(above[:-1] or 0) + int(above[-1]) / int(below)
        return int(above) / int(below)

    # Fractions in words: نصف، ثلاثة أرباع، three quarters, 3/4

    def _fraction(self, at: int) -> tuple[Number, int] | None:
        found = self._parts(at)
        if found is None:
            return None
        value, after = found
        if self.scan.find(after - 1, "part_own") or self.scan.find(after - 1, "part_two_own"):
            return Number(value, "fraction", owned=True), after
        return self._fraction_of(value, after)

    def _fraction_of(self, value: float, at: int) -> tuple[Number, int]:
        """A fraction, or where a scale follows it, so much of that scale."""
        scaled = self._scale_of_fraction(at)
        if scaled is None:
            return Number(value, "fraction"), at
        scale, after = scaled
        return Number(product(value, scale), head=value, scale=scale), after

    def _scale_of_fraction(self, at: int) -> Read | None:
        """The scale a fraction is of: نصف مليون، half a million, three quarters of a billion."""
        after = at
        while self.scan.find(after, "of") or self.scan.find(after, "a"):
            after += 1
        return self._scale(after) if after - at <= 2 else None

    def _parts(self, at: int) -> Read | None:
        """So many parts of one: ثلث، ثلثا، ثلاثة أخماس."""
        scan = self.scan
        if scan.find(at, "a"):
            part = scan.find(at + 1, "part") or scan.find(at + 1, "part_counted")
            return (1 / int(part.value), at + 2) if part else None
        for kind, times in (("part", 1.0), ("part_own", 1.0), ("part_two", 2.0), ("part_two_own", 2.0)):
            sense = scan.find(at, kind)
            if sense and not (kind == "part" and self._is_rather_a_number(at)):
                return times / int(sense.value), at + 1
        counted = scan.find(at, "part_counted")
        if counted and self._scale(at + 1):
            return 1 / int(counted.value), at + 1
        count = (scan.digits[at].value, at + 1) if at in scan.digits else self._below_hundred(at)
        if count is None:
            return None
        place = self._unit_joint(count[1])
        part = scan.find(place, "part_many") or scan.find(place, "part_counted")
        if part and any(scan.find(at - 1, kind) for kind in _BEFORE_PERIODS):
            return None
        if part is None and count[0] == 1:
            part = scan.find(place, "part")
        return (count[0] / int(part.value), place + 1) if part else None

    def _is_rather_a_number(self, at: int) -> bool:
        """Whether a word that is a number or a part is the number: خمس is a fifth only of something definite."""
        scan = self.scan
        if not (scan.find(at, "digit") or scan.find(at, "teen")):
            return False
        unit = scan.find(at + 1, "unit")
        spans = unit is not None and unit.form in ("many", "many_of") and unit.value in _SPANS
        return at in scan.definite or spans or not self._is_definite(at + 1)

    def _is_definite(self, at: int) -> bool:
        article = self.style.article
        return at < len(self.scan) and (
            at in self.scan.definite or (bool(article) and self.scan.words(at, at).startswith(article))
        )

    # An order of magnitude: عشرات الآلاف، بضعة ملايين

    def _indefinite(self, at: int) -> tuple[Number, int] | None:
        scan = self.scan
        few = scan.find(at, "few")
        if few:
            return self._few(str(few.value), at + 1)
        value, after = 1.0, at
        while after - at < LONGEST:
            sense = scan.find(after, "indefinite") or scan.find(after, "scale_many")
            if sense is None:
                break
            value, after = value * int(sense.value), after + 1
            if scan.find(after, "of") and (scan.find(after + 1, "indefinite") or scan.find(after + 1, "scale_many")):
                after += 1
        return (Number(value, "indefinite"), after) if after > at else None

    def _few(self, bounds: str, at: int) -> tuple[Number, int] | None:
        """A few thousand: the bounds of `few`, so many times the scale."""
        low, high = map(float, bounds.split("-"))
        whole = self._indefinite(at) if self.scan.find(at, "indefinite") or self.scan.find(at, "scale_many") else None
        if whole is not None:
            return Number(low * whole[0].value, "indefinite", high * whole[0].value), whole[1]
        hundred = self.scan.find(at, "hundred")
        scale = self._scale(at + 1 if hundred else at)
        times, after = scale or (1.0, at + 1)
        times *= 100 if hundred else 1
        return (Number(low * times, "indefinite", high * times), after) if scale or hundred else None

    # Magnitudes

    def _cardinal(self, at: int) -> tuple[Number, int] | None:
        first = self._term(at)
        if first is None:
            return None
        total, last = first.value, first
        while last.scale > 1 and last.after - at < LONGEST:
            following = self._next_term(last)
            if following is None:
                break
            total, last = total + following.value, following
        part = self.scan.find(last.after, "part_many")
        if part and last.after - at > 1:
            return Number(total / int(part.value), "fraction"), last.after + 1
        single = last is first
        number = Number(total, head=first.head if single else total, scale=first.scale if single else 1.0)
        if single and first.digits and first.after == at + 1:
            number = replace(number, digits=True, width=self.scan.ends[at] - self.scan.starts[at])
        if self.scan.find(last.after - 1, "round"):
            number = replace(number, about=True)
        return self._with_tail(number, last)

    def _next_term(self, last: _Term) -> _Term | None:
        joint = self._joint(last.after)
        if joint is None or (joint > last.after and self._parts(joint)):
            return None
        term = self._term(joint)
        if term is None or term.scale >= last.scale or term.value >= last.scale:
            return None
        bare_digits = term.digits and joint == last.after and term.scale == 1
        return None if bare_digits else term

    def _term(self, at: int) -> _Term | None:
        group = self._group(at)
        dual = self.scan.find(at, "scale_two")
        if group is None:
            if dual:
                return _Term(_DUAL_SCALE, float(dual.value), at + 1, False)
            scale = self._scale(at)
            if scale is None:
                return None
            head = _DUAL_SCALE if self._is_dual_alef(at) else 1.0
            return _Term(head, scale[0], scale[1], False)
        value, after = self._with_decimals(*group)
        scale = self._scale(after)
        digits = at in self.scan.digits
        if scale is None:
            return _Term(value, 1.0, after, digits)
        decimal = self.scan.digits[at].decimal if digits else None
        return _Term(value if decimal is None or after > at + 1 else decimal, scale[0], scale[1], digits)

    def _is_dual_alef(self, at: int) -> bool:
        """«ألفا قتيل»: the word before a noun is the dual, elsewhere the accusative."""
        return self.scan.find(at, "scale_alef") is not None and (
            self.scan.find(at + 1, "unit") is not None or self.scan.find(at + 1, "family") is not None
        )

    # Tails: ونصف، ونصف المليون، إلا ربعا

    def _with_tail(self, number: Number, last: _Term) -> tuple[Number, int]:
        after = last.after
        less = self.scan.find(after, "less")
        joint = after + 1 if less or self.scan.find(after, "and") or self.scan.find(after, "with") else None
        parts = self._tail_parts(joint) if joint is not None else None
        if parts is None or self.split or self.scan.find(parts[1] - 1, "part_own"):
            return number, after
        named = self._scale_of_fraction(parts[1])
        if named and named[0] > last.scale:
            whole = Number(number.value + parts[0]).scaled(named[0])
            return (replace(whole, head=number.value + parts[0]), named[1]) if last.scale == 1 else (number, after)
        scale, end = named or (last.scale, parts[1])
        value = number.value + (-1 if less else 1) * parts[0] * scale
        return Number(value, head=value / last.scale, scale=last.scale), end

    def _tail_parts(self, at: int) -> Read | None:
        """The parts a tail adds; some words are parts only there: et demi, с половиной."""
        part = self.scan.find(at, "part_tail")
        return (1 / int(part.value), at + 1) if part else self._parts(at)
