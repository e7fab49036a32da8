from __future__ import annotations

import pytest

from kashf.comparison.grades import of_every_name, outlook, propose, proposed_with
from kashf.comparison.origins import Origins
from kashf.records import Entity, Finding, Origin

FIGURE = Finding("conflict", "f-1", ("r",), fields={"conflict": "figure"})
DENIAL = Finding("conflict", "f-2", ("r",), fields={"conflict": "denial"})
WRONG = Finding("check", "f-3", ("r",), verdict="inconsistent")
RIGHT = Finding("check", "f-4", ("r",), verdict="consistent")


def origins(count: int, named: int) -> Origins:
    return Origins(tuple(Origin(f"source {number}", ("r",)) for number in range(count)), (), named)


@pytest.mark.parametrize(
    ("count", "named", "grade"), [(3, 3, 1), (3, 2, 1), (3, 1, 2), (2, 1, 2), (2, 0, 3), (1, 1, 3), (1, 0, 6)]
)
def test_origins_set_the_grade(count: int, named: int, grade: int) -> None:
    assert propose(origins(count, named), ["asserted"], [], {}).grade == grade


@pytest.mark.parametrize(
    ("findings", "grade"), [([FIGURE], 4), ([DENIAL], 4), ([FIGURE, WRONG], 5), ([WRONG], 4), ([RIGHT], 3)]
)
def test_conflicts_and_checks_weigh_on_a_single_source(findings: list[Finding], grade: int) -> None:
    assert propose(origins(1, 1), ["asserted"], findings, {}).grade == grade


@pytest.mark.parametrize(("findings", "grade"), [([DENIAL], 3), ([FIGURE], 3), ([WRONG], 3)])
def test_two_sources_bear_more(findings: list[Finding], grade: int) -> None:
    assert propose(origins(2, 2), ["asserted"], findings, {}).grade == grade


@pytest.mark.parametrize(("letter", "grade"), [("A", 2), ("B", 2), ("C", 3), ("E", 6), ("F", 3)])
def test_the_analysts_grade_of_the_one_source_counts(letter: str, grade: int) -> None:
    assert propose(origins(1, 1), ["asserted"], [], {"source 0": letter}).grade == grade


def test_what_is_not_stated_as_a_fact_is_no_better_than_possible() -> None:
    assert propose(origins(3, 3), ["alleged", "possible"], [], {}).grade == 3
    assert propose(origins(3, 3), ["alleged", "asserted"], [], {}).grade == 1


def test_what_cannot_be_judged_stays_so() -> None:
    assert propose(origins(1, 0), ["asserted"], [DENIAL, WRONG], {}).grade == 6


def test_the_rule_is_shown_step_by_step() -> None:
    steps = propose(origins(1, 1), ["asserted"], [FIGURE, RIGHT], {}).steps
    assert steps == ("1 independent origin, 1 named: 3", "figure conflict: 4", "its figures are consistent")


@pytest.mark.parametrize(
    ("count", "named", "modality", "findings", "told"),
    [
        (1, 0, "asserted", [], {"named_origin": 3}),
        (1, 1, "asserted", [], {"named_origin": 2, "reliable_source": 2, "denial": 4}),
        (2, 1, "asserted", [], {"named_origin": 1, "denial": 3}),
        (3, 3, "asserted", [], {"denial": 3}),
        (1, 1, "asserted", [DENIAL], {"named_origin": 3, "no_denial": 3, "settled": 3}),
        (2, 2, "asserted", [FIGURE], {"named_origin": 2, "settled": 2}),
        (2, 2, "alleged", [], {"stated": 2}),
        (1, 1, "asserted", [WRONG], {"named_origin": 3, "reliable_source": 3, "settled": 3}),
    ],
)
def test_what_would_change_the_grade(
    count: int, named: int, modality: str, findings: list[Finding], told: dict[str, int]
) -> None:
    assert dict(outlook(origins(count, named), [modality], findings, {})) == told


NADIA = Entity("e-1", "person", "Nadia Saad", ("Nadia Saad", "نادية سعد"), {}, ("r",), 1)
DAWN = Entity("e-2", "place", "Dawn", ("Dawn", "فجر"), {}, ("r",), 1)


@pytest.mark.parametrize(
    ("grades", "told"),
    [
        ({}, {}),
        ({"نادية سعد": "B"}, {"Nadia Saad": "B", "نادية سعد": "B"}),
        ({"نادية سعد": "B", "Nadia Saad": "D"}, {"Nadia Saad": "D", "نادية سعد": "B"}),
        ({"Dawn": "A"}, {"Dawn": "A"}),
        ({"nobody": "E"}, {"nobody": "E"}),
    ],
)
def test_a_grade_holds_under_every_name_of_somebody_and_of_no_place(
    grades: dict[str, str], told: dict[str, str]
) -> None:
    assert of_every_name(grades, [NADIA, DAWN]) == told


@pytest.mark.parametrize(("letter", "grade"), [("A", 2), ("C", 3), ("E", 6)])
def test_a_finding_is_graded_anew_from_what_it_keeps(letter: str, grade: int) -> None:
    fields = {"modalities": ["asserted"], "named_origins": 1}
    found = Finding("assertion", "f-5", ("r",), origins=(Origin("source 0", ("r",)),), grade="3", fields=fields)
    assert proposed_with(found, [], {"source 0": letter}) == grade
