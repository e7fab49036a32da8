"""`kashf screen`: who of names and lists is spoken of, which names stand in a text, and what stays dismissed."""

from __future__ import annotations

import csv
import io
import json

import pytest

NAMES = "no;name;الاسم\n1;Nader al-Kathib;\n2;;ليلى حمدان\n3;Ann Obren;\n"
LIST = """{"id": "x-1", "schema": "Person", "properties": {"name": ["Nader AL-KATHIB"], "alias": ["نادر الكثيب"]}}
{"id": "x-2", "schema": "Organization", "properties": {"name": ["Dune Network"], "country": ["vm"]}}
{"id": "x-3", "schema": "Person", "properties": {"name": ["Ann Obren"]}}
"""


@pytest.fixture
def screen(harbour, here):
    (here / "names.csv").write_text(NAMES, encoding="utf-16")
    (here / "list.json").write_text(LIST, encoding="utf-8")
    (here / "text.txt").write_text(
        "قال نادر الكثيب إن السفينة غادرت الميناء.\nThe Dune Network denied it.", encoding="utf-8"
    )
    return lambda *arguments: harbour("screen", *arguments)


def parsed(told):
    return json.loads(told.out)


def test_each_name_is_told_with_standing_and_claims(screen):
    told = screen("names.csv")
    assert told.code == 4
    assert "[Convicted]" in told.out
    assert "Nobody of this name was read about." in told.out
    assert "Screened: 3 entries, 2 hits." in told.out
    assert "columns read as key: no; name: name, الاسم" in told.err


def test_standing_comes_first_and_the_strongest_origin_before_the_others(screen):
    hit = parsed(screen("names.csv", "--json"))["screened"][0]["hits"][0]
    assert [status["key"] for status in hit["entity"]["statuses"]] == ["denied", "convicted", "accused"]
    weights = [group["statements"][0]["weight"]["origins"] for group in hit["origins"]]
    assert weights == sorted(weights, reverse=True)
    assert weights


def test_of_a_list_only_those_who_are_spoken_of_are_told(screen):
    told = parsed(screen("--list", "list.json", "--json"))
    assert [one["entry"]["key"] for one in told["screened"]] == ["x-1", "x-2"]
    assert (told["entries"], told["hits"]) == (3, 2)


def test_names_are_held_against_lists_too(screen):
    told = parsed(screen("names.csv", "--list", "list.json", "--json"))
    on_lists = {one["entry"]["name"]: [hit["entry"]["key"] for hit in one["on_lists"]] for one in told["screened"]}
    assert on_lists == {"Nader al-Kathib": ["x-1"], "ليلى حمدان": [], "Ann Obren": ["x-3"]}


def test_names_against_lists_need_no_ledger(screen, here):
    (here / "kashf.db").unlink()
    told = parsed(screen("names.csv", "--list", "list.json", "--json"))
    assert told["hits"] == 2


def test_the_names_of_lists_in_a_text_with_their_places(screen, here):
    told = parsed(screen("--text", "text.txt", "--list", "list.json", "--json"))
    [text] = told["texts"]
    places = [(hit["entry"]["key"], place["passage"]["words"]) for hit in text["hits"] for place in hit["places"]]
    assert sorted(places) == [("x-1", "نادر الكثيب"), ("x-2", "Dune Network")]


def test_a_text_is_read_from_standard_input(screen, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("لشبكة الكثيب ونادر الكثيب".encode())))
    told = parsed(screen("--text", "-", "--list", "list.json", "--json"))
    assert [(place["start"], place["end"]) for place in told["texts"][0]["hits"][0]["places"]] == [(14, 25)]


def test_a_text_in_a_language_without_claims_is_screened_all_the_same(screen, here):
    (here / "fa.txt").write_text(
        "وزیر گفت که نادر الكثيب با شرکت همکاری می‌کند و این خبر را تکذیب نکرد و رفت.", encoding="utf-8"
    )
    assert screen("--text", "fa.txt", "--list", "list.json").code == 4


