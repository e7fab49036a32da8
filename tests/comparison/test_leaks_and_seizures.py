"""A seizure at a port, a leaked report and an indictment: stories, copies, translations, and who took it from whom."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("story", ["port", "border", "panel", "attack", "exchange", "sanction"])
def test_a_story_has_its_reports_and_follow_ups_and_no_others(story: str, leaks_and_seizures: Any) -> None:
    """A digest may be in the story that it takes most of. The follow-up on the port takes the firm for a place."""
    rows = leaks_and_seizures.rows
    told = {key for key, row in rows.items() if row["story"] == story}
    stories = [set(leaks_and_seizures.keys(one.reports)) for one in leaks_and_seizures.of_kind("story")]
    assert told in [{key for key in keys if rows[key]["story"]} for keys in stories]


def test_what_nobody_else_tells_is_in_no_story(leaks_and_seizures: Any) -> None:
    assert not any("j9" in leaks_and_seizures.keys(one.reports) for one in leaks_and_seizures.of_kind("story"))


def test_copies_and_translations_are_found_and_no_others(leaks_and_seizures: Any) -> None:
    """The copy of a copy, and what a digest has of a copied text, come beside what was taken first."""
    found = {
        frozenset(leaks_and_seizures.keys(one.reports)): one.fields["label"]
        for one in leaks_and_seizures.of_kind("copy")
    }
    wanted = {}
    for key, row in leaks_and_seizures.rows.items():
        wanted |= {frozenset((key, part)): "partial" for part in row.get("parts", ())}
        wanted |= {frozenset((key, row["copy_of"])): row["label"]} if "copy_of" in row else {}
        wanted |= {frozenset((key, row["translation_of"])): "translation"} if "translation_of" in row else {}
    beside = {frozenset(("j1", "j3")): "near-copy", frozenset(("g2", "g8")): "partial"}
    assert found == wanted | beside


def test_each_copy_has_its_model(leaks_and_seizures: Any) -> None:
    models = leaks_and_seizures.models("copy")
    wanted = {key: row["model"] for key, row in leaks_and_seizures.rows.items() if "model" in row}
    assert {key: models[key] for key in wanted} == wanted


@pytest.mark.parametrize("copy", ["g4", "h4", "j2"])
def test_a_copy_that_names_the_outlet_it_has_it_from_credits_it(copy: str, leaks_and_seizures: Any) -> None:
    told = (each for story in leaks_and_seizures.of_kind("story") for each in story.fields["copying"])
    [one] = [each for each in told if leaks_and_seizures.key[each["report"]] == copy]
    assert one["credited"]
    assert one["ordered"]


def test_a_translation_is_told_from_another_write_up_of_the_same_news(two_languages: Any) -> None:
    found = {
        frozenset(two_languages.keys(one.reports)): one.fields["likelihood"]
        for one in two_languages.of_kind("copy")
        if one.fields["label"] == "translation"
    }
    rows = two_languages.rows.items()
    assert found.keys() == {frozenset((key, row["translation_of"])) for key, row in rows if "translation_of" in row}
    assert all(0.5 <= likelihood <= 1 for likelihood in found.values())
