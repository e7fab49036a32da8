"""Our own words in the reader's language: catalogue entries, counted nouns, lists and dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Literal

from kashf.errors import DataError
from kashf.views.tables import read_table

__all__ = ["Direction", "Words", "plural_form", "words"]

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue of one language. Entries are named by their path: `say("labels.of")`."""

    code: str
    entries: Mapping[str, Any]

    @property
    def direction(self) -> Direction:
        """Which way the language is written."""
        return "rtl" if self.entries["direction"] == "rtl" else "ltr"

    def find(self, path: str) -> Any:
        """The entry at a path, None where there is none."""
        entry: Any = self.entries
        for key in path.split("."):
            entry = entry.get(key) if isinstance(entry, Mapping) else None
        return entry

    def say(self, path: str, /, **values: object) -> str:
        """The words at a path, with the values put in. Raises DataError where the catalogue has no such entry."""
        entry = self.find(path)
        if not isinstance(entry, str):
            raise DataError(f"views/words/{self.code}.yaml: there is no entry '{path}'; add it.")
        return entry.format(**values) if values else entry

    def name(self, table: str, key: str) -> str:
        """What a table of names calls a key, or the key itself where the table does not know it."""
        found = self.find(table)
        entry = found.get(key) if isinstance(found, Mapping) else None
        return entry if isinstance(entry, str) else key

    def count(self, noun: str, number: int) -> str:
        """A number with its noun in the form the number asks for.

        >>> words("ar").count("carrier", 2), words("ar").count("origin", 11)
        ('ناقلان', '11 مصدرا أصليا')
        """
        return self.inflect(self.entries["nouns"][noun], number)

    def inflect(self, forms: Mapping[str, str], number: float, *, governed: bool = False) -> str:
        """The form of a noun for a number, with the number in it.

        `governed`: a word before it puts the noun in the genitive, which shows in the Arabic dual.
        """
        form = plural_form(self.code, number)
        if form == "two" and governed and "governed" in forms:
            form = "governed"
        return str(forms.get(form, forms["other"])).format(n=self.number(number))

    def number(self, number: float) -> str:
        """A number in digits with separators, up to three decimals, without trailing zeros."""
        whole, _, fraction = f"{number:,.3f}".partition(".")
        digits = whole.replace(",", str(self.entries["thousands"]))
        fraction = fraction.rstrip("0")
        return digits + (str(self.entries["decimal"]) + fraction if fraction else "")

    def listed(self, items: Sequence[str]) -> str:
        """Several things in a row: «a, b and c»."""
        if len(items) < 2:
            return "".join(items)
        joints = self.entries["joints"]
        return str(joints["between"]).join(items[:-1]) + str(joints["last"]) + items[-1]

    def separated(self, items: Sequence[str]) -> str:
        """Several short notes in a row: «2 carriers, 1 origin»."""
        return str(self.entries["comma"]).join(items)

    def day(self, day: date) -> str:
        """A date in words."""
        month = self.entries["months"][day.month - 1]
        return self.say("date", day=day.day, month=month, year=day.year)

    def moment(self, moment: datetime) -> str:
        """A date in words with the time of day."""
        return self.separated([self.day(moment.date()), f"{moment:%H:%M}"])

    def interval(self, first: date | None, last: date | None) -> str:
        """A day, or the interval between two, either of which may be open; empty where both are."""
        if first and last:
            return self._days(first, last)
        if first:
            return self.say("from_date", first=self.day(first))
        return self.say("until_date", last=self.day(last)) if last else ""

    def _days(self, first: date, last: date) -> str:
        """A day, a whole month, a whole year, or from one day to another."""
        ends = last + timedelta(days=1)
        if first == last:
            return self.day(first)
        if first.day == ends.day == 1 and (ends.year - first.year) * 12 + ends.month - first.month == 1:
            return self.say("month", month=self.entries["months"][first.month - 1], year=first.year)
        if (first.month, first.day, ends.month, ends.day) == (1, 1, 1, 1) and ends.year - first.year == 1:
            return str(first.year)
        return self.say("dates", first=self.day(first), last=self.day(last))

    def quoted(self, text: str) -> str:
        """Words of a report, in the language's quotation marks."""
        opening, closing = self.entries["quotes"]
        return f"{opening}{text}{closing}"


@cache
def words(language: str) -> Words:
    """The catalogue of a language (`en`, `ar`). Raises DataError where there is none."""
    return Words(language, read_table("words", language))


def plural_form(language: str, number: float) -> str:
    """The name of the plural form for a number (CLDR: zero, one, two, few, many, other).

    >>> [plural_form("ar", number) for number in (0, 1, 2, 3, 11, 100, 103)]
    ['zero', 'one', 'two', 'few', 'many', 'other', 'few']
    """
    rules = read_table("words", "plurals").get(language, ()) if number == int(number) else ()
    return next((rule["form"] for rule in rules if _takes(rule, int(number))), "other")


def _takes(rule: Mapping[str, Any], number: int) -> bool:
    if "is" in rule:
        return number in rule["is"]
    lowest, highest = rule["within"]
    return bool(lowest <= number % 100 <= highest)
