"""Stories and copies held against gold, on findings made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.errors import DataError
from kashf.evaluation.grouping import measure_groups, read_copies, read_stories
from kashf.records import Finding

NAMES = {"r-1": "a.json", "r-2": "b.json", "r-3": "c.json", "r-4": "other.json"}
STORY = Finding("story", "f-1", ("r-1", "r-2", "r-4"))
NEAR = Finding("copy", "f-2", ("r-1", "r-2"), fields={"label": "near-copy"})
PART = Finding("copy", "f-3", ("r-2", "r-3"), fields={"label": "partial"})


def pair(*names: str) -> frozenset[str]:
    return frozenset(f"{name}.json" for name in names)


def test_stories_are_judged_by_pairs_of_the_files_that_the_gold_names() -> None:
    verdict = measure_groups([STORY], NAMES, {"a.json": "s", "b.json": "s", "c.json": "s"})
    assert verdict.plain == {"stories": {"precision": 1.0, "recall": 0.333, "f1": 0.5, "gold": 3, "found": 1}}
    assert verdict.misses == ("stories MISSED  a.json + c.json", "stories MISSED  b.json + c.json")


def test_copies_are_judged_by_their_label() -> None:
    gold = {pair("a", "b"): "partial", pair("b", "c"): "partial", pair("a", "c"): "distinct"}
    verdict = measure_groups([STORY, NEAR, PART], NAMES, copies=gold)
    assert verdict.plain["copies.near"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 0, "found": 1}
    assert verdict.plain["copies.partial"] == {"precision": 1.0, "recall": 0.5, "f1": 0.667, "gold": 2, "found": 1}
    assert "copies.near EXTRA  a.json + b.json" in verdict.misses


def test_what_has_not_been_read_is_told_and_does_not_count() -> None:
    verdict = measure_groups([STORY], NAMES, {"a.json": "s", "b.json": "s", "gone.json": "s"})
    assert verdict.plain["stories"]["recall"] == 1.0
    assert verdict.misses == ("NOT READ  gone.json",)


def test_tables_are_read(tmp_path: Path) -> None:
    path = tmp_path / "table.tsv"
    path.write_text("file\tstory\tnote\na.json\ts\t\n", encoding="utf-8")
    assert read_stories(path) == {"a.json": "s"}
    path.write_text("a\tb\tlabel\na.json\tb.json\tpartial\n", encoding="utf-8")
    assert read_copies(path) == {pair("a", "b"): "partial"}


def test_a_row_that_lacks_something_is_named(tmp_path: Path) -> None:
    path = tmp_path / "table.tsv"
    path.write_text("file\tstory\na.json\t\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"table\.tsv, line 2: nothing stands under story"):
        read_stories(path)
