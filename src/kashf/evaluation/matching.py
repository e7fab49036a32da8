"""Which of what was found answers which part of the gold.

- A **figure** answers one whose words it shares (`within`), at 0.6 of that where the value is another; at least 0.55.
- A **quote** answers one that begins and ends with the same words, or of whose words it holds four fifths in order.
- A **claim** answers one of an accepted type whose evidence it shares by half (`within`): the smaller of the two
  stretches lies in the other, so that neither a longer nor a shorter reading of the clause is punished.

One to one, the closest pairs first. What answers nothing is too much, unless the gold has it as optional.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any, Generic, TypeVar

import yaml

from kashf.evaluation.gold import GoldClaim, GoldFigure, GoldQuote, GoldReport, GoldValue
from kashf.evaluation.likeness import comparable, overlap, within
from kashf.records import Claim, Figure, Quote, Record

__all__ = ["Matched", "match_claims", "match_figures", "match_quotes", "same_value"]

G = TypeVar("G")
F = TypeVar("F")

LEAST_FIGURE = 0.55
OTHER_VALUE = 0.6
"""A figure of the same words with another value still answers, but only where no better one does."""
LEAST_QUOTE = 0.8
LEAST_CLAIM = 0.5
LEAST_OPTIONAL = 0.5
SAME_NUMBER = 1e-6
"""Numbers are equal up to this share of the gold's: thirds are written with ten digits."""


@dataclass(frozen=True, slots=True)
class Matched(Generic[G, F]):
    """Gold and found, paired; what of the gold has no answer, and what answers nothing."""

    pairs: tuple[tuple[G, F], ...]
    missed: tuple[G, ...]
    extra: tuple[F, ...]

    def excusing(self, excused: Callable[[F], bool]) -> Matched[G, F]:
        """The same without the extra ones that are excused."""
        return Matched(self.pairs, self.missed, tuple(one for one in self.extra if not excused(one)))


def match_figures(gold: GoldReport, record: Record) -> Matched[GoldFigure, Figure]:
    """Figures of the gold and of the record. Nothing is too much where the gold does not have them all."""

    def closeness(wanted: GoldFigure, found: Figure) -> float:
        return within(wanted.text, found.text) * (1.0 if same_value(wanted.value, found) else OTHER_VALUE)

    def excused(found: Figure) -> bool:
        return not gold.figures_complete or _among(found.text, gold.optional_figures)

    return _pair(gold.figures, record.figures, closeness, LEAST_FIGURE).excusing(excused)


def match_quotes(gold: GoldReport, record: Record) -> Matched[GoldQuote, Quote]:
    """Quotes of the gold and of the record."""
    return _pair(gold.quotes, record.quotes, _same_quote, LEAST_QUOTE).excusing(
        lambda found: _among(found.text, gold.optional_quotes)
    )


def match_claims(gold: GoldReport, record: Record) -> Matched[GoldClaim, Claim]:
    """Claims of the gold and of the record."""

    def closeness(wanted: GoldClaim, found: Claim) -> float:
        accepted = found.type in _accepted_types(wanted, gold.edition)
        return within(wanted.evidence, found.evidence.text) if accepted else 0.0

    def excused(found: Claim) -> bool:
        newer = gold.edition < 2 and found.type in _editions()["newer"]
        return newer or _among(found.evidence.text, tuple(one.evidence for one in gold.optional))

    return _pair(gold.claims, record.claims, closeness, LEAST_CLAIM).excusing(excused)


def _accepted_types(wanted: GoldClaim, edition: int) -> frozenset[str]:
    """The types that are right for a claim: its own, and on gold of the first edition those that came after."""
    later = _editions()["stands_for"].get(wanted.type, ()) if edition < 2 else ()
    return frozenset((*wanted.types, *later))


def same_value(wanted: GoldValue, found: Figure) -> bool:
    """Whether a figure has the value wanted. A range must have both ends; a number may be the figure's value, an end
    of its range, or what its share was worked out to.
    """
    if isinstance(wanted, tuple):
        return wanted == (found.low, found.high)
    resolved = found.resolved.value if found.resolved else None
    given = (found.value, found.low, found.high, resolved)
    return any(abs(one - wanted) <= SAME_NUMBER * max(1.0, abs(wanted)) for one in given if one is not None)


def _same_quote(wanted: GoldQuote, found: Quote) -> float:
    if wanted.text is not None:
        return overlap(wanted.text, found.text)
    body = comparable(found.text)
    return float(body.startswith(comparable(wanted.starts)) and body.endswith(comparable(wanted.ends)))


def _among(text: str, optional: Sequence[str]) -> bool:
    return any(within(one, text) >= LEAST_OPTIONAL for one in optional)


def _pair(gold: Sequence[G], found: Sequence[F], closeness: Callable[[G, F], float], least: float) -> Matched[G, F]:
    """One to one, the closest first; of equally close ones, in the order of the text."""
    scored = ((closeness(gold[i], found[j]), i, j) for i, j in product(range(len(gold)), range(len(found))))
    chosen: dict[int, int] = {}
    for close, i, j in sorted(scored, key=lambda one: -one[0]):
        if close >= least and i not in chosen and j not in chosen.values():
            chosen[i] = j
    return Matched(
        tuple((gold[i], found[j]) for i, j in chosen.items()),
        tuple(one for i, one in enumerate(gold) if i not in chosen),
        tuple(one for j, one in enumerate(found) if j not in chosen.values()),
    )


@cache
def _editions() -> Mapping[str, Any]:
    content = files("kashf.evaluation").joinpath("editions.yaml").read_text(encoding="utf-8")
    table: Mapping[str, Any] = yaml.safe_load(content)
    return table
