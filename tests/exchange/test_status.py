"""An allegation stays one: what each format makes of a claim that is denied, alleged, planned or disputed."""

from __future__ import annotations

import json

import pytest

from kashf.exchange.holdings import Holdings
from kashf.ledger import View
from kashf.records import Finding

HEDGES = ["attempted", "planned", "expected", "possible", "required", "alleged", "ended"]
HEDGED = [{"type": "pay", "modality": modality} for modality in HEDGES]
DENIED = [{"type": "pay", "polarity": "denied"}, {"type": "pay", "polarity": "denied", "modality": "alleged"}]
STATED = {"type": "pay"}
DISPUTE = Finding("conflict", "f-1", ("r-0",), ("c-0",), working="they differ")
ELSEWHERE = Finding("assertion", "f-2", ("r-0",), ("c-0",), fields={"modalities": ["asserted", "alleged"]})


def entities(text):
    return [json.loads(line) for line in text.splitlines()]


def links(text):
    found = (each for each in entities(text) if each["schema"] in ("Payment", "UnknownLink", "Directorship"))
    return [each for each in found if each["properties"].get("status") != ["said"]]


def objects(text, kind):
    return [each for each in json.loads(text)["objects"] if each["type"] == kind]


@pytest.mark.parametrize("claim", HEDGED, ids=HEDGES)
def test_a_hedged_claim_links_with_its_hedge_alone(statements, written, claim):
    found = links(written(statements(claim), "ftm"))
    assert {each["schema"] for each in found} == {"UnknownLink"}
    assert {tuple(each["properties"]["status"]) for each in found} == {(claim["modality"],)}
    assert not any(each["properties"]["role"][0].startswith("Stated") for each in found)


@pytest.mark.parametrize("claim", DENIED)
@pytest.mark.parametrize(("kind", "of"), [("ftm", links), ("stix", lambda text: objects(text, "relationship"))])
def test_a_denied_claim_links_nobody(statements, written, claim, kind, of):
    assert of(written(statements(claim), kind)) == []


def test_a_stated_payment_is_one_with_its_sum(statements, written):
    [payment] = [each for each in links(written(statements(STATED), "ftm")) if each["schema"] == "Payment"]
    told = payment["properties"]
    assert (told["payer"], told["beneficiary"]) == (["e-ardo"], ["e-bint"])
    assert (told["amount"], told["currency"], told["proof"]) == (["3000000"], ["USD"], ["r-0"])
    assert told["summary"] == ["According to Dora Ezz, Ardo Trading paid USD 3 million to Bint Brigade in Cale."]


@pytest.mark.parametrize("finding", [DISPUTE, ELSEWHERE], ids=["disputed", "alleged elsewhere"])
def test_what_others_dispute_or_hedge_is_stated_nowhere(statements, written, finding):
    ledger = statements(STATED, findings=[finding])
    assert {each["schema"] for each in links(written(ledger, "ftm"))} == {"UnknownLink"}
    with View(ledger) as view:
        [told] = Holdings(view).told(next(view.records()))
    assert told.stand == "hedged"
    assert told.status[0] == "asserted"


@pytest.mark.parametrize("claim", [STATED, *HEDGED, *DENIED, {"type": "designate"}, {"type": "charge"}])
def test_no_claim_sets_a_topic_or_makes_a_sanction(statements, written, claim):
    for each in entities(written(statements(claim), "ftm")):
        assert "topics" not in each["properties"]
        assert each["schema"] not in ("Sanction", "Ownership", "Family", "CourtCase")


@pytest.mark.parametrize("claim", [STATED, *HEDGED, *DENIED])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_status_stands_first(statements, written, claim, language):
    ledger = statements(claim)
    with View(ledger) as view:
        [told] = Holdings(view, language).told(next(view.records()))
    [event] = [each for each in entities(written(ledger, "ftm", language)) if each["schema"] == "Event"]
    assert event["properties"]["name"][0].startswith(f"{told.status_text}: ")
    assert set(told.status) <= set(event["properties"]["keywords"])
    [note] = objects(written(ledger, "stix", language), "note")
    assert note["content"].startswith(f"{told.status_text}: ")
    assert note["abstract"].startswith(f"{told.status_text}: ")


@pytest.mark.parametrize("claim", [STATED, *HEDGED])
def test_stix_relates_and_says_no_more(statements, written, claim):
    found = objects(written(statements(claim), "stix"), "relationship")
    assert {each["relationship_type"] for each in found} == {"related-to"}
    [extension] = {json.dumps(each["extensions"]) for each in found}
    assert f'"modality": "{claim.get("modality", "asserted")}"' in extension


@pytest.mark.parametrize(
    ("grade", "confidence", "opinion"),
    [("1", 90, "strongly-agree"), ("3", 50, "neutral"), ("5", 10, "strongly-disagree"), ("6", None, None)],
)
def test_admiralty_grades_are_confidence_and_opinion(statements, written, grade, confidence, opinion):
    graded = Finding("assertion", "f-3", ("r-0",), ("c-0",), grade=grade)
    text = written(statements(STATED, findings=[graded]), "stix")
    assert {each.get("confidence") for each in objects(text, "relationship")} == {confidence}
    assert [each["opinion"] for each in objects(text, "opinion")] == ([opinion] if opinion else [])


def test_a_rejected_claim_is_in_no_format(ledger, written):
    for kind in ("records", "ftm", "ftm-statements", "stix", "graphml", "gexf"):
        assert "c-a5" not in written(ledger, kind)
        assert "c-a4" in written(ledger, kind) or kind in ("graphml", "gexf")
