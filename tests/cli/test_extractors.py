"""`kashf read` and `kashf evaluate` with an extractor that is not ours."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kashf.errors import ExtractorError
from kashf.extractors import ChatExtractor
from kashf.ledger import View
from kashf.records import Claim, Record, Refusal, Report, Span


class StandIn(ChatExtractor):
    """Answers without a server: one claim of the first line, one value refused; a report of faults fails."""

    def check(self) -> None:
        pass

    def __call__(self, report: Report) -> Record:
        if "FAULT" in report.text:
            raise ValueError("no answer")
        line = report.text.split("\n")[0]
        refused = (Refusal("claim 2", "gold", "does not stand there", self.name),)
        self.tally.add(1, refused)
        claim = Claim("c-9", "trade", Span(0, len(line), line), extractor=self.name)
        return Record(report, claims=(claim,), refused=refused)


@pytest.fixture
def asked(kashf: Callable, monkeypatch: pytest.MonkeyPatch) -> Callable:
    """Runs a command that names the stand-in."""
    monkeypatch.setattr("kashf.extractors.ChatExtractor", StandIn)
    reached = ("--endpoint", "http://127.0.0.1:9/v1", "--model", "small")

    def call(*arguments: str) -> Any:
        return kashf(*arguments, *reached)

    return call


def test_reports_are_read_by_another_extractor(asked: Callable, here: Path) -> None:
    told = asked("read", "reports", "--extractor", "chat")
    assert told.code == 0
    assert "The extractor chat/small gave 2 values that stand in the text; 2 were refused." in told.out
    assert "refused 2 times: does not stand there" in told.out
    assert "It was asked 0 times" in told.out
    with View(here / "kashf.db") as view:
        records = list(view.records())
    assert {claim.extractor for record in records for claim in record.claims} == {"chat/small"}
    assert all(record.refused for record in records)


def test_what_it_gave_is_told_in_arabic_and_in_json(asked: Callable) -> None:
    assert "chat/small" in asked("--language", "ar", "read", "reports", "--extractor", "chat").out
    told = asked("read", "reports", "--extractor", "chat", "--json", "--again")
    summary = json.loads(told.out.splitlines()[-1])["summary"]
    assert summary["extractor"]["refused"] == 2
    assert summary["extractor"]["costs"]["requests"] == 0


def test_one_failing_report_costs_the_others_nothing(asked: Callable, here: Path) -> None:
    (here / "reports" / "a.txt").write_text("FAULT", encoding="utf-8")
    told = asked("read", "reports", "--extractor", "chat")
    assert told.code == 1
    assert "Failed: 1" in told.out
    assert "gave 1 values" in told.out


def test_what_one_extractor_has_read_the_other_reads_again(kashf: Callable, asked: Callable) -> None:
    kashf("read", "reports")
    assert "chat/small gave 2" in asked("read", "reports", "--extractor", "chat").out
    assert "chat/small gave 0" in asked("read", "reports", "--extractor", "chat").out
    assert "in the ledger" in kashf("read", "reports").out.lower()


MISUSED = [
    (("--extractor", "chat"), "--endpoint"),
    (("--extractor", "chat", "--model", "small"), "--endpoint"),
    (("--extractor", "gliner"), "--model"),
    (("--extractor", "oracle"), "oracle"),
]


@pytest.mark.parametrize(("options", "said"), MISUSED)
def test_what_an_extractor_needs_is_asked_for(kashf: Callable, options: tuple[str, ...], said: str) -> None:
    told = kashf("read", "reports", *options)
    assert told.code == 2
    assert said in told.err


def test_an_endpoint_elsewhere_needs_leave(kashf: Callable, here: Path) -> None:
    told = kashf(
        "read", "reports", "--extractor", "chat", "--endpoint", "https://models.example/v1", "--model", "small"
    )
    assert told.code == 1
    assert "reports would leave" in told.err
    assert not (here / "kashf.db").exists()


def test_nothing_is_read_where_nothing_answers(kashf: Callable, here: Path) -> None:
    told = kashf("read", "reports", "--extractor", "chat", "--endpoint", "http://127.0.0.1:9/v1", "--model", "small")
    assert told.code == 1
    assert "nothing answers there" in told.err
    assert not (here / "kashf.db").exists()


# kashf evaluate

GOLD = """\
- id: en-x-1
  split: dev
  text: "Sami sold rifles."
  figures: []
  quotes: []
  speakers: {}
  claims: [{type: trade, evidence: "Sami sold rifles"}]
  optional: []
- id: en-x-2
  split: dev
  text: "MUTE in the paper."
  figures: []
  quotes: []
  speakers: {}
  claims: []
  optional: []
"""


@pytest.fixture
def gold(here: Path) -> Path:
    folder = here / "corpus" / "en"
    folder.mkdir(parents=True)
    (folder / "dev.yaml").write_text(GOLD, encoding="utf-8")
    return folder.parent


@pytest.mark.parametrize("by", ["type", "role"])
def test_another_extractor_is_judged_on_gold(
    asked: Callable, gold: Path, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StandIn, "__call__", _failing_as_extractors_do)
    told = asked("evaluate", str(gold), "--extractor", "chat", "--by", by)
    assert told.code == 0
    assert "en dev" in told.out
    assert "The extractor chat/small gave" in told.err


def test_extractors_are_compared_by_one_command(asked: Callable, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StandIn, "__call__", _failing_as_extractors_do)
    told = asked("evaluate", str(gold), "--extractor", "kashf", "--extractor", "chat", "--json")
    plain = json.loads(told.out)
    assert plain["kashf"]["en"]["dev"]["claims"]["recall"] == 0.0
    assert plain["chat"]["en"]["dev"]["claims"]["recall"] == 1.0
    assert "en dev claims" in asked("evaluate", str(gold), "--extractor", "kashf", "--extractor", "chat").out


def _failing_as_extractors_do(self: StandIn, report: Report) -> Record:
    if "MUTE" in report.text:
        raise ExtractorError("no answer")
    line = report.text.split("\n")[0]
    return Record(report, claims=(Claim("c-9", "trade", Span(0, len(line), line), extractor=self.name),))
