from __future__ import annotations

from pathlib import Path

import pytest

from kashf.names import NameIndex

SHARED = Path(__file__).parents[3] / "shared"
ENTRIES = [
    ("p1", ["Samer Haddad", "Abu Ward"], "person"),
    ("p2", ["Munir Haddad"], "person"),
    ("p3", ["Ahmed Samer Haddad"], "person"),
    ("p4", ["Dmitry Feoktistov"], "person"),
    ("g1", ["Islamic State", "ISIL"], "group"),
    ("g2", ["Al-Itihaad al-Islamiya / AIAI"], "group"),
    ("o1", ["Selselat al-Thahab Money Exchange"], "organisation"),
    ("o2", ["Haddad Trading Company"], None),
    ("p5", ["Ramimakhlouf"], "person"),
]


@pytest.fixture(scope="module")
def index() -> NameIndex[str]:
    return NameIndex(ENTRIES)


@pytest.mark.parametrize(
    ("name", "kind", "keys"),
    [
        ("سامر حداد", None, ["p1"]),
        ("أبو الورد", None, ["p1"]),
        ("منير حداد", "person", ["p2"]),
        ("أحمد سامر حداد", None, ["p3"]),
        ("دميترى فيوكتيستوف", None, ["p4"]),
        ("داعش", None, ["g1"]),
        ("AIAI", None, ["g2"]),
        ("الاتحاد الإسلامي", "group", ["g2"]),
        ("شركة سلسلة الذهب للصرافة", None, ["o1"]),
        ("شركة حداد للتجارة", None, ["o2"]),
        ("رامي مخلوف", None, ["p5"]),
        ("حسن خوري", None, []),
        ("", None, []),
    ],
)
def test_a_name_finds_its_entry(index: NameIndex[str], name: str, kind: str | None, keys: list[str]) -> None:
    assert [hit.key for hit in index.find(name, kind)] == keys


def test_hits_are_ranked_and_cut(index: NameIndex[str]) -> None:
    hits = index.find("Samer Haddad", threshold=0.0)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.key for hit in hits}) == len(hits) > 1
    assert index.find("Samer Haddad", threshold=0.0, limit=1) == hits[:1]
    assert hits[0].name == "Samer Haddad"


def test_entries_are_added_later() -> None:
    index: NameIndex[int] = NameIndex()
    assert index.find("سامر حداد") == ()
    index.add(7, ["Samer Haddad", "  "], "person")
    assert [hit.key for hit in index.find("سامر حداد")] == [7]
    index.add(8, ["سامر حداد"])
    assert {hit.key for hit in index.find("سامر حداد")} == {7, 8}
    assert len(index) == 2


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the United Nations list lies beside the project")
def test_names_of_the_united_nations_list_are_found_across_scripts() -> None:
    from kashf.evaluation.matching_names import measure_matching, read_latin_names, read_queries

    queries = read_queries(SHARED / "names" / "un_arabic_latin.tsv")
    measured = measure_matching(queries, read_latin_names(SHARED / "lists" / "un_consolidated_2018-10-29.xml")).plain
    assert measured["recall@1"] >= 0.97
    assert measured["recall@5"] >= 0.985
    assert measured["recall"] >= 0.93
    assert measured["wrong_per_query"] <= 0.05
