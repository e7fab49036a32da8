"""Views are handed from request to request, and show what whoever else wrote."""

from __future__ import annotations

import shutil

import pytest

from kashf.ledger import Decision, Desk
from kashf.workbench.ledgers import MOST_IDLE, Views


@pytest.fixture
def views(ledger):
    kept = Views(ledger)
    yield kept
    kept.close()


def test_one_is_opened_once_and_shows_what_another_process_wrote(views, ledger, ids):
    view = views.open()
    before = view.marks()
    views.give_back(view)
    Desk(ledger).judge(Decision("reject", ids["claim"], "ana"))
    again = views.ready()
    assert again is view
    assert again.marks() != before
    views.give_back(again)


def test_of_a_file_that_another_took_the_place_of_none_is_handed_on(views, ledger, tmp_path):
    views.give_back(views.open())
    shutil.copy(ledger, tmp_path / "other.db")
    (tmp_path / "other.db").replace(ledger)
    assert views.ready() is None


def test_where_the_ledger_is_gone_none_is_handed_on(views, ledger):
    views.give_back(views.open())
    ledger.unlink()
    assert views.ready() is None


def test_no_more_are_kept_open_than_are_of_use(views):
    for view in [views.open() for _ in range(MOST_IDLE + 2)]:
        views.give_back(view)
    assert len(list(iter(views.ready, None))) == MOST_IDLE
