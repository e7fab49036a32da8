"""Who copied whom: the likeliest model of each copy, and what cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Finding

Pick = Callable[..., list[Finding]]
FIRST = (
    "Border guards at the northern crossing stopped a lorry with nine crates of antiquities on Monday and held its "
    "driver. The crates had been declared as floor tiles bound for a warehouse near the old harbour. Inside lay coins, "
    "seals and two carved heads which a museum curator dated to the third century. The driver said a stranger had paid "
    "him in cash at a petrol station. Customs officers are looking for the owner of the warehouse, who left the "
    "country last week."
)
EDITED = FIRST.replace("nine crates", "ten crates").replace("in cash", "in foreign banknotes")
CUT = EDITED[: EDITED.index("Customs officers")]
OTHER_EDIT = FIRST.replace("a museum curator", "an expert of the national museum").replace("last week", "on Friday")


def copied(draft: Any, of_kind: Pick, *told: tuple[str, str, int | None]) -> Mapping[str, Mapping[str, Any]]:
    """The likely model of each report, by outlets."""
    records = [draft(text, outlet, day, language="en").record() for outlet, text, day in told]
    outlets = {record.report.id: record.report.outlet for record in records}
    (story,) = of_kind(compare(records), "story")
    return {
        outlets[each["report"]]: {
            **each,
            "model": outlets[each["model"]],
            "as_likely": [outlets[one] for one in each["as_likely"]],
        }
        for each in story.fields["copying"]
    }


@pytest.mark.parametrize(
    ("told", "models"),
    [
        ([("A", FIRST, 1), ("B", EDITED, 2), ("C", CUT, 3)], {"B": "A", "C": "B"}),
        ([("A", FIRST, 1), ("B", EDITED, 2), ("C", OTHER_EDIT, 3)], {"B": "A", "C": "A"}),
        ([("A", FIRST, 1), ("B", EDITED, 2), ("C", EDITED + " Nobody else was held.", 3)], {"B": "A", "C": "B"}),
        ([("A", FIRST, 1), ("B", OTHER_EDIT, 2), ("C", EDITED, 2), ("D", CUT, 3)], {"B": "A", "C": "A", "D": "C"}),
        ([("C", CUT, 3), ("B", EDITED, 2), ("A", FIRST, 1)], {"B": "A", "C": "B"}),
    ],
    ids=[
        "a copy of a copy",
        "two copies of one text",
        "a copy with an addition",
        "two branches",
        "read in another order",
    ],
)
def test_a_copy_has_the_changes_of_its_model(draft: Any, of_kind: Pick, told: Any, models: Any) -> None:
    assert {outlet: each["model"] for outlet, each in copied(draft, of_kind, *told).items()} == models


def test_changes_in_common_are_told_by_their_words(draft: Any, of_kind: Pick) -> None:
    found = copied(draft, of_kind, ("A", FIRST, 1), ("B", EDITED, 2), ("C", CUT, 3))["C"]
    assert found["common_changes"] == 2
    assert any("ten crates" in words for words in found["changes"])


def test_models_that_hold_as_much_are_named(draft: Any, of_kind: Pick) -> None:
    found = copied(draft, of_kind, ("A", FIRST, 1), ("B", FIRST + " ", 2), ("C", FIRST[:400], 3))["C"]
    assert (found["model"], found["as_likely"]) == ("A", ["B"])


@pytest.mark.parametrize(("day", "ordered"), [(1, False), (2, True), (None, False)])
def test_which_was_first_is_told_where_the_days_tell_it(draft: Any, of_kind: Pick, day: Any, ordered: bool) -> None:
    found = copied(draft, of_kind, ("A", FIRST, 1), ("B", EDITED, day))
    assert [each["ordered"] for each in found.values()] == [ordered]


def test_a_report_that_names_its_model_is_believed(draft: Any, of_kind: Pick) -> None:
    records = [
        draft(FIRST, "A", 1).record(),
        draft(EDITED, "Border Post", 1).record(),
        draft("The Border Post wrote: " + FIRST, "C", 1)
        .claim(
            "c", "arrest", "Border guards at the northern crossing stopped a lorry", source=("outlet", "Border Post")
        )
        .record(),
    ]
    (story,) = of_kind(compare(records), "story")
    models = {each["report"]: each for each in story.fields["copying"]}
    taken = models[records[2].report.id]
    assert (taken["model"], taken["credited"], taken["ordered"]) == (records[1].report.id, True, True)


def test_an_agency_that_both_credit_is_named(draft: Any, of_kind: Pick) -> None:
    records = [
        draft(f"Reuters - {text}", outlet, day)
        .claim("c", "arrest", "Border guards at the northern crossing stopped a lorry", source=("outlet", "Reuters"))
        .record()
        for outlet, text, day in (("A", FIRST, 1), ("B", EDITED, 2))
    ]
    (story,) = of_kind(compare(records), "story")
    assert [each["agency"] for each in story.fields["copying"]] == ["Reuters"]
