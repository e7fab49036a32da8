from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kashf.ledger import View
from kashf.records import Entity, Judgement, finding_from_json, record_from_json, structure

Written = Callable[..., str]


def test_records_come_back_as_they_were(ledger: Path, written: Written) -> None:
    with View(ledger) as view:
        assert list(map(record_from_json, written(ledger, "records").splitlines())) == list(view.records())
        assert list(map(record_from_json, written(ledger, "extracted").splitlines())) == list(view.extracted())


def test_findings_come_back_as_they_were(ledger: Path, written: Written) -> None:
    with View(ledger) as view:
        assert tuple(map(finding_from_json, written(ledger, "findings").splitlines())) == view.findings()


def test_entities_and_judgements_come_back_as_they_were(ledger: Path, written: Written) -> None:
    entities = [structure(json.loads(line), Entity) for line in written(ledger, "entities").splitlines()]
    judgements = [structure(json.loads(line), Judgement) for line in written(ledger, "judgements").splitlines()]
    with View(ledger) as view:
        assert entities == list(view.each_entity())
        assert tuple(judgements) == view.judgements()


@pytest.mark.parametrize("kind", ["records", "extracted", "findings", "entities", "judgements"])
def test_a_line_is_an_object(ledger: Path, written: Written, kind: str) -> None:
    assert all(isinstance(json.loads(line), dict) for line in written(ledger, kind).splitlines())
