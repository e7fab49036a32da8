"""Findings are brought up to date behind the pages, in a process of their own, once nobody has judged for a while."""

from __future__ import annotations

import multiprocessing
import time

import pytest

from kashf.jobs import edition
from kashf.ledger import Decision, Desk, View, Writer
from kashf.ledger.lock import WriterLock
from kashf.workbench import renewal as renewal_module
from kashf.workbench.renewal import TURN, Renewal, renew

PATIENCE = 120
"""Seconds after which a process that renews has failed, on a machine that has much else to do."""


@pytest.fixture
def renewal(ledger):
    started = Renewal(ledger, quiet=0.05)
    started.start()
    yield started
    started.stop()


def is_stale(ledger):
    with View(ledger) as view:
        return view.is_stale(edition())


def judge(ledger, ids, kind="reject"):
    Desk(ledger).judge(Decision(kind, ids["claim"], "ana"))


@pytest.mark.slow
def test_what_was_judged_is_followed(renewal, ledger, ids):
    judge(ledger, ids)
    assert is_stale(ledger)
    renewal.ask()
    until = time.monotonic() + PATIENCE
    while is_stale(ledger) and time.monotonic() < until:
        time.sleep(0.1)
    assert not is_stale(ledger)


def test_nothing_is_done_that_nobody_asked_for(renewal, ledger, ids):
    judge(ledger, ids)
    time.sleep(0.3)
    assert is_stale(ledger)


def test_where_another_writes_it_is_left_to_that_one(ledger, ids, caplog):
    judge(ledger, ids)
    with Writer(ledger):
        renew(ledger)
    assert "not brought up to date" in caplog.text
    assert is_stale(ledger)


@pytest.mark.slow
def test_of_all_that_serve_a_ledger_one_renews_at_a_time(ledger, ids):
    judge(ledger, ids)
    with WriterLock(ledger.with_name(f"{ledger.name}{TURN}")):
        started = Renewal(ledger, quiet=0.05)
        started.start()
        started.ask()
        time.sleep(1.5)
        assert is_stale(ledger)
    until = time.monotonic() + PATIENCE
    while is_stale(ledger) and time.monotonic() < until:
        time.sleep(0.1)
    started.stop()
    assert not is_stale(ledger)


@pytest.mark.slow
def test_what_takes_too_long_is_given_up_when_it_stops(ledger, ids, monkeypatch):
    monkeypatch.setattr(renewal_module, "PATIENCE_SECONDS", 0.0)
    judge(ledger, ids)
    started = Renewal(ledger, quiet=0.0)
    started.start()
    started.ask()
    while not multiprocessing.active_children():
        time.sleep(0.01)
    started.stop()
    assert not multiprocessing.active_children()
    with Writer(ledger):
        assert is_stale(ledger)


def test_it_stops_at_once_while_it_waits(ledger):
    started = Renewal(ledger, quiet=3600)
    started.start()
    started.ask()
    started.stop()
    assert not started._thread.is_alive()
