"""Lists in the ledger: versions, entries that stand once, dropping."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from kashf.errors import NotFoundError
from kashf.ledger import View, Writer
from kashf.ledger.schema import listed
from kashf.records import Listed, Watchlist

ANN = Listed("1", "person", ("Ann Obren", "آن أوبرن"), ("Annie",), {"born": ("1980",)}, "row 2")
BOB = Listed("2", "organisation", ("Mersa Exchange",))
FIRST = Watchlist("harbour", "table", (ANN, BOB), "2021-03-04")
LATER = Watchlist("harbour", "table", (ANN, Listed("3", "person", ("Cy Marl",))), "2021-04-04")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kashf.db"


def kept(path, *lists):
    with Writer(path) as writer:
        return [writer.keep_list(each, "names.csv") for each in lists]


def test_a_list_comes_back_as_it_was(path):
    [one] = kept(path, FIRST)
    assert (one.name, one.version, one.size, one.again) == ("harbour", "2021-03-04", 2, False)
    with View(path) as view:
        assert view.watchlist(one.number) == FIRST


def test_the_same_list_again_is_no_new_version(path):
    first, again = kept(path, FIRST, FIRST)
    assert again.again
    assert again.number == first.number
    with View(path) as view:
        assert len(view.watchlists("harbour")) == 1


def test_the_latest_version_is_screened_against_and_the_older_stay(path):
    first, later = kept(path, FIRST, LATER)
    with View(path) as view:
        assert [each.number for each in view.watchlists()] == [later.number]
        assert [each.number for each in view.watchlists("harbour")] == [later.number, first.number]
        assert view.watchlist(first.number) == FIRST


def test_an_entry_that_did_not_change_stands_once(path):
    kept(path, FIRST, LATER)
    with Writer(path) as writer, writer._transaction() as connection:
        assert connection.scalar(select(func.count()).select_from(listed)) == 3


def test_a_dropped_list_is_screened_against_no_more_and_can_be_kept_again(path):
    kept(path, FIRST, LATER)
    with Writer(path) as writer:
        assert writer.drop_list("harbour").version == "2021-04-04"
    with View(path) as view:
        assert view.watchlists() == ()
        assert len(view.watchlists("harbour")) == 2
    [again] = kept(path, LATER)
    assert not again.again


def test_what_is_not_kept_can_not_be_dropped(path):
    kept(path, FIRST)
    with Writer(path) as writer, pytest.raises(NotFoundError, match=r"No list 'un' is kept. Kept: harbour."):
        writer.drop_list("un")


def test_there_is_no_list_of_another_number(path):
    kept(path, FIRST)
    with View(path) as view:
        assert view.watchlist(7) is None


def test_many_entries_are_kept(path):
    many = Watchlist("many", "table", tuple(Listed(f"{n}", "person", (f"Ann {n}",)) for n in range(1_201)))
    [one] = kept(path, many)
    with View(path) as view:
        assert view.watchlist(one.number) == many
