"""When: how many statements speak of what began in each day, month or year, by the groups of what they tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kashf.domain.predicates import group_order
from kashf.ledger import TimeTold
from kashf.views.words import Words

__all__ = ["Layer", "Period", "Step", "TimePicture", "time_picture"]

Step = Literal["day", "month", "year"]
MOST_BARS = 72
"""More bars than this are too narrow to be hit: then each stands for a longer time."""
PUT = ("stated", "hedged", "denied")
FAR = 0.98
"""The share of statements that the picture must show; the few that lie far before are told in words."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The part of a bar that one group of types has, put as `standing` says."""

    group: str
    standing: str
    statements: int


@dataclass(frozen=True, slots=True)
class Period:
    """One bar: its first and last day, what it is called, and its layers in the order of the groups."""

    first: date
    last: date
    label: str
    layers: tuple[Layer, ...]

    @property
    def statements(self) -> int:
        """How many statements speak of this time."""
        return sum(layer.statements for layer in self.layers)


@dataclass(frozen=True, slots=True)
class TimePicture:
    """The bars in order, those without statements among them; how many statements tell no day, and how many lie before
    the first bar."""

    step: Step
    periods: tuple[Period, ...]
    undated: int
    before: int

    @property
    def highest(self) -> int:
        """The statements of the highest bar."""
        return max((period.statements for period in self.periods), default=0)


def time_picture(times: Sequence[TimeTold], words: Words) -> TimePicture:
    """The bars of these days."""
    dated = [told for told in times if told.day]
    undated = sum(told.statements for told in times if not told.day)
    if not dated:
        return TimePicture("day", (), undated, 0)
    earliest = _earliest(dated)
    shown = [told for told in dated if told.day >= earliest]
    first, last = (date.fromordinal(edge(told.day for told in shown)) for edge in (min, max))
    step = _step(first, last)
    beginning = {day: _floor(date.fromordinal(day), step) for day in {told.day for told in shown}}
    layers: dict[date, list[TimeTold]] = {}
    for told in shown:
        layers.setdefault(beginning[told.day], []).append(told)
    periods = tuple(_period(begin, step, layers.get(begin, ()), words) for begin in _steps(first, last, step))
    return TimePicture(step, periods, undated, sum(told.statements for told in dated if told.day < earliest))


def _earliest(dated: Sequence[TimeTold]) -> int:
    """The day from which on all but a few of the statements lie, where the few would make the bars longer."""
    ordered = sorted(dated, key=lambda told: -told.day)
    enough, seen = FAR * sum(told.statements for told in dated), 0
    for told in ordered:
        seen += told.statements
        if seen >= enough:
            near = told.day
            break
    first, last = ordered[-1].day, ordered[0].day
    steps = [_step(date.fromordinal(one), date.fromordinal(last)) for one in (first, near)]
    return first if steps[0] == steps[1] else near


def _step(first: date, last: date) -> Step:
    if (last - first).days < MOST_BARS:
        return "day"
    return "month" if (last.year - first.year) * 12 + last.month - first.month < MOST_BARS else "year"


def _floor(day: date, step: Step) -> date:
    if step == "day":
        return day
    return day.replace(day=1) if step == "month" else day.replace(month=1, day=1)


def _following(day: date, step: Step) -> date:
    if step == "day":
        return day + timedelta(days=1)
    months = day.year * 12 + day.month - 1 + (1 if step == "month" else 12)
    return date(months // 12, months % 12 + 1, 1)


def _steps(first: date, last: date, step: Step) -> Iterable[date]:
    day = _floor(first, step)
    while day <= last:
        yield day
        day = _following(day, step)


def _period(begin: date, step: Step, told: Iterable[TimeTold], words: Words) -> Period:
    counted: Counter[tuple[str, str]] = Counter()
    for one in told:
        counted[one.group, one.standing] += one.statements
    layers = (Layer(group, put, counted[group, put]) for group in group_order() for put in PUT)
    end = _following(begin, step) - timedelta(days=1)
    return Period(begin, end, words.interval(begin, end), tuple(layer for layer in layers if layer.statements))
