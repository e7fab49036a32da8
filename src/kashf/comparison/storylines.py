"""How the figures of a story were told in the order of time.

A figure drifts as it is handed on: "as much as 300 million", "about 300 million", "300 million"; 43.8 kilograms, 44.
What is followed is one figure in the reports of one story, by its value and unit, also where no claim tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kashf.comparison.corpus import Item
from kashf.comparison.figures import Relation, is_telling, quantity, relation, told, transposed, unit_of
from kashf.comparison.grouping import Groups
from kashf.records import Figure

__all__ = ["figures_over_time"]

MOST_FIGURES = 400
"""So many figures of one unit are held against each other in a story, the earliest."""
ABOUT = 0.1
"""Figures of which one is hedged are one, told otherwise, where they lie within a tenth."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure as one report of a story gives it."""

    item: Item
    figure: Figure

    @property
    def wording(self) -> tuple[object, ...]:
        """What makes two tellings one and the same."""
        return (*quantity(self.figure), self.figure.modifier)


def _placed(item: Item) -> dict[str, str]:
    """A report and the day it appeared, where that is known."""
    published = item.record.report.published
    return {"report": item.id} | ({"published": published.isoformat()} if published else {})


def figures_over_time(items: Sequence[Item]) -> list[dict[str, object]]:
    """Figures of a story that two reports tell otherwise, each with its tellings in the order of time."""
    by_unit: dict[str, list[_Told]] = {}
    for item in items:
        for each in _tellings(item):
            by_unit.setdefault(str(unit_of(each.figure)), []).append(each)
    return [line for unit, tellings in by_unit.items() for line in _lines(unit, tellings[:MOST_FIGURES])]


def _tellings(item: Item) -> Iterator[_Told]:
    seen: set[tuple[object, ...]] = set()
    for figure in filter(is_telling, item.record.figures):
        each = _Told(item, figure)
        if (unit_of(figure), each.wording) not in seen:
            seen.add((unit_of(figure), each.wording))
            yield each


def _lines(unit: str, tellings: Sequence[_Told]) -> Iterator[dict[str, object]]:
    groups = Groups(len(tellings))
    for one, other in combinations(range(len(tellings)), 2):
        if not groups.together(one, other) and _one_figure(tellings[one].figure, tellings[other].figure):
            groups.join(one, other)
    for group in groups.all():
        line = [tellings[place] for place in group]
        if len({each.item.id for each in line}) > 1 and len({each.wording for each in line}) > 1:
            yield {"unit": unit, "told": [_entry(each) for each in line], "change": _change(line)}


def _one_figure(one: Figure, other: Figure) -> bool:
    """Whether two figures may be one that was handed on."""
    related = relation(one, other)
    if related in (Relation.EQUAL, Relation.ROUNDING) or transposed(one, other):
        return True
    here, there = quantity(one), quantity(other)
    close = max(abs(here[0] - there[0]), abs(here[1] - there[1])) <= ABOUT * max(abs(here[1]), abs(there[1]))
    return related is Relation.COMPATIBLE and close


def _change(line: Sequence[_Told]) -> str:
    """What changes as the figure is handed on: `value`, the `digits` in their order, or the `modifier` alone."""
    if len({quantity(each.figure) for each in line}) == 1:
        return "modifier"
    slips = any(transposed(one.figure, other.figure) for one, other in combinations(line, 2))
    return "digits" if slips else "value"


def _entry(each: _Told) -> dict[str, object]:
    figure = each.figure
    return {
        **_placed(each.item),
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "figure": told(figure),
    }
