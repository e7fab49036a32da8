from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kashf.names import DEFAULT_THRESHOLD, NameIndex, compare

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


def listed_pairs() -> list[dict[str, str]]:
    with (Path(__file__).parent / "data" / "one.tsv").open(encoding="utf-8") as lines:
        return [row for row in csv.DictReader(lines, delimiter="\t") if row["kind"] != "place"]


def test_what_is_found_is_what_comparing_with_every_entry_finds() -> None:
    pairs = listed_pairs()
    entries = {row["other"]: row["kind"] for row in pairs}
    index = NameIndex((name, [name], kind) for name, kind in entries.items())
    lost, sought = [], pairs[::5]
    for row in sought:
        hits = {hit.key: hit.score for hit in index.find(row["one"], row["kind"], limit=len(entries))}
        alike = [name for name, kind in entries.items() if (kind == "person") == (row["kind"] == "person")]
        scores = {name: compare(row["one"], name, row["kind"]).score for name in alike}
        assert hits == pytest.approx({name: scores[name] for name in hits})
        lost += [
            (row["one"], name) for name, score in scores.items() if score >= DEFAULT_THRESHOLD and name not in hits
        ]
    assert lost == []


def test_many_names_are_found_as_each_is() -> None:
    pairs = listed_pairs()
    index = NameIndex((number, [row["other"]], row["kind"]) for number, row in enumerate(pairs))
    names = [row["one"] for row in pairs[::3]]
    assert list(index.find_all(names, threshold=0.3)) == [index.find(name, threshold=0.3) for name in names]


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
