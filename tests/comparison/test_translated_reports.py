"""Stories, copies, the order of copying and translations, on three invented occasions and three more told thrice."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from kashf.comparison.corpus import gather
from kashf.comparison.translated_reports import marks, translated_reports


def pairs(groups: Any) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def test_the_reports_of_one_occasion_are_one_story(occasions: Any) -> None:
    stories = {row["story"] for row in occasions.rows.values()}
    gold = pairs([key for key, row in occasions.rows.items() if row["story"] == story] for story in stories)
    found = pairs(occasions.keys(one.reports) for one in occasions.of_kind("story"))
    assert not found - gold
    assert len(found & gold) >= 0.95 * len(gold)


def test_copies_and_parts_are_found_and_nothing_else(occasions: Any) -> None:
    labels = {frozenset((key, row["model"])): row["label"] for key, row in occasions.rows.items() if "model" in row}
    found = {
        frozenset(occasions.keys(one.reports)): one.fields["label"]
        for one in occasions.of_kind("copy")
        if one.fields["label"] != "translation"
    }
    assert labels.items() <= found.items()
    assert all(len({occasions.original(key) for key in pair}) == 1 for pair in found)


def test_each_copy_has_its_model(occasions: Any) -> None:
    models = {key: row["model"] for key, row in occasions.rows.items() if "model" in row}
    assert occasions.models("copy") == models


def test_translations_are_told_from_other_write_ups(occasions: Any) -> None:
    gold = {key: row["translation_of"] for key, row in occasions.rows.items() if "translation_of" in row}
    assert occasions.models("translation") == gold


def test_a_translation_is_a_copy_with_its_reason(occasions: Any) -> None:
    for one in occasions.of_kind("copy"):
        if one.fields["label"] == "translation":
            assert one.working.startswith(f"probably a translation ({one.fields['likelihood']:.0%}): ")
            assert 0.45 <= one.fields["agreement"] <= 1


@pytest.mark.parametrize(("alike", "expected"), [(0.6, True), (0.1, False)])
def test_where_the_order_leaves_it_open_the_meaning_decides(occasions: Any, alike: float, expected: bool) -> None:
    """A report that takes over half of what was translated is none by its order alone."""
    asked: list[tuple[str, str]] = []

    def meaning(one: str, other: str) -> float:
        asked.append((one, other))
        return alike

    corpus = gather(occasions.records, occasions.entities)
    items = [item for item in corpus.items if occasions.key[item.id] in ("c5", "c6")]
    assert list(translated_reports(items, corpus.entities, frozenset())) == []
    found = list(translated_reports(items, corpus.entities, frozenset(), meaning))
    assert len(asked) == 1
    assert bool(found) is expected
    assert all(pair.meant == alike for pair in found)


def test_marks_are_told_in_the_order_of_the_text(draft: Any, entity: Any) -> None:
    record = (
        draft("Salim Karout sent 40 dollars to Hama on 2 March")
        .name("Salim Karout", "e-1", "person")
        .name("Hama", "e-2", "place")
        .figure("40 dollars", 40, "USD")
        .time("2 March", 2)
        .claim("c", "transfer", "Salim Karout sent 40 dollars", actor="Salim Karout")
        .record()
    )
    corpus = gather([record], [entity("e-1"), entity("e-2")])
    told = marks(corpus.items[0], corpus.entities).told
    assert [mark for mark in told if mark[0] in "@#" or " " in mark] == [
        "@e-1",
        "transfer affirmed",
        "#40 USD",
        "@e-2",
        "day 2020-03-02",
    ]
