"""The example reports are what their README says, and what is expected of them stands in them."""

from __future__ import annotations

import email
import email.policy
import html
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted((EXAMPLES / "reports").iterdir())
EXPECTED: dict[str, Any] = yaml.safe_load((EXAMPLES / "expected.yaml").read_text(encoding="utf-8"))
REPORTS: dict[str, dict[str, Any]] = EXPECTED["reports"]
AT_LEAST = {"ar": 9, "en": 5, "fr": 3, "ru": 3}
WORDS = range(110, 460)
"""About what a newspaper's short item has; Arabic needs fewer words than French for the same."""
ADDRESS = re.compile(r"[\w.-]+\.(?:org|com|net)\b")


@cache
def _text(key: str) -> str:
    name, _, line = key.partition("#")
    raw = (EXAMPLES / "reports" / name).read_text(encoding="utf-8")
    if line:
        raw = raw.splitlines()[int(line) - 1]
    if line or name.endswith(".json"):
        return str(json.loads(raw)["text"])
    if name.endswith(".eml"):
        message = email.message_from_string(raw, policy=email.policy.default)
        assert isinstance(message, email.message.EmailMessage)
        return str(message.get_content())
    if name.endswith(".html"):
        article = re.search(r"<article>(.*)</article>", raw, re.DOTALL)
        assert article
        return html.unescape(re.sub(r"<[^>]+>", " ", article[1]))
    return raw


def _keys() -> set[str]:
    keys = set()
    for path in FILES:
        if path.suffix == ".jsonl":
            keys |= {f"{path.name}#{line}" for line, _ in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)}
        else:
            keys.add(path.name)
    return keys


def test_every_report_is_expected() -> None:
    assert _keys() == set(REPORTS)


def test_four_languages_are_there() -> None:
    languages = Counter(report["language"] for report in REPORTS.values())
    assert all(languages[code] >= least for code, least in AT_LEAST.items()), languages


def test_all_formats_are_there() -> None:
    assert {path.suffix for path in FILES} == {".txt", ".json", ".jsonl", ".html", ".eml"}


def test_every_report_has_its_place() -> None:
    told = [key for keys in EXPECTED["stories"].values() for key in keys]
    placed = Counter([*told, *EXPECTED["digests"], *EXPECTED["no_claims"]])
    assert placed == Counter(REPORTS.keys())


@pytest.mark.parametrize("key", REPORTS)
def test_a_report_is_as_long_as_a_news_item(key: str) -> None:
    assert len(re.findall(r"[\w'’-]+", _text(key))) in WORDS


@pytest.mark.parametrize("path", [*FILES, EXAMPLES / "README.md"], ids=lambda path: path.name)
def test_only_example_addresses_are_named(path: Path) -> None:
    addresses = set(ADDRESS.findall(path.read_text(encoding="utf-8"))) - {"creativecommons.org"}
    assert not {address for address in addresses if not re.search(r"(^|\.)example\.(org|com|net)$", address)}


def _passages() -> list[tuple[str, str]]:
    starts = [item for quote in EXPECTED["quotes"] for item in quote["starts"].items()]
    sides = [side for conflict in EXPECTED["conflicts"] for side in (conflict["a"], conflict["b"])]
    return starts + [(side["report"], side["text"]) for side in sides if "text" in side]


@pytest.mark.parametrize(("key", "words"), _passages())
def test_what_is_expected_stands_in_the_report(key: str, words: str) -> None:
    assert words in _text(key)


@pytest.mark.parametrize("check", EXPECTED["checks"], ids=lambda check: f"{check['report']} {check['working']}")
def test_the_sums_are_right(check: dict[str, str]) -> None:
    left, right = check["working"].split(" = ")
    numbers = [int(number) for number in re.findall(r"\d+", left)]
    result = sum(numbers) if check["kind"] == "parts_sum" else numbers[0] * numbers[1]
    assert result == int(right)
    assert check["verdict"] in ("consistent", "inconsistent", "not computable")


@pytest.mark.parametrize("kind", ["copies", "not_copies", "origins"])
def test_what_belongs_together_is_there(kind: str) -> None:
    entries = EXPECTED[kind]
    named = {
        key
        for entry in entries
        for key in (entry if isinstance(entry, list) else entry.get("reports", entry.get("carriers")))
    }
    assert named <= set(REPORTS)
