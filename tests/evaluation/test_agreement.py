"""A second reading held against the first."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.errors import DataError
from kashf.evaluation import as_record, judge, load_corpus, load_second_reading, parse_gold

CORPUS = Path(__file__).parents[2] / "corpus"
ITEM = {
    "id": "en-x-1",
    "text": "Sami sold 5 rifles to Dana, the clerk said.",
    "figures": [{"text": "5 rifles", "value": 5, "unit": "rifle"}],
    "quotes": [],
    "speakers": {"clerk": {"name": "the clerk"}},
    "claims": [
        {
            "type": "sell",
            "evidence": "Sami sold 5 rifles to Dana",
            "actor": "Sami",
            "counterparty": "Dana",
            "amount": 5,
            "source": "clerk",
            "mode": "indirect",
        }
    ],
}


def test_gold_agrees_with_itself() -> None:
    gold = parse_gold(ITEM, "en-x-1", language="en")
    scores = judge(gold, as_record(gold)).scores
    assert (scores.figures.f1(), scores.claims.f1()) == (1.0, 1.0)
    assert all(share.value() == 1.0 for layer in scores.layers().values() for share in layer.parts.values())


@pytest.mark.parametrize("language", ["ar", "en", "fr", "ru"])
def test_every_item_of_the_corpus_agrees_with_itself_on_what_is_claimed(language: str) -> None:
    for gold in load_corpus(CORPUS):
        if gold.language == language:
            scores = judge(gold, as_record(gold)).scores
            assert (scores.claims.missed, scores.claims.extra) == (0, 0), gold.name


def test_the_second_reading_of_the_corpus_can_be_read() -> None:
    again = load_second_reading(CORPUS / "second-reading.yaml", load_corpus(CORPUS))
    assert len(again) > 40
    assert all(first.name == record.report.source for first, record in again)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("- {id: ar-none-999}", "no such text"),
        ("- {id: ar-nothing-002, claims: [{type: sell, evidence: 'no words of it'}]}", "does not stand in the text"),
        ("id: ar-nothing-002", "a list of items is expected"),
    ],
)
def test_what_is_no_second_reading_is_told(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "second.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=said):
        load_second_reading(path, load_corpus(CORPUS))
