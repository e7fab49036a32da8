"""Scores: how much of the gold was found, how much of what was found is right, and how good its parts are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce

__all__ = ["DECIMALS", "LAYERS", "Layer", "Scores", "Share", "total"]

LAYERS = ("figures", "quotes", "claims")
DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those judged are right."""

    right: int = 0
    judged: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.judged + other.judged)

    def value(self) -> float:
        """0 to 1; 0 where nothing was judged."""
        return self.right / self.judged if self.judged else 0.0


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer's counts. `parts` judge what was found and wanted: the value, the unit, the speaker, each role."""

    matched: int = 0
    missed: int = 0
    extra: int = 0
    parts: Mapping[str, Share] = field(default_factory=dict)

    def __add__(self, other: Layer) -> Layer:
        names = dict.fromkeys((*self.parts, *other.parts))
        parts = {name: self.parts.get(name, Share()) + other.parts.get(name, Share()) for name in names}
        return Layer(self.matched + other.matched, self.missed + other.missed, self.extra + other.extra, parts)

    @property
    def gold(self) -> int:
        """How many there were to find."""
        return self.matched + self.missed

    @property
    def found(self) -> int:
        """How many were found, right or wrong."""
        return self.matched + self.extra

    def precision(self) -> float:
        """Of what was found, the share that the gold has."""
        return Share(self.matched, self.found).value()

    def recall(self) -> float:
        """Of what the gold has, the share that was found."""
        return Share(self.matched, self.gold).value()

    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision() + self.recall()
        return 2 * self.precision() * self.recall() / both if both else 0.0

    def figures(self) -> dict[str, float]:
        """Every figure of the layer under its name, rounded; counts as they are."""
        ratios = {"precision": self.precision(), "recall": self.recall(), "f1": self.f1()}
        parts = {name: share.value() for name, share in self.parts.items()}
        counts = {"gold": self.gold, "found": self.found}
        return {**_rounded(ratios), **counts, **_rounded(parts)}


@dataclass(frozen=True, slots=True)
class Scores:
    """The three layers of one text, or of many; the claims also for each type, and the roles of those found."""

    figures: Layer = Layer()
    quotes: Layer = Layer()
    claims: Layer = Layer()
    types: Mapping[str, Layer] = field(default_factory=dict)
    roles: Mapping[str, Layer] = field(default_factory=dict)

    def __add__(self, other: Scores) -> Scores:
        return Scores(
            self.figures + other.figures,
            self.quotes + other.quotes,
            self.claims + other.claims,
            _joined(self.types, other.types),
            _joined(self.roles, other.roles),
        )

    def fields(self, kind: str) -> Mapping[str, Layer]:
        """The counts for each type or each role."""
        return {"type": self.types, "role": self.roles}[kind]

    def layers(self) -> dict[str, Layer]:
        """The layers under their names."""
        return {"figures": self.figures, "quotes": self.quotes, "claims": self.claims}


def total(scores: Iterable[Scores]) -> Scores:
    """The scores of many texts together: every figure, quote and claim weighs the same."""
    return reduce(lambda one, other: one + other, scores, Scores())


def _joined(one: Mapping[str, Layer], other: Mapping[str, Layer]) -> Mapping[str, Layer]:
    return {name: one.get(name, Layer()) + other.get(name, Layer()) for name in dict.fromkeys((*one, *other))}


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, DECIMALS) for name, value in values.items()}
