"""The command line as a process: pipes, terminals, signals, and being killed at any moment."""

from __future__ import annotations

import json
import os
import pty
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

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
    write_reports(here, 2000)
    reading = process("read", "--json", "reports", start_new_session=True)
    lines = [reading.stdout.readline() for _ in range(5)]
    os.killpg(reading.pid, signal.SIGINT)
    out, err = reading.communicate(timeout=20)
    assert reading.returncode == 130
    assert "Traceback" not in err
    kept = told_as_read("".join(lines) + out)
    assert len(kept) < 2000
    assert set(kept) <= set(held(here / "kashf.db"))
    summary = json.loads(out.splitlines()[-1])["summary"]
    assert summary["interrupted"]
    assert summary["new"] >= len(kept)


def check_nothing_told_is_lost(told, path):
    if path.exists():
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    if told:
        assert set(told) <= set(held(path))


def program(here, *arguments):
    """Starts the program itself, over the real rooms."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    return subprocess.Popen([sys.executable, "-m", "kashf", *arguments], cwd=here, env=environment, **given)


def killed_while_reading(reading, after, delay):
    """Kills the reader a moment after it has told of so many reports; the ids of all that it told of."""
    lines = [reading.stdout.readline() for _ in range(after)]
    time.sleep(delay)
    reading.kill()
    return told_as_read("".join(lines) + reading.communicate()[0])


REPORTS = 30
"""As many as one process reads by itself."""


@pytest.mark.slow
@pytest.mark.parametrize(("real", "moments"), [(False, 50), (True, 3)], ids=["stand-in rooms", "real rooms"])
def test_killed_at_any_moment_nothing_told_of_is_lost(process, here, real, moments):
    """Again and again: kill the reader at a random moment; what it told of is there, and the ledger is whole.

    The moments are counted in reports told of, so that they fall into the reading however busy the machine is.
    """
    for at in range(REPORTS - 2):
        (here / "reports" / f"f{at:02}.txt").write_text(f"خبر {at}\n\nباع التنظيم النفط بنحو {at + 2} مليون دولار.")

    def start():
        arguments = ("read", "--json", "reports")
        return program(here, *arguments) if real else process(*arguments)

    chance = random.Random(20170912)  # noqa: S311 - no secrets here
    cut_short = 0
    for _ in range(moments):
        for leftover in here.glob("kashf.db*"):
            leftover.unlink()
        told = killed_while_reading(start(), chance.randrange(REPORTS - 5), chance.uniform(0, 0.004))
        check_nothing_told_is_lost(told, here / "kashf.db")
        cut_short += len(told) < REPORTS
    assert cut_short >= 0.9 * moments, "the moments must fall into the reading"
    out, _ = start().communicate()
    assert json.loads(out.splitlines()[-1])["summary"]["read"] == REPORTS
    assert len(held(here / "kashf.db")) == REPORTS


@pytest.mark.slow
def test_killed_with_workers_nothing_is_lost_and_no_worker_stays(process, here):
    write_reports(here, 200)
    reading = process("read", "--json", "reports")
    lines = [reading.stdout.readline() for _ in range(20)]
    workers = children(reading.pid)
    assert workers
    reading.kill()
    reading.wait()
    told = told_as_read("".join(lines) + reading.stdout.read())
    reading.stderr.close()
    reading.stdout.close()
    check_nothing_told_is_lost(told, here / "kashf.db")
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]


def children(pid):
    """The processes that a process has started, and those that these have."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    started = [int(each) for task in tasks for each in task.read_text().split()]
    return [*started, *(further for each in started for further in children(each))]


def processor_seconds(start):
    """What a process takes of the processor, however busy the machine is; and what it writes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    out, _ = start().communicate()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, out


def test_a_folder_that_has_not_changed_is_passed_over_quickly(process, here):
    """Two hundred reports within two seconds, the start of the program included: nothing heavy is imported or done."""
    write_reports(here, 200)
    process("read", "-q", "reports").communicate()
    took, out = processor_seconds(lambda: process("read", "reports"))
    assert out.startswith("Reports read: 202 (new: 0, unchanged: 202, new versions: 0)")
    assert took < 2


def test_help_is_there_in_half_a_second(here):
    program(here, "--help").communicate()
    took, out = processor_seconds(lambda: program(here, "--help"))
    assert out.startswith("Usage: kashf")
    assert took < 0.5
