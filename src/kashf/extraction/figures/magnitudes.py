"""Orders of magnitude that have no number to them («ملايين الدولارات»، dozens of rifles).

They help to take a sentence apart, as what is counted in it, and are no figures of a record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kashf.records import Claim, Figure, Role

__all__ = ["Magnitude", "kept", "without_magnitudes"]


@dataclass(frozen=True, slots=True)
class Magnitude(Figure):
    """An order of magnitude, as a figure while a report is read."""


def without_magnitudes(
    figures: Sequence[Figure], claims: Sequence[Claim]
) -> tuple[tuple[Figure, ...], tuple[Claim, ...]]:
    """The figures that are ones, and the claims with their roles pointing to the new places, to none for the rest."""
    wanted = [not isinstance(figure, Magnitude) for figure in figures]
    places = _places(wanted)
    pointed = (
        replace(claim, roles=tuple(_pointed(role, places) for role in claim.roles)) if not all(wanted) else claim
        for claim in claims
    )
    return kept(figures, wanted), tuple(pointed)


def kept(figures: Sequence[Figure], wanted: Sequence[bool]) -> tuple[Figure, ...]:
    """The figures that are wanted, restatements pointing to the new places, to none where theirs is left out."""
    places = _places(wanted)
    return tuple(
        figure if figure.equals is None else replace(figure, equals=places.get(figure.equals))
        for place, figure in enumerate(figures)
        if wanted[place]
    )


def _places(wanted: Sequence[bool]) -> dict[int, int]:
    left = [place for place, is_wanted in enumerate(wanted) if is_wanted]
    return {old: new for new, old in enumerate(left)}


def _pointed(role: Role, places: dict[int, int]) -> Role:
    return role if role.figure is None else replace(role, figure=places.get(role.figure))
