"""Further reports in a ledger that has been compared: what comes out is what comparing everything gives."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kashf.jobs import Plan, compare, edition, extending, read
from kashf.jobs.runner import InProcess
from kashf.ledger import Decision, Derivation, View, Writer
from kashf.ledger.packing import unpack_fingerprint
from kashf.reading import ReadingOptions
from kashf.records import Finding, finding_to_json
from kashf.records.standing import JudgementKind

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"
LATE = ("exchange-harbour-wire.en.json", "port-court-gavan.ru.json", "rome-almirsad.ar.html", "other-sport.ar.txt")

DRAWN = {
    "claims": "SELECT claim_id, statement, own, standing, contested, origins, first, last, timed FROM told",
    "lines": "SELECT t.claim_id, source_layer, target_layer FROM told_lines JOIN told t ON t.id = told_id",
    "places": "SELECT t.claim_id, role FROM told_places JOIN told t ON t.id = told_id",
    "figures": "SELECT t.claim_id, number, low, high, unit FROM told_figures JOIN told t ON t.id = told_id",
    "links": "SELECT source_layer, target_layer, type, origins, statements, stated, denied, contested FROM told_links",
}


class Desk:
    """A ledger into which example reports are read."""

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger

    def read(self, *names: str) -> None:
        self._read(*(REPORTS / name for name in names))

    def write(self, text: str) -> None:
        note = self.ledger.with_name("note.txt")
        note.write_text(text, encoding="utf-8")
        self._read(note)

    def _read(self, *paths: Path) -> None:
        read([str(path) for path in paths], self.ledger, ReadingOptions(), plan=Plan(runner=InProcess()))

    def findings(self) -> dict[str, Finding]:
        with View(self.ledger) as view:
            return {finding.id: finding for finding in view.findings()}

    def told(self) -> list[tuple[Any, ...]]:
        """What is found, in order, without the names under which entities go and the weights of words."""
        return [(one.kind, one.reports, one.members, one.independent_origins) for one in self.findings().values()]

    def found(self) -> list[str]:
        """What is found, to the letter."""
        return list(map(finding_to_json, self.findings().values()))

    def claims(self) -> list[str]:
        """The ids of the claims, in order."""
        with View(self.ledger) as view:
            return [claim.id for record in view.extracted() for claim in record.claims]

    def decided(self, chance: random.Random) -> Decision:
        """What an analyst may say of a claim or a source."""
        with View(self.ledger) as view:
            sources = sorted({one.name for finding in view.findings() for one in finding.origins})
        claim, source = chance.choice(self.claims()), chance.choice(sources)
        correction = chance.choice([{"type": "sell"}, {"modality": "alleged"}, {"polarity": "denied"}])
        return chance.choice(
            [
                Decision("reject", claim, "ana"),
                Decision("accept", claim, "ana"),
                Decision("correct", claim, "ana", correction),
                Decision("grade", source, "ana", {"grade": chance.choice("ABCDE")}),
            ]
        )

    def drawn(self) -> dict[str, list[tuple[Any, ...]]]:
        """What pictures are drawn from, without the numbers of rows and the names that go by ids of entities."""
        with closing(sqlite3.connect(self.ledger)) as connection:
            return {name: sorted(connection.execute(query)) for name, query in DRAWN.items()}

    def fingerprints(self) -> dict[str, tuple[Any, ...]]:
        """What was worked out of each report's words, but for how common they are."""
        with closing(sqlite3.connect(self.ledger)) as connection:
            kept = dict(connection.execute("SELECT report_id, body FROM fingerprints"))
        unpacked = {report: unpack_fingerprint(body) for report, body in kept.items()}
        return {
            report: (one.words, one.unquoted, one.marks, one.particulars, one.concepts)
            for report, one in unpacked.items()
        }


