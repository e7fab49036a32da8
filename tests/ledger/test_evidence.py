"""Keeping what was read: versions, what is known, what was set aside."""

from __future__ import annotations

import pytest

from kashf.ledger import Decision, SetAside, View, Writer


def test_a_report_comes_back_as_it_went_in(store, view, day):
    kept = store(
        "عنوان\nنص الخبر", outlet="الصحيفة", published=day("2020-01-02"), language="ar", repairs=("an encoding",)
    )
    assert view.report(kept.report.id) == kept.report


def test_a_record_comes_back_as_it_went_in(store, view):
    kept = store("Title\nAlpha sold oil.", ("sell", "Alpha sold oil.", "Alpha"))
    assert list(view.extracted()) == [kept.record]


def test_the_bytes_are_kept_beside_the_report(store, view):
    kept = store("Title\nText")
    assert view.raw(kept.report.id) == kept.raw


def test_bytes_above_the_limit_are_not_kept(path, kept, source):
    with Writer(path, raw_limit=10) as writer:
        small, large = kept("small"), kept("larger than the limit")
        writer.keep(source(small, "small"), [small])
        writer.keep(source(large, "large"), [large])
    with View(path) as view:
        assert view.raw(small.report.id) == b"small"
        assert view.raw(large.report.id) is None


def test_keeping_twice_adds_nothing(store, writer, view, source):
    kept = store("Title\nAlpha sold oil.", ("sell", "Alpha sold oil."))
    revision = view.revision()
    stored = writer.keep(source(kept), [kept])
    view.refresh()
    assert (stored.new, stored.known, stored.versions) == ((), (kept.report.id,), 0)
    assert view.revision() == revision
    assert view.totals().reports == 1


def test_reports_come_in_order_of_publication_undated_last(store, view, day):
    late = store("late", location="1", published=day("2020-02-01"))
    undated = store("undated", location="2")
    early = store("early", location="3", published=day("2020-01-01"))
    assert [report.id for report in view.reports()] == [early.report.id, late.report.id, undated.report.id]


class TestVersions:
    def test_changed_content_at_a_location_is_a_new_version(self, store, view):
        old, new = store("first words"), store("second words")
        assert [report.id for report in view.reports()] == [new.report.id]
        assert view.versions(old.report.id) == (new.report.id, old.report.id)

    def test_the_older_version_stays(self, store, view):
        old, _ = store("first words"), store("second words")
        assert view.report(old.report.id) == old.report

    def test_the_same_address_elsewhere_is_a_new_version(self, store, view):
        store("first words", location="a.html", url="https://news.example/1")
        new = store("second words", location="b.html", url="https://news.example/1")
        assert [report.id for report in view.reports()] == [new.report.id]

    def test_a_front_page_is_no_address_of_a_report(self, store, view):
        store("first words", location="a.html", url="https://news.example/")
        store("second words", location="b.html", url="https://news.example/")
        assert view.totals().reports == 2

    def test_content_that_comes_back_is_current_again(self, store, view):
        first = store("first words")
        second = store("second words")
        store("first words")
        assert [report.id for report in view.reports()] == [first.report.id]
        assert view.versions(second.report.id) == (first.report.id, second.report.id)

    def test_reading_an_old_copy_again_makes_it_no_newer(self, store, view):
        store("first words", location="a.html", url="https://news.example/1")
        new = store("second words", location="b.html", url="https://news.example/1")
        store("first words", location="a.html", url="https://news.example/1")
        assert [report.id for report in view.reports()] == [new.report.id]

    def test_a_row_of_a_file_that_has_grown_is_no_version(self, writer, kept, source, view):
        first, second, third = (kept(text, place=f"#{at}") for at, text in enumerate(("one", "two", "three")))
        writer.keep(source(first, "f.jsonl", digest="1"), [first, second])
        moved = [kept("three", place="#0"), kept("one", place="#1")]
        stored = writer.keep(source(first, "f.jsonl", digest="2"), moved)
        assert stored.versions == 0
        assert {report.id for report in view.reports()} == {each.report.id for each in (first, second, third)}

    def test_versions_are_counted(self, store, writer, kept, source):
        store("first words")
        new = kept("second words")
        assert writer.keep(source(new), [new]).versions == 1

    def test_search_finds_the_current_version_only(self, store, view):
        from kashf.ledger import Query

        store("oil was sold")
        new = store("oil was bought")
        assert [hit.report for hit in view.find(Query("oil"))] == [new.report.id]


class TestKnown:
    def test_nothing_is_known_of_what_was_never_read(self, writer, source):
        assert writer.known(source()) is None

    def test_an_unchanged_source_is_known(self, store, writer, source):
        assert writer.known(source(store("words"))).reports == 1

    @pytest.mark.parametrize("change", [{"digest": "other"}, {"manner": "other"}])
    def test_a_changed_source_is_not(self, store, writer, source, change):
        assert writer.known(source(store("words"), **change)) is None

    def test_what_was_read_in_between_makes_it_unknown(self, store, writer, source):
        first = store("words")
        store("other words")
        assert writer.known(source(first)) is None

    def test_a_source_that_was_not_read_to_its_end_is_not_known(self, writer, kept, source):
        made = kept("words")
        writer.keep(source(made), [made], last=False)
        assert writer.known(source(made)) is None
        writer.keep(source(made), [])
        assert writer.known(source(made)).reports == 1

    def test_a_source_with_a_failed_report_is_not_known(self, store, writer, source):
        assert writer.known(source(store("words", failure="a fault"))) is None

    def test_what_was_set_aside_is_known_with_its_reason(self, writer, source):
        trouble = SetAside("a.zip!b", "is encrypted.", "Unpack it.", "encrypted")
        writer.keep(source(), [trouble])
        assert writer.known(source()).set_aside == (trouble,)


class TestTroubles:
    def test_a_failed_report_is_kept_and_listed(self, store, view):
        kept = store("words", failure="a fault")
        assert view.report(kept.report.id) == kept.report
        assert [(each.report, each.failure) for each in view.failed()] == [(kept.report.id, "a fault")]
        assert list(view.extracted()) == []

    def test_a_later_success_ends_the_failure(self, store, view):
        store("words", failure="a fault")
        store("words")
        assert view.failed() == ()

    def test_set_aside_shows_the_last_reading_of_each_place(self, writer, view, source, kept):
        trouble = SetAside("a.txt", "is empty.", "Leave it out.", "empty")
        writer.keep(source(), [trouble])
        writer.keep(source(location="b.txt"), [SetAside("b.txt", "is empty.", "Leave it out.", "empty")])
        mended = kept("words")
        writer.keep(source(mended), [mended])
        assert [each.location for each in view.set_aside()] == ["b.txt"]


def test_it_is_known_when_a_report_was_read_and_when_anything_changed(store, writer, view):
    assert view.changed_at() is None
    view.refresh()
    first, second = store("Alpha sold oil.", outlet="Post"), store("Beta lost gold.", location="b.txt")
    began, changed = view.changed_at()
    assert view.read_at(first.report.id) == began
    assert began < view.read_at(second.report.id) <= changed
    assert (view.read_at("r-none"), view.digest("r-none")) == (None, None)
    assert view.digest(first.report.id) == first.digest
    writer.judge(Decision("grade", first.report.outlet, "ana", {"grade": "B"}))
    view.refresh()
    assert view.changed_at()[0] == began
    assert view.changed_at()[1] > changed
