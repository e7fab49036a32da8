"""Judgements through the interface: kept with who and when, undone, and none lost when many judge at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from kashf.ledger import View
from kashf.workbench import Settings, create_app


@pytest.fixture
def asks(ledger):
    with TestClient(create_app(Settings(ledger, renews=False)), base_url="http://localhost") as client:
        client.headers["X-CSRF-Token"] = client.get("/api/v1/session").json()["csrf"]
        yield client


def test_a_rejected_claim_is_gone_and_comes_back(asks, ids):
    def claims():
        told = asks.get(f"/api/v1/reports/{ids['report']}/record").json()
        return {claim["id"] for claim in told["claims"]}

    made = asks.post("/api/v1/judgements", json={"kind": "reject", "subject": ids["claim"], "reason": "misread"})
    assert made.status_code == 201
    assert ids["claim"] not in claims()
    assert asks.get("/api/v1/ledger").json()["stale"]
    assert asks.post(f"/api/v1/judgements/{made.json()['id']}/undo").status_code == 200
    assert ids["claim"] in claims()


@pytest.mark.parametrize(
    ("kind", "subject", "value"),
    [
        ("reject", "c-0000000000000000", {}),
        ("correct", "{claim}", {}),
        ("correct", "{claim}", {"polarity": "perhaps"}),
        ("correct", "{claim}", {"type": ["sell"]}),
        ("merge", "{entity}", {}),
        ("merge", "{entity}", {"entity": ["e-1"]}),
        ("merge", "{entity}", {"entity": "{entity}"}),
        ("split", "{entity}", {"names": "one"}),
        ("split", "{entity}", {"names": ["nobody is called so"]}),
        ("grade", "{outlet}", {"grade": "G"}),
        ("grade", "nowhere times", {"grade": "A"}),
        ("dismiss", "h-1", {}),
        ("reject", "\ud800", {}),
        ("reject", "x" * 301, {}),
        ("shout", "{claim}", {}),
    ],
)
def test_what_does_not_fit_is_refused(asks, ids, kind, subject, value):
    import json

    put = {key: item.format(**ids) if isinstance(item, str) else item for key, item in value.items()}
    body = json.dumps({"kind": kind, "subject": subject.format(**ids), "value": put})
    told = asks.post("/api/v1/judgements", content=body, headers={"content-type": "application/json"})
    assert told.status_code == 422, told.text


def test_no_judgement_is_taken_back_twice(asks, ids):
    made = asks.post("/api/v1/judgements", json={"kind": "accept", "subject": ids["claim"]}).json()
    assert asks.post(f"/api/v1/judgements/{made['id']}/undo").json()["undone_by"] == made["user"]
    assert asks.post(f"/api/v1/judgements/{made['id']}/undo").status_code == 422
    assert asks.post("/api/v1/judgements/999999/undo").status_code == 422


def test_fifty_judge_at_once_and_nothing_is_lost(asks, ledger, ids):
    decided = {"kind": "grade", "subject": ids["outlet"], "value": {"grade": "B"}}

    def judge(number):
        return asks.post("/api/v1/judgements", json={**decided, "reason": f"analyst {number}"}).status_code

    with ThreadPoolExecutor(50) as pool:
        assert set(pool.map(judge, range(50))) == {201}
    with View(ledger) as view:
        assert {judgement.reason for judgement in view.judgements()} == {f"analyst {number}" for number in range(50)}


def test_findings_follow_what_was_judged(ledger, ids):
    from kashf.workbench.renewal import renew

    with TestClient(create_app(Settings(ledger, renews=False)), base_url="http://localhost") as client:
        word = {"X-CSRF-Token": client.get("/api/v1/session").json()["csrf"]}
        client.post("/api/v1/judgements", json={"kind": "reject", "subject": ids["claim"]}, headers=word)
        renew(ledger)
        assert not client.get("/api/v1/ledger").json()["stale"]
