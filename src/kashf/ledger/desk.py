"""Where many analysts judge at once, next to whoever reads into the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from kashf.errors import LedgerError
from kashf.ledger.derived import Derived
from kashf.ledger.judgements import Decision, Judgements
from kashf.ledger.opening import ledger_errors, open_to_write
from kashf.records import Judgement

__all__ = ["Desk", "count_change"]


class Desk:
    """Keeps judgements, each in a short transaction of its own, and derives nothing.

    It takes no writer's lock: a judgement is a row that no other row is made wrong by, and what is derived meanwhile is
    known to be stale by the change that it counts. Transactions wait for each other (`opening.BUSY_SECONDS`). It may
    be used by many threads. Every method raises LedgerError where the ledger can not be written.
    """

    def __init__(self, path: Path, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.path = path
        self._clock = clock

    def judge(self, decision: Decision) -> Judgement:
        """Keep an analyst's decision. Raises JudgementError where it does not fit what the ledger holds."""
        with self._transaction() as connection:
            judgement = Judgements(connection).add(decision, self._clock())
            count_change(connection, judgement)
        return judgement

    def undo(self, number: int, user: str) -> Judgement:
        """Take a judgement back. Raises JudgementError where there is none, or it was undone before."""
        with self._transaction() as connection:
            judgement = Judgements(connection).undo(number, user, self._clock())
            count_change(connection, judgement)
        return judgement

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if not self.path.is_file():
            raise LedgerError(f"There is no ledger {self.path}. Make one with: kashf read SOURCE")
        engine = open_to_write(self.path)
        try:
            with ledger_errors(self.path), engine.begin() as connection:
                yield connection
        finally:
            engine.dispose()


def count_change(connection: Connection, judgement: Judgement) -> None:
    """Count a judgement as a change, unless it is one that nothing derived rests on."""
    if judgement.kind not in ("dismiss", "rate", "note"):
        Derived(connection).touch()
