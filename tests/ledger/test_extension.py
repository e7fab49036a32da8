"""What further reports add to what comparing made, and what is looked up near them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.ledger import Derivation, Extension, Signposted, Signposts
from kashf.records import Entity, Finding, Origin

ALPHA = Entity("e-1", "group", "Alpha", names=("Alpha",), mentions=2)
BETA = Entity("e-2", "group", "Beta", names=("Beta",), mentions=1)


def claimed(key, *reports, origin="Ministry"):
    return Finding("assertion", key, reports, origins=(Origin(origin, reports),), independent_origins=1)


@pytest.fixture
def compared(store, writer, view):
    """Two reports, their entities and findings, with signposts; gives the records."""
    one = store("Alpha sold oil.", location="1", published=None).record
    two = store("Beta lost gold.", location="2").record
    first, second = one.report.id, two.report.id
    entities = (
        replace(ALPHA, reports=(first,), titles={"front": (first,)}),
        replace(BETA, reports=(second,)),
    )
    found = [Signposted(first, (1, 2)), Signposted(second, (2,))]
    signposts = Signposts(found, [("e-1", (7,)), ("e-2", (8,))], {"gold": 2}, 2)
    findings = (claimed("f-1", first), claimed("f-2", second, origin="Agency"))
    writer.derive(Derivation(entities, (one, two), findings, view.revision(), "test", signposts))
    return one, two


@pytest.fixture
def later(compared, store, writer):
    """A third report, which names Alpha and says what the first says."""
    record = store("Alpha sold more oil.", location="3").record
    with writer.nearby() as nearby:
        revision = nearby.pending("test").revision
    changed = replace(ALPHA, reports=(record.report.id,), titles={"front": (), "firm": (record.report.id,)}, mentions=3)
    found = Signposts([Signposted(record.report.id, (2, 3))], [("e-1", (7, 9))])
    joined = claimed("f-1", compared[0].report.id, record.report.id)
    writer.extend(Extension((changed,), (record,), (), ("f-2",), (joined,), revision, found))
    return record


def test_what_came_since_is_pending_until_it_is_taken_in(compared, store, writer):
    record = store("Alpha sold more oil.", location="3").record
    with writer.nearby() as nearby:
        pending = nearby.pending("test")
    assert [each.report.id for each in pending.added] == [record.report.id]
    assert pending.gone == ()


def test_another_version_compares_everything(compared, writer):
    with writer.nearby() as nearby:
        assert nearby.pending("newer") is None


def test_findings_are_exchanged_and_origins_counted(later, compared, view):
    view.refresh()
    (finding,) = view.findings()
    assert finding.reports == (compared[0].report.id, later.report.id)
    assert view.totals().origins == 1
    assert not view.is_stale("test")


def test_an_entity_keeps_the_reports_that_named_it_before(later, compared, view):
    view.refresh()
    (alpha,) = [entity for entity in view.entities() if entity.id == "e-1"]
    first = compared[0].report.id
    assert set(alpha.reports) == {first, later.report.id}
    assert alpha.titles == {"front": (first,), "firm": (later.report.id,)}
    assert alpha.mentions == 3


def test_what_nobody_names_any_more_goes(later, compared, writer, view):
    second = compared[1].report.id
    with writer.nearby() as nearby:
        revision = nearby.pending("test").revision
    writer.extend(Extension((), (), (second,), (), (), revision))
    view.refresh()
    assert [entity.id for entity in view.entities()] == ["e-1"]


def test_reports_are_found_by_their_keys_and_days(later, compared, writer):
    with writer.nearby() as nearby:
        assert {report for _, report in nearby.holders([2], 0, None)} == {
            later.report.id,
            *(record.report.id for record in compared),
        }
        assert list(nearby.holders([3], 0, None)) == [(3, later.report.id)]
        assert nearby.named([9]) == {"e-1"}
        assert nearby.carriers(["gold", "oil"]) == {"gold": 2}


def test_a_report_that_is_replaced_is_gone(compared, store, writer):
    store("Beta lost no gold.", location="2")
    with writer.nearby() as nearby:
        pending = nearby.pending("test")
    assert pending.gone == (compared[1].report.id,)
