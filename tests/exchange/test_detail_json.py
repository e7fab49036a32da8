from __future__ import annotations

import json

import pytest

from kashf.exchange.detail_json import detail_json
from kashf.records import record_to_json
from kashf.views import Dossier
from kashf.views.details import detail


@pytest.mark.parametrize(
    ("wanted", "shows", "keys"),
    [
        ("c-a1", "claim", {"claim", "type", "evidence", "roles", "statement", "marks"}),
        ("e-nader", "entity", {"entity", "statements"}),
        (
            "f-gold",
            "finding",
            {"finding", "kind", "name", "working", "reports", "origins", "sides", "statement", "grade", "uncounted"}
            | {"outlook", "title", "steps", "drifts", "changed"},
        ),
    ],
)
def test_a_thing_is_told_with_what_it_is(invented: Dossier, wanted: str, shows: str, keys: set[str]) -> None:
    plain = json.loads(detail_json(detail(invented, wanted, "en"), invented))
    assert plain.pop("shows") == shows
    assert set(plain) == keys


def test_a_report_has_its_record(invented: Dossier) -> None:
    plain = json.loads(detail_json(detail(invented, "r-a", "en"), invented))
    record = json.loads(record_to_json(invented.records[0]))
    assert plain["record"]["claims"] == record["claims"]
