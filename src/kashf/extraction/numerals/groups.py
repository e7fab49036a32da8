"""Numbers below a thousand, in words or digits, and the scale words behind them."""

from __future__ import annotations

from kashf.extraction.numerals.scan import Scan

__all__ = ["LONGEST", "GroupReader", "Read"]

Read = tuple[float, int]
"""A value and the item after the words it was read from."""
LONGEST = 40
"""Items in one number; «nine hundred and ninety-nine quadrillion ...» in full takes fewer."""
_SCALES = ("scale", "scale_alef", "scale_many", "round")


class GroupReader:
    """Groups over one scan. Every method takes an item and gives what begins there, None where nothing does.

    With `split` no و joins two parts.
    """

    def __init__(self, scan: Scan, split: bool) -> None:
        self.scan = scan
        self.style = scan.tongue.style
        self.split = split

    def _joint(self, at: int) -> int | None:
        """The item after what joins two terms, None where they may not be joined."""
        if self.scan.find(at, "and"):
            return None if self.split or not self.style.joins else at + 1
        if self.scan.find(at, "teen_joined"):
            return at
        return None if self.style.must_join else at

    def _scale(self, at: int) -> Read | None:
        """The product of the scale words from an item on: ألف مليون."""
        scale, after = 1.0, at
        while after - at < LONGEST:
            sense = next((found for kind in _SCALES if (found := self.scan.find(after, kind))), None)
            if sense is None and after > at - 1 and self.scan.glued(after):
                sense = self.scan.find(after, "scale_letter")
            if sense is None or (after > at and float(sense.value) < scale):
                break
            scale, after = scale * float(sense.value), after + 1
        return (scale, after) if after > at else None

    def _group(self, at: int) -> Read | None:
        """A number below a thousand in words, or any in digits."""
        scan = self.scan
        if at in scan.digits:
            hundred = scan.find(at + 1, "hundred")
            if hundred is None or hundred.value != 100:
                return scan.digits[at].value, at + 1
        low = (scan.digits[at].value, at + 1) if at in scan.digits else self._below_hundred(at)
        at_hundred = low[1] if low else at
        hundred = scan.find(at_hundred, "hundred")
        if hundred is None:
            return low
        if low is not None and hundred.value != 100:
            return low
        if low is not None and at not in scan.digits and low[0] >= self.style.hundreds_below:
            return low
        value = (low[0] if low else 1.0) * int(hundred.value)
        return self._with_rest(value, at_hundred + 1)

    def _with_rest(self, hundreds: float, at: int) -> Read:
        """Hundreds and what is below a hundred after them."""
        joint = self._joint(at)
        if joint is None:
            return hundreds, at
        rest = self._below_hundred(joint)
        if rest is None and joint > at and joint in self.scan.digits and self.scan.digits[joint].value < 100:
            rest = self.scan.digits[joint].value, joint + 1
        if rest is None or (joint > at and (self.scan.find(rest[1], "hundred") or self._is_numerator(*rest))):
            return hundreds, at
        return hundreds + rest[0], rest[1]

    def _is_numerator(self, value: float, at: int) -> bool:
        """Whether what was read counts the parts that follow: three in «a hundred and three quarters»."""
        part = self.scan.find(at, "part_many") or self.scan.find(at, "part_counted")
        return part is not None and value < int(part.value)

    def _below_hundred(self, at: int) -> Read | None:
        scan = self.scan
        for kind in ("teen", "teen_joined", "zero"):
            sense = scan.find(at, kind)
            if sense:
                return float(sense.value), at + 1
        ten = scan.find(at, "ten")
        if ten:
            return self._ten_with_unit(float(ten.value), at + 1)
        digit = scan.find(at, "digit")
        if digit is None:
            return None
        following = scan.find(at + 2, "ten") if self.style.unit_first and scan.find(at + 1, "and") else None
        if following and not self.split:
            return float(digit.value) + float(following.value), at + 3
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

    def _unit_joint(self, at: int) -> int:
        """The item after the hyphens and words that may stand between a ten and its unit (vingt-et-un)."""
        after = at
        while after - at < 3 and after < len(self.scan) and self.scan.words(after, after) in self.style.unit_joints:
            after += 1
        return after

    def _with_decimals(self, value: float, at: int) -> Read:
        """What «فاصلة» or "point" adds: digits one by one, or a number read as the digits of its writing."""
        if not self.scan.find(at, "point"):
            return value, at
        written, after = "", at + 1
        while after - at < LONGEST:
            found = (
                (self.scan.digits[after].value, after + 1) if after in self.scan.digits else self._below_hundred(after)
            )
            if found is None or not found[0].is_integer():
                break
            written, after = written + str(int(found[0])), found[1]
        return (float(f"{value:.0f}.{written}"), after) if written else (value, at)
