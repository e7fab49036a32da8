"""Atoms: the stretches of a text that are whole before its sentences are cut, such as names, figures and times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Atoms"]

LONGEST_ATOM = 16
"""Words of the longest name or figure."""


@dataclass(frozen=True, slots=True)
class Atoms:
    """Stretches of words that are not to be cut: word index of the first -> index behind the last.

    `names` are names, `figures` figures, `shares` the first words of percentages and fractions, `times` moments;
    `events` the words that are events, `suspects` participles with a pronoun that name a person («المقبوض عليه»).
    `in_names` and `in_figures` are all words that lie in a name or a figure.
    """

    names: Mapping[int, int]
    figures: Mapping[int, int]
    shares: frozenset[int]
    events: frozenset[int]
    times: Mapping[int, int]
    suspects: Mapping[int, int]
    in_names: frozenset[int] = field(init=False)
    in_figures: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "in_names", _covered(self.names))
        object.__setattr__(self, "in_figures", _covered(self.figures))


def _covered(atoms: Mapping[int, int]) -> frozenset[int]:
    """The words that lie in atoms, of each no more than its first `LONGEST_ATOM` words."""
    return frozenset(
        position for first, last in atoms.items() for position in range(first, min(last, first + LONGEST_ATOM))
    )
