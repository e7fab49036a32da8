"""The brief from the workbench, and the grades of those whose word is carried."""

from __future__ import annotations

import json
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from kashf.comparison.grades import proposed_with
from kashf.jobs import refresh
from kashf.ledger import Decision, View, Writer
from kashf.views.regrading import effects
from kashf.workbench import Settings, briefs, create_app, printing
from kashf.workbench.app import AT_ONCE
from kashf.workbench.pages import brief as pages


@pytest.fixture
def asks(ledger):
    with TestClient(create_app(Settings(ledger, renews=False)), base_url="http://localhost") as client:
        client.headers["X-CSRF-Token"] = client.get("/api/v1/session").json()["csrf"]
        yield client


def test_the_brief_is_a_page_that_may_bring_its_style_and_nothing_else(client):
    told = client.get("/brief.html?about=Islamic State")
    assert told.status_code == 200
    assert "script-src" not in told.headers["content-security-policy"]
    assert "default-src 'none'; style-src 'unsafe-inline'" in told.headers["content-security-policy"]
    assert told.headers["x-frame-options"] == "DENY"
    assert "attachment" in client.get("/brief.html?keep=true").headers["content-disposition"]


@pytest.mark.parametrize(("kind", "begins"), [("md", "# "), ("json", "{")])
def test_the_brief_is_taken_along(client, kind, begins):
    told = client.get(f"/brief.{kind}?type=smuggle", headers={"Accept-Language": "ar"})
    assert told.text.startswith(begins)
    assert f"kashf-brief.{kind}" in told.headers["content-disposition"]
    assert "تهريب" in told.text


@pytest.mark.parametrize("about", ["", "&about=Islamic State", "&type=smuggle"])
def test_programs_are_told_what_the_page_tells(client, about):
    told = client.get(f"/api/v1/brief?language=ar{about}").json()
    page = client.get(f"/brief.json?{about}", headers={"Accept-Language": "ar"}).json()
    for one in (told, page):
        one["head"].pop("made", None)
        one["head"].pop("lines", None)
    assert told == page
    assert told["format"] == "kashf-brief/1"


def test_what_is_no_kind_or_type_is_refused(client):
    assert client.get("/brief.exe").status_code == 404
    assert client.get("/brief.json?type=nonsense").status_code == 422
    assert client.get("/api/v1/brief?type=nonsense").json()["status"] == 422


@pytest.mark.slow
def test_the_brief_is_printed(client):
    told = client.get("/brief.pdf?about=Islamic State")
    if told.status_code == 503:
        pytest.skip("needs Chromium")
    assert told.content.startswith(b"%PDF")


def test_a_brief_for_programs_names_its_other_formats(client):
    link = client.get("/api/v1/brief?about=Islamic State&type=smuggle").headers["link"]
    ways = re.findall(r"<([^>]+)>", link)
    assert [way.partition("?")[0] for way in ways] == ["/brief.html", "/brief.pdf", "/brief.md", "/brief.csv"]
    assert all(client.get(way).status_code == 200 for way in ways if ".pdf" not in way)


def test_nobody_else_waits_for_who_prints_and_the_same_is_printed_once(example_ledger, monkeypatch):
    """However many wait for the printer, pages are made."""
    prints, goes_on = [], threading.Event()

    def slowly(made):
        prints.append(made)
        goes_on.wait(60)
        return b"%PDF"

    monkeypatch.setattr(pages, "can_print", lambda: True)
    monkeypatch.setattr(printing, "_on_paper", slowly)
    app = create_app(Settings(example_ledger, renews=False))
    with TestClient(app, base_url="http://localhost") as asks, ThreadPoolExecutor(4 * AT_ONCE) as apart:
        waiting = [apart.submit(asks.get, f"/brief.pdf?about={n % 2}") for n in range(4 * AT_ONCE)]
        while not prints:
            time.sleep(0.01)
        assert asks.get("/reports").status_code == 200
        assert not [one for one in waiting if one.done()]
        goes_on.set()
        assert {one.result().status_code for one in waiting} == {200}
    assert len(prints) == 2


