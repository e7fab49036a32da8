"""Reliability: how often claims of each confidence are right (Murphy and Winkler 1977)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

__all__ = ["Judged", "Reliability"]

BINS = 10
DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that the gold judges: its confidence, and whether the gold has it."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Reliability:
    """Claims by their confidence, ten bins of equal width, and what the confidences are worth together.

    `brier` is the mean square of confidence less truth (0 is best; Brier 1950), `unskilled` what it would be if every
    claim had the mean for its confidence, `gap` the mean distance of confidence and share right over the bins,
    each weighed by its claims (the expected calibration error).
    """

    bins: tuple[tuple[Judged, ...], ...]
    brier: float
    unskilled: float
    gap: float

    @classmethod
    def of(cls, judged: Iterable[Judged]) -> Reliability:
        """The reliability of some claims; all zero where there are none."""
        claims = tuple(judged)
        bins = tuple(tuple(one for one in claims if _bin(one) == number) for number in range(BINS))
        right = _right(claims)
        brier = sum((one.confidence - one.right) ** 2 for one in claims) / max(1, len(claims))
        gap = sum(len(one) * abs(_confidence(one) - _right(one)) for one in bins) / max(1, len(claims))
        return cls(bins, brier, right * (1 - right), gap)

    def plain(self) -> dict[str, Any]:
        """The bins that hold claims, and the measures, as plain values."""
        rows = [_row(number, one) for number, one in enumerate(self.bins) if one]
        return {"bins": rows, **{name: _rounded(getattr(self, name)) for name in ("brier", "unskilled", "gap")}}

    def table(self) -> str:
        """A line for each bin that holds claims, and one with the measures."""
        told = self.plain()
        heading = f"{'confidence':14}{'claims':>8}{'mean':>8}{'right':>8}"
        lines = [
            f"{row['from']:.1f} to {row['to']:.1f}    {row['claims']:8}{row['confidence']:8.3f}{row['right']:8.3f}"
            for row in told["bins"]
        ]
        measures = "Brier score {brier:.3f} (with one confidence for all {unskilled:.3f}), mean gap {gap:.3f}"
        return "\n".join([heading, *lines, measures.format(**told)])


def _row(number: int, claims: tuple[Judged, ...]) -> dict[str, float]:
    ends = {"from": number / BINS, "to": (number + 1) / BINS}
    return {
        **ends,
        "claims": len(claims),
        "confidence": _rounded(_confidence(claims)),
        "right": _rounded(_right(claims)),
    }


def _bin(one: Judged) -> int:
    return min(int(one.confidence * BINS), BINS - 1)


def _confidence(claims: tuple[Judged, ...]) -> float:
    return sum(one.confidence for one in claims) / max(1, len(claims))


def _right(claims: tuple[Judged, ...]) -> float:
    return sum(one.right for one in claims) / max(1, len(claims))


def _rounded(value: float) -> float:
    return round(value, DECIMALS)
