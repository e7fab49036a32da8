"""Whoever has no account gets nothing; whoever has one gets what their role may."""

from __future__ import annotations

import pytest

from kashf.workbench import Accounts, Settings, api, create_app, pages
from kashf.workbench.app import API, routers

OPEN = {("GET", "/sign-in"), ("POST", "/sign-in"), ("POST", "/preferences"), ("POST", "/api/v1/session")}
"""What is there before one has signed in."""


def _routes(ids):
    routes = [(API, route) for router in routers(api) for route in router.routes]
    routes += [("", route) for router in routers(pages) for route in router.routes]
    for before, route in routes:
        path = route.path.format(**{name: ids.get(name, "1") for name in route.param_convertors})
        yield from ((method, before + path) for method in route.methods)
    yield "GET", f"{API}/openapi.json"


def test_a_stranger_gets_nothing(with_accounts, ids):
    routes = set(_routes(ids)) - OPEN
    assert len(routes) > 15
    for method, path in routes:
        told = with_accounts.request(method, path, follow_redirects=False)
        assert told.status_code in (401, 403, 303), (method, path, told.status_code)
        if told.status_code == 303:
            assert told.headers["location"].startswith("/sign-in?next=")


@pytest.mark.parametrize("cookie", ["x", "x" * 5000, "'; DROP TABLE sessions; --", "\u0661"])
def test_a_made_up_session_is_none(with_accounts, cookie):
    headers = {"cookie": f"kashf-session={cookie}".encode()}
    assert with_accounts.get("/api/v1/ledger", headers=headers).status_code == 401


def test_signing_in_and_out(with_accounts, sign_in):
    word = sign_in("adel")
    assert with_accounts.get("/api/v1/session").json()["role"] == "analyst"
    assert with_accounts.delete("/api/v1/session", headers=word).status_code == 204
    assert with_accounts.get("/api/v1/session").status_code == 401


def test_signing_in_on_the_page_leads_to_where_one_wanted_to(with_accounts):
    asked = {"name": "rana", "password": "harbour lights at dusk", "next": "/reports?outlet=a"}
    told = with_accounts.post("/sign-in", data=asked, follow_redirects=False)
    assert (told.status_code, told.headers["location"]) == (303, "/reports?outlet=a")
    assert with_accounts.get("/reports").status_code == 200


@pytest.mark.parametrize(
    "wanted", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "/a\nb"]
)
def test_signing_in_leads_nowhere_else(with_accounts, wanted):
    asked = {"name": "rana", "password": "harbour lights at dusk", "next": wanted}
    assert with_accounts.post("/sign-in", data=asked, follow_redirects=False).headers["location"] == "/"


def test_a_reader_judges_nothing(with_accounts, sign_in, ids):
    decided = {"kind": "reject", "subject": ids["claim"]}
    assert with_accounts.post("/api/v1/judgements", json=decided, headers=sign_in("rana")).status_code == 403
    told = with_accounts.post("/api/v1/judgements", json=decided, headers=sign_in("adel"))
    assert (told.status_code, told.json()["user"]) == (201, "adel")


def test_guessing_is_slowed_down(ledger, tmp_path):
    from starlette.testclient import TestClient

    accounts = Accounts(tmp_path / "accounts")
    accounts.add("adel", "analyst", "harbour lights at dusk")
    settings = Settings(ledger, accounts.path, sign_ins=3.0, renews=False)
    with TestClient(create_app(settings), base_url="http://localhost") as asks:
        told = [asks.post("/api/v1/session", json={"name": "adel", "password": f"guess {n}"}) for n in range(5)]
    assert [one.status_code for one in told] == [401, 401, 401, 429, 429]


def test_who_is_taken_away_is_out_at_once(with_accounts, sign_in, tmp_path):
    sign_in("adel")
    Accounts(tmp_path / "accounts").remove("adel")
    assert with_accounts.get("/api/v1/ledger").status_code == 401
