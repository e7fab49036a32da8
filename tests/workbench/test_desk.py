"""Judgements, removals, sources, screening and reading in, through pages and the interface for programs."""

from __future__ import annotations

import csv
import io
import time

import pytest
from starlette.testclient import TestClient

from kashf.ledger import View
from kashf.workbench import Settings, create_app, naming
from kashf.workbench.refusing import RefusedError
from kashf.workbench.screenings import DAYS, Sought, Soughts

HOSTILE = "<script>alert(1)</script>\u202e=cmd|' /C calc'!A0"


@pytest.fixture
def asks(ledger):
    with TestClient(create_app(Settings(ledger, renews=False)), base_url="http://localhost") as client:
        client.headers["X-CSRF-Token"] = client.get("/api/v1/session").json()["csrf"]
        yield client


def _judge(asks, **told):
    made = asks.post("/api/v1/judgements", json=told)
    assert made.status_code == 201, made.text
    return made.json()["id"]


def test_the_history_is_paged_and_narrowed(asks, ids):
    for number in range(5):
        _judge(asks, kind="accept", subject=ids["claim"], reason=f"look {number}")
    _judge(asks, kind="grade", subject=ids["outlet"], value={"grade": "B"})
    first = asks.get("/api/v1/judgements?limit=4").json()
    rest = asks.get("/api/v1/judgements", params={"limit": 4, "cursor": first["next"]}).json()
    numbers = [one["id"] for page in (first, rest) for one in page["items"]]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) == 6
    assert rest["next"] is None
    assert len(asks.get("/api/v1/judgements?kind=grade").json()["items"]) == 1
    assert asks.get("/api/v1/judgements?user=nobody").json()["items"] == []
    assert asks.get("/judgements?kind=accept&user=").text.count("<li data-row") == 5


def test_a_judgement_is_undone_on_its_page(asks, ids):
    number = _judge(asks, kind="reject", subject=ids["claim"], reason=HOSTILE)
    page = asks.get("/judgements").text
    assert "<script>alert" not in page
    assert "\u202e" not in page
    told = asks.post(f"/judgements/{number}/undo", data={"next": "/judgements"}, follow_redirects=False)
    assert (told.status_code, told.headers["location"]) == (303, "/judgements")
    assert asks.get("/api/v1/judgements?standing=true").json()["items"] == []


def test_a_removed_report_is_on_no_page(asks, ledger, ids):
    told = asks.post("/api/v1/removals", json={"subject": ids["report"], "reason": "withdrawn"})
    assert told.status_code == 201, told.text
    assert asks.get(f"/api/v1/reports/{ids['report']}").status_code == 404
    assert ids["report"] not in asks.get("/reports").text
    assert (
        asks.get("/api/v1/search?q=داعش&limit=100").json()["hits"] == []
        or ids["report"] not in asks.get("/api/v1/search?q=داعش&limit=100").text
    )
    assert "withdrawn" in asks.get("/judgements").text
    with View(ledger) as view:
        assert view.judgements()[-1].subject == ids["report"]
    assert asks.post(f"/api/v1/removals/{told.json()['id']}/undo").json()["undone_by"]


def test_what_is_taken_out_takes_a_reason_and_being_sure(asks, ids):
    form = {"subject": ids["report"], "reason": "withdrawn"}
    assert asks.post("/removals", data=form).status_code == 422
    assert asks.post("/removals", data={**form, "reason": "", "sure": "yes"}).status_code == 422
    assert asks.get(f"/reports/{ids['report']}").status_code == 200
    assert asks.post("/removals", data={**form, "sure": "yes"}, follow_redirects=False).status_code == 303
    assert asks.get(f"/reports/{ids['report']}").status_code == 404


@pytest.mark.parametrize("kind", ["remove", "redact"])
def test_nothing_is_taken_out_as_other_judgements_are_made(asks, ids, kind):
    told = asks.post("/api/v1/judgements", json={"kind": kind, "subject": ids["report"], "reason": "why"})
    assert told.status_code == 422


@pytest.mark.parametrize(
    ("who", "status"), [("rana", {"sources": 403, "removals": 403, "readings": 403}), ("adel", {"removals": 403})]
)
def test_who_may_do_what(with_accounts, sign_in, ids, who, status):
    word = sign_in(who)
    told = {
        "sources": with_accounts.post(
            "/sources/outlet", data={"name": ids["outlet"], "grade": "A"}, headers=word, follow_redirects=False
        ).status_code,
        "removals": with_accounts.post(
            "/api/v1/removals", json={"subject": ids["report"], "reason": "why"}, headers=word
        ).status_code,
        "readings": with_accounts.post("/api/v1/readings", json={}, headers=word).status_code,
    }
    assert {key: told[key] for key in status} == status
    assert with_accounts.get(f"/reports/{ids['report']}").status_code == 200


