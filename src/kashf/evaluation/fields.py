"""Precision and recall of each type of claim, and of each role in the claims that were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kashf.evaluation.gold import GoldClaim, GoldValue
from kashf.evaluation.likeness import within
from kashf.evaluation.matching import Matched, same_value
from kashf.evaluation.scores import Layer
from kashf.records import Claim, Figure, Record, Role

__all__ = ["by_role", "by_type", "fills", "summed"]

SAME_FILLER = 0.6
SAME_REFERENT = 0.8


def fills(wanted: str, given: Role) -> bool:
    """Whether a filler is the one wanted, by its words or by whom it stands for."""
    return within(wanted, given.text) >= SAME_FILLER or within(wanted, given.name or "") >= SAME_REFERENT


def by_type(matched: Matched[GoldClaim, Claim]) -> Mapping[str, Layer]:
    """The counts of each type of claim. A claim found under a type that is right beside the best counts under the best;
    one that is too much, under its own."""
    found = ((wanted.type, Layer(matched=1)) for wanted, _ in matched.pairs)
    missed = ((wanted.type, Layer(missed=1)) for wanted in matched.missed)
    extra = ((claim.type, Layer(extra=1)) for claim in matched.extra)
    return summed((*found, *missed, *extra))


def by_role(record: Record, pairs: Iterable[tuple[GoldClaim, Claim]]) -> Mapping[str, Layer]:
    """The counts of each role over claims that were wanted and found."""
    return summed(count for wanted, found in pairs for count in _roles(record, wanted, found))


def summed(counts: Iterable[tuple[str, Layer]]) -> Mapping[str, Layer]:
    """The sum under each name, in the order of the names."""
    sums: dict[str, Layer] = {}
    for name, layer in counts:
        sums[name] = sums.get(name, Layer()) + layer
    return dict(sorted(sums.items()))


def _roles(record: Record, wanted: GoldClaim, found: Claim) -> Iterator[tuple[str, Layer]]:
    for role in {*wanted.fillers, *wanted.values, *(filler.role for filler in found.roles)}:
        given = found.fillers(role)
        words, values = wanted.fillers.get(role, ()), wanted.values.get(role, ())
        met = sum(any(_meets(record, one, filler) for filler in given) for one in (*words, *values))
        extra = sum(not any(_meets(record, one, filler) for one in (*words, *values)) for filler in given)
        yield role, Layer(met, len(words) + len(values) - met, extra)


def _meets(record: Record, wanted: str | GoldValue, given: Role) -> bool:
    if isinstance(wanted, str):
        return fills(wanted, given)
    figure: Figure | None = record.figures[given.figure] if given.figure is not None else None
    return figure is not None and same_value(wanted, figure)
