"""Writing a ledger: one process at a time, one transaction for each thing that is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from kashf.ledger.contents import Contents
from kashf.ledger.derived import Derivation, Derived, Extension
from kashf.ledger.desk import follow
from kashf.ledger.evidence import RAW_LIMIT, Evidence, Known, Outcome, Source, Stored
from kashf.ledger.judgements import Decision, Judgements, Standing
from kashf.ledger.lists import KeptList, Lists
from kashf.ledger.lock import WriterLock
from kashf.ledger.nearby import Nearby, Remembered
from kashf.ledger.opening import await_disk, empty_log, ledger_errors, open_to_write
from kashf.ledger.removal import REMOVING
from kashf.ledger.search import SearchIndex
from kashf.ledger.telling import Telling
from kashf.records import Judgement, Watchlist

__all__ = ["Clock", "Writer", "utc_now"]

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


class Writer:
    """The one that writes a ledger, from `with` to its end. Any number of views may read meanwhile.

    The ledger is made where it does not exist (`created` says so) and brought up to date where it is older. What a
    method has returned from is committed: a process killed at any moment loses nothing of it. Evidence and judgements
    are then on the disk as well; what was derived may have to be derived once more where the power went.
    Every method raises LedgerError where the ledger can not be written.
    """

    def __init__(self, path: Path, *, clock: Clock = utc_now, raw_limit: int = RAW_LIMIT) -> None:
        self.path = path
        self.created = False
        self._clock = clock
        self._raw_limit = raw_limit
        self._stack = ExitStack()
        self._open_sources: dict[Source, int] = {}
        self._remembered = Remembered()

    def __enter__(self) -> Self:
        """Take the lock and open the ledger. Raises LedgerError, naming who is writing, where another process is."""
        with ExitStack() as stack:
            stack.enter_context(WriterLock(self.path))
            self.created = not self.path.exists()
            engine = open_to_write(self.path)
            stack.callback(engine.dispose)
            self._connection = stack.enter_context(engine.connect())
            with self._transaction() as connection:
                SearchIndex(connection).prepare()
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the ledger and let go of the lock."""
        self._stack.close()

    def keep(self, source: Source, outcomes: Sequence[Outcome], *, last: bool = True) -> Stored:
        """Keep what a source gave: all of it in one transaction, together with the source.

        A large source may be kept piece by piece; `last` tells that it was read to its end. Until then it does not
        count as read, and its reports do not supersede earlier versions.
        """
        with self._transaction() as connection:
            evidence = Evidence(connection, self._clock(), self._raw_limit)
            number = self._open_sources.pop(source, None) or evidence.begin(source)
            stored = evidence.keep(number, outcomes)
            if last:
                stored = replace(stored, versions=evidence.settle(number))
            if evidence.changed:
                Derived(connection).touch()
        if not last:
            self._open_sources[source] = number
        return stored

    def known(self, source: Source) -> Known | None:
        """What a source gave, if it was read to its end, nothing in it failed, and it has not changed since."""
        with self._transaction() as connection:
            return Contents(connection).known(source)

    def judge(self, decision: Decision) -> Judgement:
        """Keep an analyst's decision. Raises JudgementError where it does not fit what the ledger holds."""
        with self._transaction() as connection:
            judgement = Judgements(connection).add(decision, self._clock())
            follow(connection, judgement)
        if judgement.kind in REMOVING:
            self._remembered.forget()
            empty_log(self.path)
        return judgement

    def take(self, judgement: Judgement) -> bool:
        """Keep a judgement made in another ledger, with its user and moment; whether it is new here.

        Raises JudgementError where it does not fit what this ledger holds.
        """
        with self._transaction() as connection:
            taken = Judgements(connection).take(judgement)
            follow(connection, judgement)
        return taken

    def undo(self, number: int, user: str) -> Judgement:
        """Take a judgement back. Raises JudgementError where there is none, or it was undone before."""
        with self._transaction() as connection:
            judgement = Judgements(connection).undo(number, user, self._clock())
            follow(connection, judgement)
        return judgement

    def keep_list(self, watchlist: Watchlist, source: str) -> KeptList:
        """Keep a list to be screened against. One that says what the latest of its name says is not kept again."""
        with self._transaction() as connection:
            return Lists(connection).keep(watchlist, source, self._clock())

    def drop_list(self, name: str) -> KeptList:
        """Screen against a list no more; what was kept of it stays. Raises NotFoundError where there is none."""
        with self._transaction() as connection:
            return Lists(connection).drop(name, self._clock())

    def derive(self, derivation: Derivation) -> None:
        """Put what comparing made in the place of what it had made before."""
        self._remembered.forget()
        with self._transaction(lasting=False) as connection:
            Derived(connection).store(derivation)
            Telling(connection).store(derivation)

    def extend(self, extension: Extension) -> None:
        """Add what further reports give to what comparing made before."""
        with self._transaction(lasting=False) as connection:
            derived = Derived(connection)
            stood = derived.standing(extension)
            Telling(connection).extend(extension, stood.values(), self._standings(connection))
            derived.extend(extension, stood)

    def _standings(self, connection: Connection) -> Mapping[str, Standing]:
        return Nearby(connection, self._remembered).standings()

    @contextmanager
    def nearby(self) -> Iterator[Nearby]:
        """What further reports are compared with, looked up by keys, as it stands now; what is written meanwhile goes
        in together."""
        with self._transaction(lasting=False) as connection:
            yield Nearby(connection, self._remembered)

    def is_stale(self, by: str) -> bool:
        """Whether entities and findings show other evidence than there is, or were made by another version."""
        with self._transaction(lasting=False) as connection:
            return Derived(connection).is_stale(by)

    @contextmanager
    def _transaction(self, *, lasting: bool = True) -> Iterator[Connection]:
        """A transaction, or the one that is going on. What is derived need not be lasting: it can be made again."""
        if self._connection.in_transaction():
            yield self._connection
            return
        with ledger_errors(self.path):
            await_disk(self._connection, lasting)
            with self._connection.begin():
                yield self._connection
