"""Running one function over many items: in this process, or over a pool of them. Results come in the items' order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

__all__ = ["InProcess", "Lost", "Pool", "Runner", "Spread"]

FEW = 32
"""Items from which on a pool starts. Until its server has read the shared tables and forked (1.3 seconds), one process
has read some 20 short reports, or 10 of 4,000 characters; with 24 reports in four languages both take about as long
(measured on two processors)."""

ITEMS_PER_WORKER = 4
"""Items on their way per worker: enough that none waits, few enough that a crash or an interrupt wastes little."""

_PRELOADED = ("kashf.jobs.warming",)
"""Imported once, in the process that workers are forked from: it reads the tables that they share."""

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Lost(Generic[Item]):
    """An item whose process ended while it worked on it: by a crash in a library, or for want of memory."""

    item: Item


class Runner(Protocol):
    """Something that can run a function over items. Of both it must be possible to send them to another process."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | Lost[Item]]:
        """The results in the order of the items, which are drawn only as they are needed."""


@dataclass(frozen=True, slots=True)
class InProcess:
    """Runs everything here."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | Lost[Item]]:
        """The results, one after the other."""
        return map(function, items)


@dataclass(frozen=True, slots=True)
class Pool:
    """Runs over so many processes. An item that kills its process is lost; the others are not."""

    workers: int

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | Lost[Item]]:
        """The results in the order of the items."""
        with _Crew(function, self.workers) as crew:
            for item in items:
                crew.submit(item)
                if crew.is_busy:
                    yield crew.next()
            while crew.has_more:
                yield crew.next()


@dataclass(frozen=True, slots=True)
class Spread:
    """Runs few items here, and many over a pool: of `workers` processes, or one a processor."""

    workers: int | None = None

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result | Lost[Item]]:
        """The results in the order of the items."""
        remaining = iter(items)
        first = list(islice(remaining, FEW))
        workers = self.workers or max(2, os.cpu_count() or 1)
        runner: Runner = InProcess() if len(first) < FEW or workers == 1 else Pool(workers)
        yield from runner.map(function, chain(first, remaining))


class _Crew(Generic[Item, Result]):
    """Workers, and the items on their way through them."""

    def __init__(self, function: Callable[[Item], Result], workers: int) -> None:
        self._function = function
        self._workers = workers
        self._waiting: deque[tuple[Item, Future[Result] | None]] = deque()
        self._executor = _executor(workers)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._executor.shutdown(cancel_futures=True)

    @property
    def is_busy(self) -> bool:
        """Whether there is enough to do for now."""
        return len(self._waiting) >= self._workers * ITEMS_PER_WORKER

    @property
    def has_more(self) -> bool:
        """Whether results are still to come."""
        return bool(self._waiting)

    def submit(self, item: Item) -> None:
        """Give an item to the workers."""
        try:
            future = self._executor.submit(self._function, item)
        except BrokenProcessPool:
            self._waiting.append((item, None))
        else:
            self._waiting.append((item, future))

    def next(self) -> Result | Lost[Item]:
        """The result of the item that waited longest."""
        item, future = self._waiting.popleft()
        if future is not None:
            try:
                return future.result()
            except BrokenProcessPool:
                self._renew()
        return self._alone(item)

    def _renew(self) -> None:
        """A pool in place of the broken one. Its other items come back broken too, and are run alone in their turn."""
        self._executor.shutdown(wait=False)
        self._executor = _executor(self._workers)

    def _alone(self, item: Item) -> Result | Lost[Item]:
        with _executor(1) as executor:
            try:
                return executor.submit(self._function, item).result()
            except BrokenProcessPool:
                return Lost(item)


def _executor(workers: int) -> ProcessPoolExecutor:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload(list(_PRELOADED))
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_settle_in)


def _settle_in() -> None:
    """A worker leaves Ctrl-C to its parent, and goes when the parent is gone, even killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_go_with_the_parent, daemon=True).start()


def _go_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
