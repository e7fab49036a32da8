"""Comparing once more gives the same findings, to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.jobs import again, read, with_meaning
from kashf.ledger import View
from kashf.reading import ReadingOptions
from kashf.records import Finding, finding_to_json

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("again") / "kashf.db"
    read([str(REPORTS)], path, ReadingOptions())
    return path


def told(ledger: Path) -> list[str]:
    with View(ledger) as view:
        return [finding_to_json(finding) for finding in view.findings()]


def test_the_findings_come_out_as_they_stood(ledger: Path) -> None:
    before = told(ledger)
    rebuilt = again(ledger)
    assert (rebuilt.same, rebuilt.other, rebuilt.new, rebuilt.gone) == (len(before), 0, 0, 0)
    assert told(ledger) == before


def test_meaning_is_asked_where_it_is_given(ledger: Path) -> None:
    asked: list[str] = []

    def meaning(one: str, other: str) -> float:
        asked.append(one)
        return 1.0

    rebuilt = again(ledger, with_meaning(meaning))
    with View(ledger) as view:
        meant = [finding for finding in view.findings() if _is_meant(finding)]
    assert bool(asked) == bool(meant)
    assert rebuilt.new >= len(meant) > 0 or not asked


def _is_meant(finding: Finding) -> bool:
    return finding.fields.get("label") == "translation" and "meant" in finding.fields
