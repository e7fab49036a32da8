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


def test_what_a_story_says_goes_back_to_one_source(later_occasions: Any) -> None:
    """As a reader counts: the ministry's statement, the treasury's, the regulator's, the prosecution's, a court's. What
    others say besides (the brother, the traders, the charity's director) nobody else carries."""
    shared = [one for one in later_occasions.of_kind("assertion") if len(one.reports) > 1]
    several = [one for one in shared if one.independent_origins != 1]
    assert len(shared) >= 30
    assert len(several) <= 0.1 * len(shared), [one.fields["type"] for one in several]


@pytest.mark.parametrize(("type_", "carriers", "origin"), [("freeze", {"s1", "s2", "v7"}, "Capital Press Agency")])
def test_each_part_of_a_digest_has_the_origin_of_its_own_model(
    type_: str, carriers: set[str], origin: str, later_occasions: Any
) -> None:
    [found] = [
        one
        for one in later_occasions.of_kind("assertion")
        if one.fields["type"] == type_ and carriers <= set(later_occasions.keys(one.reports))
    ]
    assert [one.name for one in found.origins] == [origin]


@pytest.mark.parametrize("one", ["s1", "s6"])
def test_two_men_of_two_stories_are_not_the_same_two(one: str, later_occasions: Any) -> None:
    """The one lists two men, the others list or try two others in the same days."""
    for found in later_occasions.of_kind("assertion"):
        keys = set(later_occasions.keys(found.reports))
        if one in keys and found.fields["type"] in ("designate", "charge"):
            assert keys.isdisjoint({"s7", "s8", "t1", "t2", "t3", "t4", "t5"})
