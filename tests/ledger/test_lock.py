"""One writer at a time, any number of views, and what a killed writer leaves behind."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from kashf.errors import LedgerError
from kashf.ledger import View, Writer


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process that runs a program and tells its first line."""
    command = [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


HOLD = """
    import sys
    from pathlib import Path
    from kashf.ledger import Writer

    with Writer(Path(sys.argv[1])):
        print("open", flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def holder(path):
    """Another process that writes the ledger."""
    process = start(HOLD, path)
    assert process.stdout.readline() == "open\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_writer_is_told_who_writes(path, holder):
    with pytest.raises(LedgerError, match=rf"process {holder.pid} on {socket.gethostname()} since"), Writer(path):
        pass


def test_a_killed_writer_is_taken_over_from(path, holder):
    holder.kill()
    holder.wait()
    assert Path(f"{path}.lock").exists()
    with Writer(path), View(path) as view:
        assert view.totals().reports == 0


def test_a_lock_file_of_a_process_that_is_gone_is_taken_over(path):
    Path(f"{path}.lock").write_text(json.dumps({"pid": 2**22 + 1, "host": "elsewhere", "since": "2001-01-01"}))
    with Writer(path):
        assert json.loads(Path(f"{path}.lock").read_text())["pid"] == os.getpid()


def test_nothing_is_left_behind(path):
    with Writer(path):
        pass
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_view_leaves_nothing_behind_either(path):
    with Writer(path):
        pass
    with View(path) as view:
        view.totals()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_view_can_not_write(path):
    with Writer(path):
        pass
    with View(path) as view, pytest.raises(OperationalError, match="readonly"):
        view._opened.exec_driver_sql("DELETE FROM reports")


def test_a_writer_that_could_not_open_lets_go(path):
    path.write_bytes(b"no ledger" * 1000)
    with pytest.raises(LedgerError), Writer(path):
        pass
    assert not Path(f"{path}.lock").exists()


def test_an_unreadable_lock_file_is_no_reason_to_fail(path, holder):
    Path(f"{path}.lock").write_text("nonsense")
    with pytest.raises(LedgerError, match="another process"), Writer(path):
        pass


READ = """
    import sys
    from pathlib import Path
    from kashf.ledger import View

    print("open", flush=True)
    path, last, seen = Path(sys.argv[1]), int(sys.argv[2]), [0]
    while seen[-1] < last:
        with View(path) as view:
            reports = len(list(view.reports()))
            assert reports == view.totals().reports == len(list(view.extracted()))
            seen.append(reports)
    assert seen == sorted(seen)
    print("whole", flush=True)
"""


def test_views_in_other_processes_see_whole_reports_while_they_are_written(path, kept, source):
    reports = 60
    with Writer(path) as writer:
        readers = [start(READ, path, reports) for _ in range(2)]
        for reader in readers:
            assert reader.stdout.readline() == "open\n"
        for at in range(reports):
            made = kept(f"report {at}")
            writer.keep(source(made, f"{at}.txt"), [made])
        for reader in readers:
            assert reader.communicate(timeout=20)[0] == "whole\n"
            assert reader.returncode == 0


def test_a_view_stands_still_until_it_is_refreshed(store, view):
    store("one", location="1")
    assert view.totals().reports == 1
    store("two", location="2")
    assert view.totals().reports == 1
    view.refresh()
    assert view.totals().reports == 2
