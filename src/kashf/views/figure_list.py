"""Figures over a whole ledger: values that can be sorted and, those of one unit, plotted. They are never added up.

What several reports give are not parts of one whole: one sum may contain the other, be a later state of it, or be told
of another time. So a column of figures has a range and no total.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from kashf.ledger import FigureTold, Named
from kashf.records import Figure
from kashf.views.amounts import amount, figure_words, unit_words
from kashf.views.naming import name_of
from kashf.views.texts import shown
from kashf.views.words import Words

__all__ = ["Dot", "FigureLine", "FigurePlot", "Tick", "figure_lines", "figure_plot"]

WIDTH, HEIGHT = 1000.0, 360.0
LEFT, RIGHT, TOP, BOTTOM = 110.0, 20.0, 16.0, 34.0
"""Pixels around the field of the plot: at the start for the values, below for the years."""
WIDE = 50.0
"""From this ratio of the largest value to the smallest on a plot counts in powers of ten."""
TICKS = 6


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure as one statement gives it. `told` is its value in the reader's words, `words` are the report's own."""

    statement: str
    claim: str
    report: str
    type: str
    type_name: str
    role_name: str
    told: str
    words: str
    counted: str
    unit: str | None
    unit_name: str
    low: float
    high: float
    modifier: str
    origins: int
    reports: int
    standing: str
    contested: bool
    when: str
    first: date | None
    last: date | None
    timed: bool
    speaker: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure on the plot, in pixels; a range reaches from `y` up to `top`. `arrow` is `up` for at least so much,
    `down` for at most."""

    x: float
    y: float
    top: float
    arrow: str
    line: FigureLine


@dataclass(frozen=True, slots=True)
class Tick:
    """A value or a year at an axis, with its place in pixels."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class FigurePlot:
    """Figures of one unit by the time they are told of. `undated` have none and are left out."""

    dots: tuple[Dot, ...]
    values: tuple[Tick, ...]
    times: tuple[Tick, ...]
    logarithmic: bool
    undated: int
    lowest: str
    highest: str


def figure_lines(figures: Iterable[FigureTold], names: Mapping[int, Named], words: Words) -> tuple[FigureLine, ...]:
    """The figures as lines of a table."""
    return tuple(_line(told, names, words) for told in figures)


def _line(told: FigureTold, names: Mapping[int, Named], words: Words) -> FigureLine:
    first, last = (date.fromordinal(day) if day else None for day in (told.first, told.last))
    return FigureLine(
        statement=told.statement,
        claim=told.claim,
        report=told.report,
        type=told.type,
        type_name=words.name("types", told.type),
        role_name=words.name("roles", told.role),
        told=figure_words(_figure(told), words),
        words=shown(told.words),
        counted=shown(told.counted),
        unit=told.unit,
        unit_name=unit_words(told.unit, words),
        low=told.low,
        high=told.high,
        modifier=told.modifier,
        origins=told.origins,
        reports=told.reports,
        standing=told.standing,
        contested=told.contested,
        when=words.interval(first, last),
        first=first,
        last=last,
        timed=told.timed,
        speaker=name_of(names.get(told.speaker), words).label,
    )


def _figure(told: FigureTold) -> Figure:
    single = told.low == told.high
    return Figure(
        0,
        1,
        told.words,
        value=told.low if single else None,
        low=None if single else told.low,
        high=None if single else told.high,
        modifier=told.modifier,  # type: ignore[arg-type]
        unit=told.unit,
        of=told.counted,
    )


def figure_plot(lines: Sequence[FigureLine], words: Words) -> FigurePlot | None:
    """The plot of these figures, which are of one unit; None where fewer than two can be placed."""
    dated = [line for line in lines if line.first and line.last]
    if len(dated) < 2:
        return None
    highest, lowest = max(line.high for line in dated), min(line.low for line in dated)
    powers = lowest > 0 and highest / lowest >= WIDE
    scale = _Scale(log10(lowest) if powers else min(lowest, 0.0), log10(highest) if powers else highest, powers)
    first, last = min(_middle(line) for line in dated), max(_middle(line) for line in dated)
    across = _Across(first, max(last - first, 1), words.direction == "rtl")
    unit = dated[0].unit
    return FigurePlot(
        dots=tuple(_dot(line, scale, across) for line in dated),
        values=tuple(Tick(scale.at(value), amount(value, unit, words)) for value in scale.ticks()),
        times=tuple(across.ticks(words)),
        logarithmic=powers,
        undated=len(lines) - len(dated),
        lowest=amount(lowest, unit, words),
        highest=amount(highest, unit, words),
    )


def _middle(line: FigureLine) -> float:
    days = [day.toordinal() for day in (line.first, line.last) if day]
    return sum(days) / len(days)


_ARROWS = {"at_least": "up", "more_than": "up", "at_most": "down", "less_than": "down"}


def _dot(line: FigureLine, scale: _Scale, across: _Across) -> Dot:
    low, high = scale.at(line.low), scale.at(line.high)
    return Dot(across.at(_middle(line)), low, high, _ARROWS.get(line.modifier, ""), line)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values to pixels from the top; `low` and `high` are powers of ten where `powers` says so."""

    low: float
    high: float
    powers: bool

    def at(self, value: float) -> float:
        """Where a value lies."""
        place = log10(value) if self.powers else value
        share = (place - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)

    def ticks(self) -> Iterable[float]:
        """Round values that are told at the axis."""
        if self.powers:
            every = max(1, round((self.high - self.low) / TICKS))
            yield from (10.0**power for power in range(ceil(self.low), floor(self.high) + 1, every))
            return
        step = _round_step((self.high - self.low) / TICKS or 1.0)
        count = floor(self.high / step) + 1
        yield from (place * step for place in range(ceil(self.low / step), count))


def _round_step(least: float) -> float:
    power = 10.0 ** floor(log10(least))
    return next(power * lead for lead in (1, 2, 5, 10) if power * lead >= least)


@dataclass(frozen=True, slots=True)
class _Across:
    """Days to pixels from the left; for writing from right to left time runs to the left, as in the timeline."""

    first: float
    days: float
    mirrored: bool = False

    def at(self, day: float) -> float:
        """Where a day lies."""
        place = LEFT + 12 + (day - self.first) / self.days * (WIDTH - LEFT - RIGHT - 24)
        return round(WIDTH - place if self.mirrored else place, 1)

    def ticks(self, words: Words) -> Iterable[Tick]:
        """The beginnings of years; of a shorter time its first and last day."""
        first, last = date.fromordinal(int(self.first)), date.fromordinal(int(self.first + self.days))
        years = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]
        every = max(1, ceil(len(years) / 10))
        if len(years) < 2:
            yield from (Tick(self.at(day.toordinal()), words.day(day)) for day in (first, last))
            return
        yield from (Tick(self.at(day.toordinal()), str(day.year)) for day in years[::every])