@pytest.mark.slow
@pytest.mark.parametrize(("language", "said"), [("en", "being printed"), ("ar", "يُطبع")])
def test_while_a_brief_is_printed_the_page_says_so(tab, language, said):
    page = tab("/brief?about=Islamic+State", language)
    with page.expect_download() as kept:
        page.locator("a.printed").click()
        assert said in page.locator(".printing").inner_text()
        assert page.locator(".printing progress").count() == 1
    assert kept.value.suggested_filename == "kashf-brief.pdf"
    assert Path(kept.value.path()).read_bytes().startswith(b"%PDF")
    assert page.locator(".printing progress").count() == 0


def test_without_a_browser_that_is_said(client, monkeypatch):
    monkeypatch.setattr(pages, "can_print", lambda: False)
    assert client.get("/brief.pdf").status_code == 503
    assert "/brief.pdf" not in client.get("/brief").text


def test_of_a_large_ledger_the_heaviest_statements_are_told_and_that_is_said(client, monkeypatch):
    whole = json.loads(client.get("/brief.json").text)
    monkeypatch.setattr(briefs, "WHOLE", 3)
    monkeypatch.setattr(briefs, "MOST_STATEMENTS", 4)
    part = json.loads(client.get("/brief.json").text)
    assert part["heaviest"][0] == whole["heaviest"][0]
    assert part["head"]["statements"] < whole["head"]["statements"]
    assert any("the ledger holds 27 reports" in line for line in part["head"]["lines"])
    named = json.loads(client.get("/brief.json?about=Islamic State").text)
    assert named["head"]["statements"] > 3


def test_somebody_whose_word_is_carried_is_graded_and_it_is_taken_back(asks, ids):
    where = f"/sources/speaker?name={quote(ids['speaker'])}"
    page = asks.get(where).text
    assert re.search(r"<th scope=\"row\">A B</th><td>\d+ statements? from 3 to 2", page)
    csrf = asks.headers["X-CSRF-Token"]
    sent = {"csrf": csrf, "name": ids["speaker"], "grade": "B", "reason": "an eyewitness"}
    assert asks.post("/sources/speaker", data=sent, follow_redirects=False).status_code == 303
    [made] = asks.get("/api/v1/judgements?kind=grade").json()["items"]
    assert (made["subject"], made["value"]) == (ids["speaker"], {"grade": "B"})
    assert "an eyewitness" in asks.get(where).text
    origins = asks.get("/api/v1/origins").json()["items"]
    assert next(one for one in origins if one["name"] == ids["speaker"])["grade"] == "B"
    asks.post(f"/judgements/{made['id']}/undo", data={"csrf": csrf, "next": where})
    assert "Nobody has graded this source." in asks.get(where).text


def test_nobody_is_graded_who_says_nothing(asks):
    assert asks.get("/sources/speaker?name=nobody at all").status_code == 404
    told = asks.post("/api/v1/judgements", json={"kind": "grade", "subject": "nobody at all", "value": {"grade": "A"}})
    assert told.status_code == 422


def test_what_is_said_to_change_is_what_changes(ledger, ids):
    """The grades that the page foretells are those that comparing gives, under another name of the same person."""
    with View(ledger) as view:
        before = {one.id: one for one in view.findings("assertion")}
        beside = {one.id: one for one in (*view.findings("conflict"), *view.findings("check"))}
        entities = view.entities()
        entity = next(one for one in entities if ids["speaker"] in (one.name, *one.names))
        names = {entity.name, *entity.names}
        said = [one for one in before.values() if any(origin.name in names for origin in one.origins)]
        told = effects(ids["speaker"], said, beside, {}, entities)
    other = next(name for name in names if name != ids["speaker"])
    with Writer(ledger) as writer:
        writer.judge(Decision("grade", entity.name, "rana", {"grade": "A"}))
        refresh(writer)
    with View(ledger) as view:
        after = {one.id: one.grade for one in view.findings("assertion")}
    assert other
    moved = sum(after[one.id] != one.grade for one in said)
    foretold = next(effect for effect in told if "A" in effect.grades)
    assert moved == sum(move.statements for move in foretold.moves) > 5
    assert {id_ for id_ in before if after[id_] != before[id_].grade} <= {one.id for one in said}
    for one in said:
        ids_ = (*one.fields["conflicts"], *one.fields["checks"])
        graded = dict.fromkeys(names, "A")
        assert str(proposed_with(one, [beside[id_] for id_ in ids_ if id_ in beside], graded)) == after[one.id]
