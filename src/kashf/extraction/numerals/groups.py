"""Numbers below a thousand, in words or digits, and the scale words behind them."""

from __future__ import annotations

from kashf.extraction.numerals.scan import Scan

__all__ = ["LONGEST", "GroupReader", "Read"]

Read = tuple[float, int]
"""A value and the item after the words it was read from."""
LONGEST = 80
"""Items in one number; «nine-hundred-and-ninety-nine-quadrillion-...» in full takes fewer."""
_SCALES = ("scale", "scale_alef", "scale_many", "round")
_SPACED = "k"
"""The letter of a scale that may stand apart from its digits where the number ends: no unit is written so."""


class GroupReader:
    """Groups over one scan. Every method takes an item and gives what begins there, None where nothing does.

    With `split` no و joins two parts.
    """

    def __init__(self, scan: Scan, split: bool) -> None:
        self.scan = scan
        self.style = scan.tongue.style
        self.split = split

    # Joints

    def _joint(self, at: int) -> int | None:
        """The item after what joins two terms, None where they may not be joined."""
        place = self._past_hyphen(at)
        if self.scan.find(place, "and"):
            return None if self.split or not self.style.joins else self._past_hyphen(place + 1)
        if self.scan.find(at, "teen_joined"):
            return at
        return None if self.style.must_join else place

    def _past_hyphen(self, at: int) -> int:
        """The item after a hyphen that joins words (deux-mille, one-and-a-half), the same item where none does."""
        scan = self.scan
        joins = scan.glued(at) and scan.glued(at + 1) and at + 1 not in scan.digits and scan.words(at, at) == "-"
        return at + 1 if joins and "-" in self.style.unit_joints else at

    def _unit_joint(self, at: int) -> int:
        """The item after the hyphens and words that may stand between a ten and its unit (vingt-et-un)."""
        after = at
        while after - at < 3 and after < len(self.scan) and self.scan.words(after, after) in self.style.unit_joints:
            after += 1
        return after

    # Scales

    def _scale(self, at: int) -> Read | None:
        """The product of the scale words from an item on: ألف مليون."""
        start = self._past_hyphen(at)
        adjective = self.scan.find(start, "scale_adjective") if start > at else None
        if adjective:
            return float(adjective.value), start + 1
        scale, after = 1.0, start
        while after - start < LONGEST:
            value = self._scale_word(after)
            if value is None or (after > start and value < scale):
                break
            scale, after = scale * value, after + 1
        return (scale, after) if after > start else None

    def _scale_word(self, at: int) -> float | None:
        for kind in _SCALES:
            sense = self.scan.find(at, kind)
            if sense:
                return float(sense.value)
        letter = self.scan.find(at, "scale_letter")
        if letter and (self.scan.glued(at) or self._ends_in_letter(at)):
            return float(letter.value)
        capital = self.scan.find(at, "scale_capital")
        return float(capital.value) if capital and self._is_quantity(at) else None

    def _is_quantity(self, at: int) -> bool:
        """Whether a G or T is of a quantity: 10G, 1.2T, $2T; not that of a 5G network."""
        scan, digits = self.scan, self.scan.digits.get(at - 1)
        if digits is None or not scan.glued(at):
            return False
        before_noun = at + 1 < len(scan) and scan.codes[at + 1] == scan.tongue.alphabet.plain
        return not before_noun and (digits.length > 1 or scan.glued(at - 1))

    def _ends_in_letter(self, at: int) -> bool:
        """Whether a letter apart from its digits is a scale: that of 30 MUSD or 10 M€, the k of "10 k" with no word
        behind it."""
        scan = self.scan
        if at - 1 not in scan.digits:
            return False
        ends = at + 1 == len(scan) or scan.words(at + 1, at + 1) == "\n"
        if ends or not scan.glued(at + 1):
            return scan.words(at, at) == _SPACED and (ends or scan.find(at + 1, "code") is not None)
        is_sign = scan.find(at + 1, "unit") is not None and not scan.words(at + 1, at + 1).isalpha()
        return is_sign or scan.find(at + 1, "code") is not None

    # Groups

    def _group(self, at: int) -> Read | None:
        """A number below a thousand in words, or any in digits."""
        scan = self.scan
        low = (scan.digits[at].value, at + 1) if at in scan.digits else self._below_hundred(at)
        at_hundred = self._past_hyphen(low[1]) if low else at
        hundred = scan.find(at_hundred, "hundred")
        if hundred is None or (low is not None and hundred.value != 100):
            return low
        if low is not None and not self._counts_hundreds(at, low[0], at_hundred):
            return low
        value = (low[0] if low else 1.0) * int(hundred.value)
        return self._with_rest(value, at_hundred + 1)

    def _counts_hundreds(self, at: int, value: float, hundred: int) -> bool:
        """Whether a number may stand before hundred: 34 cents are money, and not 3,400."""
        if at in self.scan.digits:
            return self.scan.find(hundred, "unit") is None
        return (value != 1 or self.style.one_hundred) and 10 != value < self.style.hundreds_below

    def _with_rest(self, hundreds: float, at: int) -> Read:
        """Hundreds and what is below a hundred after them."""
        joint = self._joint(at)
        if joint is None:
            return hundreds, at
        rest = self._below_hundred(joint)
        if rest is None and joint > at and joint in self.scan.digits and self.scan.digits[joint].value < 100:
            rest = self.scan.digits[joint].value, joint + 1
        if rest is None or self._begins_another(rest, joint > at):
            return hundreds, at
        return hundreds + rest[0], rest[1]

    def _begins_another(self, rest: Read, joined: bool) -> bool:
        """Whether what stands behind hundreds is no part of them: it counts hundreds or parts of its own (three in «a
        hundred and three quarters»), or names the parts (thirty in "a hundred thirty-fifths")."""
        value, after = rest
        part = self.scan.find(self._unit_joint(after), "part_many")
        names_parts = part is not None and int(part.value) < 10 <= value and value % 10 == 0
        hyphened = self._past_hyphen(after) > after
        if names_parts and not self.style.unit_first and (hyphened or not joined):
            return True
        counts = self.scan.find(after, "hundred") is not None or self._counts_dozens(after)
        return joined and (counts or self._is_numerator(value, after))

    def _counts_dozens(self, at: int) -> bool:
        """Whether dozens follow: «three hundred and two dozen» is 324."""
        scale = self.scan.find(at, "scale")
        return scale is not None and float(scale.value) < 100

    def _is_numerator(self, value: float, at: int) -> bool:
        """Whether what was read counts the parts that follow: three in «a hundred and three quarters»."""
        place = self._unit_joint(at)
        part = self.scan.find(place, "part_many") or self.scan.find(place, "part_counted")
        return part is not None and value < int(part.value)

    def _below_hundred(self, at: int) -> Read | None:
        scan = self.scan
        for kind in ("teen", "teen_joined", "zero", "adjective"):
            sense = scan.find(at, kind)
            if sense:
                return float(sense.value), at + 1
        ten = scan.find(at, "ten")
        if ten:
            return self._ten_with_unit(float(ten.value), at + 1)
        joined = scan.find(at + 2, "ten") if self.style.unit_first and scan.find(at + 1, "and") else None
        digit = scan.find(at, "digit") or (scan.find(at, "digit_joined") if joined else None)
        if digit is None:
            return None
        if joined and not self.split:
            return float(digit.value) + float(joined.value), at + 3
        return float(digit.value), at + 1

    def _ten_with_unit(self, ten: float, at: int) -> Read:
        if self.style.unit_first:
            return ten, at
        joint = self._unit_joint(at)
        for kind in ("digit", "teen"):
            unit = self.scan.find(joint, kind)
            fits = unit and (kind == "digit" or ten in self.style.tens_with_teens)
            joined = joint > at and self.scan.find(joint - 1, "and") is not None
            if unit and fits and not (joined and self._is_numerator(float(unit.value), joint + 1)):
                return ten + float(unit.value), joint + 1
        return ten, at

    def _with_decimals(self, value: float, at: int) -> Read:
        """What «فاصلة» or "point" adds: digits one by one, or a number read as the digits of its writing."""
        if not self.scan.find(at, "point"):
            return value, at
        written, after = "", at + 1
        while after - at < LONGEST:
            if after in self.scan.digits and self.scan.words(after, after).isdigit():
                written, after = written + self.scan.words(after, after), after + 1
                continue
            found = self._below_hundred(after)
            if found is None:
                break
            written, after = written + str(int(found[0])), found[1]
        return (float(f"{value:.0f}.{written}"), after) if written else (value, at)
