from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kashf.names import NameIndex, compare
from kashf.names.likeness import COUNTERPART, likeness
from kashf.names.list_index import ListIndex
from kashf.names.ordinary import is_ordinary
from kashf.names.packing import Lists, Postings, Texts, ranges
from kashf.names.parts import part_of
from kashf.names.scanning import TextIndex
from kashf.names.screening import LIKELY
from kashf.names.sounding import Spellings
from kashf.records import Listed

SHARED = Path(__file__).parents[3] / "shared"
ENTRIES = [
    Listed("1", "person", ("Salim Nour AL-BAHRI", "سليم نور البحري"), ("Abu Nour",)),
    Listed("2", "person", ("Munir Haddad",)),
    Listed("3", "organisation", ("Bahri Shipping Company", "AL-NOOR / ANX")),
    Listed("4", "facility", ("SEA LANTERN",)),
    Listed("5", "group", ("Islamic State", "ISIL")),
    Listed("6", "person", ("Abd al-Rahman Qasim Thunayyan",)),
]
ASKED = (
    "سليم البحري",
    "منير حداد",
    "شركة البحري للشحن",
    "أبو نور",
    "داعش",
    "ANX",
    "عبدالرحمن قاسم ثنيان",
    "Сельма Атар",
)
TEXT = "قال منير حداد إن سليم نور البحري باع الذهب لشركة البحري للشحن وداعش، ونفى عبد الرحمن قاسم الثنيان ذلك."


@pytest.fixture(scope="module")
def index() -> ListIndex:
    return ListIndex(ENTRIES)


def test_texts_lists_and_postings_give_back_what_they_hold():
    assert [Texts.of(["نور", "", "ab"])[at] for at in range(3)] == ["نور", "", "ab"]
    lists = Lists.of([[3, 1], [], [1, 1]])
    assert [one.tolist() for one in (lists[0], lists[1], lists[2])] == [[3, 1], [], [1, 1]]
    assert [lists.turned(4)[number].tolist() for number in range(4)] == [[], [0, 2], [], [0]]
    assert lists.joined(np.array([2, 0])).tolist() == [1, 1, 3, 1]
    found = Postings.of([("a", 1), ("b", 2), ("a", 3), ("a", 1)]).find(["a", "c"], [], ["b"])
    assert [group.tolist() for group in found] == [[1, 3], [], [2]]
    assert ranges(np.array([5, 0]), np.array([2, 1])).tolist() == [5, 6, 0]


def test_an_index_of_its_arrays_is_the_same(index: ListIndex):
    again = ListIndex(ENTRIES, index.arrays())
    assert len(again) == len(index) == 11
    for name in ASKED:
        assert again.find(name, limit=10, threshold=0.0) == index.find(name, limit=10, threshold=0.0)
    spotted = TextIndex((), is_ordinary, [again]).spot(TEXT)
    assert spotted == TextIndex(ENTRIES, is_ordinary).spot(TEXT)
    assert {one.entry.key for one in spotted} == {"1", "5", "6"}


def test_several_lists_are_searched_as_one(index: ListIndex):
    apart = TextIndex((), is_ordinary, [ListIndex([entry]) for entry in ENTRIES])
    together = TextIndex((), is_ordinary, [index])
    found = [{(one.entry.key, one.start, one.end, one.score) for one in each.spot(TEXT)} for each in (apart, together)]
    assert found[0] == found[1]


def test_an_index_without_an_array_is_none(index: ListIndex):
    arrays = dict(index.arrays())
    arrays.pop("tables.sizes")
    with pytest.raises(KeyError):
        ListIndex(ENTRIES, arrays)


def test_an_index_of_nothing_finds_nothing():
    assert ListIndex([]).find("سليم البحري", limit=10, threshold=0.0) == ()


@pytest.mark.parametrize("threshold", [0.5, 0.8])
def test_what_is_not_compared_would_not_have_been_found(threshold: float):
    first = ("Salim", "Munir", "Kamal", "Jamal", "Abd al-Rahman", "Muhammad", "Nour", "Daoud")
    last = ("Bahri", "Haddad", "Thunayyan", "Qasim", "Zahrani", "Muhri", "Bahriyan", "Hadad")
    names = [f"{one} {other}" for one in first for other in last] + [f"{first[0]} {one} {last[3]}" for one in first]
    index = NameIndex((name, [name], "person") for name in names)
    for asked in (
        "سليم بحري",
        "كمال حداد",
        "منير الزهراني",
        "محمد ثنيان",
        "نور قاسم",
        "سليم داود قاسم",
        "عبدالرحمن حدّاد",
    ):
        found = {hit.key for hit in index.find(asked, "person", limit=99, threshold=threshold)}
        assert found == {name for name in names if compare(asked, name, "person").score >= threshold}


def test_parts_are_sifted_but_no_like_one_is_lost():
    words = "salim salem selma bahri bahriyan haddad hadad qasim kassem thunayyan abdulrahman noor ноур سليم بحري قاسم"
    parts = [part_of(word, "person") for word in words.split()]
    asked = [part_of(word, "person") for word in ("سليم", "حداد", "ثنيان", "qasem", "bahry", "نور", "thunaiyan")]
    for part, (numbers, alike) in zip(asked, Spellings.of(parts).alike(asked), strict=True):
        told: dict[int, float] = {}
        for number, value in zip(numbers.tolist(), alike.tolist(), strict=True):
            told[number] = max(value, told.get(number, 0.0))
        for at, other in enumerate(parts):
            exact = likeness(part, other)
            assert exact < COUNTERPART or part.meanings & other.meanings or told.get(at, 0.0) >= exact - 1e-5


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not SHARED.exists(), reason="the United Nations list lies beside the project")
def test_the_index_of_the_united_nations_list_finds_what_comparing_with_every_name_finds():
    from kashf.evaluation.matching_names import read_latin_names, read_queries

    entries = list(read_latin_names(SHARED / "lists" / "un_consolidated_2018-10-29.xml"))
    index = NameIndex(entries)
    for query in read_queries(SHARED / "names" / "un_arabic_latin.tsv")[::40]:
        found = {hit.key for hit in index.find(query.name, limit=99, threshold=LIKELY)}
        every = {
            key
            for key, names, kind in entries
            if any(compare(query.name, name, kind).score >= LIKELY for name in names)
        }
        assert found == every
