"""`kashf find`: reports and the claims that match."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def kashf(kashf):
    kashf("read", "--outlet", "The Paper", "reports")
    return kashf


def test_a_report_is_shown_with_what_was_found_and_its_claims(kashf):
    told = kashf("find", "gold")
    title, where, snippet, claim, _ = told.out.splitlines()
    assert title == "Oil trade"
    assert where.startswith("The Paper, no date, r-")
    assert snippet == "Oil trade Alpha sold oil. Beta lost gold."
    assert claim.split()[1:] == ["lose", "Beta", "lost", "gold."]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["النفط"], 1),
        (["oil"], 2),
        (["oil", "gold"], 1),
        (['"sold oil"'], 2),
        (['"oil sold"'], 0),
        (["--type", "lose"], 1),
        (["oil", "--outlet", "The Paper"], 2),
        (["oil", "--outlet", "Another"], 0),
        (["oil", "--since", "2020-01-01"], 0),
        (["oil", "--limit", "1"], 1),
    ],
)
def test_words_and_filters(kashf, arguments, found):
    assert len(kashf("find", "--json", *arguments).out.splitlines()) == found


def test_json_gives_places_in_the_text(kashf):
    hit = json.loads(kashf("find", "--json", "gold").out)
    assert hit["title"] == "Oil trade"
    assert [hit["snippet"][start - hit["start"] : end - hit["start"]] for start, end in hit["found"]] == ["gold"]
    assert [claim["type"] for claim in hit["claims"]] == ["lose"]


def test_finding_nothing_is_said_and_is_no_failure(kashf):
    assert (told := kashf("find", "platinum")).code == 0
    assert (told.out, told.err) == ("", "Nothing found.\n")


def test_a_type_that_is_none_is_refused(kashf):
    assert (told := kashf("find", "--type", "nonsense")).code == 2
    assert "nonsense is no type of claim. The types: earn, sell," in told.err


def test_asking_for_nothing_is_refused(kashf):
    assert (told := kashf("find")).code == 2
    assert "Say what to look for" in told.err


@pytest.mark.parametrize("typed", ['"', "*", "AND", "title:x", "NEAR(", "-", "--", "'"])
def test_nothing_typed_is_an_error(kashf, typed):
    assert kashf("find", "--", typed).code == 0


def test_findings_older_than_the_reports_are_told(kashf, here, monkeypatch):
    monkeypatch.setattr("kashf.jobs.edition", lambda: "another")
    assert "kashf compare" in kashf("find", "gold").err
