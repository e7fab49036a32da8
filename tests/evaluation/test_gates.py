"""Gates, on a corpus of two sentences and a made-up extractor."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.errors import DataError
from kashf.evaluation import (
    GATES_FILE,
    Gates,
    as_plain,
    digest,
    load_corpus,
    measure,
    pin,
    read_gates,
    select,
    shortfalls,
    write_gates,
)
from kashf.records import Claim, Figure, Record, Report, Span

CORPUS = """\
- id: en-x-1
  split: dev
  text: "Sami sold 5 rifles."
  figures: [{text: "5 rifles", value: 5, modifier: exact, unit: rifle}]
  quotes: []
  speakers: {}
  claims: [{type: sell, evidence: "Sami sold 5 rifles"}]
  optional: []
- id: en-x-2
  split: test
  text: "Dana sold 7 rifles."
  figures: [{text: "7 rifles", value: 7, modifier: exact, unit: rifle}]
  quotes: []
  speakers: {}
  claims: [{type: sell, evidence: "Dana sold 7 rifles"}]
  optional: []
"""


def good(report: Report) -> Record:
    start = report.text.index("sold")
    figure = Figure(
        start + 5, start + 13, report.text[start + 5 : start + 13], value=float(report.text[start + 5]), unit="rifle"
    )
    evidence = Span(0, len(report.text) - 1, report.text[:-1])
    return Record(report, figures=(figure,), claims=(Claim("c-1", "sell", evidence),))


def worse(report: Report) -> Record:
    return Record(report, figures=good(report).figures) if "Dana" in report.text else good(report)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "first.yaml").write_text(CORPUS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def gates(corpus: Path) -> Gates:
    return pin(None, digest(corpus), as_plain(measure(load_corpus(corpus), good).scores))


def test_pinned_scores_are_passed(corpus: Path, gates: Gates) -> None:
    assert not shortfalls(gates.scores, as_plain(measure(load_corpus(corpus), good).scores))


def test_a_score_that_falls_is_named(corpus: Path, gates: Gates) -> None:
    lost = shortfalls(gates.scores, as_plain(measure(load_corpus(corpus), worse).scores))
    assert {(one.group, one.layer, one.field) for one in lost} == {
        (("en", "test"), "claims", field) for field in ("precision", "recall", "f1", "modality", "polarity")
    }
    assert "en test claims recall: 0.000, pinned at 1.000" in map(str, lost)


def test_what_is_no_longer_measured_is_lost(corpus: Path, gates: Gates) -> None:
    kept = measure(select(load_corpus(corpus), split="dev"), good)
    assert {one.group for one in shortfalls(gates.scores, as_plain(kept.scores))} == {("en", "test")}


def test_counts_are_not_pinned(gates: Gates) -> None:
    assert "gold" not in gates.scores["en"]["dev"]["claims"]


def test_a_gate_is_lowered_only_on_purpose(corpus: Path, gates: Gates) -> None:
    fallen = as_plain(measure(load_corpus(corpus), worse).scores)
    with pytest.raises(DataError, match="--lower"):
        pin(gates, digest(corpus), fallen)
    assert pin(gates, digest(corpus), fallen, lower=True).scores["en"]["test"]["claims"]["f1"] == 0.0


def test_gates_are_read_as_they_were_written(gates: Gates, tmp_path: Path) -> None:
    path = tmp_path / GATES_FILE
    assert read_gates(path) is None
    write_gates(gates, path)
    assert read_gates(path) == gates


def test_a_file_that_holds_no_gates_is_named(tmp_path: Path) -> None:
    path = tmp_path / GATES_FILE
    path.write_text("scores: {}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"gates\.yaml"):
        read_gates(path)
