"""What is remembered of a ledger: for as long as it holds, whoever changes it, and never what was taken out."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from kashf.jobs import refresh
from kashf.ledger import Decision, Desk, View, Writer
from kashf.workbench import remembering
from kashf.workbench.remembering import Remembered


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def ask(ledger, clock):
    """Asks for a value that takes so many seconds; what it is made from, and how often it was made."""
    remembered, made = Remembered(clock=clock), Counter()

    def asked(manner, key="key", cost=0.0):
        def work(view):
            made[key] += 1
            clock.now += cost
            return view.marks()

        with View(ledger) as view:
            return remembered.of(view, key, work, manner) == view.marks(), made[key]

    return asked


def judge(ledger, ids):
    Desk(ledger).judge(Decision("reject", ids["claim"], "ana"))


def compare(ledger):
    with Writer(ledger) as writer:
        refresh(writer)


@pytest.mark.parametrize("manner", ["derived", "recent", "behind"])
def test_nothing_is_made_twice_while_nothing_changes(ask, manner):
    assert [ask(manner) for _ in range(3)] == [(True, 1)] * 3


def test_what_is_derived_holds_until_it_is_derived_anew(ask, ledger, ids):
    ask("derived")
    judge(ledger, ids)
    assert ask("derived") == (False, 1)
    compare(ledger)
    assert ask("derived") == (True, 2)


def test_what_rests_on_judgements_is_a_moment_old_at_most(ask, clock, ledger, ids):
    ask("recent", cost=0.1)
    judge(ledger, ids)
    assert ask("recent", cost=0.1) == (False, 1)
    clock.now += 0.1 * remembering.TIMES_AS_LONG
    assert ask("recent") == (True, 2)


def test_what_takes_long_is_some_seconds_old_at_most(ask, clock, ledger, ids):
    ask("recent", cost=5.0)
    judge(ledger, ids)
    clock.now += remembering.LONGEST_OLD
    assert ask("recent") == (True, 2)


def test_what_takes_no_time_is_never_old(ask, ledger, ids):
    ask("recent")
    judge(ledger, ids)
    assert ask("recent") == (True, 2)


def test_what_takes_long_is_made_behind(ask, ledger, ids):
    ask("behind", cost=1.0)
    judge(ledger, ids)
    compare(ledger)
    assert not ask("behind")[0]
    until = time.monotonic() + 30
    while not ask("behind")[0] and time.monotonic() < until:
        time.sleep(0.05)
    assert ask("behind") == (True, 2)


@pytest.mark.parametrize("manner", ["derived", "recent", "behind"])
def test_what_was_taken_out_is_told_no_more(ask, ledger, ids, manner):
    ask(manner, cost=5.0)
    Desk(ledger).take_out(Decision("remove", ids["report"], "ana", reason="by order of a court"))
    assert ask(manner) == (True, 2)


def test_no_more_is_kept_than_has_room(ask):
    for key in range(remembering.MOST_KEPT + 1):
        ask("derived", key)
    assert ask("derived", remembering.MOST_KEPT) == (True, 1)
    assert ask("derived", 0) == (True, 2)
