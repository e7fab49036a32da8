"""Sums that are told in two currencies, against each other: what rate each states, within a report and a story.

«42 million ringgit (10 million dollars)» states 4.2 ringgit to the dollar. No table of rates is asked: rates change,
and what is held against each other is what reports of one occasion say themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kashf.comparison.corpus import Corpus, Item
from kashf.comparison.enumerations import in_figures
from kashf.comparison.figures import Interval, number, quantity, rounded, told, unit_of
from kashf.comparison.propositions import Proposition
from kashf.records import Figure, Finding, content_id
from kashf.records.findings import Verdict

__all__ = ["conversion_checks"]

TOLERANCE = 0.05
"""Rates move within the days of a story, and sums are told in round numbers: so much a rate may miss another."""
OTHER_DAYS = 0.4
"""Sums of other years are reckoned at other rates: only what misses by more is called inconsistent."""
MOST_CONVERSIONS = 12
"""So many conversions of one pair of units are held against each other in a story, the earliest."""


@dataclass(frozen=True, slots=True)
class _Conversion:
    """A figure and the same one in another unit."""

    item: Item
    figure: Figure
    again: Figure

    @property
    def rate(self) -> Interval:
        """How many of the first unit one of the second is, as far as the digits told leave it open."""
        one, other = rounded(self.figure), rounded(self.again)
        return Interval(one.low / other.high, one.high / other.low)

    @property
    def wording(self) -> str:
        """The two figures in words."""
        return f"{told(self.figure)} = {told(self.again)}"


def conversion_checks(corpus: Corpus, claims: Sequence[Proposition], story_of: Mapping[int, str]) -> Iterator[Finding]:
    """A check for each two rates between the same units that reports of one story, or one report, state."""
    by_units: dict[tuple[str, str, str], list[_Conversion]] = {}
    for item in corpus.items:
        place = story_of.get(item.position, item.id)
        for conversion in _conversions(item):
            units = sorted((str(unit_of(conversion.figure)), str(unit_of(conversion.again))))
            by_units.setdefault((place, units[0], units[1]), []).append(conversion)
    own: dict[str, list[Proposition]] = {}
    for claim in claims:
        own.setdefault(claim.item.id, []).append(claim)
    for conversions in by_units.values():
        distinct = {each.wording: each for each in reversed(conversions)}
        for one, other in combinations(list(reversed(distinct.values()))[:MOST_CONVERSIONS], 2):
            yield _check(corpus, one, _turned(other, one), own)


def _conversions(item: Item) -> Iterator[_Conversion]:
    figures = item.record.figures
    for again in figures:
        if again.equals is not None and _is_sum(again) and _is_sum(figures[again.equals]):
            yield _Conversion(item, figures[again.equals], again)


def _is_sum(figure: Figure) -> bool:
    low, _ = quantity(figure)
    return figure.value is not None and low > 0 and unit_of(figure) is not None


def _turned(conversion: _Conversion, like: _Conversion) -> _Conversion:
    """The conversion with its first unit the other's."""
    if unit_of(conversion.figure) == unit_of(like.figure):
        return conversion
    return _Conversion(conversion.item, conversion.again, conversion.figure)


def _check(
    corpus: Corpus, one: _Conversion, other: _Conversion, claims: Mapping[str, Sequence[Proposition]]
) -> Finding:
    rates = one.rate, other.rate
    verdict = _verdict(*rates)
    stated = [quantity(each.figure)[0] / quantity(each.again)[0] for each in (one, other)]
    units = f"{unit_of(one.figure)}/{unit_of(one.again)}"
    parts = [
        f"{each.wording}: {number(round(rate, 4))} {units}" for each, rate in zip((one, other), stated, strict=True)
    ]
    members = [in_figures((each.figure, each.again), claims.get(each.item.id, ())) for each in (one, other)]
    places = (one.item.id, one.again.start, other.item.id, other.again.start)
    doubt = "; the sums may be of different days" if verdict == "not computable" else ""
    return Finding(
        kind="check",
        id=content_id("f", "check", "conversion", *places),
        reports=corpus.ordered((one.item.id, other.item.id)),
        members=tuple(dict.fromkeys((*members[0], *members[1]))),
        verdict=verdict,
        working=f"{'; '.join(parts)}: {verdict}{doubt}",
        fields={"check": "conversion", "units": units, "rates": [round(rate, 6) for rate in stated]},
    )


def _verdict(one: Interval, other: Interval) -> Verdict:
    if _widened(one, TOLERANCE).meets(_widened(other, TOLERANCE)):
        return "consistent"
    return "not computable" if _widened(one, OTHER_DAYS).meets(other) else "inconsistent"


def _widened(rate: Interval, share: float) -> Interval:
    return Interval(rate.low * (1 - share), rate.high * (1 + share))
