"""What goes wrong with a ledger's file is said in words, with what to do."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from kashf.errors import LedgerError
from kashf.ledger import View, Writer
from kashf.ledger.opening import ledger_errors


@pytest.fixture
def as_another_user():
    """Runs a test without the superuser's rights, whom no file refuses anything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.mark.parametrize("room", [Writer, View])
@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_what_is_no_database_is_refused(path, room, content):
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"kashf\.db is (not a Kashf ledger|damaged)"), room(path):
        pass


def test_a_damaged_ledger_says_so(path, kept, source):
    with Writer(path) as writer:
        for at in range(50):
            made = kept(f"report {at} " + "words " * 200)
            writer.keep(source(made, str(at)), [made])
    content = bytearray(path.read_bytes())
    content[8192:] = os.urandom(len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="damaged"), View(path) as view:
        list(view.reports())


@pytest.mark.parametrize("name", ["سجل.db", "a b.db", "a?b#c%20.db", "it's.db"])
def test_a_ledger_may_have_any_name(tmp_path, name):
    with Writer(tmp_path / name):
        pass
    with View(tmp_path / name) as view:
        assert view.totals().reports == 0
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_view_of_no_ledger_says_how_to_make_one(path):
    with pytest.raises(LedgerError, match=r"There is no ledger .*kashf read"), View(path):
        pass
    assert not path.exists()


def test_a_view_of_an_empty_file_is_refused(path):
    path.touch()
    with pytest.raises(LedgerError, match="version 0"), View(path):
        pass


def test_an_empty_file_can_become_a_ledger(path):
    path.touch()
    with Writer(path):
        pass
    with View(path) as view:
        assert view.totals().reports == 0


def test_a_full_disk_is_reported_and_loses_nothing(path, kept, source):
    first, second = kept("first"), kept("second " + os.urandom(200_000).hex())
    with Writer(path) as writer:
        writer.keep(source(first, "1"), [first])
        pages = writer._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        writer._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        writer._connection.rollback()
        with pytest.raises(LedgerError, match=r"the disk is full\. Make room"):
            writer.keep(source(second, "2"), [second])
    with View(path) as view:
        assert [report.id for report in view.reports()] == [first.report.id]


@pytest.fixture
def readable_ledger(kept, source):
    """A ledger that everybody may read, in a folder that its owner alone may write."""
    folder = Path(tempfile.mkdtemp(prefix="kashf-"))
    made = kept("words")
    with Writer(folder / "kashf.db") as writer:
        writer.keep(source(made), [made])
    (folder / "kashf.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder / "kashf.db"
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_ledger_in_a_folder_that_can_not_be_written_can_be_viewed(readable_ledger, as_another_user):
    with View(readable_ledger) as view:
        assert view.totals().reports == 1


def test_it_can_not_be_written(readable_ledger, as_another_user):
    with pytest.raises(LedgerError, match="can not be written"), Writer(readable_ledger):
        pass


def test_a_file_that_can_not_be_written_is_said(readable_ledger, as_another_user):
    with (
        closing(sqlite3.connect(readable_ledger)) as connection,
        pytest.raises(LedgerError, match="can not be written"),
        ledger_errors(readable_ledger),
    ):
        connection.execute("DELETE FROM reports")


def test_other_errors_of_the_database_are_not_hidden(path):
    from sqlalchemy import create_engine
    from sqlalchemy.exc import OperationalError

    with pytest.raises(OperationalError), ledger_errors(path), create_engine("sqlite://").connect() as connection:
        connection.exec_driver_sql("SELECT nonsense")


def test_integrity_holds_after_writing(path, store, writer):
    store("Title\nAlpha sold oil.", ("sell", "Alpha sold oil."))
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
