"""The bars that numbers and times hold on outside suites: Microsoft Recognizers-Text and Facebook's duckling."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.evaluation.suites import measure_suite, read_cases

pytestmark = pytest.mark.shared

BARS = {
    "numbers": {
        "duckling/ar": 0.95,
        "recognizers/ar": 0.93,
        "recognizers/en": 0.95,
        "recognizers/fr": 0.95,
        "duckling/ru": 0.95,
    },
    "percent": {"recognizers/ar": 0.95, "recognizers/en": 0.95, "recognizers/fr": 0.95},
    "money": {
        "duckling/ar": 0.95,
        "recognizers/en": 0.95,
        "duckling/en": 0.95,
        "recognizers/fr": 0.95,
        "duckling/fr": 0.95,
        "duckling/ru": 0.95,
    },
    "dates": {
        "recognizers/ar": 0.92,
        "duckling/ar": 0.77,
        "recognizers/en": 0.92,
        "duckling/en": 0.67,
        "recognizers/fr": 0.81,
        "duckling/fr": 0.87,
        "duckling/ru": 0.94,
    },
}
"""The least share of the counting cases that are right. Never lowered."""


@pytest.mark.parametrize("kind", BARS)
def test_the_readers_pass_the_suite(shared: Path, kind: str) -> None:
    verdict = measure_suite(read_cases(shared / "suites" / f"{kind}.jsonl"))
    short = {
        group: verdict.plain[group]["rate"] for group, bar in BARS[kind].items() if verdict.plain[group]["rate"] < bar
    }
    assert not short, "\n".join([verdict.table, *verdict.misses])
