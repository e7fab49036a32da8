from __future__ import annotations

from pathlib import Path

import pytest

from kashf.errors import DataError
from kashf.evaluation import digest, load_corpus, measure_records

ITEM = """\
- id: en-x-1
  split: dev
  text: "He sold it."
  figures: []
  quotes: []
  speakers: {}
  claims: [{type: sell, evidence: "He sold it"}]
  optional: []
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "first.yaml").write_text(ITEM, encoding="utf-8")
    (tmp_path / "a.txt").write_text("She bought it.", encoding="utf-8")
    (tmp_path / "a.gold.yaml").write_text("report: a.txt\nlanguage: en\n", encoding="utf-8")
    (tmp_path / "b.gold.yaml").write_text("report: b.json\nlanguage: fr\n", encoding="utf-8")
    (tmp_path / "pair.gold.yaml").write_text("story: same\n", encoding="utf-8")
    return tmp_path


def test_reports_and_items_are_read(folder: Path) -> None:
    assert [(gold.name, gold.language, gold.text) for gold in load_corpus(folder)] == [
        ("a.txt", "en", "She bought it."),
        ("b.json", "fr", ""),
        ("en-x-1", "en", "He sold it."),
    ]


def test_gold_without_a_record_is_missed(folder: Path) -> None:
    assert measure_records(load_corpus(folder), []).overall().claims.missed == 1


def test_the_digest_follows_every_change(folder: Path) -> None:
    before = digest(folder)
    assert digest(folder) == before
    path = folder / "en" / "first.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("sell", "buy"), encoding="utf-8")
    assert digest(folder) != before


def test_gates_are_no_part_of_the_digest(folder: Path) -> None:
    before = digest(folder)
    (folder / "gates.yaml").write_text("corpus: x\n", encoding="utf-8")
    assert digest(folder) == before


@pytest.mark.parametrize(("content", "message"), [("{a: 1}", "list of items"), ("- id: [", "mend the file")])
def test_a_broken_file_is_named(folder: Path, content: str, message: str) -> None:
    (folder / "en" / "first.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=rf"(?s)first\.yaml.*{message}"):
        load_corpus(folder)


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no gold"):
        load_corpus(tmp_path)
