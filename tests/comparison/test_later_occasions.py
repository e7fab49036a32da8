"""Stories and copies where digests, follow-ups and other events of the same parties stand between."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "story", ["valencia", "strike", "diesel", "missile", "fine", "trial", "airport", "foundation", "verdict"]
)
def test_a_story_has_its_reports_and_follow_ups_and_no_others(story: str, later_occasions: Any) -> None:
    """A digest may be in the story that it takes most of; it ties no two."""
    rows = later_occasions.rows
    told = {key for key, row in rows.items() if row["story"] == story}
    stories = [set(later_occasions.keys(one.reports)) for one in later_occasions.of_kind("story")]
    assert told in [{key for key in keys if rows[key]["story"]} for keys in stories]


@pytest.mark.parametrize("alone", ["b8", "t7", "p5", "q7", "r5"])
def test_what_nobody_else_tells_is_in_no_story(alone: str, later_occasions: Any) -> None:
    assert not any(alone in later_occasions.keys(one.reports) for one in later_occasions.of_kind("story"))


def test_copies_are_found_and_the_parts_of_digests(later_occasions: Any) -> None:
    found = {
        frozenset(later_occasions.keys(one.reports)): one.fields["label"]
        for one in later_occasions.of_kind("copy")
        if one.fields["label"] != "translation"
    }
    for key, row in later_occasions.rows.items():
        assert "copy_of" not in row or found[frozenset((key, row["copy_of"]))] == row["label"]
        assert all(found[frozenset((key, part))] == "partial" for part in row.get("parts", ()))
