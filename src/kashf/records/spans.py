"""What stands in a text: names, figures, times and quotes, each a span of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = [
    "Figure",
    "Mention",
    "MentionKind",
    "Modifier",
    "Moment",
    "OpenReason",
    "Quantity",
    "Quote",
    "Span",
    "Speaker",
]

MentionKind = Literal[
    "person", "group", "organisation", "place", "facility", "work", "currency", "commodity", "people", "unknown"
]
OpenReason = Literal["nobody", "several", "unnamed"]
Modifier = Literal["exact", "about", "at_least", "more_than", "less_than", "at_most", "between"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a report: text[start:end] == span.text, always. Offsets are Python string offsets, half-open."""

    start: int
    end: int
    text: str

    def covers(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A name, or a noun that stands for one.

    `entity` ties mentions of one referent together: within an extracted record it is a key of that record's own
    (`1`, `2`, ...), after resolution the id of the entity over all that has been read. `name` is the referent's best
    name, `role` the title or office the text gives here («نائب وزير الخارجية»). `pronominal` marks a
    word that is no name but refers («التنظيم», «المسؤول الروسي», "he", the ending of «محاميه», a verb whose subject is
    left out). One that is left open has no entity, and `unresolved` says why: `nobody` that could be meant is named
    before, `several` fit equally well, or who is meant is `unnamed`.
    """

    kind: MentionKind
    entity: str | None = None
    name: str | None = None
    role: str | None = None
    pronominal: bool = False
    unresolved: OpenReason | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A plain number with its unit."""

    value: float
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A number as the report gives it: a value or a range, its modifier, its unit and what it counts.

    Exactly one of `value` and the pair `low`, `high` is given. `unit` is an ISO 4217 code, a unit name of
    `language/units`, a counted noun (`person`, `country`), `percent` or `fraction`; rates and prices have `unit/per`
    (`barrel/day`, `USD/dinar`). `of` is the noun counted, in the text's own words. `resolved` is there only
    where a fraction or share was worked out against a number in reach. `equals` is the place, among the figures of the
    record, of an earlier figure that this one tells again in another unit («42 مليون رينغيت (10 ملايين دولار)»).
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    modifier: Modifier = "exact"
    unit: str | None = None
    of: str | None = None
    resolved: Quantity | None = None
    equals: int | None = None


@dataclass(frozen=True, slots=True)
class Moment(Span):
    """A time as the report gives it, resolved to an interval of days where that is possible.

    `first` and `last` (`from` and `to` in JSON) are inclusive; None where open or unresolved. `kind` is one of
    `day`, `weekday`, `month`, `year`, `year_part`, `relative`, `span`, `duration`.
    """

    kind: str
    first: date | None = None
    last: date | None = None
    calendar: Literal["gregorian", "hijri"] = "gregorian"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the words that name them, and whom these words stand for."""

    text: str
    start: int | None = None
    end: int | None = None
    entity: str | None = None
    name: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Quote(Span):
    """Direct speech, without its quotation marks, its verb of speech and its speaker."""

    verb: str | None = None
    speaker: Speaker | None = None
