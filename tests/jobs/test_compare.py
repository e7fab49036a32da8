"""Comparing: judgements go where they belong, and staleness decides."""

from __future__ import annotations

import pytest

from kashf.jobs import Plan, compare, edition, read, refresh
from kashf.ledger import Decision, View, Writer
from kashf.reading import ReadingOptions


@pytest.fixture
def ledger(fakes, folder, tmp_path):
    folder.write(a="Alpha sold oil.", b="Beta sold oil.\nAlpha lost gold.")
    read([str(folder)], tmp_path / "kashf.db", ReadingOptions(outlet="Paper"), plan=Plan(fakes.ROOMS))
    return tmp_path / "kashf.db"


@pytest.fixture
def judge(fakes, ledger):
    """Judges, and brings findings up to date."""

    def decide(kind, subject, **value):
        with Writer(ledger) as writer:
            made = writer.judge(Decision(kind, subject, "ana", value))
            assert refresh(writer, fakes.ROOMS)
            assert not refresh(writer, fakes.ROOMS)
        return made

    return decide


@pytest.fixture
def view(ledger):
    with View(ledger) as opened:
        yield opened


def test_rejected_claims_are_left_out_of_findings(ledger, judge, view):
    claim = next(claim for record in view.records() for claim in record.claims if claim.type == "lose")
    before = [finding.members for finding in view.findings()]
    judge("reject", claim.id)
    view.refresh()
    assert [finding.members for finding in view.findings()] == [each for each in before if each != (claim.id,)]


def test_an_undone_judgement_brings_them_back(fakes, ledger, judge, view):
    claim = next(claim for record in view.records() for claim in record.claims)
    made = judge("reject", claim.id)
    with Writer(ledger) as writer:
        writer.undo(made.id, "ana")
        refresh(writer, fakes.ROOMS)
    assert len(view.findings()) == 3


def test_grades_are_told_to_comparison(judge, view):
    judge("grade", "Paper", grade="B")
    assert {finding.fields["grades"]["Paper"] for finding in view.findings()} == {"B"}


def test_merges_are_told_to_resolution_until_they_are_undone(fakes, ledger, judge, view):
    alpha, beta = sorted(view.entities(), key=lambda entity: entity.name)
    made = judge("merge", beta.id, entity=alpha.id)
    view.refresh()
    assert beta not in view.entities()
    with Writer(ledger) as writer:
        writer.undo(made.id, "ana")
        refresh(writer, fakes.ROOMS)
    view.refresh()
    assert beta in view.entities()


def test_comparing_can_be_asked_for(fakes, ledger, view):
    assert not view.is_stale(edition())
    assert compare(ledger, fakes.ROOMS) == view.totals()
