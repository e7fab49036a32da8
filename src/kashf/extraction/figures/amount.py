"""An amount while it is being read: numbers, unit and words by item, before it becomes a figure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kashf.records.spans import Modifier

__all__ = ["Amount", "Unit", "alone"]


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted or measured: its name, the items it stands in, and those of the noun counted.

    `measure` is what kind of unit it is (`currency`, `count`, `mass`, ...).
    """

    name: str
    measure: str
    first: int
    last: int
    of: tuple[int, int] | None = None


@dataclass(slots=True)
class Amount:
    """A figure in the making. `first` and `last` are the items of all its words, `core` those of number and unit."""

    first: int
    last: int
    core: tuple[int, int]
    low: float
    high: float | None = None
    modifier: Modifier = "exact"
    unit: str | None = None
    measure: str | None = None
    per: str | None = None
    of: tuple[int, int] | None = None
    fraction: bool = False
    owned: bool = False
    scaled: bool = False
    vague: bool = False
    """Whether the number is an order of magnitude (`thousands`), at least so many where no word says otherwise."""
    worded: bool = False
    """Whether the number is bare words (`one`, «اثنين»), which need a unit to be a figure."""

    def take(self, unit: Unit) -> None:
        """Gives the amount its unit, and the unit's words."""
        self.unit, self.measure = unit.name, unit.measure
        self.of = unit.of or self.of
        self.first, self.last = min(self.first, unit.first), max(self.last, unit.last)
        self.core = min(self.core[0], unit.first), max(self.core[1], unit.last)


def alone(amount: Amount) -> Amount:
    """The amount without modifier and rate: its number and unit."""
    return replace(amount, first=amount.core[0], last=amount.core[1], modifier="exact", per=None, of=None)
