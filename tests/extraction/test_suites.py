"""What other projects' cases say of the readers: Microsoft Recognizers-Text and Facebook's duckling.

A case counts where every span is found to the letter and every value given is right. The cases in `exceptions.yaml` are
those where a report rightly reads otherwise than a chat assistant; they are counted apart, each under its reason.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from kashf.extraction.figures import amounts
from kashf.extraction.figures.catalogue import catalogue
from kashf.extraction.numerals import numbers
from kashf.extraction.times import times
from kashf.records import Figure, Moment

pytestmark = pytest.mark.shared

EXCEPTIONS = yaml.safe_load((Path(__file__).parent / "exceptions.yaml").read_text(encoding="utf-8"))
NAMED = EXCEPTIONS["names"]
REASONS = {case: reason for reason, entry in EXCEPTIONS["reasons"].items() for case in entry["cases"]}
BARS = {
    ("numbers", "ar", "duckling"): 0.95,
    ("numbers", "ar", "recognizers"): 0.88,
    ("numbers", "en", "recognizers"): 0.92,
    ("numbers", "fr", "recognizers"): 0.90,
    ("numbers", "ru", "duckling"): 0.95,
    ("percent", "ar", "recognizers"): 0.95,
    ("percent", "en", "recognizers"): 0.95,
    ("percent", "fr", "recognizers"): 0.95,
    ("money", "ar", "duckling"): 0.90,
    ("money", "en", "recognizers"): 0.90,
    ("money", "en", "duckling"): 0.90,
    ("money", "fr", "recognizers"): 0.90,
    ("money", "fr", "duckling"): 0.90,
    ("money", "ru", "duckling"): 0.90,
    ("dates", "ar", "recognizers"): 0.82,
    ("dates", "ar", "duckling"): 0.80,
    ("dates", "en", "recognizers"): 0.80,
    ("dates", "en", "duckling"): 0.80,
    ("dates", "fr", "recognizers"): 0.82,
    ("dates", "fr", "duckling"): 0.90,
    ("dates", "ru", "duckling"): 0.95,
}
"""The least share of the cases that are no exceptions, by kind, language and suite. Never lowered."""


def key(case: dict[str, Any]) -> str:
    """The name of a case in `exceptions.yaml`, which holds none of its words."""
    words = "|".join(str(case.get(part) or "") for part in ("suite", "language", "reference", "input"))
    return hashlib.sha256(words.encode()).hexdigest()[:10]


def number_of(value: Any) -> float | None:
    return None if value is None else float(str(value).replace(",", ".").rstrip("%"))


def same_number(found: Figure, value: float | None) -> bool:
    if value is None:
        return True
    read = found.value if found.value is not None else found.low
    return read is not None and abs(read - value) <= 1e-6 * max(1.0, abs(value))


def same_spans(found: list[Any], expected: list[dict[str, Any]]) -> bool:
    return [(span.start, span.end) for span in found] == [(span["start"], span["end"]) for span in expected]


def reads_numbers(case: dict[str, Any]) -> bool:
    found = list(numbers(case["input"], case["language"]))
    pairs = zip(found, case["expected"], strict=False)
    return same_spans(found, case["expected"]) and all(same_number(f, number_of(e["value"])) for f, e in pairs)


def reads_percent(case: dict[str, Any]) -> bool:
    found = [figure for figure in amounts(case["input"], case["language"]) if figure.unit == "percent"]
    pairs = zip(found, case["expected"], strict=False)
    return same_spans(found, case["expected"]) and all(same_number(f, number_of(e["value"])) for f, e in pairs)


def reads_money(case: dict[str, Any]) -> bool:
    """A currency without a number is no figure and not asked for; `Unnamed` asks for the number alone."""
    expected = [e for e in case["expected"] if e["value"] is not None or e.get("unit") == "Unnamed"]
    plain = any(e.get("unit") == "Unnamed" for e in expected)
    found = [
        figure
        for figure in amounts(case["input"], case["language"])
        if plain or (figure.unit and catalogue().measure(figure.unit) == "currency")
    ]
    pairs = list(zip(found, expected, strict=False))
    named = all(
        f.unit in NAMED.get(e.get("iso") or e["unit"], [e.get("iso") or e["unit"], f.unit * plain])
        for f, e in pairs
        if not plain
    )
    return same_spans(found, expected) and named and all(same_number(f, number_of(e["value"])) for f, e in pairs)


def reads_dates(case: dict[str, Any]) -> bool:
    found = list(times(case["input"], case["language"], date.fromisoformat((case["reference"] or "2018-01-01")[:10])))
    pairs = zip(found, case["expected"], strict=False)
    checked = case.get("check_values", True)
    return same_spans(found, case["expected"]) and all(
        not checked or not e["values"] or any(same_days(f, value) for value in e["values"]) for f, e in pairs
    )


def same_days(found: Moment, value: Any) -> bool:
    if isinstance(value, dict) and not value.get("value"):
        return same_day(found.first, value.get("start"), 0) and same_day(found.last, value.get("end"), 1)
    day = value["value"] if isinstance(value, dict) else value
    if day == "not resolved" or day.startswith("0001"):
        return found.first is None
    while day[:10].endswith("-00"):
        day = day[:-3]
    return str(found.first).startswith(day[:10])


def same_day(found: date | None, day: str | None, exclusive: int) -> bool:
    """Whether a bound is the day; an end may be given as the day after."""
    if day is None or found is None:
        return day is None and found is None
    return date.fromisoformat(day[:10]) - found in (timedelta(0), timedelta(days=exclusive))


READERS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "numbers": reads_numbers,
    "percent": reads_percent,
    "money": reads_money,
    "dates": reads_dates,
}


def suite(shared: Path, kind: str, language: str, name: str) -> Iterator[dict[str, Any]]:
    for line in (shared / "suites" / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if (case["language"], case["suite"]) == (language, name):
            yield case


@pytest.mark.parametrize(("kind", "language", "name"), BARS)
def test_the_readers_pass_the_suite(shared: Path, kind: str, language: str, name: str) -> None:
    cases = [case for case in suite(shared, kind, language, name) if key(case) not in REASONS]
    failed = [case["input"] for case in cases if not READERS[kind](case)]
    share = 1 - len(failed) / len(cases)
    assert share >= BARS[kind, language, name], f"{share:.3f} of {len(cases)}; failed: {failed}"
