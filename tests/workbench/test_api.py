"""The interface for programs: what is asked for is answered, page after page, and what is wrong in one shape."""

from __future__ import annotations

import pytest

from kashf.ledger import View

PROBLEM = "application/problem+json"


def _everything(client, path, **asked):
    items, cursor = [], None
    while True:
        told = client.get(path, params={**asked, **({"cursor": cursor} if cursor else {})}).json()
        items += told["items"]
        cursor = told["next"]
        if cursor is None:
            return items


@pytest.mark.parametrize("limit", [1, 7, 100])
def test_pages_of_reports_hold_each_once(client, example_ledger, limit):
    with View(example_ledger) as view:
        expected = {report.id for report in view.reports()}
    found = [item["id"] for item in _everything(client, "/api/v1/reports", limit=limit)]
    assert len(found) == len(expected)
    assert set(found) == expected


@pytest.mark.parametrize("kind", ["assertion", "conflict", "check", "story", "copy", "quote"])
@pytest.mark.parametrize("order", ["weight", "latest"])
def test_pages_of_findings_hold_each_once(client, example_ledger, kind, order):
    with View(example_ledger) as view:
        expected = sorted(finding.id for finding in view.findings(kind))
    found = [item["id"] for item in _everything(client, "/api/v1/findings", kind=kind, order=order, limit=10)]
    assert sorted(found) == expected


def test_the_heaviest_come_first(client):
    found = _everything(client, "/api/v1/findings", limit=20)
    weights = [(item["independent_origins"], len(item["reports"])) for item in found]
    assert weights == sorted(weights, reverse=True)


def test_a_statement_in_a_list_weighs_what_the_finding_counts(client):
    for item in _everything(client, "/api/v1/findings", limit=50):
        weight = item["statement"]["weight"]
        assert (weight["origins"], weight["carriers"]) == (item["independent_origins"], len(item["reports"]))


def test_pages_of_entities_hold_each_once(client, example_ledger):
    with View(example_ledger) as view:
        expected = sorted(entity.id for entity in view.entities())
    assert sorted(item["id"] for item in _everything(client, "/api/v1/entities", limit=30)) == expected


def test_reports_of_an_outlet(client, ids):
    found = _everything(client, "/api/v1/reports", outlet=ids["outlet"])
    assert found
    assert {item["outlet"] for item in found} == {ids["outlet"]}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_report_in_full(client, ids, language):
    told = client.get(f"/api/v1/reports/{ids['report']}", params={"language": language}).json()
    assert told["statements"]
    assert all(0 <= layer["start"] < layer["end"] <= len(told["text"]) for layer in told["layers"])


def test_a_record_is_in_the_record_format(client, ids):
    from kashf.records import Record, structure

    told = client.get(f"/api/v1/reports/{ids['report']}/record").json()
    assert structure(told, Record).report.id == ids["report"]


def test_a_finding_and_an_entity(client, ids):
    assert client.get(f"/api/v1/findings/{ids['finding']}").json()["finding"] == ids["finding"]
    assert client.get(f"/api/v1/entities/{ids['entity']}").json()["mentions"] > 0


@pytest.mark.parametrize("words", ["داعش", "الوزاره", '"gold"', "ذهب"])
def test_words_are_found_in_any_spelling(client, words):
    assert client.get("/api/v1/search", params={"q": words}).json()["hits"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/reports/r-0000000000000000", 404),
        ("/api/v1/reports/..", 404),
        ("/api/v1/reports/x", 422),
        ("/api/v1/reports/r-0000000000000000%00", 422),
        ("/api/v1/findings/f-0000000000000000", 404),
        ("/api/v1/entities/e-0000000000000000", 404),
        ("/api/v1/reports?limit=0", 422),
        ("/api/v1/reports?limit=101", 422),
        ("/api/v1/reports?cursor=x", 422),
        ("/api/v1/reports?cursor=W10", 422),
        ("/api/v1/reports?cursor=WzEsMl0", 422),
        ("/api/v1/reports?cursor=WyJhIiwiYiJd", 422),
        ("/api/v1/findings?cursor=WzEsMl0", 422),
        ("/api/v1/findings?cursor=WyJhIiwiYiIsImMiXQ", 422),
        ("/api/v1/findings?kind=rumour", 422),
        ("/api/v1/search?type=rumour", 422),
        ("/api/v1/search?since=yesterday", 422),
        ("/api/v1/search?q=%00", 200),
        ("/api/v1/nowhere", 404),
    ],
)
def test_what_is_wrong_is_said_in_one_shape(client, path, status):
    told = client.get(path)
    assert told.status_code == status
    if status >= 400:
        assert told.headers["content-type"] == PROBLEM
        assert set(told.json()) == {"type", "title", "status", "detail", "errors"}
        assert told.json()["status"] == status


def test_there_is_no_ledger_any_more(tmp_path):
    from starlette.testclient import TestClient

    from kashf.workbench import Settings, create_app

    app = create_app(Settings(tmp_path / "gone.db", renews=False))
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as asks:
        told = asks.get("/api/v1/ledger")
    assert (told.status_code, told.headers["content-type"]) == (503, PROBLEM)
    assert "gone.db" in told.json()["detail"]
