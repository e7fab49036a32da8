"""How often claims of each confidence are right."""

from __future__ import annotations

import pytest

from kashf.evaluation import Judged, Reliability


def _claims(*told: tuple[float, int, int]) -> list[Judged]:
    """Confidence, how many are right, how many wrong."""
    return [Judged(odds, place < right) for odds, right, wrong in told for place in range(right + wrong)]


CASES = [
    # claims, Brier score, of the mean, mean gap
    ([], 0.0, 0.0, 0.0),
    (_claims((1.0, 4, 0)), 0.0, 0.0, 0.0),
    (_claims((0.5, 1, 1)), 0.25, 0.25, 0.0),
    (_claims((0.8, 4, 1)), 0.16, 0.16, 0.0),
    (_claims((0.9, 0, 2)), 0.81, 0.0, 0.9),
    (_claims((1.0, 2, 0), (0.0, 0, 2)), 0.0, 0.25, 0.0),
    (_claims((0.65, 1, 1), (0.95, 2, 0)), 0.1375, 0.1875, 0.1),
]


@pytest.mark.parametrize(("claims", "brier", "unskilled", "gap"), CASES)
def test_confidence_is_held_against_truth(claims: list[Judged], brier: float, unskilled: float, gap: float) -> None:
    found = Reliability.of(claims)
    assert (found.brier, found.unskilled, found.gap) == pytest.approx((brier, unskilled, gap))


def test_only_bins_with_claims_are_shown() -> None:
    found = Reliability.of(_claims((0.65, 3, 1), (1.0, 2, 0)))
    assert [(row["from"], row["claims"], row["right"]) for row in found.plain()["bins"]] == [
        (0.6, 4, 0.75),
        (0.9, 2, 1.0),
    ]
    assert found.table().splitlines()[1].split() == ["0.6", "to", "0.7", "4", "0.650", "0.750"]
    assert "Brier score" in found.table()
