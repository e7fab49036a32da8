"""Constructions of French and Russian: whatever a sentence is put in, it tells the same, and of whom."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kashf.extraction import extract
from kashf.records import Report

ROWS = yaml.safe_load(Path(__file__).with_name("constructions.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['language']}: {row['text'][:40]}" for row in ROWS])
def test_a_construction_keeps_the_claim_and_who_acts(row: dict[str, str]) -> None:
    record = extract(Report("r-test", "test.txt", row["text"], language=row["language"]))
    actors = [
        role.text
        for claim in record.claims
        if claim.type == row["type"]
        for role in claim.roles
        if role.role == "actor"
    ]
    assert any(row["actor"].casefold() in actor.casefold() for actor in actors)
