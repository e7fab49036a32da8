"""Sums told in two currencies, against each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Finding

Pick = Callable[..., list[Finding]]
TEXT = "The ministry seized {0} ringgit ({1} dollars) from the exchange house of Rahim Daud in Penang on Monday"


def told(draft: Any, outlet: str, ringgit: float, dollars: float, modifier: str = "exact") -> Any:
    text = TEXT.format(f"{ringgit:.0f}", f"{dollars:.0f}")
    made = draft(text, outlet, 1).figure(f"{ringgit:.0f} ringgit", ringgit, "MYR", modifier)
    return made.restated(f"{dollars:.0f} dollars", dollars, "USD")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ((42_000_000, 10_000_000), (8_400_000, 2_000_000), "consistent"),
        ((42_000_000, 10_000_000), (43_100_000, 10_300_000), "consistent"),
        ((42_000_000, 10_000_000), (8_400_000, 1_600_000), "not computable"),
        ((42_000_000, 10_000_000), (8_400_000, 20_000_000), "inconsistent"),
        ((42_000_000, 10_000_000), (8_400_000, 200_000), "inconsistent"),
    ],
)
def test_two_reports_state_one_rate_or_two(draft: Any, of_kind: Pick, one: Any, other: Any, verdict: str) -> None:
    found = compare([told(draft, "A", *one).record(), told(draft, "B", *other).record()])
    (check,) = of_kind(found, "check", "conversion")
    assert (check.verdict, check.fields["units"], len(check.reports)) == (verdict, "MYR/USD", 2)


def test_the_working_shows_both_rates(draft: Any, of_kind: Pick) -> None:
    records = [told(draft, "A", 42e6, 10e6).record(), told(draft, "B", 8.4e6, 20e6).record()]
    (check,) = of_kind(compare(records), "check", "conversion")
    assert check.working == (
        "42000000 MYR = 10000000 USD: 4.2 MYR/USD; 8400000 MYR = 20000000 USD: 0.42 MYR/USD: inconsistent"
    )


def test_one_conversion_told_twice_is_no_check(draft: Any, of_kind: Pick) -> None:
    records = [told(draft, outlet, 42e6, 10e6).record() for outlet in ("A", "B")]
    assert of_kind(compare(records), "check", "conversion") == []


def test_the_same_two_units_the_other_way_round(draft: Any, of_kind: Pick) -> None:
    text = TEXT.replace("{0} ringgit ({1} dollars)", "2000000 dollars (8400000 ringgit)")
    turned = draft(text, "B", 1).figure("2000000 dollars", 2e6, "USD").restated("8400000 ringgit", 8.4e6, "MYR")
    (check,) = of_kind(compare([told(draft, "A", 42e6, 10e6).record(), turned.record()]), "check", "conversion")
    assert check.verdict == "consistent"
