"""What pictures are asked to show, and what they are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kashf.records import Entity

__all__ = [
    "Drawn",
    "FigureTold",
    "FiguresWanted",
    "LinkTold",
    "Links",
    "Named",
    "PlaceTold",
    "PutAs",
    "StatementTold",
    "TimeTold",
    "Within",
]

PutAs = Literal["stated", "hedged", "denied"]
"""How firmly something is told: as a fact, as alleged, planned or possible, or as untrue."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Which claims a picture is drawn from.

    `about`, `place` and `speaker` are words of a name in any spelling, or the id of an entity; a country stands for the
    places in it. `first` and `last` are days that what is claimed must touch; where its time is not told the day of the
    report counts. `origins`: at least so many independent ones.
    """

    groups: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    about: str | None = None
    place: str | None = None
    speaker: str | None = None
    first: date | None = None
    last: date | None = None
    origins: int = 1
    standing: PutAs | None = None

    @property
    def is_counted(self) -> bool:
        """Whether the lines of these claims stand counted in the ledger."""
        narrowed = (self.place, self.speaker, self.first, self.last, self.standing)
        return self.origins == 1 and not any(narrowed)


@dataclass(frozen=True, slots=True)
class Within:
    """A part of a picture: a line by its ends, a place, a day or more. None of them: all of it."""

    source: int | None = None
    target: int | None = None
    place: int | None = None
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class LinkTold:
    """A line between two names, and the statements behind it: the most independent origins that any has, how many they
    are, how many of them are put as facts, as untrue and are in conflict, and the days they reach over (0: unknown)."""

    source: int
    source_layer: str
    target: int
    target_layer: str
    group: str
    origins: int
    statements: int
    stated: int
    denied: int
    contested: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Links:
    """The heaviest lines, and how many there are with how many statements (a statement counts in each of its lines)."""

    items: tuple[LinkTold, ...]
    lines: int
    statements: int


@dataclass(frozen=True, slots=True)
class PlaceTold:
    """A place, and the statements that speak of it."""

    place: int
    origins: int
    statements: int
    stated: int
    denied: int
    contested: int


@dataclass(frozen=True, slots=True)
class TimeTold:
    """The statements of a group of types that speak of what began on a day (an ordinal; 0: not known) and are put as
    `standing` says: `stated`, `hedged` or `denied`."""

    day: int
    group: str
    standing: str
    statements: int


@dataclass(frozen=True, slots=True)
class FiguresWanted:
    """Which figures of what is drawn: of one unit or of all; the largest, latest or heaviest first; of these `limit`
    behind the first `skipped`."""

    unit: str | None = None
    order: Literal["value", "day", "weight"] = "weight"
    limit: int = 100
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class FigureTold:
    """A figure of a statement: its value or range, in the words of one report, with what is claimed, when and where."""

    statement: str
    claim: str
    report: str
    type: str
    role: str
    unit: str | None
    low: float
    high: float
    modifier: str
    counted: str | None
    words: str
    origins: int
    standing: str
    contested: bool
    first: int
    last: int
    timed: bool
    speaker: int
    reports: int


@dataclass(frozen=True, slots=True)
class StatementTold:
    """A statement and one of the reports that carry it."""

    statement: str
    report: str


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for: an entity, a place that is known by name, or neither; with its names by language."""

    id: int
    entity: Entity | None
    place: str | None
    names: dict[str, str]
