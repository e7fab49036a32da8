"""Matching: what is dismissed before roles are filled would not have held with its roles filled."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kashf.extraction import extract_by_rules
from kashf.extraction.claims import matching
from kashf.records import Report

SENTENCES = Path(__file__).parents[1]


@pytest.mark.parametrize("language", ["ar", "en", "fr", "ru"])
def test_dismissing_early_costs_no_claim(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = yaml.safe_load((SENTENCES / f"wordings.{language}.yaml").read_text(encoding="utf-8"))
    text = "\n\n".join(entry["text"] for entry in listed)
    report = Report("r", "s", text, language=language)
    told = extract_by_rules(report).claims
    monkeypatch.setattr(matching, "_may_be_met", lambda *_: True)
    assert told == extract_by_rules(report).claims
    assert len(told) > len(listed) // 3
