"""Reading into a ledger: what is new, what is not, and that nothing bad stops the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from kashf.jobs import InProcess, Plan, Pool, Spread, read
from kashf.ledger import View
from kashf.reading import ReadingOptions

OIL, GOLD, CASH = "Alpha sold oil.", "Beta lost gold.", "Alpha moved cash."


@pytest.fixture
def ledger(tmp_path):
    return tmp_path / "kashf.db"


@pytest.fixture
def run(fakes, folder, ledger):
    """Reads the folder, and gives the summary."""

    def once(*sources, options=ReadingOptions(), steps=None, rooms=fakes.ROOMS, **plan):  # noqa: B008 - frozen
        told = steps.append if steps is not None else lambda _: None
        return read(sources or [str(folder)], ledger, options, told, Plan(rooms, **plan))

    return once


@pytest.fixture
def view(ledger):
    """What is in the ledger when it is asked."""

    def look(question, *arguments):
        with View(ledger) as opened:
            answer = getattr(opened, question)(*arguments)
            return list(answer) if question in ("records", "reports", "extracted") else answer

    return look


def counts(summary):
    return summary.read, summary.new, summary.unchanged, summary.versions


def test_what_is_new_is_read_extracted_and_compared(run, folder, view):
    folder.write(a=OIL, b=f"{OIL}\n{GOLD}", c="nothing")
    summary = run()
    assert counts(summary) == (3, 3, 0, 0)
    assert summary.is_complete
    assert summary.created
    assert (summary.totals.reports, summary.totals.claims, summary.totals.origins) == (3, 3, 2)
    assert sorted(len(finding.reports) for finding in view("findings")) == [1, 2]
    assert {entity.name for entity in view("entities")} == {"Alpha", "Beta"}


def test_records_are_kept_with_their_entities(run, folder, view):
    folder.write(a=OIL)
    run()
    (record,) = view("records")
    assert record.mentions[0].entity == view("entities")[0].id


class TestAgain:
    def test_what_has_not_changed_is_not_opened(self, run, folder, fakes):
        folder.write(a=OIL, b=GOLD)
        run()
        broken = replace(fakes.ROOMS, parse=None, extract=None, resolve=None, compare=None)
        summary = run(rooms=broken)
        assert counts(summary) == (2, 0, 2, 0)
        assert summary.totals.claims == 2

    def test_what_has_changed_is_a_new_version(self, run, folder, view):
        folder.write(a=OIL, b=GOLD)
        run()
        folder.write(a=CASH)
        assert counts(run()) == (2, 1, 1, 1)
        assert {claim.type for record in view("records") for claim in record.claims} == {"transfer", "lose"}

    def test_what_is_new_beside_it_is_read(self, run, folder):
        folder.write(a=OIL)
        run()
        folder.write(b=GOLD)
        assert counts(run()) == (2, 1, 1, 0)

    def test_the_same_report_in_two_places_is_one(self, run, folder):
        folder.write(a=OIL, b=OIL)
        summary = run()
        assert counts(summary) == (2, 1, 1, 0)
        assert summary.totals.reports == 1

    def test_other_options_are_another_reading(self, run, folder, view):
        folder.write(a=OIL)
        run()
        summary = run(options=ReadingOptions(published=date(2020, 1, 2)))
        assert counts(summary) == (1, 1, 0, 1)
        assert [report.published for report in view("reports")] == [date(2020, 1, 2)]

    def test_the_day_it_is_read_on_makes_no_difference(self, run, folder):
        folder.write(a=OIL)
        run(options=ReadingOptions(today=date(2020, 1, 1)))
        assert counts(run(options=ReadingOptions(today=date(2020, 1, 2)))) == (1, 0, 1, 0)

    def test_it_can_be_read_all_the_same(self, run, folder, fakes, view):
        folder.write(a=OIL)
        run()
        summary = run(again=True, rooms=replace(fakes.ROOMS, extract=fakes.Record))
        assert counts(summary) == (1, 0, 1, 0)
        assert view("totals").claims == 0


class TestPlaces:
    """A file is known by its whole path, however it is named; the reports say it as it was given."""

    def test_two_folders_of_one_name_are_two(self, run, tmp_path, monkeypatch):
        for case, text in (("one", OIL), ("two", GOLD)):
            (tmp_path / case / "reports").mkdir(parents=True)
            (tmp_path / case / "reports" / "a.txt").write_text(text)
            monkeypatch.chdir(tmp_path / case)
            summary = run("reports")
            assert (summary.new, summary.versions) == (1, 0)
        assert summary.totals.reports == 2

    def test_a_folder_is_the_same_from_wherever_it_is_named(self, run, folder, view, monkeypatch):
        folder.write(a=OIL)
        monkeypatch.chdir(folder.path.parent)
        run(folder.path.name)
        assert view("reports")[0].source == f"{folder.path.name}/a.txt"
        assert counts(run(str(folder))) == (1, 0, 1, 0)
        folder.write(a=GOLD)
        monkeypatch.chdir(folder.path)
        assert counts(run("a.txt")) == (1, 1, 0, 1)

    def test_what_is_piped_in_supersedes_nothing(self, run, fakes, view):
        texts = iter([OIL, GOLD, OIL])

        @dataclass(frozen=True)
        class Piped:
            location: str = "standard input"
            size: None = None

            def load(self):
                return next(texts).encode()

        piped = replace(fakes.ROOMS, locate=lambda *_: iter([Piped()]))
        assert counts(run("-", rooms=piped)) == (1, 1, 0, 0)
        assert counts(run("-", rooms=piped)) == (1, 1, 0, 0)
        assert counts(run("-", rooms=piped)) == (1, 0, 1, 0)
        assert len(view("reports")) == 2

    def test_the_ledger_is_not_read_with_the_folder_it_lies_in(self, run, fakes, tmp_path):
        (tmp_path / "a.txt").write_text(OIL)
        located = [str(each) for each in (tmp_path / "a.txt", tmp_path / "kashf.db", tmp_path / "kashf.db-wal")]
        rooms = replace(fakes.ROOMS, locate=lambda *_: map(fakes.File, located))
        assert run(str(tmp_path), rooms=rooms).is_complete


class TestTrouble:
    """What is wrong with one is told with it, and the others are read."""

    @pytest.mark.parametrize("runner", [InProcess(), Pool(2)], ids=repr)
    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ("FAULT", "ValueError: a fault of extraction"),
            (b"\x00", "is no text."),
            ("BROKEN", "could not be read (ZeroDivisionError: a fault of the reader)."),
            ("lone \udc80 surrogate", "holds characters that no text may hold (lone surrogates)."),
        ],
    )
    def test_one_bad_report_never_stops_the_rest(self, run, folder, runner, content, told):
        folder.write(a=OIL, b=content, c=GOLD)
        summary = run(runner=runner)
        assert summary.totals.claims == 2
        assert not summary.is_complete
        assert [each.what for each in summary.set_aside] + [each.failure for each in summary.failed] == [told]

    def test_nor_does_one_that_ends_the_process(self, run, folder):
        folder.write(a=OIL, b="CRASH", c=GOLD)
        summary = run(runner=Pool(2))
        assert summary.totals.claims == 2
        assert [each.location for each in summary.set_aside] == [f"{folder}/b.txt"]

    def test_a_source_that_is_not_there_is_told(self, run, folder):
        folder.write(a=OIL)
        summary = run("/no/such/place", str(folder))
        assert [(each.location, each.kind) for each in summary.set_aside] == [("/no/such/place", "missing")]
        assert summary.new == 1

    def test_a_source_that_can_not_be_loaded_is_told(self, run, folder):
        folder.write(a=OIL)
        (folder.path / "b").mkdir()
        assert [each.kind for each in run().set_aside] == ["denied"]

    def test_a_failed_report_is_kept_and_tried_again(self, run, folder, fakes, view):
        folder.write(a=f"{OIL}\nFAULT")
        assert run().new == 1
        assert len(view("reports")) == 1
        repaired = replace(fakes.ROOMS, extract=fakes.Record)
        assert run(rooms=repaired).is_complete

    def test_what_was_set_aside_is_told_again_without_being_opened(self, run, folder, fakes):
        folder.write(a=b"\x00")
        first = run()
        assert run(rooms=replace(fakes.ROOMS, parse=None)).set_aside == first.set_aside

    def test_the_parts_before_a_fault_are_kept(self, run, folder):
        folder.write(a=f"{OIL}\fBROKEN\f{GOLD}")
        summary = run()
        assert (summary.new, len(summary.set_aside)) == (1, 1)

    def test_a_file_name_that_is_no_text_does_no_harm(self, run, folder, view):
        (folder.path / "\udcff.txt").write_text(OIL)
        assert run().is_complete
        assert view("reports")[0].source.endswith("\\udcff.txt")
        assert counts(run()) == (1, 0, 1, 0)


class TestLargeSources:
    def test_they_are_kept_report_by_report(self, run, folder):
        folder.write(a=f"{OIL}\f{GOLD}\f{CASH}")
        seen = []
        summary = run(steps=seen, whole_bytes=20)
        assert counts(summary) == (3, 3, 0, 0)
        assert [step.location.rpartition("#")[2] for step in seen] == ["1", "2", "3"]

    def test_they_are_known_when_they_were_read_to_the_end(self, run, folder, fakes):
        folder.write(a=f"{OIL}\f{GOLD}")
        run(whole_bytes=20)
        assert counts(run(rooms=replace(fakes.ROOMS, parse=None))) == (2, 0, 2, 0)

    def test_a_crash_costs_one_report(self, run, folder):
        folder.write(a=f"{OIL}\fCRASH CRASH CRASH\f{GOLD}")
        summary = run(runner=Pool(2), whole_bytes=20)
        assert summary.new == 2
        assert [each.location for each in summary.set_aside] == [f"{folder}/a.txt#2"]


class Interrupt:
    """Progress that is interrupted after so many steps."""

    def __init__(self, after: int) -> None:
        self.steps: list[object] = []
        self.after = after

    def append(self, step):
        self.steps.append(step)
        if len(self.steps) == self.after:
            raise KeyboardInterrupt


class TestInterrupted:
    @pytest.mark.parametrize("runner", [InProcess(), Spread(2)], ids=repr)
    def test_what_was_told_is_kept_and_the_next_run_goes_on(self, run, folder, view, runner):
        folder.write(**{f"f{at:02}": f"{OIL}\n{at}" for at in range(40)})
        interrupt = Interrupt(after=7)
        summary = run(steps=interrupt, runner=runner)
        assert summary.interrupted
        assert not summary.is_complete
        assert {report.id for report in view("reports")} == {step.report for step in interrupt.steps}
        assert counts(run(runner=runner)) == (40, 33, 7, 0)

    def test_findings_are_made_by_the_next_run_even_if_it_finds_nothing_new(self, run, folder, view):
        folder.write(a=OIL)
        run(steps=Interrupt(after=1))
        assert view("findings") == ()
        assert counts(run()) == (1, 0, 1, 0)
        assert len(view("findings")) == 1

    def test_interrupted_while_comparing_all_that_was_read_is_kept(self, run, folder, fakes):
        def interrupted(*_):
            raise KeyboardInterrupt

        folder.write(a=OIL)
        summary = run(rooms=replace(fakes.ROOMS, compare=interrupted))
        assert (summary.interrupted, summary.new) == (True, 1)
        assert run().totals.origins == 1

    def test_a_large_source_is_taken_up_again(self, run, folder):
        folder.write(a="\f".join(f"{OIL} {at}" for at in range(5)))
        run(steps=Interrupt(after=2), whole_bytes=20)
        assert counts(run()) == (5, 3, 2, 0)
        assert counts(run()) == (5, 0, 5, 0)


def test_each_step_is_committed_when_it_is_told(run, folder, view):
    folder.write(a=OIL, b=GOLD, c="FAULT", d=b"\x00")
    known = []

    class Witness:
        def append(self, step):
            known.append((step.kind, step.report is None or view("report", step.report) is not None))

    run(steps=Witness())
    assert known == [("new", True), ("new", True), ("failed", True), ("set_aside", True)]
