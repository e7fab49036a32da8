"""Parts of one: in digits (½, 3/4, 2 1/4) and in words (نصف، ثلاثة أرباع، three quarters, a twenty-first)."""

from __future__ import annotations

import re

from kashf.extraction.numerals.groups import GroupReader, Read
from kashf.extraction.numerals.senses import Number, Sense, product

__all__ = ["FractionReader"]

_BEFORE_PERIODS = ("past", "trailing", "future", "coming", "following", "latest")
"""«The last two quarters» are quarters of a year, no fraction."""
_SPANS = ("minute", "hour", "day", "week", "month", "year")
"""«خمس السنوات» are five; of all else that is definite «خمس» is a fifth."""
_PARTS = (("part", 1.0), ("part_own", 1.0), ("part_two", 2.0), ("part_two_own", 2.0))
_MULTIPLIERS = ("digit", "teen", "ten", "hundred")
_FIRST_AFTER_TENS = 11
_LONGEST_WHOLE = 3
"""Digits of the whole in a mixed number that is written with its fraction first."""
_HUNDRED = 100
_SURELY_JOINED = 4
"""First, second and third describe what follows as often as not; from the fourth on an ordinal ends a number."""
_NO_DIGIT = re.compile(r"\D")


class FractionReader(GroupReader):
    """Fractions over one scan."""

    # In digits

    def _written_fraction(self, at: int) -> tuple[Number, int] | None:
        whole = self.scan.digits.get(at)
        place = self._behind_whole(at) if whole and whole.value.is_integer() else at
        part = self._quotient(place)
        if part is None or (place > at and not 0 < part < 1):
            return None
        if place > at:
            return Number(whole.value + part if whole else part), place + 1
        behind = self._whole_behind(at + 1) if 0 < part < 1 else None
        if behind is not None:
            return Number(behind + part), at + 2
        return Number(part, "fraction" if 0 < part < 1 else "cardinal"), at + 1

    def _behind_whole(self, at: int) -> int:
        """The item where the fraction of a mixed number may stand; 2-1/2 is one where dates do not look so."""
        return at + 2 if not self.style.day_first and self._is_hyphen(at + 1) and self.scan.glued(at + 2) else at + 1

    def _whole_behind(self, at: int) -> float | None:
        """The whole of a mixed number that is written as the eye reads it from the right: ٣/٤ ٢."""
        whole = self.scan.digits.get(at)
        if whole is None or not self.style.fraction_first or self.scan.glued(at) or whole.length > _LONGEST_WHOLE:
            return None
        return whole.value if whole.value.is_integer() else None

    def _quotient(self, at: int) -> float | None:
        """The value of an item that is one number over another."""
        if at >= len(self.scan) or self.scan.codes[at] not in self.scan.tongue.quotients:
            return None
        above, _, below = self.scan.words(at, at).replace(" ", "").replace("⁄", "/").partition("/")
        if int(below) == 0:
            return None
        if "⁄" in self.scan.words(at, at):
            return int(_NO_DIGIT.sub("", above[:-1]) or 0) + int(above[-1]) / int(below)
        return int(above) / int(below)

    # In words

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
        """So many parts of one: ثلث، ثلثا، ثلاثة أخماس، a fifth, one twenty-first."""
        scan = self.scan
        if scan.find(at, "a"):
            return _shared(1.0, self._denominator(self._past_hyphen(at + 1), 1.0))
        named = self._named_part(at)
        if named is not None:
            return named
        counted = scan.find(at, "part_counted") if scan.find(at, "part_measure") else None
        if counted and self._scale(at + 1):
            return 1 / int(counted.value), at + 1
        count = (scan.digits[at].value, at + 1) if at in scan.digits else self._below_hundred(at)
        return _shared(count[0], self._denominator(count[1], count[0])) if count else None

    def _named_part(self, at: int) -> Read | None:
        """A part by its own name, with no count before it."""
        for kind, times in _PARTS:
            sense = self.scan.find(at, kind)
            if sense is None or (kind.startswith("part_two") and not self._is_dual(at)):
                continue
            if kind != "part" or not (self._is_rather_a_number(at) or self._is_dual(at)):
                return times / int(sense.value), at + 1
        return None

    def _is_dual(self, at: int) -> bool:
        """Whether a part is two of its kind. «ثلثا» is before its whole (ثلثا الأعضاء), and else a third in the
        accusative."""
        if self.scan.find(at, "part_two") is None and self.scan.find(at, "part_two_own") is None:
            return False
        single = self.scan.find(at, "part") or self.scan.find(at, "digit")
        return single is None or self._is_definite(at + 1) or self._scale(at + 1) is not None

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

    # What the parts are

    def _denominator(self, at: int, count: float) -> Read | None:
        """Into how many parts one is divided, from the word behind their number; and the item after it."""
        if any(self.scan.find(at - 2, kind) for kind in _BEFORE_PERIODS):
            return None
        place = at + 1 if self._is_hyphen(at) else at
        counted = self.scan.find(place, "part_counted") if self._may_count(at, count) else None
        part = self.scan.find(place, "part_many") or counted or self._single(place, count)
        found = (float(part.value), place + 1) if part else self._composed(at, count) or self._multiplied(at)
        if found is None or (not self._is_plural(found[1] - 1) and self._is_ordinal_of_noun(found[1])):
            return None
        return found if part or (count == 1) != self._is_plural(found[1] - 1) else None

    def _is_plural(self, at: int) -> bool:
        return self.scan.find(at, "part_many") is not None

    def _is_hyphen(self, at: int) -> bool:
        return at < len(self.scan) and self.scan.words(at, at) == "-" and "-" in self.style.unit_joints

    def _may_count(self, at: int, count: float) -> bool:
        """Whether a part in the singular may stand behind a number: «одна сотая», «двадцать одна сотая»; in English and
        French the s is often left out."""
        return self.style.parts_take_of or (count % 10 == 1 and at - 1 not in self.scan.digits)

    def _single(self, at: int, count: float) -> Sense | None:
        """A part in the singular: one half, a thirteenth; in Arabic eleven parts and more («عشرون خمسا»)."""
        if count == 1:
            ordinal = self.scan.find(at, "ordinal") if self.style.parts_take_of else None
            tenth_on = ordinal if ordinal and float(ordinal.value) >= _FIRST_AFTER_TENS else None
            return self.scan.find(at, "part") or tenth_on
        worded = at - 1 not in self.scan.digits
        many = self.style.part_after_tens and count >= _FIRST_AFTER_TENS and worded
        return self.scan.find(at, "part") if many else None

    def _composed(self, at: int, count: float) -> Read | None:
        """An ordinal of several words: twenty-first, one hundred fifth, двадцать пятых; hundreds need their own count,
        or they would be part of the number before them."""
        bare = self.scan.find(at, "hundred")
        counted = bare is None or count == 1 or float(bare.value) > _HUNDRED
        return self._composed_ordinal(at, ("part_many", "part_counted", "ordinal")) if counted else None

    def _composed_ordinal(self, at: int, kinds: tuple[str, ...]) -> Read | None:
        """The value of tens or hundreds with an ordinal behind them that is one of some kinds."""
        value, place = self._hundreds(at) if not self.style.unit_first else (0.0, at)
        ten = self.scan.find(place, "ten")
        if ten and not self.style.unit_first:
            value, place = value + float(ten.value), self._unit_joint(place + 1)
        last = next((sense for kind in kinds if (sense := self.scan.find(place, kind))), None)
        room = 10 if ten else _HUNDRED
        if not value or last is None or float(last.value) >= room or self._is_of_what_follows(place, ten is not None):
            return None
        return value + float(last.value), place + 1

    def _is_of_what_follows(self, at: int, joined: bool) -> bool:
        """Whether an ordinal is the next word's: twenty first-time voters, three hundred first graders."""
        if self._past_hyphen(at + 1) > at + 1:
            return True
        low = self.scan.find(at, "ordinal")
        bare = self.style.joins and not joined and not self.scan.find(at - 1, "and")
        return bare and low is not None and float(low.value) < _SURELY_JOINED

    def _hundreds(self, at: int) -> Read:
        """Hundreds that a smaller ordinal follows, and the item after what joins the two; 0 where there are none."""
        digit = self.scan.find(at, "digit")
        place = self._past_hyphen(at + 1) if digit else at
        hundred = self.scan.find(place, "hundred")
        if hundred is None or (digit and hundred.value != _HUNDRED) or (digit and not self._is_count(digit)):
            return 0.0, at
        joint = self._joint(place + 1)
        return float(digit.value if digit else 1) * float(hundred.value), place + 1 if joint is None else joint

    def _is_count(self, digit: Sense) -> bool:
        return digit.value != 1 or self.style.one_hundred

    def _multiplied(self, at: int) -> Read | None:
        """A part written on to its multiplier: one one-hundredth, five ten-thousandths."""
        times = next((sense for kind in _MULTIPLIERS if (sense := self.scan.find(at, kind))), None)
        place = self._past_hyphen(at + 1)
        part = self.scan.find(place, "part_many") or self.scan.find(place, "part_counted")
        if times is None or part is None or place == at + 1 or float(part.value) < _HUNDRED:
            return None
        return float(times.value) * float(part.value), place + 1

    def _is_ordinal_of_noun(self, at: int) -> bool:
        """Whether a noun follows what may be one part or an ordinal: a third man, a third-party claim."""
        scan = self.scan
        if not self.style.parts_take_of or at >= len(scan) or scan.find(at - 1, "part_measure"):
            return False
        if self._past_hyphen(at) > at:
            return True
        unit = scan.find(at, "unit")
        return scan.codes[at] == scan.tongue.alphabet.plain or (unit is not None and not scan.find(at, "function"))


def _shared(count: float, parts: Read | None) -> Read | None:
    return (count / parts[0], parts[1]) if parts else None
