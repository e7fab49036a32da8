"""The score of sentences on who says what."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kashf.errors import DataError
from kashf.evaluation.sayings import (
    as_verdict,
    below_gates,
    load_sayings,
    measure_folder,
    measure_sayings,
    pin_sayings,
)

ITEM = {
    "text": 'قال وزير المالية: "لن نسمح بمرور دولار واحد". وأضاف أن المكتب أغلق.',
    "quotes": ["لن نسمح بمرور دولار واحد | وزير المالية"],
    "rests": ["المكتب أغلق | وزير المالية | i"],
}


def test_what_is_right_counts() -> None:
    tally = measure_sayings("ar", [ITEM])
    assert set(tally.shares().values()) == {1.0}
    assert not tally.mistakes


def test_what_is_wrong_is_listed_with_what_was_wanted() -> None:
    tally = measure_sayings("ar", [{**ITEM, "rests": ["المكتب أغلق | وزير الدفاع | d"]}])
    assert {mistake.field for mistake in tally.mistakes} == {"origin", "chain", "mode"}
    assert "وزير الدفاع" in tally.mistakes[0].line()


def test_a_missed_quotation_costs_recall() -> None:
    tally = measure_sayings("ar", [{**ITEM, "quotes": [*ITEM["quotes"], "أغلق | وزير المالية"]}])
    assert tally.shares()["recall"] == 0.5


def test_words_that_do_not_stand_in_the_text_are_refused() -> None:
    with pytest.raises(DataError, match="do not stand"):
        measure_sayings("ar", [{**ITEM, "rests": ["غير موجود | outlet | o"]}])


def test_a_file_that_is_no_list_of_items_is_named(tmp_path: Path) -> None:
    (tmp_path / "ar.yaml").write_text("text: one", encoding="utf-8")
    with pytest.raises(DataError, match=r"ar\.yaml"):
        list(load_sayings(tmp_path))


def test_gates_that_are_not_pinned_are_asked_for(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="--pin"):
        below_gates(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, item in (("ar", ITEM), ("ar-held", {**ITEM, "rests": ["المكتب أغلق | وزير الدفاع | i"]})):
        (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump([item], allow_unicode=True), encoding="utf-8")
    return tmp_path


def test_what_is_held_back_is_measured_only_when_asked_for(folder: Path) -> None:
    assert set(measure_folder(folder)) == {("ar", "dev")}
    assert set(measure_folder(folder, held=True)) == {("ar", "dev"), ("ar", "held")}


def test_a_verdict_has_values_a_table_and_what_went_wrong(folder: Path) -> None:
    verdict = as_verdict(measure_folder(folder, held=True))
    assert verdict.plain["ar"]["held"]["sayings"]["origin"] == 0.0
    assert "ar dev" in verdict.table
    assert "1.000/1" in verdict.table
    assert any("وزير الدفاع" in line for line in verdict.misses)


def test_pinned_gates_hold(folder: Path) -> None:
    pin_sayings(folder)
    assert below_gates(folder) == []
    (folder / "ar.yaml").write_text(
        yaml.safe_dump([{**ITEM, "rests": ["المكتب أغلق | وزير الدفاع | i"]}], allow_unicode=True), encoding="utf-8"
    )
    assert any("origin" in lost for lost in below_gates(folder))
    with pytest.raises(DataError):
        pin_sayings(folder)


def test_a_folder_without_sentences_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no sentences"):
        measure_folder(tmp_path)