def test_csv_has_one_row_a_hit_and_nothing_that_runs(screen, here):
    (here / "bad.csv").write_text('name\n"=HYPERLINK+1"\n@Nader al-Kathib\n', encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(screen("bad.csv", "--csv").out)))
    assert [row["name"] for row in rows] == ["'=HYPERLINK+1", "'@Nader al-Kathib"]
    assert "Convicted (Harbour Post)" in rows[1]["standing"]
    places = list(csv.DictReader(io.StringIO(screen("--text", "text.txt", "--list", "list.json", "--csv").out)))
    assert {row["words"] for row in places} == {"نادر الكثيب", "Dune Network"}


def test_nothing_found_ends_with_0_and_nothing_read_with_1(screen, here):
    (here / "none.csv").write_text("name\nAnn Obren\n", encoding="utf-8")
    assert screen("none.csv").code == 0
    (here / "half.csv").write_text("name,born\n,1970\nAnn Obren,1980\n", encoding="utf-8")
    told = screen("half.csv")
    assert told.code == 1
    assert "half.csv, row 2: has no name." in told.err
    told = screen("nowhere.csv")
    assert told.code == 1
    assert "nowhere.csv: is not there. Check the path." in told.err


def test_columns_are_told_by_the_user(screen, here):
    (here / "k.csv").write_text("name,Kunde\nsavings,Nader al-Kathib\n", encoding="utf-8")
    assert screen("k.csv", "--column", "name=Kunde").code == 4
    assert "'Kunde' is not FIELD=HEADING" in screen("k.csv", "--column", "Kunde").err


def test_a_dismissed_hit_stays_dismissed_until_the_evidence_changes(screen, harbour, here):
    hit = parsed(screen("names.csv", "--json"))["screened"][0]["hits"][0]["id"]
    assert harbour("judge", "dismiss", hit, "--user", "ana", "--reason", "another Nader").code == 0
    told = screen("names.csv")
    assert "Convicted" not in told.out
    assert "1 dismissed hit left out; --dismissed shows them." in told.out
    assert "Dismissed by ana" in screen("names.csv", "--dismissed").out
    (here / "names.csv").write_text("no,name,alias\n1,Nader al-Kathib,Nadir Kathib\n", encoding="utf-8")
    assert "ana dismissed this on" in screen("names.csv").out


def test_an_undone_dismissal_shows_the_hit_again(screen, harbour):
    hit = parsed(screen("names.csv", "--json"))["screened"][0]["hits"][0]["id"]
    harbour("judge", "dismiss", hit)
    harbour("judge", "undo", "1")
    assert "[Convicted]" in screen("names.csv").out


@pytest.mark.parametrize("hit", ["h-12", "c-0123456789abcdef", "h-0123456789abcdef"])
def test_what_is_no_hit_can_not_be_dismissed(screen, harbour, hit):
    told = harbour("judge", "dismiss", hit)
    assert told.code == 2
    assert "is no hit" in told.err


def test_kept_lists_need_not_be_named(screen, harbour):
    assert harbour("lists", "add", "list.json").err == "Kept: list (no date of its own), 3 entries.\n"
    assert parsed(screen("--json"))["hits"] == 2
    assert parsed(screen("--list", "list", "--json"))["hits"] == 2
    assert parsed(screen("--text", "text.txt", "--json"))["lists"] == ["list"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name a file of names, or a list with --list"),
        (["--text", "text.txt"], "Say which lists with --list"),
        (["names.csv", "--text", "text.txt"], "Screen names or texts, not both at once."),
        (["names.csv", "--threshold", "7"], "7.0 is not in the range"),
    ],
)
def test_what_is_missing_is_said(screen, arguments, said):
    told = screen(*arguments)
    assert told.code == 2
    assert said in told.err


def test_it_is_told_in_arabic(screen):
    told = screen("names.csv", "--language", "ar")
    assert "لم يرد ذكر لأحد بهذا الاسم فيما قُرئ." in told.out
    assert "حصيلة الفحص: 3 قيود، تطابقان." in told.out