@pytest.fixture(scope="module")
def read_before(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A ledger of all example reports but the late ones."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extending, "LEAST", 10)
        desk = Desk(tmp_path_factory.mktemp("before") / "kashf.db")
        desk.read(*(path.name for path in sorted(REPORTS.iterdir()) if path.name not in LATE))
        yield desk


@pytest.fixture
def desk(read_before: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(extending, "LEAST", 10)
    return Desk(Path(shutil.copy(read_before.ledger, tmp_path)))


@pytest.fixture
def never_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Comparing everything is an error."""

    def refuse(*_: object) -> None:
        raise AssertionError("everything was compared anew")

    monkeypatch.setattr(Writer, "derive", refuse)


def test_reports_read_one_after_another_give_what_comparing_everything_gives(
    desk: Desk, never_anew: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in LATE:
        desk.read(name)
    told = desk.told()
    monkeypatch.undo()
    compare(desk.ledger)
    assert told == desk.told()


def test_what_pictures_are_drawn_from_is_then_the_same(
    desk: Desk, never_anew: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in LATE:
        desk.read(name)
    drawn = desk.drawn()
    monkeypatch.undo()
    compare(desk.ledger)
    assert drawn == desk.drawn()


def test_a_report_that_changes_takes_the_place_of_what_it_said(desk: Desk, never_anew: None) -> None:
    desk.write("أعلنت وزارة المالية مصادرة 40 مليون دولار من تنظيم داعش في الموصل.")
    before = desk.findings().keys()
    desk.write("أعلنت وزارة المالية مصادرة 50 مليون دولار من تنظيم داعش في الموصل.")
    after = desk.findings()
    assert before - after.keys()
    assert after.keys() - before
    with View(desk.ledger) as view:
        assert {report for finding in after.values() for report in finding.reports} <= {
            report.id for report in view.reports()
        }


def test_entities_know_the_further_reports_that_name_them(desk: Desk, never_anew: None) -> None:
    desk.read("rome-almirsad.ar.html")
    with View(desk.ledger) as view:
        (speaker,) = [entity for entity in view.entities() if "دميترى فيوكتيستوف" in entity.names]
        (late,) = [report for report in view.reports() if report.source.endswith("rome-almirsad.ar.html")]
    assert late.id in speaker.reports
    assert any(late.id in reports for reports in speaker.titles.values())


@pytest.mark.parametrize("seed", range(3))
def test_judgements_are_followed_as_if_everything_were_compared(
    desk: Desk, never_anew: None, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance, made = random.Random(seed), list[int]()  # noqa: S311
    for _ in range(8):
        with Writer(desk.ledger) as writer:
            if made and chance.random() < 0.3:
                writer.undo(made.pop(chance.randrange(len(made))), "ana")
            else:
                made.append(writer.judge(desk.decided(chance)).id)
            assert extending.extended(writer)
            assert not writer.is_stale(edition())
    found, drawn, kept = desk.found(), desk.drawn(), desk.fingerprints()
    monkeypatch.undo()
    compare(desk.ledger)
    assert found == desk.found()
    assert drawn == desk.drawn()
    assert kept == desk.fingerprints()


def test_a_further_report_is_taken_in_with_what_was_judged_before_it(
    desk: Desk, never_anew: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(7)  # noqa: S311
    with Writer(desk.ledger) as writer:
        writer.judge(desk.decided(chance))
        writer.judge(Decision("note", desk.claims()[0], "ana", reason="ask the desk"))
    desk.read(LATE[0])
    told = desk.told()
    monkeypatch.undo()
    compare(desk.ledger)
    assert told == desk.told()


def test_a_judgement_made_while_everything_is_compared_is_followed_afterwards(desk: Desk) -> None:
    [claim, *_] = desk.claims()
    derive = Writer.derive

    def judged_meanwhile(writer: Writer, derivation: Derivation) -> None:
        writer.judge(Decision("reject", claim, "ana"))
        derive(writer, derivation)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Writer, "derive", judged_meanwhile)
        compare(desk.ledger)
    assert any(claim in finding.members for finding in desk.findings().values())
    with Writer(desk.ledger) as writer:
        assert extending.extended(writer)
    assert not any(claim in finding.members for finding in desk.findings().values())


@pytest.mark.parametrize("kind", ["merge", "split", "remove"])
def test_what_touches_who_is_who_is_left_to_a_comparison_of_everything(desk: Desk, kind: JudgementKind) -> None:
    with View(desk.ledger) as view:
        one, other = [entity for entity in view.entities() if len(entity.names) > 1][:2]
        report = next(view.reports()).id
    values = {"merge": {"entity": other.id}, "split": {"names": [one.names[-1]]}, "remove": {}}
    with Writer(desk.ledger) as writer:
        subject = report if kind == "remove" else one.id
        writer.judge(Decision(kind, subject, "ana", values[kind], reason="seen"))
        assert not extending.extended(writer)


def test_a_small_ledger_is_compared_as_a_whole(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extending, "LEAST", 1000)
    compare(desk.ledger)
    with Writer(desk.ledger) as writer:
        assert not extending.extended(writer)


@pytest.mark.parametrize(("name", "value"), [("LARGEST_SHARE", 100), ("GROWN", 1)])
def test_where_much_is_new_everything_is_compared(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str, value: int
) -> None:
    monkeypatch.setattr(extending, name, value)
    desk.read(*LATE)
    told = desk.told()
    compare(desk.ledger)
    assert told == desk.told()
