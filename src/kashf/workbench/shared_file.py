"""A small database in a file of its own, read and written by many threads and processes."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["SharedFile"]

BUSY_SECONDS = 10.0
"""How long a statement waits for another's transaction; they take milliseconds."""
MOST_IDLE = 8
"""Connections that are kept open while nobody uses them."""
_Identity = tuple[int, int]


class SharedFile:
    """A file with some tables, which its owner alone may read; made when it is first used.

    Connections are kept and handed on, since to open one takes longer than what it is opened for. One to a file that
    another took the place of is not used again.
    """

    def __init__(self, path: Path, schema: str, *, lasting: bool = True) -> None:
        """`schema` is SQL that makes the tables where they are not there. What is `lasting` is on the disk when a
        transaction ends; to wait for that while others write much takes seconds, so what may be lost when the machine
        loses its power does not."""
        self.path = path
        self._schema = schema
        self._lasting = lasting
        self._lock = threading.Lock()
        self._idle: list[tuple[_Identity, sqlite3.Connection]] = []

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection for one transaction, which is kept at the end, or taken back where something went wrong. Raises
        sqlite3.Error where the file can not be used."""
        identity, connection = self._taken() or self._opened()
        went_well = False
        try:
            with connection:
                yield connection
            went_well = True
        finally:
            if went_well:
                self._give_back(identity, connection)
            else:
                connection.close()

    def close(self) -> None:
        """Close what is kept open."""
        with self._lock:
            idle, self._idle = self._idle, []
        for _, connection in idle:
            connection.close()

    def __del__(self) -> None:
        """Leave nothing open."""
        self.close()

    def _taken(self) -> tuple[_Identity, sqlite3.Connection] | None:
        while True:
            with self._lock:
                if not self._idle:
                    return None
                identity, connection = self._idle.pop()
            if identity == self._identity():
                return identity, connection
            connection.close()

    def _give_back(self, identity: _Identity, connection: sqlite3.Connection) -> None:
        with self._lock:
            if len(self._idle) < MOST_IDLE:
                self._idle.append((identity, connection))
                return
        connection.close()

    def _identity(self) -> _Identity | None:
        try:
            told = self.path.stat()
        except FileNotFoundError:
            return None
        return told.st_dev, told.st_ino

    def _opened(self) -> tuple[_Identity, sqlite3.Connection]:
        if self._identity() is None:
            self.path.touch(mode=0o600)
        connection = sqlite3.connect(self.path, BUSY_SECONDS, check_same_thread=False)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(f"PRAGMA synchronous = {'FULL' if self._lasting else 'NORMAL'}")
            # Who reads the schema does not wait; who makes it does, and finds it made where another was faster.
            if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
                connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(self._schema)
        except sqlite3.Error:
            connection.close()
            raise
        return self._identity() or (0, 0), connection
