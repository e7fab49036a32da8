"""Entries of lists against entities, and names against lists."""

from __future__ import annotations

import pytest

from kashf.names.list_index import ListIndex
from kashf.names.screening import ScreeningOptions, screen, screen_names
from kashf.records import Entity, Listed

SALIM = Entity("e-1", "person", "سالم نور البحري", ("سالم نور البحري", "سالم البحري"), mentions=3)
FRONT = Entity("e-2", "group", "Harbour Relief Front", ("Harbour Relief Front",), mentions=2)
ADEN = Entity("e-3", "place", "Aden", ("Aden",), mentions=9)
ENTITIES = (SALIM, FRONT, ADEN)


def hits(*entries, entities=ENTITIES, **options):
    found = screen(entries, entities, ScreeningOptions(**options) if options else None)
    return [(key, match.entity.id) for key, matches in found.items() for match in matches]


@pytest.mark.parametrize("more", [0, 10], ids=["fewer entries", "more entries"])
def test_the_direction_of_the_search_changes_nothing(more):
    rest = [Listed(f"x{number}", "person", (f"Xx Qq{chr(97 + number)}ter",)) for number in range(more)]
    assert hits(Listed("1", "person", ("Salim Nour AL-BAHRI",)), *rest) == [("1", "e-1")]


def test_any_name_of_an_entry_may_match():
    assert hits(Listed("1", "organisation", ("Dockside Aid", "Harbour Relief Front"))) == [("1", "e-2")]


def test_places_are_not_screened():
    assert hits(Listed("1", "organisation", ("Aden",))) == []


def test_brothers_are_not_taken_for_one_another():
    assert hits(Listed("1", "person", ("Karim Nour AL-BAHRI",))) == []


def test_a_weak_name_counts_less():
    good = screen([Listed("1", "person", ("Salim Nour AL-BAHRI",))], ENTITIES)["1"][0]
    weak = screen([Listed("1", "person", ("Somebody Else",), ("سالم نور البحري",))], ENTITIES, ScreeningOptions(0.1))
    assert weak["1"][0].score < good.score
    assert weak["1"][0].comparison.features[0].feature == "weak_alias"


def test_a_person_is_hardly_a_body():
    [match] = screen([Listed("1", "person", ("Harbour Relief Front",))], ENTITIES, ScreeningOptions(0.1))["1"]
    assert match.comparison.features[0].feature == "kinds_apart"


def test_a_byname_alone_counts_less():
    known = Entity("e-1", "person", "أبو الورد", ("أبو الورد",))
    assert hits(Listed("1", "person", ("Abu Ward",)), entities=(known,)) == []
    [match] = screen([Listed("1", "person", ("Abu Ward",))], (known,), ScreeningOptions(0.5))["1"]
    assert match.comparison.features[0].feature == "byname_alone"
    whole = Entity("e-2", "person", "أبو الورد الحلبي", ("أبو الورد الحلبي",))
    assert hits(Listed("1", "person", ("Abu Ward al-Halabi",)), entities=(whole,)) == [("1", "e-2")]


def test_matches_come_likeliest_first_and_at_most_so_many():
    twins = [Entity(f"e-{n}", "person", "Salim al-Bahri", mentions=n) for n in range(5)]
    assert hits(Listed("1", "person", ("Salim al-Bahri",)), entities=twins, limit=2) == [("1", "e-4"), ("1", "e-3")]


def test_names_are_held_against_lists_too():
    names = [Listed("17", "unknown", ("سالم نور البحري",)), Listed("18", "unknown", ("Ann Obren",))]
    listed = ListIndex([Listed("HBi.001", "person", ("Selim Noor", "Salim Nour AL-BAHRI"))])
    found = screen_names(names, [listed])
    assert list(found) == ["17"]
    assert [(one.entry.key, one.listed_as) for one in found["17"]] == [("HBi.001", "Salim Nour AL-BAHRI")]


def test_lists_without_entries_are_no_trouble():
    assert screen_names([Listed("17", "unknown", ("Ann Obren",))], []) == {}
    assert screen([], ENTITIES) == {}
