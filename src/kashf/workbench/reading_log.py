"""Readings as all processes that serve a ledger see them: noted in a file that they share."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from kashf.workbench.refusing import RefusedError
from kashf.workbench.shared_file import SharedFile

__all__ = ["KEPT", "Reading", "ReadingLog", "State"]

State = Literal["reading", "done", "failed"]
KEPT = 50
"""Readings that are remembered, the latest."""
STEPS, TROUBLES = 200, 2000
"""Steps of a reading that are remembered, the latest, and things set aside in it."""
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS readings (number INTEGER PRIMARY KEY, process INTEGER NOT NULL, body TEXT NOT NULL);"
)


class Reading:
    """One reading: who began it, what it has done so far (`counts` by kind of step), and what was set aside.

    It goes on while others look at it; `changes` tells them whether anything is new.
    """

    def __init__(self, number: int, user: str, began: datetime) -> None:
        self.number = number
        self.user = user
        self.began = began
        self.state: State = "reading"
        self.counts: dict[str, int] = {}
        self.steps: list[dict[str, Any]] = []
        self.troubles: list[dict[str, str]] = []
        self.error = ""
        self.changes = 0

    def tell(self, step: dict[str, Any]) -> None:
        """Note a step."""
        kind = step["kind"]
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.steps = [*self.steps[-STEPS + 1 :], step]
        if kind in ("set_aside", "failed") and len(self.troubles) < TROUBLES:
            self.troubles.append({"location": step["location"], "detail": step["detail"] or ""})
        self.changes += 1

    def end(self, error: str = "") -> None:
        """Note that it is over."""
        self.error, self.state = error, "failed" if error else "done"
        self.changes += 1


class ReadingLog:
    """Readings in a file. What went on in a process that is no more has failed."""

    def __init__(self, path: Path) -> None:
        self._file = SharedFile(path, _SCHEMA, lasting=False)

    def clear(self) -> None:
        """Forget all, when serving begins."""
        with self._file.connection() as connection:
            connection.execute("DELETE FROM readings")

    def begin(self, user: str, began: datetime) -> Reading:
        """Begin one. Raises RefusedError where another is going on, in whichever process."""
        with self._file.connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            rows = connection.execute("SELECT number, process, body FROM readings").fetchall()
            if any(_told(*row).state == "reading" for row in rows):
                raise RefusedError(409, "reading_now")
            reading = Reading(max((row[0] for row in rows), default=0) + 1, user, began)
            row = (reading.number, os.getpid(), _packed(reading))
            connection.execute("INSERT INTO readings VALUES (?, ?, ?)", row)
            connection.execute("DELETE FROM readings WHERE number <= ?", (reading.number - KEPT,))
        return reading

    def note(self, reading: Reading) -> None:
        """Note how far one has come."""
        with self._file.connection() as connection:
            said = (_packed(reading), reading.number)
            connection.execute("UPDATE readings SET body = ? WHERE number = ?", said)

    def all(self) -> tuple[Reading, ...]:
        """Those that are remembered, the latest first."""
        with self._file.connection() as connection:
            rows = connection.execute("SELECT number, process, body FROM readings ORDER BY number DESC").fetchall()
        return tuple(_told(*row) for row in rows)

    def one(self, number: int) -> Reading | None:
        """One of them; None where there is none."""
        with self._file.connection() as connection:
            asked = "SELECT number, process, body FROM readings WHERE number = ?"
            row = connection.execute(asked, (number,)).fetchone()
        return _told(*row) if row else None


def _packed(reading: Reading) -> str:
    return json.dumps(vars(reading) | {"began": reading.began.isoformat()})


def _told(number: int, process: int, body: str) -> Reading:
    plain: dict[str, Any] = json.loads(body)
    reading = Reading(number, plain["user"], datetime.fromisoformat(plain.pop("began")))
    vars(reading).update(plain)
    if reading.state == "reading" and not _lives(process):
        reading.end("The process that read has ended.")
    return reading


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