def test_an_outlet_is_graded_and_the_history_tells(asks, ids):
    where = {"name": ids["outlet"]}
    for grade in ("B", "E"):
        told = asks.post("/sources/outlet", data={**where, "grade": grade, "reason": "seen"}, follow_redirects=False)
        assert told.status_code == 303
    page = asks.get("/sources/outlet", params=where).text
    assert page.count('class="about">') == 2
    graded = {one["outlet"]: one["grade"] for one in asks.get("/api/v1/sources").json()["items"]}
    assert graded[ids["outlet"]] == "E"
    assert asks.post("/sources/outlet", data={**where, "grade": "G"}).status_code == 422
    assert asks.get("/sources/outlet", params={"name": HOSTILE}).status_code == 404


@pytest.mark.parametrize("name", ["sources", "origins"])
def test_sources_are_paged(asks, name):
    told, cursor = [], None
    while True:
        page = asks.get(f"/api/v1/{name}", params={"limit": 3} | ({"cursor": cursor} if cursor else {})).json()
        told += [one.get("outlet") or one.get("name") for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    whole = asks.get(f"/api/v1/{name}?limit=100").json()["items"]
    assert told == [one.get("outlet") or one.get("name") for one in whole]
    assert len(set(told)) == len(told) > 3
    assert asks.get(f"/api/v1/{name}?cursor=WzEsMiwzXQ").status_code in (400, 422)


@pytest.mark.parametrize("name", ["Dmitry Feoktistov", "دميترى فيوكتيستوف", "Дмитрий Феоктистов"])
def test_a_name_is_screened_in_any_script(asks, name):
    [one] = asks.post("/api/v1/screening/names", json={"names": [name]}).json()["screened"]
    assert one["hits"], name
    assert one["hits"][0]["origins"] or one["hits"][0]["speaking"]


def test_a_hit_is_dismissed_and_stays_away(asks):
    told = {"names": ["Dmitry Feoktistov"]}
    hit = asks.post("/api/v1/screening/names", json=told).json()["screened"][0]["hits"][0]["id"]
    answer = asks.post("/screening/dismissals", data={"hit": hit, "reason": "another"}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    again = asks.post("/api/v1/screening/names", json=told).json()
    assert hit not in [one["id"] for one in again["screened"][0]["hits"]]
    assert again["dismissed"] == 1
    shown = asks.post("/api/v1/screening/names", json={**told, "dismissed": True}).json()
    assert shown["screened"][0]["hits"][0]["dismissed"]["reason"] == "another"


def test_a_text_is_screened(asks):
    told = asks.post("/api/v1/screening/text", json={"text": "قال دميترى فيوكتيستوف ان المصرف مغلق"}).json()
    [text] = told["texts"]
    place = text["hits"][0]["places"][0]
    assert place["passage"]["words"].startswith("دميتر")


def test_texts_are_screened_in_batches(asks):
    texts = ["قال دميترى فيوكتيستوف ان المصرف مغلق", "The bank is closed.", "Dmitry Feoktistov spoke in Rome."]
    told = asks.post("/api/v1/screening/text", json={"texts": texts}).json()["texts"]
    alone = [asks.post("/api/v1/screening/text", json={"text": text}).json()["texts"][0] for text in texts]
    assert [one["hits"] for one in told] == [one["hits"] for one in alone]
    assert [(one["source"], bool(one["hits"])) for one in told] == [("1", True), ("2", False), ("3", True)]
    for wrong in ({}, {"texts": [""]}, {"texts": [" "]}, {"texts": ["a" * 150_000] * 2}, {"texts": ["a"] * 101}):
        assert asks.post("/api/v1/screening/text", json=wrong).status_code == 422


def test_in_a_large_ledger_a_text_names_the_same(example_ledger, monkeypatch):
    """There only those are indexed that the words of the text lead to."""
    with View(example_ledger) as view:
        texts = [report.text for report in view.reports()][::3]

    def screened(most):
        monkeypatch.setattr(naming, "MOST_INDEXED", most)
        with TestClient(create_app(Settings(example_ledger, renews=False)), base_url="http://localhost") as asks:
            asks.headers["X-CSRF-Token"] = asks.get("/api/v1/session").json()["csrf"]
            for text in texts:
                told = asks.post("/api/v1/screening/text", json={"text": text, "lists": ["@ledger"]}).json()
                yield told["lists"], told["texts"]

    led_to, indexed = list(screened(0)), list(screened(5_000))
    assert led_to == indexed
    assert all(told[0]["hits"] for _, told in indexed)


def test_names_come_from_a_file_too(asks):
    files = {"file": ("names.csv", b"name,country\nDmitry Feoktistov,Russia\n", "text/csv")}
    told = asks.post("/screening", data={"what": "names"}, files=files)
    assert told.status_code == 200
    assert 'class="hit"' in told.text


def test_a_screening_has_an_address_and_a_table(asks):
    form = {"what": "names", "pasted": "Dmitry Feoktistov\nNobody Atall"}
    told = asks.post("/screening", data=form, follow_redirects=False)
    address = told.headers["location"]
    assert (told.status_code, address.startswith("/screening/")) == (303, True)
    page = asks.get(address).text
    assert page.count('class="hit"') > 0
    assert "Nobody Atall" in page
    assert f'href="{address}/hits.csv"' in page
    rows = list(csv.DictReader(io.StringIO(asks.get(f"{address}/hits.csv").text.removeprefix("\ufeff"))))
    assert {row["name"] for row in rows} == {"Dmitry Feoktistov", "Nobody Atall"}
    assert [row["entity"] for row in rows if row["name"] == "Nobody Atall"] == [""]
    text = asks.post("/screening", data={"what": "text", "pasted": "قال دميترى فيوكتيستوف ان المصرف مغلق"})
    assert text.url.path.startswith("/screening/")
    rows = asks.get(f"{text.url.path}/hits.csv", headers={"accept-language": "ar"}).text.splitlines()
    assert len(rows) > 1
    assert "القائمة" in rows[0]
    for unknown in ("0" * 16, "..%2f..%2f", "x"):
        assert asks.get(f"/screening/{unknown}").status_code in (404, 422)


def test_a_screening_is_shared_by_processes_and_forgotten_with_what_is_taken_out(tmp_path):
    one, other = Soughts(tmp_path / "accounts"), Soughts(tmp_path / "accounts")
    sought = Sought("names", "Salem Trading\n\ud800", "a.csv", b"\x00\xff", ("un",), dismissed=True)
    kept = one.keep("amal", sought)
    assert other.one(kept) == sought
    later = Soughts(tmp_path / "accounts", clock=lambda: time.time() + (DAYS + 1) * 24 * 3600)
    with pytest.raises(RefusedError):
        later.one(kept)
    other.forget()
    with pytest.raises(RefusedError):
        one.one(kept)


def test_who_was_screened_for_is_forgotten_when_something_is_taken_out(asks, ids):
    told = asks.post("/screening", data={"what": "names", "pasted": "Dmitry Feoktistov"})
    assert asks.get(told.url.path).status_code == 200
    asks.post("/api/v1/removals", json={"subject": ids["report"], "reason": "withdrawn"})
    assert asks.get(told.url.path).status_code == 404


@pytest.mark.parametrize(
    "form",
    [
        {"what": "names", "pasted": ""},
        {"what": "names", "pasted": "\n".join(f"Person {number}" for number in range(1001))},
        {"what": "text", "pasted": "a" * 200_001},
        {"what": "names", "pasted": "x", "lists": "no such list"},
    ],
)
def test_what_can_not_be_screened_is_told(asks, form):
    told = asks.post("/screening", data=form)
    assert told.status_code == 422
    assert 'role="alert"' in told.text


@pytest.mark.parametrize("name", [HOSTILE, "ﷺ" * 400, "b" * 1000, "a\u202eb", "' OR 1=1 --"])
def test_a_hostile_name_is_harmless(asks, name):
    told = asks.post("/screening", data={"what": "names", "pasted": name})
    assert told.status_code in (200, 422)
    assert "<script>alert" not in told.text


def _read_to_the_end(asks, number):
    for _ in range(240):
        told = asks.get(f"/api/v1/readings/{number}").json()
        if told["state"] != "reading":
            return told
        time.sleep(0.25)
    pytest.fail("it did not end")


@pytest.mark.slow
def test_what_is_sent_in_is_read_and_what_can_not_be_is_listed(asks, ledger):
    text = "Bank closed\n\nThe minister said that the group sold oil for $5 million in Rome."
    files = [
        ("files", ("../../etc/report.txt", text.encode(), "text/plain")),
        ("files", ("broken.pdf", b"%PDF-1.7 nothing", "application/pdf")),
    ]
    form = {"addresses": "http://127.0.0.1:9/a http://[::1]/b", "outlet": "Trial Post", "published": "2020-05-01"}
    told = asks.post("/reading", files=files, data=form, follow_redirects=False)
    assert told.headers["location"] == "/reading/1"
    busy = asks.post("/api/v1/readings", json={"addresses": ["https://a.example/"]})
    assert busy.status_code == 409
    ended = _read_to_the_end(asks, 1)
    assert (ended["state"], ended["counts"].get("new")) == ("done", 1)
    assert len(ended["troubles"]) == 3
    with View(ledger) as view:
        [report] = [one for one in view.reports() if one.outlet == "Trial Post"]
    assert report.source == "report.txt"
    page = asks.get("/reading/1").text
    assert "broken.pdf" in page
    assert "event: end" in asks.get("/reading/1/events").text
    assert not [one for one in ledger.parent.iterdir() if "reading" in one.name]


@pytest.mark.parametrize("address", ["/etc/passwd", "file:///etc/passwd", "../kashf.db", "-", "ftp://a.example/"])
def test_no_path_leads_out(asks, address):
    assert asks.post("/api/v1/readings", json={"addresses": [address]}).status_code == 422


def test_nothing_to_read_is_told(asks):
    assert asks.post("/reading", data={"addresses": " "}).status_code == 422
    assert asks.get("/api/v1/readings/9").status_code == 404
