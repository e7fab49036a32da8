"""The score of sentences on who says what."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.errors import DataError
from kashf.evaluation.sayings import below_gates, load_sayings, measure_sayings

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
