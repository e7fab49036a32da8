"""Judging from the pages: by forms alone, with history, and back to where one was."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from kashf.ledger import View
from kashf.workbench import Settings, create_app


@pytest.fixture
def asks(ledger):
    with TestClient(create_app(Settings(ledger, renews=False)), base_url="http://localhost") as client:
        client.csrf = client.get("/api/v1/session").json()["csrf"]
        yield client


def judge(asks, kind, subject, **told):
    form = {"csrf": asks.csrf, "kind": kind, "subject": subject, "next": f"/claims/{subject}", **told}
    return asks.post("/judge", data=form)


def test_a_claim_is_confirmed_graded_and_noted_with_a_history(asks, ids):
    assert judge(asks, "accept", ids["claim"]).url.path == f"/claims/{ids['claim']}"
    judge(asks, "rate", ids["claim"], grade="2")
    told = judge(asks, "note", ids["claim"], reason="seen the ruling; «الحكم»").text
    assert told.index("note") < told.index("graded 2") < told.index("confirmed")
    assert "seen the ruling; «الحكم»" in told
    assert asks.post("/judge/2/undo", data={"csrf": asks.csrf, "next": "/"}).status_code == 200
    assert "taken back by" in asks.get(f"/claims/{ids['claim']}").text


def test_a_rejected_claim_keeps_a_page_to_bring_it_back_from(asks, ids):
    assert "is left out of" not in asks.get(f"/claims/{ids['claim']}").text
    assert "is left out of" in judge(asks, "reject", ids["claim"], reason="misread").text
    assert asks.get(f"/api/v1/claims/{ids['claim']}").status_code == 404
    asks.post("/judge/1/undo", data={"csrf": asks.csrf})
    assert asks.get(f"/api/v1/claims/{ids['claim']}").status_code == 200


def test_a_correction_says_only_what_was_chosen(asks, ids, ledger):
    judge(asks, "correct", ids["claim"], polarity="denied", type="", modality="", phase="")
    with View(ledger) as view:
        assert dict(view.judgements()[0].value) == {"polarity": "denied"}
    assert asks.get(f"/api/v1/claims/{ids['claim']}").json()["evidence"]["markers"][0]["key"] == "denied"


def test_the_analysts_grade_stands_before_the_proposed_one(asks, ids):
    evidence = asks.get(f"/api/v1/findings/{ids['finding']}").json()["statement"]["evidence"]
    judge(asks, "rate", evidence[0]["claim"], grade="1")
    told = asks.get(f"/findings/{ids['finding']}").text
    assert told.index("Confirmed") < told.index("proposed")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("rate", {"grade": "7"}),
        ("rate", {}),
        ("note", {}),
        ("note", {"reason": "  "}),
        ("correct", {}),
        ("correct", {"polarity": "perhaps"}),
        ("shout", {}),
    ],
)
def test_what_does_not_fit_is_refused_and_not_kept(asks, ids, ledger, kind, told):
    assert judge(asks, kind, ids["claim"], **told).status_code == 422
    with View(ledger) as view:
        assert not view.judgements()


def test_a_form_of_another_site_changes_nothing(asks, ids, ledger):
    form = {"kind": "reject", "subject": ids["claim"]}
    assert asks.post("/judge", data=form).status_code == 403
    assert (
        asks.post("/judge", data=form | {"csrf": asks.csrf}, headers={"Sec-Fetch-Site": "cross-site"}).status_code
        == 403
    )
    with View(ledger) as view:
        assert not view.judgements()


@pytest.mark.parametrize(
    "where", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_one_goes_back_to_no_other_site(asks, ids, where):
    answer = asks.post(
        "/judge",
        data={"csrf": asks.csrf, "kind": "accept", "subject": ids["claim"], "next": where},
        follow_redirects=False,
    )
    assert answer.headers["location"] == "/"


def test_a_reader_sees_history_and_no_forms(with_accounts, sign_in, ids):
    word = sign_in("rana")
    assert 'action="/judge"' not in with_accounts.get(f"/claims/{ids['claim']}").text
    form = {"kind": "reject", "subject": ids["claim"], "csrf": word["X-CSRF-Token"]}
    assert with_accounts.post("/judge", data=form).status_code == 403


def test_names_are_said_to_be_one_and_not(asks, ids, ledger):
    from kashf.workbench.renewal import renew

    with View(ledger) as view:
        one, other = view.entities()[:2]
    asks.post("/judge", data={"csrf": asks.csrf, "kind": "merge", "subject": other.id, "entity": one.id})
    told = asks.get(f"/entities/{one.id}").text
    assert "the same as" in told
    renew(ledger)
    told = asks.get(f"/entities/{other.id}")
    assert told.url.path == f"/entities/{one.id}"
    assert f"is of {other.id}, which is part of this now" in told.text
    plain = asks.get(f"/api/v1/entities/{other.id}", follow_redirects=False)
    assert (plain.status_code, plain.headers["location"]) == (307, f"/api/v1/entities/{one.id}")
    assert "is part of this now" not in asks.get(f"/entities/{one.id}?was=e-0000000000000000").text
    assert asks.get("/entities/e-0000000000000000").status_code == 404
    asks.post("/judge/1/undo", data={"csrf": asks.csrf})
    renew(ledger)
    assert asks.get(f"/entities/{other.id}").status_code == 200
