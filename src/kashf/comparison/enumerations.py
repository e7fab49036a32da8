"""Parts told in one breath against a whole told before them: "38 coins, 19 statuettes and seven mosaics" of 64 pieces.

Read off the figures themselves, so that a sum is held against its whole whatever claims were found in the passage.
Parts that add up to a figure of their kind told shortly before are consistent with it; chance seldom makes three
numbers do so. That they do not add up is told only where the report says how many there are ("through three channels:")
and names just as many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kashf.comparison.corpus import Item
from kashf.comparison.figures import Interval, interval, number, quantity, told, unit_of
from kashf.comparison.propositions import Proposition
from kashf.comparison.sums import PLACE_UNITS
from kashf.domain import ends_joining, kind_of_sum
from kashf.records import Figure, Finding, Record, content_id
from kashf.records.findings import Verdict

__all__ = ["enumeration_checks", "in_figures"]

LEAST_PARTS = 3
"""Two numbers add up to a third by chance too often."""
LONGEST_GAP = 90
"""Characters between two parts: what the first is made of, where it was found."""
REACH = 700
"""The whole stands so many characters before its parts at most: the sentence, or the paragraph before."""
NEAR_COUNT = 12
"""Behind the number of the parts ("three raids:") the first part follows at once."""
_BREAK = re.compile(r"[.!?؟…](?:\s|$)|\n|:")


@dataclass(frozen=True, slots=True)
class _Enumeration:
    """Parts in the order of the text, what kind of sum they make, and the figure that says how many they are."""

    parts: tuple[Figure, ...]
    kind: str
    count: Figure | None

    @property
    def start(self) -> int:
        return self.parts[0].start


def enumeration_checks(item: Item, claims: Sequence[Proposition]) -> Iterator[Finding]:
    """A check for each enumeration of a report that has a whole. `claims` are the report's own."""
    figures = sorted(item.record.figures, key=lambda figure: figure.start)
    for enumeration in _enumerations(item.record, figures):
        whole = _whole(enumeration, figures)
        if whole is not None:
            yield _check(item, enumeration, whole, claims)


def in_figures(figures: Sequence[Figure], claims: Sequence[Proposition]) -> tuple[str, ...]:
    """The claims that figures belong to: those that have them in a role, or in their evidence."""
    return tuple(
        proposition.claim.id
        for proposition in claims
        if any(
            any(figure in given for given in proposition.figures.values()) or proposition.claim.evidence.covers(figure)
            for figure in figures
        )
    )


def _enumerations(record: Record, figures: Sequence[Figure]) -> Iterator[_Enumeration]:
    text, position = record.text, 0
    while position < len(figures):
        kind = kind_of_sum(figures[position].unit)
        last = position + 1
        while kind and last < len(figures) and _goes_on(text, figures[last - 1], figures[last], kind):
            last += 1
        if last - position >= LEAST_PARTS and kind:
            parts = tuple(figures[position:last])
            count = _count(text, figures[:position], parts) or _places(record, figures[:position], parts)
            yield _Enumeration(parts, kind, count)
        position = last


def _goes_on(text: str, before: Figure, figure: Figure, kind: str) -> bool:
    """Whether a figure is the next part; one without a unit has that of the part before it."""
    gap = text[before.end : figure.start]
    alike = figure.unit is None or kind_of_sum(figure.unit) == kind
    exact = figure.value is not None and before.value is not None and figure.resolved is None
    return alike and exact and len(gap) <= LONGEST_GAP and not _BREAK.search(gap) and ends_joining(gap)


def _count(text: str, before: Sequence[Figure], parts: Sequence[Figure]) -> Figure | None:
    """The figure just before the parts that says how many they are."""
    last = before[-1] if before else None
    gap = text[last.end : parts[0].start] if last else ""
    announced = 0 < len(gap) <= NEAR_COUNT and ":" in gap
    return last if last and announced and last.value == len(parts) else None


def _places(record: Record, before: Sequence[Figure], parts: Sequence[Figure]) -> Figure | None:
    """The figure before the parts that says of how many places they are, where so many are named among them: "to 12
    countries", and five of them share the last part."""
    stop = _BREAK.search(record.text, parts[-1].end)
    end = stop.start() if stop else len(record.text)
    named = {
        mention.entity or mention.text
        for mention in record.mentions
        if mention.kind == "place" and parts[0].start <= mention.start < end
    }
    near = (figure for figure in reversed(before) if parts[0].start - figure.end <= REACH)
    return next((figure for figure in near if figure.unit in PLACE_UNITS and figure.value == len(named)), None)


def _whole(enumeration: _Enumeration, figures: Sequence[Figure]) -> Figure | None:
    """The nearest figure before the parts that they add up to; else, where they are told to be all, the nearest that is
    larger than each of them."""
    before = [
        figure
        for figure in reversed(figures)
        if figure.end <= enumeration.start
        and enumeration.start - figure.end <= REACH
        and figure is not enumeration.count
        and figure.value is not None
        and kind_of_sum(figure.unit) == enumeration.kind
    ]
    added = sum(quantity(part)[0] for part in enumeration.parts)
    equal = next((figure for figure in before if quantity(figure)[0] == added), None)
    if equal is not None or enumeration.count is None:
        return equal
    largest = max(quantity(part)[0] for part in enumeration.parts)
    return next((figure for figure in before if quantity(figure)[0] > largest), None)


def _check(item: Item, enumeration: _Enumeration, whole: Figure, claims: Sequence[Proposition]) -> Finding:
    values = [quantity(part)[0] for part in enumeration.parts]
    total = Interval(0, 0)
    for part in enumeration.parts:
        total += interval(part)
    verdict: Verdict = "consistent" if total.meets(interval(whole)) else "inconsistent"
    return Finding(
        kind="check",
        id=content_id("f", "check", "enumeration", item.id, enumeration.start),
        reports=(item.id,),
        members=in_figures((whole, *enumeration.parts), claims),
        verdict=verdict,
        working=_working(enumeration, whole, values, verdict),
        fields={
            "check": "parts_sum",
            "sum": sum(values),
            "stated": quantity(whole)[0],
            "unit": unit_of(whole),
            "figures": [figure.text for figure in (whole, *enumeration.parts)],
        },
    )


def _working(enumeration: _Enumeration, whole: Figure, values: Sequence[float], verdict: Verdict) -> str:
    terms = " + ".join(map(number, values))
    named = f"{terms} = {number(sum(values))}; {told(whole)}: {verdict}"
    return f"{named}; named as all of {told(enumeration.count)}" if enumeration.count else named
