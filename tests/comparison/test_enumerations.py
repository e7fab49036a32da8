from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Finding

Pick = Callable[..., list[Finding]]


PIECES = "Of {} pieces they found 30 coins, 15 rings and 7 vases."
WAYS = "It moved ${} in {} ways: $20 by bank, $30 by courier and $40 at sea."
APART = "It moved $90: $20 by bank. It sold $30 of oil and $40 of gas."
FOUND: list[tuple[float, str]] = [(30, "coin"), (15, "ring"), (7, "vase")]
MOVED: list[tuple[float, str]] = [(20, "USD"), (30, "USD"), (40, "USD")]


@pytest.mark.parametrize(
    ("text", "figures", "verdict"),
    [
        (PIECES.format(52), [(52, "piece"), *FOUND], "consistent"),
        (PIECES.format(60), [(60, "piece"), *FOUND], None),
        (WAYS.format(90, 3), [(90, "USD"), (3, "way"), *MOVED], "consistent"),
        (WAYS.format(80, 3), [(80, "USD"), (3, "way"), *MOVED], "inconsistent"),
        (WAYS.format(80, 5), [(80, "USD"), (5, "way"), *MOVED], None),
        (APART, [(90, "USD"), *MOVED], None),
    ],
)
def test_parts_told_in_one_breath(
    draft: Any, of_kind: Pick, text: str, figures: list[tuple[float, str]], verdict: str | None
) -> None:
    made = draft(text)
    for value, unit in figures:
        made.figure(f"${value}" if unit == "USD" else f"{value}", value, unit)
    found = of_kind(compare([made.record()]), "check", "parts_sum")
    assert [one.verdict for one in found] == ([verdict] if verdict else [])
