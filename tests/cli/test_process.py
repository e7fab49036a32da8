"""The command line as a process: pipes, terminals, signals, and being killed at any moment."""

from __future__ import annotations

import json
import os
import pty
import random
import signal
import sqlite3
import time
from contextlib import closing

import pytest

from kashf.ledger import View


def write_reports(here, number):
    for at in range(number):
        (here / "reports" / f"f{at:03}.txt").write_text(f"Report {at}\nAlpha sold oil.\nGamma moved cash {at}.")


def told_as_read(out):
    """The ids of the reports that whole lines of the output tell as read."""
    lines = out.split("\n")[:-1]
    return [step["report"] for step in map(json.loads, lines) if step.get("step") in ("new", "known")]


def held(path):
    with View(path) as view:
        return [report.id for report in view.reports()]


def test_output_cut_short_is_no_error(process, here):
    write_reports(here, 60)
    process("read", "-q", "reports").communicate()
    exporting = process("export")
    exporting.stdout.readline()
    exporting.stdout.close()
    assert exporting.stderr.read() == ""
    exporting.stderr.close()
    assert exporting.wait() == 0


def test_there_is_no_colour_and_no_bar_in_a_pipe(process):
    out, err = process("read", "reports").communicate()
    found, _ = process("find", "oil").communicate()
    assert "\x1b" not in out + err + found


def in_a_terminal(process, *arguments, **told):
    """What a command writes where both its outputs are a terminal."""
    ours, theirs = pty.openpty()
    running = process(*arguments, stdout=theirs, stderr=theirs, text=False, encoding=None, **told)
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    assert running.wait() == 0
    return written.decode()


def test_a_terminal_gets_progress_and_colour(process):
    terminal = {"env": {"TERM": "xterm-256color", "NO_COLOR": ""}}
    assert "reports: 2, set aside: 0" in in_a_terminal(process, "read", "reports", **terminal)
    assert "\x1b[1;33m" in in_a_terminal(process, "find", "oil", **terminal)


def test_no_color_is_heeded(process):
    terminal = {"env": {"TERM": "xterm-256color", "NO_COLOR": "1"}}
    process("read", "-q", "reports").communicate()
    assert "\x1b[1;33m" not in in_a_terminal(process, "find", "oil", **terminal)


def test_ctrl_c_leaves_a_good_ledger_and_says_what_was_kept(process, here):
    write_reports(here, 400)
    reading = process("read", "--json", "reports", start_new_session=True)
    lines = [reading.stdout.readline() for _ in range(5)]
    os.killpg(reading.pid, signal.SIGINT)
    out, err = reading.communicate(timeout=20)
    assert reading.returncode == 130
    assert "Traceback" not in err
    kept = told_as_read("".join(lines) + out)
    assert len(kept) < 402
    assert set(kept) <= set(held(here / "kashf.db"))
    summary = json.loads(out.splitlines()[-1])["summary"]
    assert summary["interrupted"]
    assert summary["new"] >= len(kept)


@pytest.mark.slow
def test_killed_at_any_moment_nothing_told_of_is_lost(process, here):
    """Fifty times: kill the reader at a random moment; what it told of is there, and the ledger is whole."""
    write_reports(here, 30)
    path = here / "kashf.db"
    start = time.monotonic()
    process("--ledger", "measured.db", "read", "--json", "reports").communicate()
    usual = time.monotonic() - start
    chance = random.Random(20170912)  # noqa: S311 - no secrets here
    cut_short = 0
    for _ in range(50):
        for leftover in here.glob("kashf.db*"):
            leftover.unlink()
        reading = process("read", "--json", "reports")
        time.sleep(chance.uniform(0.1, 1.0) * usual)
        reading.kill()
        told = told_as_read(reading.communicate()[0])
        if path.exists():
            with closing(sqlite3.connect(path)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if told:
            assert set(told) <= set(held(path))
        cut_short += 0 < len(told) < 32
    assert cut_short >= 5, "the moments must fall into the reading"
    out, _ = process("read", "--json", "reports").communicate()
    assert json.loads(out.splitlines()[-1])["summary"]["read"] == 32
    assert len(held(path)) == 32


def test_a_folder_that_has_not_changed_is_passed_over_quickly(process, here):
    """Two hundred reports within two seconds, the start of the program included: nothing heavy is imported or done."""
    write_reports(here, 200)
    process("read", "-q", "reports").communicate()
    took = []
    for _ in range(2):
        start = time.monotonic()
        out, _ = process("read", "reports").communicate()
        took.append(time.monotonic() - start)
        assert out.startswith("Reports read: 202 (new: 0, unchanged: 202, new versions: 0)")
    assert min(took) < 2
