"""What is counted from the time that the text has just given: two days later, the next day, the following year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kashf.extraction.times.calendar import Interval, Step, period_of, shifted
from kashf.extraction.times.undated import Looking

__all__ = ["TimeSpan", "followed"]

_REACH = 60
"""Items, words and marks, between a time and one that is counted from it: two sentences or so."""
_SAME_CLAUSE = 12
_NOT_GIVEN = ("span", "duration")
_GRAINS = ("day", "week", "month", "quarter", "year")


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A moment by its items, first and last."""

    first: int
    last: int
    interval: Interval


def followed(spans: Iterable[TimeSpan], published: date | None, looking: Looking) -> Iterator[TimeSpan]:
    """The times, those with a step counted from the nearest before them that is known.

    Where the text has given none, its own day is the one to count from, but only the way it looks: in news «la veille»
    is the day before the report, and "two days later" stays open.
    """
    given: TimeSpan | None = None
    own = Interval("day", published, published) if published else None
    for span in spans:
        known = span
        if span.interval.step is not None:
            known = TimeSpan(span.first, span.last, _counted(span, span.interval.step, given, own, looking))
        if known.interval.first and known.interval.last and known.interval.kind not in _NOT_GIVEN:
            given = known
        yield known


def _counted(span: TimeSpan, step: Step, given: TimeSpan | None, own: Interval | None, looking: Looking) -> Interval:
    """The interval that a step leads to from a time given; as it was said, or open, where there is none."""
    reach = _SAME_CLAUSE if step.near else _REACH
    base = given.interval if given and span.first - given.last <= reach else None
    if base is None and not step.fallback and (looking == "ahead" or (given is None and _looks_back(step))):
        base = own
    days = _reached(step, base) if base else None
    if days is not None:
        return replace(span.interval, step=None, first=days[0], last=days[1], calendar="gregorian")
    if step.runs and given is not None:
        return replace(span.interval, step=None, first=None, last=None)
    return replace(span.interval, step=None)


def _looks_back(step: Step) -> bool:
    return step.alone or step.direction < 0


def _reached(step: Step, base: Interval) -> tuple[date, date] | None:
    """The days a step leads to; None where it is finer than the time it is counted from."""
    if base.first is None or base.last is None:
        return None
    if step.runs:
        last = shifted(base.last, step.lengths, 1)
        return (base.last + timedelta(days=1), last) if last else None
    if step.weekday is not None:
        ahead = (step.weekday - base.last.weekday() - 1) % 7 + 1
        return base.last + timedelta(days=ahead), base.last + timedelta(days=ahead)
    units = [step.whole] if step.whole else [unit for _, unit in step.lengths]
    grain = "day" if base.first == base.last else base.grain
    if (
        grain not in _GRAINS
        or (grain == "day" and base.first != base.last)
        or any(_finer(unit, grain) for unit in units)
    ):
        return None
    day = shifted(base.first, step.lengths, step.direction)
    if day is None:
        return None
    return period_of(day, step.whole or grain)


def _finer(unit: str, grain: str) -> bool:
    """Whether a unit is shorter than the period a time fills."""
    return unit not in _GRAINS or _GRAINS.index(unit) < _GRAINS.index(grain)
