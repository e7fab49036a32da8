"""`kashf evaluate`: a corpus of two sentences and a made-up extractor; a suite of a few cases of our own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kashf.evaluation import GATES_FILE, digest, load_corpus, read_gates
from kashf.records import Claim, Figure, Record, Report, Span, record_to_json

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
CASES = [
    {
        "suite": "own",
        "language": "en",
        "input": "five cars",
        "expected": [{"text": "five", "start": 0, "end": 4, "value": "5"}],
    },
    {
        "suite": "own",
        "language": "en",
        "input": "nine vans",
        "expected": [{"text": "nine", "start": 0, "end": 4, "value": "8"}],
    },
]


def good(report: Report) -> Record:
    start = report.text.index("sold") + 5
    figure = Figure(start, start + 8, report.text[start : start + 8], value=float(report.text[start]), unit="rifle")
    evidence = Span(0, len(report.text) - 1, report.text[:-1])
    return Record(report, figures=(figure,), claims=(Claim("c-1", "sell", evidence),))


def worse(report: Report) -> Record:
    return Record(report, figures=good(report).figures) if "Dana" in report.text else good(report)


@pytest.fixture
def corpus(here: Path) -> Path:
    folder = here / "corpus"
    (folder / "en").mkdir(parents=True)
    (folder / "en" / "dev.yaml").write_text(CORPUS, encoding="utf-8")
    return folder


@pytest.fixture
def suite(here: Path) -> Path:
    path = here / "numbers.jsonl"
    path.write_text("\n".join(map(json.dumps, CASES)), encoding="utf-8")
    return path


@pytest.fixture
def evaluate(kashf: Callable, monkeypatch: pytest.MonkeyPatch) -> Callable:
    """Runs the command with an extractor."""

    def call(*arguments: object, extract: object = good) -> object:
        monkeypatch.setattr("kashf.extraction.extract", extract)
        return kashf("evaluate", *map(str, arguments))

    return call


@pytest.mark.parametrize("part", ["train", "dev", "test"])
def test_gold_gives_a_table_of_one_part(evaluate: Callable, corpus: Path, part: str) -> None:
    (corpus / "en" / "dev.yaml").write_text(CORPUS + CORPUS.replace("-x-", "-y-").replace("dev", "train"), "utf-8")
    told = evaluate(corpus, "--language", "en", "--split", part)
    assert told.code == 0
    assert [one for one in ("train", "dev", "test") if f"en {one}" in told.out] == [part]


def test_gold_gives_json_and_lists_slips(evaluate: Callable, corpus: Path) -> None:
    told = evaluate(corpus, "--json", "--show", "misses", extract=worse)
    assert json.loads(told.out)["en"]["test"]["claims"]["recall"] == 0.0
    assert "en-x-2: claims MISSED  sell | Dana sold 7 rifles" in told.err


def test_records_are_judged(evaluate: Callable, corpus: Path, here: Path) -> None:
    lines = [record_to_json(good(gold.report())) for gold in load_corpus(corpus)]
    (here / "records.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told = evaluate(corpus, "--records", here / "records.jsonl")
    assert (told.code, told.out.count("1.000      1.000      1.000")) == (0, 4)


def test_gates_are_pinned_and_not_lowered_by_accident(evaluate: Callable, corpus: Path) -> None:
    assert evaluate(corpus, "--pin").code == 0
    pinned = read_gates(corpus / GATES_FILE)
    assert pinned is not None
    assert pinned.digest == digest(corpus)
    told = evaluate(corpus, "--pin", extract=worse)
    assert (told.code, read_gates(corpus / GATES_FILE)) == (1, pinned)
    assert "Scores below their gates" in told.err
    assert evaluate(corpus, "--pin", "--lower", extract=worse).code == 0


def test_gates_are_pinned_on_the_whole_corpus_only(evaluate: Callable, corpus: Path) -> None:
    told = evaluate(corpus, "--pin", "--split", "dev")
    assert told.code == 1
    assert "whole corpus" in told.err


def test_a_suite_gives_rates_and_misses(evaluate: Callable, suite: Path) -> None:
    told = evaluate("--suite", suite, "--json", "--show", "misses")
    assert json.loads(told.out) == {"own/en": {"cases": 2, "right": 1, "rate": 0.5, "apart": {}, "finer": 0}}
    assert told.err == "own/en: 'nine vans': expected nine = 8; found nine = 9.0\n"


def test_a_suite_gives_a_table(evaluate: Callable, suite: Path) -> None:
    assert "own/en             0.500       2       1       0       0" in evaluate("--suite", suite).out


@pytest.mark.parametrize("arguments", [(), ("--suite", "numbers.jsonl", "corpus")])
def test_one_thing_is_measured_at_a_time(
    evaluate: Callable, corpus: Path, suite: Path, arguments: tuple[str, ...]
) -> None:
    told = evaluate(*arguments)
    assert told.code == 2
    assert "--suite" in told.err


def test_a_suite_that_is_none_is_named_with_its_line(evaluate: Callable, here: Path) -> None:
    (here / "numbers.jsonl").write_text('{"suite": "own"}\n', encoding="utf-8")
    told = evaluate("--suite", here / "numbers.jsonl")
    assert told.code == 1
    assert "numbers.jsonl, line 1" in told.err
    assert "language, input, expected" in told.err


def test_sentences_give_a_table_and_json(kashf: Callable, here: Path) -> None:
    folder = here / "sentences"
    folder.mkdir()
    (folder / "en.yaml").write_text(
        "- text: 'The minister said that the plant paid. Nobody asked.'\n"
        "  rests: ['the plant paid | The minister | i', 'Nobody asked | Sami | i']\n",
        encoding="utf-8",
    )
    told = kashf("evaluate", "--sayings", str(folder), "--show", "wrong")
    assert "en dev" in told.out
    assert "0.500/2" in told.out
    assert "Nobody asked" in told.out
    plain = json.loads(kashf("evaluate", "--sayings", str(folder), "--json").out)
    assert plain["en"]["dev"]["sayings"]["origin"] == 0.5


def test_gold_beside_a_report_of_another_kind_reads_it(evaluate: Callable, here: Path) -> None:
    folder = here / "gold"
    folder.mkdir()
    text = "Sami sold 5 rifles. Nobody in the village saw who came for them, and nobody was asked about the price."
    article = {"title": "Arms", "text": text, "language": "en"}
    (folder / "one.json").write_text(json.dumps(article), encoding="utf-8")
    (folder / "one.gold.yaml").write_text(
        "report: one.json\nlanguage: en\nquotes: []\nspeakers: {}\noptional: []\n"
        'figures: [{text: "5 rifles", value: 5, modifier: exact, unit: rifle}]\n'
        'claims: [{type: sell, evidence: "Sami sold 5 rifles"}]\n',
        encoding="utf-8",
    )
    assert json.loads(evaluate(folder, "--json").out)["en"]["-"]["figures"]["f1"] == 1.0


def test_gold_without_its_report_says_what_to_do(evaluate: Callable, here: Path) -> None:
    folder = here / "gold"
    folder.mkdir()
    (folder / "one.gold.yaml").write_text("report: one.json\nlanguage: en\n", encoding="utf-8")
    told = evaluate(folder)
    assert told.code == 1
    assert "one.json" in told.err
    assert "--records" in told.err
