"""Figures against each other: what each leaves possible, and whether two can both hold."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from kashf.domain import kind_of_sum
from kashf.records import Figure

__all__ = [
    "Interval",
    "Relation",
    "interval",
    "is_telling",
    "number",
    "quantity",
    "relation",
    "rounded",
    "told",
    "transposed",
    "unit_of",
]

ABOUT = 0.1
"""«نحو», "about": a tenth to either side."""
OPEN_ENDED = 1.5
"""«أكثر من», "at least" is not said of a number that is half as much again or more; above, two figures are not told of
one thing. Set by hand."""
ROUNDED_DIGITS = 0.03
"""Two measures whose last digits differ by one are roundings of one where they lie within three in a hundred: 43 and
43.8 kilograms; 2 and 3 tonnes are not."""
MOST_ROUNDED = 0.05
"""A number is taken to have been rounded by so large a part of it at most."""
TELLING_COUNT = 20
"""Fewer persons or countries are told of many things."""
ANYTHING = "piece"
COUNTED = frozenset({"person", "country", "account", "company", "bank", "well", "vehicle", "entity"})
"""Units of things that are counted, not measured: 211 and 212 persons are no roundings of each other."""


class Relation(Enum):
    """How two figures of one thing stand to each other."""

    EQUAL = "equal"
    ROUNDING = "rounding"
    COMPATIBLE = "compatible"
    CONFLICTING = "conflicting"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a figure leaves possible, bounds included."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether some value is possible under both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __mul__(self, other: Interval) -> Interval:
        return Interval(self.low * other.low, self.high * other.high)


def quantity(figure: Figure) -> tuple[float, float]:
    """The value, or the range, that a figure names; of a fraction worked out, what it comes to."""
    if figure.resolved is not None:
        return figure.resolved.value, figure.resolved.value
    if figure.value is not None:
        return figure.value, figure.value
    low = figure.low if figure.low is not None else -math.inf
    return low, figure.high if figure.high is not None else math.inf


def is_telling(figure: Figure) -> bool:
    """Whether a figure can be known again by its value and unit: of what is counted only where there is much of it."""
    unit, (_, high) = unit_of(figure), quantity(figure)
    return unit is not None and kind_of_sum(unit) is not None and (unit not in COUNTED or high >= TELLING_COUNT)


def unit_of(figure: Figure) -> str | None:
    """The unit a figure is compared in."""
    return figure.resolved.unit if figure.resolved is not None else figure.unit


def interval(figure: Figure) -> Interval:
    """What a figure leaves possible under its modifier."""
    low, high = quantity(figure)
    if figure.modifier == "about":
        return Interval(low - ABOUT * abs(low), high + ABOUT * abs(high))
    if figure.modifier in ("at_least", "more_than"):
        return Interval(low, high + (OPEN_ENDED - 1) * abs(high))
    if figure.modifier in ("at_most", "less_than"):
        return Interval(low - (1 - 1 / OPEN_ENDED) * abs(low), high)
    return Interval(low, high)


def rounded(figure: Figure) -> Interval:
    """What a figure leaves possible under its modifier, and as its last digit may have been rounded."""
    told, (low, high) = interval(figure), quantity(figure)
    return Interval(min(told.low, low - _half_a_digit(low)), max(told.high, high + _half_a_digit(high)))


def _half_a_digit(value: float) -> float:
    """Half of what one step of the last digit is worth: not all the zeros of a round number were rounded."""
    return min(_last_digit(value) / 2, MOST_ROUNDED * abs(value))


def relation(one: Figure, other: Figure) -> Relation:
    """How two figures stand to each other, each with its modifier."""
    if not _one_unit(unit_of(one), unit_of(other)):
        return Relation.INCOMPARABLE
    here, there = quantity(one), quantity(other)
    if here == there:
        return Relation.EQUAL
    counted = unit_of(one) in COUNTED
    if not counted and here[0] == here[1] and there[0] == there[1] and _roundings(here[0], there[0]):
        return Relation.ROUNDING
    return Relation.COMPATIBLE if interval(one).meets(interval(other)) else Relation.CONFLICTING


def _one_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are one; a piece is one of whatever else is counted."""
    if one == other:
        return True
    return ANYTHING in (one, other) and kind_of_sum(one) == kind_of_sum(other)


def transposed(one: Figure, other: Figure) -> bool:
    """Whether two figures differ in the order of their digits alone: 64 and 46, 3.2 and 2.3 million."""
    here, there = quantity(one), quantity(other)
    if here == there or here[0] != here[1] or there[0] != there[1]:
        return False
    return sorted(number(here[0])) == sorted(number(there[0]))


def _roundings(one: float, other: float) -> bool:
    apart = abs(one - other)
    return apart <= ROUNDED_DIGITS * max(abs(one), abs(other)) and apart <= max(_last_digit(one), _last_digit(other))


def _last_digit(value: float) -> float:
    """What one step of the last digit that a number gives is worth: 0.1 for 43.8, 1 for 44, 100 for 1500."""
    if value != int(value):
        decimals = f"{value:.6f}".rstrip("0").partition(".")[2]
        return 10.0 ** -len(decimals)
    digits = str(abs(int(value)))
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) if value else 1.0


def number(value: float) -> str:
    """A value as a reader writes it: 1517, 43.8, 18000000."""
    return str(int(value)) if value == int(value) else f"{value:g}"


def told(figure: Figure) -> str:
    """A figure in words: "more than 1500 person", "between 30 and 60 SAR/month"."""
    low, high = quantity(figure)
    modifier = "" if figure.modifier in ("exact", "between") else figure.modifier.replace("_", " ") + " "
    value = number(low) if low == high else f"between {number(low)} and {number(high)}"
    return f"{modifier}{value} {unit_of(figure) or ''}".rstrip()
