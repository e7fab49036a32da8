"""How often somebody may ask: a bucket for each that fills steadily and is emptied by asking."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kashf.workbench.shared_file import SharedFile

__all__ = ["Limit", "SharedLimit", "limit"]

MOST_KEPT = 20_000
"""Buckets kept. Full ones are forgotten beyond that, since a full bucket says nothing."""
LEASED_SECONDS = 5.0
"""How long what a process took from a shared bucket is its own."""
FORGOTTEN_EVERY = 256
"""So many times a shared bucket is asked before the full ones are forgotten."""
_log = logging.getLogger(__name__)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS limits (key TEXT PRIMARY KEY, held REAL NOT NULL, since REAL NOT NULL);
"""


class Limit:
    """So many requests a minute for each key, of which a minute's worth may come at once (token bucket)."""

    def __init__(self, per_minute: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._size = per_minute
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}
        self._lock = threading.Lock()

    def wait(self, key: str) -> float:
        """Take one from the key's bucket: 0 where there was one, else the seconds until there is."""
        with self._lock:
            now = self._clock()
            held = self._held(key, now)
            self._buckets[key] = (max(held - 1, 0.0) if held >= 1 else held, now)
            if len(self._buckets) > MOST_KEPT:
                self._forget(now)
        return 0.0 if held >= 1 else (1 - held) * 60 / self._size

    def _held(self, key: str, now: float) -> float:
        held, since = self._buckets.get(key, (self._size, now))
        return min(self._size, held + (now - since) * self._size / 60)

    def _forget(self, now: float) -> None:
        full = [key for key in self._buckets if self._held(key, now) >= self._size]
        for key in full or list(self._buckets)[: MOST_KEPT // 2]:
            del self._buckets[key]


class SharedLimit:
    """The same for several processes, which share their buckets in a file.

    A process takes a second's worth of a minute's at once, so that most requests write nothing; limits of a few a
    minute are taken one by one. Where the file can not be written each process limits by itself.
    """

    def __init__(self, name: str, per_minute: float, path: Path, *, clock: Callable[[], float] = time.time) -> None:
        """`name` keeps the limit from others in the file."""
        self._name = name
        self._size = per_minute
        self._clock = clock
        self._file = SharedFile(path, _SCHEMA, lasting=False)
        self._alone = Limit(per_minute, clock=clock)
        self._lock = threading.Lock()
        self._leased: dict[str, tuple[int, float]] = {}
        self._asked = 0

    def wait(self, key: str) -> float:
        """Take one from the key's bucket: 0 where there was one, else the seconds until there is."""
        with self._lock:
            left, until = self._leased.get(key, (0, 0.0))
            if left and self._clock() < until:
                self._leased[key] = (left - 1, until)
                return 0.0
        try:
            taken, wait = self._taken(key)
        except sqlite3.Error as error:
            _log.warning("%s: limits are not shared: %s", self._file.path, error)
            return self._alone.wait(key)
        if taken > 1:
            self._lease(key, taken - 1)
        return wait

    def _lease(self, key: str, many: int) -> None:
        with self._lock:
            now = self._clock()
            if len(self._leased) > MOST_KEPT:
                self._leased = {one: told for one, told in self._leased.items() if told[1] > now}
            self._leased[key] = (many, now + LEASED_SECONDS)

    def _taken(self, key: str) -> tuple[int, float]:
        """How many were taken from the bucket, and the seconds to wait where none could be."""
        now, named = self._clock(), f"{self._name} {key}"
        with self._file.connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            asked = "SELECT held, since FROM limits WHERE key = ?"
            held, since = connection.execute(asked, (named,)).fetchone() or (self._size, now)
            held = min(self._size, held + max(now - since, 0.0) * self._size / 60)
            taken = min(int(held), max(1, int(self._size // 60)))
            connection.execute("INSERT OR REPLACE INTO limits VALUES (?, ?, ?)", (named, held - taken, now))
            self._asked += 1
            if self._asked % FORGOTTEN_EVERY == 0:
                connection.execute("DELETE FROM limits WHERE since < ?", (now - 60,))
        return taken, 0.0 if taken else (1 - held) * 60 / self._size


def limit(name: str, per_minute: float, shared: Path | None) -> Limit | SharedLimit:
    """A limit of one process, or of all that share a file."""
    return SharedLimit(name, per_minute, shared) if shared else Limit(per_minute)
