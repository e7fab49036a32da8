"""Whoever only reads a page waits neither for who judges nor for who screens."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from kashf.workbench import Settings, create_app
from kashf.workbench.api import brief as briefs
from kashf.workbench.api import screening
from kashf.workbench.app import AT_ONCE

MANY = 3 * AT_ONCE


def _judging(asks, ids):
    return asks.post("/api/v1/judgements", json={"kind": "accept", "subject": ids["claim"]})


def _screening(asks, _):
    return asks.post("/api/v1/screening/names", json={"names": ["Dmitry Feoktistov"]})


def _briefing(asks, _):
    return asks.get("/api/v1/brief?about=Rome")


@pytest.mark.parametrize(
    ("ask", "held", "status"),
    [(_judging, None, 201), (_screening, (screening, "screened"), 200), (_briefing, (briefs, "made"), 200)],
    ids=["judging", "screening", "briefing"],
)
def test_pages_are_made_while_others_wait(ledger, ids, monkeypatch, ask, held, status):
    app = create_app(Settings(ledger, renews=False))
    goes_on, began = threading.Event(), threading.Event()
    where, name = held or (app.state.kept.desk, "judge")
    at_once = getattr(where, name)

    def slowly(*args, **told):
        began.set()
        goes_on.wait(60)
        return at_once(*args, **told)

    monkeypatch.setattr(where, name, slowly)
    with TestClient(app, base_url="http://localhost") as asks, ThreadPoolExecutor(MANY) as apart:
        asks.headers["X-CSRF-Token"] = asks.get("/api/v1/session").json()["csrf"]
        waiting = [apart.submit(ask, asks, ids) for _ in range(MANY)]
        assert began.wait(60)
        time.sleep(0.2)
        assert asks.get(f"/entities/{ids['entity']}").status_code == 200
        assert not [one for one in waiting if one.done()]
        goes_on.set()
        assert {one.result().status_code for one in waiting} == {status}
