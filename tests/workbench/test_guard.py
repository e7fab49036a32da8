"""What every request passes: whose name it asks for, where it comes from, how large it is and how often it comes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from kashf.workbench import Settings, create_app
from kashf.workbench.guard import POLICY

PROBLEM = "application/problem+json"


@pytest.fixture
def settled(example_ledger):
    def made(**changed):
        settings = replace(Settings(example_ledger, renews=False), **changed)
        return TestClient(create_app(settings), base_url="http://localhost", raise_server_exceptions=False)

    return made


@pytest.mark.parametrize("host", ["localhost", "localhost:8571", "127.0.0.1:1", "[::1]:80", "192.0.2.7", "LocalHost."])
def test_our_own_names_and_bare_addresses_go(client, host):
    assert client.get("/api/v1/ledger", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.evil.example", "[", "a b"])
def test_another_name_is_refused(client, host):
    told = client.get("/api/v1/ledger", headers={"host": host})
    assert (told.status_code, told.headers["content-type"]) == (400, PROBLEM)


@pytest.mark.parametrize("path", ["/", "/api/v1/ledger", "/nowhere", "/static/css/frame.css", "/api/v1/nowhere"])
def test_every_answer_has_the_headers(client, path):
    headers = client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
    ],
)
def test_another_site_changes_nothing(client, headers):
    told = client.post("/preferences", data={"language": "ar"}, headers=headers)
    assert told.status_code == 403
    assert "set-cookie" not in told.headers


@pytest.mark.parametrize("token", [None, "", "0" * 48, "ü"])
def test_a_change_carries_the_word_of_its_session(client, ids, token):
    headers = {} if token is None else {"X-CSRF-Token": token.encode()}
    told = client.post("/api/v1/judgements", json={"kind": "reject", "subject": ids["claim"]}, headers=headers)
    assert told.status_code == 403


def test_the_cookie_can_not_be_read_by_scripts_nor_sent_from_elsewhere(settled):
    with settled(secure=True) as asks:
        cookie = asks.get("/").headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=Strict", "Secure", "Path=/"))


def test_what_is_too_large_is_refused(settled):
    with settled(upload_limit=1000) as asks:
        assert asks.post("/preferences", content=b"x" * 2000).status_code == 413
        pieces = (b"x" * 300 for _ in range(10))
        told = asks.post("/preferences", content=pieces, headers={"content-type": "application/x-www-form-urlencoded"})
        assert told.status_code in (400, 413)


def test_who_asks_too_often_waits(settled):
    with settled(requests=3.0) as asks:
        told = [asks.get("/api/v1/ledger") for _ in range(5)]
    assert [one.status_code for one in told] == [200, 200, 200, 429, 429]
    assert int(told[-1].headers["retry-after"]) > 0


@pytest.mark.parametrize(
    "path",
    [
        "/static/../settings.py",
        "/static/%2e%2e/settings.py",
        "/static/..%2f..%2ferrors.py",
        "/static//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/static/css",
        "/reports/../../kashf.db",
        "/reports/..%2fkashf.db",
        "/static/..\\settings.py",
        "/static/fonts/%00",
    ],
)
def test_no_path_leads_out(client, path):
    told = client.get(path)
    assert told.status_code in (400, 404, 422)
    assert "import" not in told.text


def test_methods_and_paths_that_there_are_not(client):
    assert client.put("/api/v1/ledger").status_code in (403, 405)
    assert client.get("/api/v1/nowhere").headers["content-type"] == PROBLEM
    assert client.get("/nowhere").headers["content-type"].startswith("text/html")
