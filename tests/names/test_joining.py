"""What reports say beside the names: who else is in them, which family, which office, how a name is cut short."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.names import resolve
from kashf.names.persons import are_of_one_family
from kashf.records import Record

Build = Callable[..., Record]
OTHERS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("منير القصاب", "person", "8", {}),
    ("مخبز الورد", "organisation", "9", {}),
)
STRANGERS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("سليم الدهان", "person", "8", {}),
    ("معمل الريان", "organisation", "9", {}),
)


def are_one(first: Record, second: Record) -> bool:
    assigned = resolve([first, second]).assignments
    return assigned[first.report.id, "1"] == assigned[second.report.id, "1"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أبو تميم", "أبو تميم"),
        ("Shaykh Zarnouk", "Shaykh Zarnouk"),
        ("برهوش", "برهوش"),
        ("فيكتور دولشن", "فيكتور دلوشن"),
        ("بهمن أزاربوشيه", "بهمن أذربوشه"),
    ],
)
def test_like_names_are_one_only_in_reports_of_one_occasion(report: Build, one: str, other: str) -> None:
    first = report((one, "person", "1", {}), *OTHERS, source="a")
    together = report((other, "person", "1", {}), *OTHERS, source="b", day=2)
    apart = report((other, "person", "1", {}), *STRANGERS, source="b", day=2)
    assert are_one(first, together)
    assert not are_one(first, apart)


@pytest.mark.parametrize(
    ("one", "other"),
    [("محمد", "محمد"), ("خالد", "خالد"), ("أبو تميم", "أبو سليم"), ("سامر القصار", "ماهر القصار")],
)
def test_given_names_and_brothers_are_two_even_there(report: Build, one: str, other: str) -> None:
    first = report((one, "person", "1", {}), *OTHERS, source="a")
    assert not are_one(first, report((other, "person", "1", {}), *OTHERS, source="b", day=2))


def test_two_of_one_single_name_in_a_report_are_left_apart(report: Build) -> None:
    first = report(("أبو تميم", "person", "1", {}), ("أبو تميم", "person", "2", {}), *OTHERS, source="a")
    assert not are_one(first, report(("أبو تميم", "person", "1", {}), *OTHERS, source="b", day=2))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("محمد بن عبدالرحمن", "محمد بن عبدالرحمن آل زهيان", True),
        ("Samer Haddad", "Samer Haddad al-Qasbi", True),
        ("علي حسن", "علي حسن ابراهيم", False),
        ("سامر القصار", "ماهر القصار", False),
    ],
)
def test_within_a_report_a_name_may_be_cut_short_by_its_family(report: Build, one: str, other: str, same: bool) -> None:
    record = report((one, "person", "1", {}), (other, "person", "2", {}))
    assigned = resolve([record]).assignments
    assert (assigned[record.report.id, "1"] == assigned[record.report.id, "2"]) is same


@pytest.mark.parametrize(
    ("one", "other", "family"),
    [
        ("James Harwood", "Diane Harwood", True),
        ("سامر القصار", "ماهر القصار", True),
        ("Usama bin Zarnouk", "Saad bin Zarnouk", True),
        ("Abu Tamim al-Zarnouki", "Samer al-Zarnouki", False),
        ("J. Harwood", "James Harwood", False),
        ("Samer Haddad", "Abu Ward", False),
        ("Samer Haddad", "سامر حداد", False),
        ("Muhammad Zarnouk", "Mohamed Zarnuk", False),
    ],
)
def test_who_is_another_of_the_family(one: str, other: str, family: bool) -> None:
    assert are_of_one_family(one, other) is family


def test_another_of_the_family_under_the_same_key_is_somebody_else(report: Build) -> None:
    known = {"name": "James Harwood"}
    record = report(
        ("James Harwood", "person", "1", known),
        ("Diane Harwood", "person", "1", known),
        ("Harwood", "person", "1", known),
    )
    resolution = resolve([record])
    assert {found.names for found in resolution.entities} == {("James Harwood", "Harwood"), ("Diane Harwood",)}
    names = [mention.name for mention in resolution.apply(record).mentions]
    assert names == ["James Harwood", "Diane Harwood", "James Harwood"]


def test_a_known_body_that_was_taken_for_a_person_is_the_body(report: Build) -> None:
    first = report(("Lashkar-e Tayyiba", "person", "1", {}), source="a")
    assert are_one(first, report(("لشكر طيبة", "group", "1", {}), source="b", day=2))
    assert not are_one(report(("Abu Sayyaf", "person", "1", {})), report(("Abu Sayyaf", "group", "1", {}), source="b"))


def test_one_body_in_two_spellings_of_one_script(report: Build) -> None:
    first = report(("مانوفاكترينغ القصبي", "organisation", "1", {}), source="a")
    assert are_one(first, report(("مانوفاكترينج القصبي", "organisation", "1", {}), source="b", day=2))
    assert not are_one(first, report(("مصنع القصبي", "organisation", "1", {}), source="b", day=2))
