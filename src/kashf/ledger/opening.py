"""Opening a ledger's database, and saying in words what goes wrong with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from kashf.errors import LedgerError
from kashf.ledger.migrations import migrate, steps, version_of

__all__ = ["await_disk", "empty_log", "ledger_errors", "open_to_read", "open_to_write"]

CACHED_KIBIBYTES = 64 * 1024
"""So much of the ledger is held in memory at most, so that what many reports lead to is read once."""
LOG_PAGES = 4_000
"""So many pages (16 MB) are written to the log beside the ledger before they are brought into it: what one report after
the other changes is then written there once."""
BUSY_SECONDS = 10.0
"""How long a statement waits for another process's transaction. Ours take milliseconds; backups may take seconds."""

_TROUBLES = {
    "SQLITE_NOTADB": ("is not a Kashf ledger, or is damaged.", "Name another file with --ledger."),
    "SQLITE_CORRUPT": ("is damaged.", "Put back a copy of it, or read the reports again into a new ledger."),
    "SQLITE_FULL": (
        "could not grow: the disk is full.",
        "Make room and run the command again; what was committed is kept.",
    ),
    "SQLITE_READONLY": ("can not be written.", "Change the rights of the file and its folder, or copy it elsewhere."),
    "SQLITE_CANTOPEN": ("can not be opened.", "Check that the folder exists and that you may read and write in it."),
    "SQLITE_PERM": ("can not be opened.", "Check that you may read and write the file."),
    "SQLITE_BUSY": ("is being written by another program.", "Wait until that has finished and try again."),
    "SQLITE_IOERR": ("could not be read or written: the disk reports an error.", "Check the disk, then try again."),
}
"""SQLite's result codes (https://www.sqlite.org/rescode.html): what each means for a ledger, and what to do."""


@contextmanager
def ledger_errors(path: Path) -> Iterator[None]:
    """Within it, what the database says of broken, full or locked files becomes a LedgerError with a remedy."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        name = getattr(cause, "sqlite_errorname", "")
        trouble = _TROUBLES.get("_".join(name.split("_")[:2]))
        if trouble is None:
            raise
        raise LedgerError(f"The ledger {path} {' '.join(trouble)}") from error


def open_to_write(path: Path) -> Engine:
    """An engine on the ledger at this path, made where it does not exist and brought up to date where it is older.

    Transactions take the write lock when they begin. Each commit is on the disk before it returns. Raises
    LedgerError.
    """
    engine = _engine(path, "mode=rwc", "BEGIN IMMEDIATE")
    with ledger_errors(path):
        with engine.begin() as connection:
            _named(path, connection, migrate)
        _write_ahead(engine)
    return engine


def open_to_read(path: Path) -> Engine:
    """An engine that only reads the ledger at this path, next to whoever writes it. Raises LedgerError."""
    if not path.is_file():
        raise LedgerError(f"There is no ledger {path}. Make one with: kashf read SOURCE, or name one with --ledger.")
    # Opened so that the last to close can clear away SQLite's files beside the ledger; nothing can be written over it.
    engine = _engine(path, "mode=rw", "BEGIN", query_only=True)
    with ledger_errors(path):
        try:
            _check(path, engine)
        except DBAPIError:
            if _has_content(Path(f"{path}-wal")):
                raise
            # In a folder that can not be written SQLite can not lay its shared memory beside the file. Without a
            # write-ahead log nobody is writing there either, and the file can be taken as it stands.
            engine = _engine(path, "immutable=1", "BEGIN")
            _check(path, engine)
    return engine


def empty_log(path: Path) -> None:
    """Write the log beside a ledger into it and empty it: what was taken out of the ledger stands there no more.

    While somebody else still reads an older state, what they read is left. Raises LedgerError.
    """
    engine = open_to_write(path)
    with ledger_errors(path):
        plain = engine.raw_connection()
        plain.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        plain.close()
    engine.dispose()


def await_disk(connection: Connection, lasting: bool) -> None:
    """Whether the transactions that follow are on the disk when they return. Where they are not, a process may end at
    any moment and nothing is lost; where the machine loses its power, the last of them may be, as if they had not been
    begun: none before one that is lasting."""
    connection.connection.cursor().execute(f"PRAGMA synchronous = {'FULL' if lasting else 'NORMAL'}")


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _write_ahead(engine: Engine) -> None:
    """Writers do not wait for readers, nor readers for writers. The file itself remembers it."""
    plain = engine.raw_connection()
    plain.cursor().execute("PRAGMA journal_mode = WAL")
    plain.close()


def _check(path: Path, engine: Engine) -> None:
    with engine.connect() as connection:
        version = _named(path, connection, version_of)
    latest = steps()[-1].number
    if version > latest:
        raise LedgerError(
            f"The ledger {path} has schema version {version}, this Kashf knows {latest}. Upgrade Kashf to open it."
        )
    if version < latest:
        raise LedgerError(
            f"The ledger {path} has schema version {version}, this Kashf needs {latest}. "
            "Bring it up to date with: kashf compare"
        )


def _named(path: Path, connection: Connection, step: Any) -> Any:
    """What the step returns; a LedgerError it raises is told with the ledger's path."""
    try:
        return step(connection)
    except LedgerError as error:
        raise LedgerError(f"{path}: {error}") from error


def _engine(path: Path, manner: str, begin: str, *, query_only: bool = False) -> Engine:
    address = f"{path.absolute().as_uri()}?{manner}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, BUSY_SECONDS, isolation_level=None, uri=True, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA cache_size = -{CACHED_KIBIBYTES}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
        connection.execute(f"PRAGMA query_only = {int(query_only)}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
