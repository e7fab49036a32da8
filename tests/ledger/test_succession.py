"""Where ids lead of what is no more: entities that were merged, findings that begin otherwise, older reports."""

from __future__ import annotations

import hashlib

import pytest

from kashf.comparison.beginnings import assertion_beginning, story_beginning
from kashf.ledger import Decision, Derivation, Extension, Kept, Source
from kashf.records import Claim, Entity, Finding, Record, Report, Span, content_id

NAMES = tuple(Entity(f"e-{number}", "person", f"Name {number}", (f"Name {number}",)) for number in range(4))


def record(number, text="Told."):
    report = Report(f"r-{number}", f"{number}.txt", text)
    return Record(report, claims=(Claim(f"c-{number}", "sell", Span(0, 5, "Told.")),))


def assertion(first, *others):
    members = tuple(f"c-{number}" for number in (first, *others))
    reports = tuple(f"r-{number}" for number in (first, *others))
    key = assertion_beginning(reports[0], members[0])
    return Finding("assertion", key, reports, members=members, independent_origins=1)


def story(*numbers):
    return Finding("story", story_beginning(f"r-{numbers[0]}"), tuple(f"r-{number}" for number in numbers))


@pytest.fixture
def ledger(writer, view):
    """Keeps three reports and derives from them, or from what is left; gives where ids lead."""

    def derived(*found, entities=NAMES, records=None):
        records = records or tuple(map(record, range(3)))
        writer.keep(Source("all", "0", 0, "plain"), [Kept(one.report, b"", "0", "t/1", record=one) for one in records])
        view.refresh()
        writer.derive(Derivation(entities, records, found, view.revision(), "test"))
        view.refresh()
        return view.succession()

    return derived


def test_who_was_merged_is_found_in_the_other(ledger, writer, view):
    ledger()
    writer.judge(Decision("merge", "e-0", "adel", {"entity": "e-1"}))
    writer.judge(Decision("merge", "e-1", "adel", {"entity": "e-2"}))
    leads = ledger(entities=NAMES[2:])
    assert (leads.entity("e-0"), leads.entity("e-1")) == ("e-2", "e-2")
    assert (leads.entity("e-2"), leads.entity("e-9")) == (None, None)
    writer.undo(2, "adel")
    assert ledger(entities=NAMES[2:]).entity("e-1") is None


def test_merges_in_a_circle_lead_nowhere(ledger, writer):
    ledger()
    writer.judge(Decision("merge", "e-0", "adel", {"entity": "e-1"}))
    writer.judge(Decision("merge", "e-1", "adel", {"entity": "e-0"}))
    assert ledger(entities=NAMES[2:]).entity("e-0") is None


def test_what_was_split_off_is_found_where_it_was_once_that_is_undone(ledger, writer):
    ledger()
    made = writer.judge(Decision("split", "e-0", "adel", {"names": ["Name 0"]}))
    apart = content_id("e", "e-0", made.id)
    assert ledger().entity(apart) is None
    writer.undo(made.id, "adel")
    assert ledger().entity(apart) == "e-0"


def test_a_finding_that_begins_otherwise_is_found_by_what_it_began_with(ledger):
    before, told_before = assertion(1, 2), story(1, 2)
    leads = ledger(before, told_before)
    assert (leads.finding(before.id), leads.finding(told_before.id)) == (None, None)
    after, told_after = assertion(0, 1, 2), story(0, 1, 2)
    leads = ledger(after, told_after)
    assert (leads.finding(before.id), leads.finding(told_before.id)) == (after.id, told_after.id)
    assert leads.finding("f-0000000000000000") is None


def test_a_claim_of_no_finding_any_more_stands_for_itself(ledger, writer):
    before = assertion(0, 1)
    ledger(before, story(0, 1))
    writer.judge(Decision("reject", "c-0", "adel"))
    leads = ledger()
    assert leads.finding(before.id) == "c-0"
    assert leads.finding(story(0, 1).id) is None


def test_further_reports_are_noted_and_replaced_ones_forgotten(ledger, writer, view):
    ledger(assertion(1, 2))
    late = record(3)
    writer.keep(Source("late", "0", 0, "plain"), [Kept(late.report, b"", "0", "t/1", record=late)])
    view.refresh()
    joined = assertion(3, 1, 2)
    dropped = (assertion(1, 2).id,)
    writer.extend(Extension((), (late,), ("r-0",), dropped, (joined,), view.revision()))
    view.refresh()
    leads = view.succession()
    assert leads.finding(assertion(1, 2).id) == joined.id
    assert leads.finding(assertion(0, 1).id) is None


def test_an_older_version_leads_to_the_current_one(writer, view):
    for text in ("Told.", "Told. More.", "Told. Still more."):
        one = Record(Report(f"r-{len(text)}", "same.txt", text))
        digest = hashlib.sha256(text.encode()).hexdigest()
        writer.keep(Source("same.txt", digest, 1, ""), [Kept(one.report, text.encode(), digest, "t/1", record=one)])
    view.refresh()
    leads = view.succession()
    assert [leads.report(f"r-{size}") for size in (5, 11, 17, 1)] == ["r-17", "r-17", None, None]
