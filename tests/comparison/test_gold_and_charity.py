"""Gold out of a mine and the director of a charity before a court: stories, copies, translations and models."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("story", ["ring", "mine", "charity", "othercharity"])
def test_a_story_has_its_reports_and_follow_ups_and_no_others(story: str, gold_and_charity: Any) -> None:
    """A digest may be in the story that it takes most of. The charge, twelve days later, names one man and one town
    that were named before."""
    rows = gold_and_charity.rows
    told = {key for key, row in rows.items() if row["story"] == story}
    stories = [set(gold_and_charity.keys(one.reports)) for one in gold_and_charity.of_kind("story")]
    assert told in [{key for key in keys if rows[key]["story"]} for keys in stories]


@pytest.mark.parametrize("alone", ["a11", "c10"])
def test_what_nobody_else_tells_is_in_no_story(alone: str, gold_and_charity: Any) -> None:
    assert not any(alone in gold_and_charity.keys(one.reports) for one in gold_and_charity.of_kind("story"))


def test_copies_and_translations_are_found_and_no_others(gold_and_charity: Any) -> None:
    """The copy of a copy, and what a digest has of a text that was copied, come beside what was taken first."""
    found = {
        frozenset(gold_and_charity.keys(one.reports)): one.fields["label"] for one in gold_and_charity.of_kind("copy")
    }
    wanted = {}
    for key, row in gold_and_charity.rows.items():
        wanted |= {frozenset((key, part)): "partial" for part in row.get("parts", ())}
        wanted |= {frozenset((key, row["copy_of"])): row["label"]} if "copy_of" in row else {}
        wanted |= {frozenset((key, row["translation_of"])): "translation"} if "translation_of" in row else {}
    beside = {("c1", "c3"): "near-copy", ("c2", "c12"): "partial", ("c3", "c12"): "partial"}
    assert found == wanted | {frozenset(pair): label for pair, label in beside.items()}


def test_each_copy_has_its_model(gold_and_charity: Any) -> None:
    models = gold_and_charity.models("copy")
    wanted = {key: row["model"] for key, row in gold_and_charity.rows.items() if "model" in row}
    assert {key: models[key] for key in wanted} == wanted
