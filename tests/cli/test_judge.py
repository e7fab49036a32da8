"""`kashf judge`: every judgement is kept, can be undone, and shows in what is exported."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def kashf(kashf):
    kashf("read", "--outlet", "The Paper", "reports")
    return kashf


def exported(kashf, kind="records"):
    return [json.loads(line) for line in kashf("export", "--format", kind).out.splitlines()]


def claims(kashf):
    return {claim["type"]: claim for record in exported(kashf) for claim in record["claims"]}


def test_a_rejected_claim_is_left_out_of_records_and_findings(kashf):
    claim = claims(kashf)["lose"]["id"]
    assert kashf("judge", "reject", claim, "--reason", "not Beta").err == f"Judgement 1 is kept: reject {claim}.\n"
    assert "lose" not in claims(kashf)
    assert claim not in str(exported(kashf, "findings"))


def test_accepting_it_after_all_restores_it(kashf):
    claim = claims(kashf)["lose"]["id"]
    kashf("judge", "reject", claim)
    kashf("judge", "accept", claim)
    assert "lose" in claims(kashf)


def test_undoing_restores_it(kashf):
    claim = claims(kashf)["lose"]["id"]
    kashf("judge", "reject", claim)
    assert kashf("judge", "undo", "1").err == f"Judgement 1 is undone: reject {claim}.\n"
    assert "lose" in claims(kashf)


def test_a_correction_shows_in_what_is_exported(kashf):
    claim = claims(kashf)["lose"]["id"]
    kashf("judge", "correct", claim, "type=transfer", "polarity=denied")
    assert claims(kashf)["transfer"]["polarity"] == "denied"


def test_entities_are_merged_and_split(kashf):
    entities = {mention["text"]: mention["entity"] for record in exported(kashf) for mention in record["mentions"]}
    report = exported(kashf)[0]["report"]["id"]
    assert kashf("judge", "merge", entities["Alpha"], entities["Beta"]).code == 0
    assert kashf("judge", "split", entities["Beta"], report, "Beta").code == 2  # it is not in every report
    told = kashf("judge", "list", "--json").out
    assert json.loads(told)["value"] == {"entity": entities["Beta"], "names": ["Alpha"]}


def test_an_outlet_is_graded(kashf):
    assert kashf("judge", "grade", "The Paper", "b").code == 0
    assert exported(kashf, "findings")[0]["fields"]["grades"] == {"The Paper": "B"}


def test_the_list_says_who_when_and_why(kashf):
    claim = claims(kashf)["lose"]["id"]
    kashf("judge", "reject", claim, "--user", "ana", "--reason", "not Beta")
    kashf("judge", "grade", "The Paper", "B", "--user", "ben")
    kashf("judge", "undo", "1", "--user", "ben")
    (line,) = kashf("judge", "list").out.splitlines()
    assert line.split("  ")[2:] == ["ben", "grade", "The Paper", '{"grade": "B"}']
    first, _ = kashf("judge", "list", "--all").out.splitlines()
    assert first.split("  ")[2:6] == ["ana", "reject", claim, "not Beta"]
    assert "undone by ben" in first


def test_the_list_can_be_read_by_programs(kashf):
    claim = claims(kashf)["lose"]["id"]
    kashf("judge", "reject", claim, "--user", "ana")
    told = json.loads(kashf("judge", "list", "--json").out)
    assert (told["kind"], told["subject"], told["user"], told["applies"]) == ("reject", claim, "ana", True)


def test_the_list_says_where_a_judgement_applies_now(kashf, here):
    kashf("judge", "reject", claims(kashf)["lose"]["id"])
    (here / "reports" / "a.txt").write_text("Mended\nBeta lost gold.")
    kashf("read", "--outlet", "The Paper", "reports")
    assert "now c-" in kashf("judge", "list").out
    (here / "reports" / "a.txt").write_text("Withdrawn")
    kashf("read", "--outlet", "The Paper", "reports")
    assert "applies to no claim any more" in kashf("judge", "list").out


def test_the_login_name_judges(kashf, monkeypatch):
    monkeypatch.setenv("LOGNAME", "carla")
    kashf("judge", "grade", "The Paper", "B")
    assert "carla" in kashf("judge", "list").out


def test_somebody_must_judge(kashf, monkeypatch):
    def nobody():
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert (told := kashf("judge", "grade", "The Paper", "B")).code == 2
    assert "say who judges" in told.err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["reject", "c-0"], "There is no claim c-0."),
        (["correct", "c-0", "type"], "FIELD=VALUE"),
        (["merge", "e-0", "e-1"], "There is no entity e-1."),
        (["split", "e-0", "Alpha"], "There is no entity e-0."),
        (["grade", "The Paper", "G"], "'G' is not one of"),
        (["grade", "A Paper", "B"], "Outlets: The Paper."),
        (["undo", "7"], "There is no judgement 7."),
    ],
)
def test_what_can_not_be_judged_is_said(kashf, arguments, complaint):
    assert (told := kashf("judge", *arguments)).code == 2
    assert complaint in told.err


def test_no_judgement_at_all(kashf):
    assert kashf("judge", "list").err == "No judgements.\n"


def test_a_removed_report_is_in_no_export_and_is_not_read_again(kashf):
    gone = exported(kashf)[0]["report"]
    assert kashf("judge", "remove", gone["id"]).code == 2  # it takes a reason
    assert kashf("judge", "remove", gone["id"], "--reason", "asked for").code == 0
    kashf("read", "--again", "--outlet", "The Paper", "reports")
    assert gone["id"] not in {record["report"]["id"] for record in exported(kashf)}
    assert gone["id"] in kashf("judge", "list").out
