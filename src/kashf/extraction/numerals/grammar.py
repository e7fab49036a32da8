"""The grammar of numbers, one for all languages; these differ in the words and the `style` of numbers.yaml.

    number    = [minus] (fraction | magnitude [tail] | indefinite) [ratio]
    magnitude = term {joint term}          each term smaller than the scale before it
    term      = [group [point digits]] {scale}          at least one of the two
    group     = [below100] hundred [joint below100] | below100
    fraction  = [count] part [of] [scale]
    tail      = joint fraction [scale] | less fraction
    ratio     = over magnitude | share magnitude | parts_per

`joint` is what stands between the parts of one number: و in Arabic, where nothing else will do; `and`, a hyphen or
nothing in English. Every rule looks ahead a bounded number of items, so reading takes time in proportion to the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite

from kashf.extraction.numerals.fractions import FractionReader
from kashf.extraction.numerals.groups import LONGEST, Read
from kashf.extraction.numerals.scan import Scan
from kashf.extraction.numerals.senses import Number, product

__all__ = ["read_number"]

_COUNTED_BY_ARTICLE = ("hundred", "scale", "part", "part_counted", "round", "ordinal", "ten")
_DUAL_SCALE = 2.0
_SMALLEST_SCALE = 1000
"""From here on a scale is thousands or more; below are dozens."""
_ROUND = (1, 10, 100)


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


class _Reader(FractionReader):
    """The grammar over one scan."""

    def number(self, at: int) -> tuple[Number, int] | None:
        """A number with its sign."""
        plain = self._plain_digits(at)
        if plain is not None:
            return plain, at + 1
        start = self._sign(at)
        if start is None and self.scan.words(at, at) == "-":
            return None
        found = self._unsigned(start if start is not None else at)
        if found is None or not isfinite(found[0].value) or (start is not None and self._is_bullet(at, found[1])):
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

    # Signs

    def _sign(self, at: int) -> int | None:
        """The item after a minus sign or word, None where the item is neither."""
        if self.scan.find(at, "minus"):
            return at + 1
        scan = self.scan
        if at + 1 >= len(scan) or scan.words(at, at) != "-" or (scan.glued(at) and not self._is_sign_of_money(at - 1)):
            return None
        return at + 1 if at + 1 in scan.digits or scan.codes[at + 1] in scan.tongue.quotients else None

    def _is_sign_of_money(self, at: int) -> bool:
        """Whether an item is such as the $ of $-5 million, with no number before it ($2-$5, 2$-5$)."""
        scan = self.scan
        alone = not (scan.glued(at) and at - 1 in scan.digits) and not scan.words(at, at).isalnum()
        return alone and (scan.find(at, "unit") is not None or scan.find(at, "code") is not None)

    def _is_bullet(self, at: int, after: int) -> bool:
        """Whether a dash apart from its number opens the entry of a list. A line of nothing but a dash and a number is
        no entry, and the dash a minus."""
        scan = self.scan
        if scan.find(at, "minus") or scan.glued(at + 1):
            return False
        opens = at == 0 or scan.words(at - 1, at - 1) == "\n"
        ends = after == len(scan) or scan.words(after, after) == "\n"
        return not (opens and ends)

    def _unsigned(self, at: int) -> tuple[Number, int] | None:
        if self.scan.find(at, "a"):
            place = self._past_hyphen(at + 1)
            counts = any(self.scan.find(place, kind) for kind in _COUNTED_BY_ARTICLE)
            return self._fraction(at) or self._counted_by_article(place) if counts else None
        if self._is_pronoun(at):
            return None
        found = (
            (self._ordinal(at) or self._written_fraction(at) or self._fraction(at) or self._indefinite(at))
            or self._cardinal(at)
            or self._one_part(at)
        )
        return self._ratio(found) if found else None

    def _counted_by_article(self, at: int) -> tuple[Number, int] | None:
        is_scale = not any(self.scan.find(at, kind) for kind in ("ordinal", "ten")) or self.scan.find(at, "hundred")
        return self._cardinal(at) if is_scale else None

    def _is_pronoun(self, at: int) -> bool:
        """«The one», "no one": the word stands for a thing and counts nothing."""
        digit = self.scan.find(at, "digit")
        return digit is not None and digit.value == 1 and self.scan.find(at - 1, "not_one") is not None

    # Ratios: one in five, واحد على عشرين، ثلاثة في الألف

    def _ratio(self, found: tuple[Number, int]) -> tuple[Number, int]:
        """Two numbers that are one fraction."""
        number, after = found
        if number.kind != "cardinal":
            return found
        per = self.scan.find(after, "parts_per")
        if per:
            return Number(number.value / int(per.value), "fraction"), after + 1
        whole = self._whole_of_ratio(number, after)
        return (Number(number.value / whole[0].value, "fraction"), whole[1]) if whole and whole[0].value else found

    def _whole_of_ratio(self, number: Number, at: int) -> tuple[Number, int] | None:
        """What a number is said to be so many of; None where the words say no ratio."""
        scan = self.scan
        if scan.find(at, "over"):
            whole = self._cardinal(at + 1, tail=False)
            return None if whole and self.style.over_ends and self._is_noun(whole[1]) else whole
        if number.value != 1:
            return None
        if scan.find(at, "share") or (scan.find(at, "share_worded") and not number.digits):
            return self._cardinal(at + 2 if scan.find(at + 1, "a") else at + 1, tail=False)
        whole = self._cardinal(at + 1) if scan.find(at, "share_of_scale") else None
        return whole if whole and self._is_round_scale(at + 1, whole[0]) else None

    def _is_round_scale(self, at: int, number: Number) -> bool:
        """Whether a number is a scale that stands for a great many: one of a million, not «one of the millions»."""
        return (
            number.scale >= _SMALLEST_SCALE
            and number.head in _ROUND
            and at not in self.scan.definite
            and not self.scan.find(at, "scale_many")
        )

    def _is_noun(self, at: int) -> bool:
        return self._is_word(at) and self.scan.find(at, "function") is None

    def _is_word(self, at: int) -> bool:
        return at < len(self.scan) and self.scan.words(at, at)[0].isalpha()

    def _one_part(self, at: int) -> tuple[Number, int] | None:
        """One part of so many: جزء من مئة، جزء من عشرين جزءا; not «جزء من خمسة ملايين دولار»."""
        whole = self._cardinal(at + 1) if self.scan.find(at, "one_part") else None
        if whole is None or whole[0].value <= 0:
            return None
        number, after = whole
        is_scale = (number.head == 1 and (number.scale >= _SMALLEST_SCALE)) or number.value == 100
        stands = is_scale and not self._is_word(after)
        if not (stands or self.scan.find(after, "pieces") or (is_scale and self.scan.find(after, "of"))):
            return None
        return Number(1 / number.value, "fraction"), after

    # Ordinals: الثاني والعشرون، twenty-first, one hundred and fifth, 3-й

    def _ordinal(self, at: int) -> tuple[Number, int] | None:
        scan = self.scan
        if at in scan.digits:
            hyphen = at + 1 < len(scan) and scan.words(at + 1, at + 1) == "-" and scan.glued(at + 1)
            suffix = at + 1 + hyphen
            is_ordinal = scan.glued(suffix) and scan.find(suffix, "suffix") is not None
            is_ordinal = is_ordinal and (hyphen or not scan.find(suffix, "scale_letter"))
            return (Number(scan.digits[at].value, "ordinal"), suffix + 1) if is_ordinal else None
        ordinal = scan.find(at, "ordinal")
        if ordinal:
            ten = scan.find(at + 2, "ten") if self.style.unit_first and scan.find(at + 1, "and") else None
            return Number(float(ordinal.value) + (float(ten.value) if ten else 0), "ordinal"), at + (3 if ten else 1)
        composed = self._composed_ordinal(at, ("ordinal",)) or self._ordinal_of_thousands(at)
        return (Number(composed[0], "ordinal"), composed[1]) if composed else None

    def _ordinal_of_thousands(self, at: int) -> Read | None:
        """Thousands with an ordinal behind them, where nothing need join the two: две тысячи семнадцатый."""
        thousands = self._term(at) if not self.style.joins else None
        if thousands is None or thousands.scale < _SMALLEST_SCALE or thousands.digits:
            return None
        below = self._ordinal(self._past_hyphen(thousands.after))
        is_rest = below is not None and below[0].kind == "ordinal" and below[0].value < _SMALLEST_SCALE
        return (thousands.value + below[0].value, below[1]) if below and is_rest else None

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
        more = self._ten_of_few(at)
        if more is not None:
            return Number(low + more[0], "indefinite", high + more[0]), more[1]
        whole = self._indefinite(at) if self.scan.find(at, "indefinite") or self.scan.find(at, "scale_many") else None
        if whole is not None:
            return Number(low * whole[0].value, "indefinite", high * whole[0].value), whole[1]
        hundred = self.scan.find(at, "hundred")
        scale = self._scale(at + 1 if hundred else at)
        times, after = scale or (1.0, at + 1)
        times *= 100 if hundred else 1
        return (Number(low * times, "indefinite", high * times), after) if scale or hundred else None

    def _ten_of_few(self, at: int) -> Read | None:
        """The tens a few are added to: بضعة عشر، بضع وعشرون."""
        if not self.style.unit_first:
            return None
        joined = self.scan.find(at, "and") is not None
        ten = self.scan.find(at + 1, "ten") if joined else self.scan.find(at, "teen")
        return (float(ten.value), at + 1 + joined) if ten and float(ten.value) % 10 == 0 else None

    # Magnitudes

    def _cardinal(self, at: int, tail: bool = True) -> tuple[Number, int] | None:
        """A magnitude, with what a tail adds to it unless it is a whole of which there are parts."""
        first = self._term(at)
        if first is None:
            return None
        total, last = first.value, first
        while last.after - at < LONGEST:
            following = self._next_term(last, total)
            if following is None:
                break
            total, last = total + following.value, following
        parts = self._denominator(last.after, total) if last.after - at > 1 and total > 1 else None
        if parts:
            return Number(total / parts[0], "fraction"), parts[1]
        if last.scale > 1 and self.scan.find(last.after, "point"):
            value, after = self._with_decimals(total, last.after)
            return Number(value, head=value), after
        number = self._as_number(at, total, first, last)
        return self._with_tail(number, last) if tail else (number, last.after)

    def _as_number(self, at: int, total: float, first: _Term, last: _Term) -> Number:
        single = last is first
        number = Number(total, head=first.head if single else total, scale=first.scale if single else 1.0)
        if single and first.digits and first.after == at + 1:
            number = replace(number, digits=True, width=self.scan.ends[at] - self.scan.starts[at])
        if self.scan.find(last.after - 1, "round"):
            number = replace(number, about=True)
        return number

    def _next_term(self, last: _Term, total: float) -> _Term | None:
        joint = self._joint(last.after)
        if joint is None or (joint > last.after and self._parts(joint)):
            return None
        if last.scale == 1:
            return self._dozens(joint, total) if joint > last.after else None
        term = self._term(joint)
        if term is None or term.scale >= last.scale or term.value >= last.scale:
            return None
        bare_digits = term.digits and joint == last.after and term.scale == 1
        return None if bare_digits else term

    def _dozens(self, at: int, total: float) -> _Term | None:
        """Dozens added to hundreds: «مئتان ودزينتان»."""
        if total < 100 or total % 100:
            return None
        term = self._term(at)
        return term if term and 1 < term.scale < 100 and term.value < 100 else None

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
        after = self._past_hyphen(last.after)
        less = self.scan.find(after, "less")
        joint = self._past_hyphen(after + 1) if less or self._joins_tail(after) else None
        if joint and self.scan.find(after, "wholes") and self.scan.find(joint, "and"):
            joint += 1
        parts = self._tail_parts(joint) if joint is not None else None
        if parts is None or self.split or self.scan.find(parts[1] - 1, "part_own"):
            return number, last.after
        named = self._scale_of_fraction(parts[1])
        if named and named[0] > last.scale:
            whole = Number(number.value + parts[0]).scaled(named[0])
            return (replace(whole, head=number.value + parts[0]), named[1]) if last.scale == 1 else (number, last.after)
        scale, end = named or (1.0 if self.scan.find(after, "wholes") else last.scale, parts[1])
        value = number.value + (-1 if less else 1) * parts[0] * scale
        return Number(value, head=value / last.scale, scale=last.scale), end

    def _joins_tail(self, at: int) -> bool:
        return any(self.scan.find(at, kind) for kind in ("and", "with", "wholes"))

    def _tail_parts(self, at: int) -> Read | None:
        """The parts a tail adds; some words are parts only there: et demi, с половиной."""
        part = self.scan.find(at, "part_tail")
        if part:
            return 1 / int(part.value), at + 1
        return self._parts(at) or self._quotient_in_words(at)

    def _quotient_in_words(self, at: int) -> Read | None:
        """So many of so many parts: أربعة وخمسون جزءا من مئة."""
        above = (self.scan.digits[at].value, at + 1) if at in self.scan.digits else self._below_hundred(at)
        if above is None or not (self.scan.find(above[1], "pieces_of") or self._is_one_over(*above)):
            return None
        below = self._group(above[1] + 1)
        return (above[0] / below[0], below[1]) if below and 0 < above[0] < below[0] else None

    def _is_one_over(self, count: float, at: int) -> bool:
        """Whether one over a number is added to a whole, as parts that have no name are said: «وواحد على ثلاثين»."""
        return count == 1 and self.style.unit_first and self.scan.find(at, "over") is not None
