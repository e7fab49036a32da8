"""A match of a time pattern: its items by name, with their senses and numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kashf.extraction.numerals import Number, Scan, Sense
from kashf.extraction.times.calendar import Interval
from kashf.extraction.times.undated import Looking

__all__ = ["Found", "Settings", "direction_of", "full_year", "year_of_date"]

_DIRECTIONS = (
    ("past", -1),
    ("trailing", -1),
    ("before_last", -2),
    ("after_next", 2),
    ("present", 0),
    ("same", 0),
    ("that", 0),
    ("future", 1),
    ("coming", 1),
    ("following", 1),
    ("latest", -1),
)
_PIVOT = 50
"""Two-digit years from here on are of the last century."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A language's habits in speaking of time; `style` of its `times.yaml`.

    `next_weekday_in_next_week`: "next Friday", said on a Monday, is not the Friday ahead but the one after it.
    `ordinal_counts_weekdays`: «الأحد الثاني» is the second Sunday of the month.
    `looking`: where the text looks for a day that it says without its week or year; no habit of the language, but of
    the kind of text.
    """

    next_weekday_in_next_week: bool
    ordinal_counts_weekdays: bool = False
    looking: Looking = "back"


@dataclass(frozen=True, slots=True)
class Found:
    """One expression of time in a scan: what it is called in `times.yaml`, its items, and the report's day."""

    name: str
    match: re.Match[str]
    scan: Scan
    published: date | None
    settings: Settings
    moments: Mapping[int, Interval] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """The first item."""
        return self.match.start()

    @property
    def last(self) -> int:
        """The last item."""
        return self.match.end() - 1

    def item(self, name: str) -> int | None:
        """The item of that name, None where the pattern has none or it did not take part."""
        while name in self.match.re.groupindex:
            at = self.match.start(name)
            if at >= 0:
                return at
            name += "_"
        return None

    def sense(self, name: str, *kinds: str) -> Sense | None:
        """The sense of the named item, of the first of the kinds it has."""
        at = self.item(name)
        if at is None:
            return None
        return next((sense for kind in kinds or (name,) if (sense := self.scan.find(at, kind))), None)

    def number(self, name: str) -> Number | None:
        """The number of the named item."""
        at = self.item(name)
        return self.scan.numbers.get(at) if at is not None else None

    def whole(self, name: str) -> int | None:
        """The named item's number as a whole one."""
        roman = self.sense(name, "roman")
        if roman is not None:
            return int(roman.value)
        number = self.number(name)
        return int(number.value) if number and number.value.is_integer() else None

    def part(self, parts: Mapping[str, int]) -> tuple[int, int] | None:
        """Which part, counted from 0, of how many equal ones: the third quarter, the last. None where it is none."""
        sub = self.sense("sub")
        count = parts.get(str(sub.value), 0) if sub else 0
        last = self.number("which") is None and self.sense("which", "past", "latest") is not None
        which = count if last else self.whole("which")
        return (which - 1, count) if which is not None and 1 <= which <= count else None

    def month(self) -> tuple[int, bool] | None:
        """The month that is said, by name or number, and whether it is one of the Hijri year."""
        sense = self.sense("month", "month", "month_risky", "hijri")
        if sense:
            return int(sense.value), sense.kind == "hijri"
        number = self.whole("month_number")
        return (number, False) if number and 1 <= number <= 12 else None

    def moment(self, name: str) -> Interval | None:
        """The interval that stands at the named item, in compound expressions."""
        at = self.item(name)
        return self.moments.get(at) if at is not None else None

    def text(self, name: str) -> str:
        """The folded text of the named item."""
        at = self.item(name)
        return self.scan.words(at, at) if at is not None else ""

    def definite(self, name: str) -> bool:
        """Whether the named item has the article, in a language that writes it together with the noun."""
        at = self.item(name)
        return not self.scan.tongue.style.article or at in self.scan.definite


def direction_of(found: Found) -> int | None:
    """-1, 0, 1 for last, this, next; -2 for the one before the last; None where none is said."""
    return next((step for name, step in _DIRECTIONS if found.item(name) is not None), None)


def year_of_date(found: Found) -> int | None:
    """The year that is said, two-digit ones in their century."""
    year, short = found.whole("year"), found.whole("short")
    century, decade = found.whole("century"), found.whole("decade")
    if year is None and century and decade:
        return century * 100 + decade
    return full_year(short) if year is None and short is not None else year


def full_year(short: int) -> int:
    """The year that two digits stand for."""
    return short + (1900 if short >= _PIVOT else 2000)
