"""One character for each class of item, so that patterns over items are ordinary regular expressions.

A text is read into items: words and phrases the tables know, numbers, marks, and plain words. Each item has a set of
kinds (`{"month"}`, `{"digit", "weekday"}`), each set a character. A pattern names kinds, and is compiled to a
regular expression over those characters: `month year=n_year` finds a month and a year, and names the year.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kashf.extraction.numerals.senses import Number, Sense

__all__ = ["MARKS", "MOMENT", "MOST_TIMES", "PADDING", "PLAIN", "STARTS", "Alphabet", "number_kinds"]

PLAIN = "plain"
MARKS = {
    **dict.fromkeys(".!?؟…;؛", "stop"),
    **dict.fromkeys(",،", "comma"),
    **dict.fromkeys("()[]{}", "bracket"),
    "-": "hyphen",
    "/": "slash",
    ":": "colon",
    "\n": "line",
    '"': "quote",
    "'": "apostrophe",
    "+": "plus",
    "@": "at",
    "#": "hash",
    "|": "bar",
}
"""Kinds of the marks that patterns speak of; every other mark is of the kind `mark`."""

STARTS = (
    "digits|vulgar|ratio|digit|zero|teen|teen_joined|ten|hundred|scale|scale_alef|scale_many|scale_two|indefinite|few|minus|hyphen|a|"
    "round|part|part_counted|part_own|part_two|part_two_own|ordinal|digit_joined|one_part|adjective"
)
"""The kinds of item that a number may begin with. No other word is a number of its own, which keeps classes few."""

MOMENT, PADDING = "\uf8ff", "\uf8fe"
"""The character of a moment already found, and of the rest of its items: `moment` is the two together. They are
the last of the private characters, which no item class reaches."""

_OTHER = ("mark", PLAIN, "stamp", "clock", "ratio", "digits", "vulgar")
_FIRST = 0xE000
MOST_TIMES = 6
"""What a pattern may repeat, it repeats so often at most."""
_FEW_TIMES = f"{{0,{MOST_TIMES}}}"
_NAME = re.compile(r"(?:(\w+)=)?([a-z_]\w*(?:\|[a-z_]\w*(?!\w*=))*)|[()?*|]|\{\d(?:,\d)?\}")
_YEARS = range(1000, 3000)
_RECENT_YEARS = range(1900, 2100)
"""Four digits that are a year where no word says so."""
_SPOKEN_YEAR = (("n_century", range(13, 21)), ("n_decade", range(10, 100)), ("n_unit", range(1, 10)))
"""The halves of a year as it is spoken: nineteen eighty-six, nineteen zero one."""
_PACKED_WIDTH = 8
"""Digits of a day that is written without marks: 20161016."""
_MOST_COUNTED = 999
"""More days, weeks or years than these are no time a report counts from its own day."""


def number_kinds(number: Number) -> frozenset[str]:
    """What a number may be in a date: `n_day`, `n_month`, `n_hour`, `n_count`, `n_year`, `n_recent`, ..."""
    if number.kind != "cardinal":
        return _ordinal_kinds(number) if number.kind == "ordinal" else frozenset({number.kind})
    kinds = {"number"}
    if not number.value.is_integer() and number.value <= _MOST_COUNTED:
        kinds.add("n_part")
    if number.value.is_integer():
        value = int(min(number.value, 9999))
        kinds |= {kind for kind, last in (("n_month", 12), ("n_hour", 24), ("n_day", 31)) if 1 <= value <= last}
        if value <= _MOST_COUNTED:
            kinds.add("n_count")
        if value in _YEARS and (number.width == 4 or not number.digits):
            kinds |= {"n_year", "n_recent"} if value in _RECENT_YEARS else {"n_year"}
        if number.width == 2:
            kinds.add("n_short")
        if not number.digits:
            kinds |= {kind for kind, values in _SPOKEN_YEAR if value in values}
        if number.width == _PACKED_WIDTH:
            kinds.add("n_packed")
    return frozenset(kinds)


def _ordinal_kinds(number: Number) -> frozenset[str]:
    """What an ordinal may be in a date: the day of a month, or a year («в 2016-м»)."""
    kinds = {"ordinal"}
    if 1 <= number.value <= 31:
        kinds.add("o_day")
    if number.value in _RECENT_YEARS:
        kinds |= {"n_year", "n_recent"}
    return frozenset(kinds)


def _possible_numbers() -> set[frozenset[str]]:
    values = [*map(float, range(32)), 0.5, 99.0, 1500.0, 2000.0, 5000.0]
    numbers = [Number(value, digits=width > 0, width=width) for value in values for width in (0, 1, 2, 4)]
    numbers.append(Number(1e7, digits=True, width=_PACKED_WIDTH))
    numbers += [Number(value, "ordinal") for value in (1.0, 40.0, 2000.0)]
    return {number_kinds(number) for number in (*numbers, Number(0.5, "fraction"), Number(10.0, "indefinite"))}


def _ranges(characters: Iterable[str]) -> str:
    """Characters in order as ranges: a pattern of few ranges compiles many times faster than one of all of them."""
    ranges: list[list[str]] = []
    for character in characters:
        if ranges and ord(character) == ord(ranges[-1][1]) + 1:
            ranges[-1][1] = character
        else:
            ranges.append([character, character])
    return "".join(first if first == last else f"{first}-{last}" for first, last in ranges)


class Alphabet:
    """The characters of a language's item classes."""

    def __init__(self, word_kinds: Iterable[frozenset[str]]) -> None:
        words = {frozenset(kinds) for kinds in word_kinds}
        numbers = _possible_numbers()
        single = {frozenset({kind}) for kind in (*MARKS.values(), *_OTHER)}
        alone = {kinds for kinds in words if not kinds.isdisjoint(STARTS.split("|"))} | {frozenset({"ratio"})}
        ordered = sorted(words | numbers | single, key=sorted)
        ordered += [word | number for number in sorted(numbers, key=sorted) for word in sorted(alone, key=sorted)]
        self.codes = {kinds: chr(_FIRST + at) for at, kinds in enumerate(dict.fromkeys(ordered))}
        self._characters: dict[str, frozenset[str]] = {}
        self._members: dict[str, str] = {}
        self.plain = self.codes[frozenset({PLAIN})]
        self._any_mark = self.codes[frozenset({"mark"})]
        self._marks = {mark: self.codes[frozenset({kind})] for mark, kind in MARKS.items()}

    def characters(self, kinds: str) -> frozenset[str]:
        """The characters of all classes that have one of the kinds («a|b»)."""
        known = self._characters.get(kinds)
        if known is None:
            wanted = frozenset(kinds.split("|"))
            found = (code for held, code in self.codes.items() if not held.isdisjoint(wanted))
            known = self._characters[kinds] = frozenset({MOMENT} if kinds == "moment" else found)
        return known

    def code(self, senses: Iterable[Sense]) -> str:
        """The character of a word with these senses."""
        return self.codes[frozenset(sense.kind for sense in senses)]

    def mark(self, mark: str) -> str:
        """The character of a mark of punctuation."""
        return self._marks.get(mark, self._any_mark)

    def members(self, kinds: str) -> str:
        """The same as ranges of a character set."""
        known = self._members.get(kinds)
        if known is None:
            known = self._members[kinds] = _ranges(sorted(self.characters(kinds)))
        return known

    def compile(self, pattern: str) -> re.Pattern[str]:
        """The regular expression of a pattern: kinds, `name=kind`, `a|b` for either, ( ) and ? as in any. `*` is
        a few times at the most, so that no text makes a search take more than time in proportion to it.

        A name that stands in several places is told apart by underscores behind it.
        """
        names: Counter[str] = Counter()
        return re.compile(_NAME.sub(lambda found: self._translate(found, names), pattern).replace(" ", ""))

    def _translate(self, found: re.Match[str], names: Counter[str]) -> str:
        name, kinds = found[1], found[2]
        if kinds is None:
            return _FEW_TIMES if found[0] == "*" else found[0]
        if name:
            names[name] += 1
            name += "_" * (names[name] - 1)
        if kinds == "moment":
            return f"(?:(?P<{name}>{MOMENT}){PADDING}*+)"
        members = f"[{self.members(kinds)}]" if self.members(kinds) else "(?!)"
        return f"(?P<{name}>{members})" if name else members
