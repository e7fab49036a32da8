"""Readings as several processes see them."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from kashf.workbench.reading_log import KEPT, ReadingLog
from kashf.workbench.refusing import RefusedError

BEGAN = datetime(2024, 3, 5, 9, tzinfo=UTC)


@pytest.fixture
def logs(tmp_path):
    """The logs of two processes."""
    return [ReadingLog(tmp_path / "accounts") for _ in range(2)]


def test_what_one_reads_the_other_follows(logs):
    one, other = logs
    reading = one.begin("amal", BEGAN)
    reading.tell({"kind": "new", "location": "a.txt", "detail": None})
    one.note(reading)
    found = other.one(reading.number)
    assert (found.user, found.began, found.state, found.counts) == ("amal", BEGAN, "reading", {"new": 1})
    reading.end("no such page")
    one.note(reading)
    assert (other.one(1).state, other.one(1).error) == ("failed", "no such page")
    assert other.one(2) is None


def test_one_is_read_at_a_time_in_whichever_process(logs):
    reading = logs[0].begin("amal", BEGAN)
    with pytest.raises(RefusedError):
        logs[1].begin("adel", BEGAN)
    reading.end()
    logs[0].note(reading)
    assert logs[1].begin("adel", BEGAN).number == 2


def test_what_went_on_in_a_process_that_is_no_more_has_failed(logs, tmp_path):
    logs[0].begin("amal", BEGAN)
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], stdout=subprocess.PIPE, check=True)
    with sqlite3.connect(tmp_path / "accounts") as connection:
        connection.execute("UPDATE readings SET process = ?", (int(ended.stdout),))
    assert logs[1].one(1).state == "failed"
    assert logs[1].begin("adel", BEGAN).number == 2


def test_the_latest_are_remembered_until_serving_begins_anew(logs):
    for _ in range(KEPT + 2):
        reading = logs[0].begin("amal", BEGAN)
        reading.end()
        logs[0].note(reading)
    assert [one.number for one in logs[1].all()] == list(range(KEPT + 2, 2, -1))
    logs[1].clear()
    assert logs[0].all() == ()
