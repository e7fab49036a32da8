"""What comparing makes: stored, counted, and known to be stale."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.ledger import Decision, Derivation
from kashf.records import Entity, Finding, Origin

ENTITIES = (
    Entity("e-1", "group", "Alpha", names=("Alpha", "ألفا"), titles={"front": ("r-1",)}, mentions=1),
    Entity("e-2", "person", "Omar", mentions=4),
)
FINDINGS = (
    Finding("assertion", "f-1", ("r-1", "r-2"), origins=(Origin("Ministry", ("r-1", "r-2")),), independent_origins=1),
    Finding("assertion", "f-3", ("r-1",), origins=(Origin("Ministry", ("r-1",)), Origin("Agency", ("r-1",)))),
    Finding("conflict", "f-2", ("r-1",), fields={"values": [1, 2.5, None]}, working="1 is not 2.5"),
)


@pytest.fixture
def derive(writer, view):
    def store(*records, by="test", findings=FINDINGS):
        view.refresh()
        writer.derive(Derivation(ENTITIES, records, findings, view.revision(), by))
        view.refresh()

    return store


def test_findings_come_back_in_their_order(derive, view):
    derive()
    assert [finding.id for finding in view.findings()] == ["f-1", "f-3", "f-2"]
    assert view.findings("assertion") == FINDINGS[:2]


def test_entities_come_back_the_most_mentioned_first(derive, view):
    derive()
    assert view.entities() == ENTITIES[::-1]


def test_totals_count_distinct_origins_and_conflicts(derive, view):
    derive()
    assert (view.totals().origins, view.totals().conflicts) == (2, 1)


def test_deriving_again_replaces(derive, view):
    derive()
    derive(findings=FINDINGS[:1])
    assert view.findings() == FINDINGS[:1]


def test_records_are_shown_with_their_entities(store, derive, view):
    kept = store("Alpha sold oil.")
    assert [mention.entity for mention in next(view.records()).mentions] == ["0"]
    derive(replace(kept.record, mentions=tuple(replace(each, entity="e-1") for each in kept.record.mentions)))
    assert [mention.entity for mention in next(view.records()).mentions] == ["e-1"]
    assert view.record(kept.report.id) == next(view.records())


def test_there_is_no_record_of_what_is_not_there(view):
    assert view.record("r-0") is None


class TestStaleness:
    def test_an_empty_ledger_is_not_stale(self, view):
        assert not view.is_stale("test")

    def test_a_new_report_makes_it_stale(self, store, derive, view):
        derive()
        store("words")
        view.refresh()
        assert view.is_stale("test")

    def test_deriving_ends_it(self, store, derive, view):
        store("words")
        derive()
        assert not view.is_stale("test")

    def test_reading_the_same_again_does_not(self, store, derive, view):
        store("words")
        derive()
        store("words")
        view.refresh()
        assert not view.is_stale("test")

    def test_another_version_of_kashf_makes_it_stale(self, store, derive, view):
        store("words")
        derive(by="older")
        assert view.is_stale("test")

    def test_a_judgement_makes_it_stale(self, store, derive, writer, view):
        claim = store("Alpha sold oil.", ("sell", "Alpha sold oil.")).record.claims[0]
        derive()
        writer.judge(Decision("reject", claim.id, "ana"))
        view.refresh()
        assert view.is_stale("test")

    def test_what_was_read_while_deriving_keeps_it_stale(self, store, writer, view):
        store("words", location="1")
        before = view.revision()
        store("more words", location="2")
        writer.derive(Derivation((), (), (), before, "test"))
        view.refresh()
        assert view.is_stale("test")


def test_entities_come_one_at_a_time_in_the_order_of_their_ids(derive, view):
    derive()
    assert list(view.each_entity()) == sorted(view.entities(), key=lambda entity: entity.id)
    assert [view.entity(each.id) for each in ENTITIES] == list(ENTITIES)
    assert view.entity("e-9") is None


def test_an_entity_that_no_report_names_stands_between_those_that_are(derive, view, writer):
    named = [Entity(f"e-{number}", "group", "Alpha", reports=("r-1",) if number % 2 else ()) for number in range(6)]
    writer.derive(Derivation(named, (), (), view.revision(), "test"))
    view.refresh()
    assert [(each.id, each.reports) for each in view.each_entity()] == [(each.id, each.reports) for each in named]


def test_findings_come_one_at_a_time_and_by_report(derive, view):
    derive()
    assert tuple(view.each_finding()) == view.findings()
    assert tuple(view.each_finding("conflict")) == view.findings("conflict")
    assert [finding.id for finding in view.findings_of("r-2")] == ["f-1"]
    assert [finding.id for finding in view.findings_of("r-1")] == ["f-1", "f-3", "f-2"]
    assert view.findings_of("r-9") == ()
