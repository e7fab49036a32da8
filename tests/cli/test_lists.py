"""`kashf lists`: lists are kept in versions, and what changed between two is told."""

from __future__ import annotations

import json

import pytest

OLD = "id,name,born\n1,Ann Obren,1980\n2,Selim Noor,1971\n"
NEW = "id,name,born\n1,Ann Obren,1981\n3,Cy Marl,\n"


@pytest.fixture
def lists(kashf, here):
    (here / "old.csv").write_text(OLD)
    (here / "new.csv").write_text(NEW)
    return lambda *arguments: kashf("lists", *arguments)


def test_a_list_is_kept_under_its_name(lists):
    told = lists("add", "old.csv", "--name", "harbour")
    assert told.code == 0
    assert "Kept: harbour (no date of its own), 2 entries." in told.err
    [line] = lists("show").out.splitlines()
    assert line.split("  ")[1:5] == ["harbour", "no date of its own", "2", "table"]


def test_an_unchanged_list_is_not_kept_twice(lists):
    lists("add", "old.csv", "--name", "harbour")
    assert "Unchanged since it was kept: harbour" in lists("add", "old.csv", "--name", "harbour").err


def test_versions_are_told_the_latest_first(lists):
    lists("add", "old.csv", "--name", "harbour")
    lists("add", "new.csv", "--name", "harbour")
    told = [json.loads(line) for line in lists("show", "harbour", "--json").out.splitlines()]
    assert [(each["number"], each["source"]) for each in told] == [(2, "new.csv"), (1, "old.csv")]


def test_the_changes_between_the_last_two_versions(lists):
    lists("add", "old.csv", "--name", "harbour")
    lists("add", "new.csv", "--name", "harbour")
    told = lists("changes", "harbour").out
    assert "+ Cy Marl  3" in told
    assert "- Selim Noor  2" in told
    assert "born: - 1980  + 1981" in told
    assert "Added: 1, removed: 1, changed: 1" in told


def test_the_changes_between_two_files(lists):
    told = json.loads(lists("changes", "old.csv", "new.csv", "--json").out)
    assert [entry["key"] for entry in told["added"]] == ["3"]
    assert told["changed"] == [
        {"key": "1", "name": "Ann Obren", "fields": [{"name": "born", "gone": ["1980"], "new": ["1981"]}]}
    ]


def test_a_kept_list_is_held_against_a_newer_file(lists):
    lists("add", "old.csv", "--name", "harbour")
    assert "Added: 1, removed: 1, changed: 1" in lists("changes", "harbour", "new.csv").out


def test_a_single_version_can_not_be_compared(lists):
    lists("add", "old.csv", "--name", "harbour")
    told = lists("changes", "harbour")
    assert told.code == 1
    assert "Of the list harbour 1 versions are kept" in told.err


def test_a_dropped_list_is_gone_from_screening(lists):
    lists("add", "old.csv", "--name", "harbour")
    assert "harbour is screened against no more" in lists("drop", "harbour").err
    assert lists("show").err == "No lists are kept. Keep one with: kashf lists add FILE\n"
    assert lists("drop", "harbour").code == 1


def test_broken_rows_are_told_and_the_rest_is_kept(lists, here):
    (here / "old.csv").write_text("id,name\n1,\n2,Ann Obren\n")
    told = lists("add", "old.csv")
    assert told.code == 1
    assert "old.csv, row 2: has no name." in told.err
    assert "Kept: old" in told.err


def test_only_lists_that_are_kept_have_indexes_beside_the_ledger(lists, kashf, here):
    def indexes():
        return {path.name for folder in here.glob("*-indexes") for path in folder.iterdir()}

    lists("add", "old.csv", "--name", "harbour")
    first = indexes()
    assert len(first) == 1
    (here / "report.txt").write_text("Selim Noor sold the oil of the port to a trader on Monday, the court said.")
    asked = ("screen", "--text", "report.txt", "--list", "harbour", "--json")
    kept = kashf(*asked)
    [path] = here.glob("*-indexes/*")
    path.write_bytes(path.read_bytes()[:100])
    assert kashf(*asked).out == kept.out
    assert '"2"' in kept.out
    lists("add", "new.csv", "--name", "harbour")
    assert len(indexes()) == 1
    assert indexes() != first
    lists("drop", "harbour")
    assert indexes() == set()
