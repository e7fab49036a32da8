"""Search by what claims say: in any spelling, told in words, and the same from an address as from the form."""

from __future__ import annotations

import csv
import io

import pytest

from kashf.ledger import View
from kashf.workbench import naming


def _found(client, **asked):
    told = client.get("/api/v1/search", params={"limit": 50, **asked})
    assert told.status_code == 200, told.text
    return told.json()


@pytest.mark.parametrize("name", ["ISIL", "داعش", "داعِش", "Islamic State", "ИГИЛ"])
def test_whoever_is_meant_is_found_in_any_spelling(client, name):
    assert _found(client, entity=name)["hits"]


@pytest.mark.parametrize("name", ["ISIL", "داعش", "داعِش", "Islamic State", "Feoktistov", "Rome", "Nobody Atall"])
def test_in_a_large_ledger_the_same_are_meant(client, name, monkeypatch):
    indexed = _found(client, entity=name)["hits"]
    monkeypatch.setattr(naming, "MOST_INDEXED", 0)
    assert _found(client, entity=name)["hits"] == indexed


def test_who_does_it_is_told_from_who_suffers_it(client, example_ledger):
    hits = _found(client, entity="ISIL", role="actor")["hits"]
    with View(example_ledger) as view:
        meant = {entity.id for entity in view.entities() if "داعش" in entity.names or entity.name == "ISIL"}
        for hit in hits:
            claims = {claim.id: claim for claim in view.record(hit["report"]).claims}
            for found in hit["claims"]:
                assert any(role.entity in meant for role in claims[found["id"]].fillers("actor"))
    assert hits
    assert len(_found(client, entity="ISIL")["hits"]) >= len(hits)


def test_a_name_that_nobody_has_finds_nothing(client):
    assert _found(client, entity="Zvezdopad Quillfeather")["hits"] == []


@pytest.mark.parametrize("status", ["alleged", "denied", "asserted"])
def test_how_it_is_told(client, example_ledger, status):
    with View(example_ledger) as view:
        for hit in _found(client, status=status)["hits"]:
            claims = {claim.id: claim for claim in view.record(hit["report"]).claims}
            for found in hit["claims"]:
                claim = claims[found["id"]]
                assert claim.polarity == "denied" if status == "denied" else claim.modality == status


def test_how_much(client, example_ledger):
    hits = _found(client, amount_from=1_000_000, unit="USD")["hits"]
    assert hits
    assert not _found(client, amount_from=1e17)["hits"]
    with View(example_ledger) as view:
        record = view.record(hits[0]["report"])
    claim = next(one for one in record.claims if one.id == hits[0]["claims"][0]["id"])
    amounts = [record.figures[role.figure] for role in claim.roles if role.figure is not None]
    assert any(max(one.value or 0, one.high or 0) >= 1_000_000 for one in amounts)


def test_on_whose_word_and_on_how_many(client, example_ledger):
    assert _found(client, source="Feoktistov")["hits"]
    assert not _found(client, source="Quillfeather")["hits"]
    with View(example_ledger) as view:
        heavy = {member for one in view.findings("assertion") if one.independent_origins >= 2 for member in one.members}
    found = [claim["id"] for hit in _found(client, weight=2)["hits"] for claim in hit["claims"]]
    assert found
    assert set(found) <= heavy


def test_a_story(client, example_ledger):
    with View(example_ledger) as view:
        story = view.findings("story")[0]
    assert {hit["report"] for hit in _found(client, story=story.id)["hits"]} <= set(story.reports)


def test_pages_go_on_where_they_stopped(client):
    whole = [hit["report"] for hit in _found(client, status="asserted")["hits"]]
    told, skip = [], 0
    while skip is not None:
        page = _found(client, status="asserted", limit=2, skip=skip)
        told += [hit["report"] for hit in page["hits"]]
        skip = page["next"]
    assert told == whole
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    ("asked", "english", "arabic"),
    [
        ({"entity": "ISIL", "role": "actor"}, "in which “ISIL” is named in a claim (by)", "يرد «ISIL»"),
        ({"weight": 3}, "rests on 3 independent origins", "3 من المصادر المستقلة"),
        ({"amount_from": 5000, "unit": "EUR"}, "from 5,000 EUR", "من 5,000 EUR"),
        ({"when_from": "2016-01-01", "when_to": "2016-12-31"}, "2016", "2016"),
    ],
)
def test_it_says_in_words_what_it_shows(client, asked, english, arabic):
    assert english.split("(")[0] in _found(client, **asked)["told"]
    assert arabic in _found(client, **asked, language="ar")["told"]
    assert english.split("(")[0] in client.get("/search", params=asked | {"language": "en"}).text


def test_the_table_is_of_what_is_shown(client):
    rows = list(csv.DictReader(io.StringIO(client.get("/search.csv", params={"entity": "ISIL"}).text)))
    shown = {claim["id"] for hit in _found(client, entity="ISIL")["hits"] for claim in hit["claims"]}
    assert {row["claim"] for row in rows} == shown


@pytest.mark.parametrize(
    "asked", [{"type": "dance"}, {"status": "sung"}, {"amount_from": -1}, {"role": "x y"}, {"story": "s-1"}]
)
def test_what_can_not_be_asked_is_told(client, asked):
    assert client.get("/api/v1/search", params=asked).status_code == 422


def test_a_form_left_empty_asks_for_nothing(client):
    empty = dict.fromkeys(("q", "type", "entity", "place", "when_from", "amount_from", "weight", "unit", "story"), "")
    assert client.get("/search", params=empty).status_code == 200


def test_that_the_newest_come_first_is_said(client, monkeypatch):
    assert client.get("/api/v1/search?q=the").json()["order"] == "best"
    assert client.get("/api/v1/search?type=smuggle").json()["order"] == "newest"
    assert "the newest come first" not in client.get("/search?q=the").text
    monkeypatch.setattr("kashf.ledger.search.MOST_RANKED", 2)
    told = client.get("/api/v1/search?q=the").json()
    days = [hit["published"] or "" for hit in told["hits"]]
    assert told["order"] == "newest"
    assert days == sorted(days, reverse=True)
    assert "the newest come first" in client.get("/search?q=the").text
