"""Where many analysts judge at once, next to whoever reads into the ledger."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from kashf.errors import JudgementError, LedgerError
from kashf.ledger.derived import Derived
from kashf.ledger.judgements import Decision, Judgements
from kashf.ledger.lock import WriterLock
from kashf.ledger.opening import empty_log, ledger_errors, open_to_write
from kashf.ledger.removal import REMOVING, Removals
from kashf.records import Judgement

__all__ = ["Desk", "follow"]

MOST_IDLE = 2
"""So many are kept open; only one at a time can write."""


class Desk:
    """Keeps judgements, each in a short transaction of its own, and derives nothing.

    It takes no writer's lock: a judgement is a row that no other row is made wrong by, and what is derived meanwhile is
    known to be stale by the change that it counts. Transactions wait for each other (`opening.BUSY_SECONDS`). It may
    be used by many threads. Every method raises LedgerError where the ledger can not be written.
    """

    def __init__(self, path: Path, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.path = path
        self._clock = clock
        self._lock = threading.Lock()
        self._idle: list[_Opened] = []

    def __del__(self) -> None:
        """Leave nothing open."""
        self.close()

    def close(self) -> None:
        """Close what is kept open of the ledger; it is opened again where it is needed."""
        with self._lock:
            idle, self._idle = self._idle, []
        for opened in idle:
            opened.close()

    def judge(self, decision: Decision) -> Judgement:
        """Keep an analyst's decision. Raises JudgementError where it does not fit what the ledger holds, and for what
        takes something out of it."""
        _check_harmless(decision.kind)
        with self._transaction() as connection:
            judgement = Judgements(connection).add(decision, self._clock())
            follow(connection, judgement)
        return judgement

    def take_out(self, decision: Decision) -> Judgement:
        """Remove a report or redact an entity. Raises JudgementError where there is no such thing, or no reason.

        Not while another process writes what it has read before: then it raises LedgerError at once.
        """
        with WriterLock(self.path):
            with self._transaction() as connection:
                judgement = Judgements(connection).add(decision, self._clock())
                follow(connection, judgement)
            empty_log(self.path)
        return judgement

    def undo(self, number: int, user: str) -> Judgement:
        """Take a judgement back. Raises JudgementError where there is none, it was undone before, or it took something
        out."""
        with self._transaction() as connection:
            judgement = Judgements(connection).undo(number, user, self._clock())
            _check_harmless(judgement.kind)
            follow(connection, judgement)
        return judgement

    def lift(self, number: int, user: str) -> Judgement:
        """Let what was taken out be read again. Raises JudgementError where that judgement took nothing out."""
        with self._transaction() as connection:
            judgement = Judgements(connection).undo(number, user, self._clock())
            if judgement.kind not in REMOVING:
                raise JudgementError(f"Judgement {number} took nothing out of the ledger; undo it as any other.")
            follow(connection, judgement)
        return judgement

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        opened, went_well = self._taken(), False
        try:
            with ledger_errors(self.path), opened.connection.begin():
                yield opened.connection
            went_well = True
        finally:
            if went_well:
                self._keep(opened)
            else:
                opened.close()

    def _taken(self) -> _Opened:
        """The ledger, opened: to do that for each judgement takes longer than to keep one."""
        identity = _identity(self.path)
        while True:
            with self._lock:
                opened = self._idle.pop() if self._idle else None
            if opened is None:
                engine = open_to_write(self.path)
                return _Opened(engine, engine.connect(), _identity(self.path))
            if opened.identity == identity:
                return opened
            opened.close()

    def _keep(self, opened: _Opened) -> None:
        with self._lock:
            if len(self._idle) < MOST_IDLE:
                self._idle.append(opened)
                return
        opened.close()


@dataclass(frozen=True, slots=True)
class _Opened:
    """A ledger that is open to be written, and which file it is."""

    engine: Engine
    connection: Connection
    identity: tuple[int, int]

    def close(self) -> None:
        """Close it."""
        self.connection.close()
        self.engine.dispose()


def _identity(path: Path) -> tuple[int, int]:
    """Which file stands there. Raises LedgerError where none does."""
    try:
        told = path.stat()
    except OSError as error:
        raise LedgerError(f"There is no ledger {path}. Make one with: kashf read SOURCE") from error
    return told.st_dev, told.st_ino


def _check_harmless(kind: str) -> None:
    if kind in REMOVING:
        raise JudgementError(
            "What is taken out for good is not taken out, or let in again, as other judgements are made."
        )


def follow(connection: Connection, judgement: Judgement) -> None:
    """Do what a judgement asks for beside being kept, and count it as a change where something derived rests on it."""
    if judgement.kind in REMOVING:
        removals = Removals(connection)
        if judgement.undone_at is None:
            removals.carry_out(judgement)
            Derived(connection).note_emptied()
        else:
            removals.lift(judgement)
    if judgement.kind not in ("dismiss", "rate", "note"):
        Derived(connection).touch(judgement.id)
