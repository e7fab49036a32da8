"""Bringing findings up to date behind the pages, when analysts have judged and then paused."""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
import time
from multiprocessing.connection import wait
from pathlib import Path

from kashf.errors import LedgerError
from kashf.ledger import View
from kashf.ledger.lock import WriterLock

__all__ = ["QUIET_SECONDS", "Renewal", "renew"]

QUIET_SECONDS = 3.0
"""How long nobody must have judged before findings are made anew: one who rejects ten claims waits once."""
LONGEST_SECONDS = 60.0
"""How long it waits for that: where many judge, somebody always does."""
TURN, TURN_SECONDS = ".renewal", 1.0
"""Beside the ledger, what processes that serve it take turns by; and how often they look whether it is theirs."""
ENDING_SECONDS, PATIENCE_SECONDS = 0.5, 10.0
"""How often it looks whether it is to stop, and how long what is going on then may take: all of a large ledger takes
many minutes."""
NICENESS = 10
"""Pages go first: at this a busy processor gives a tenth to renewing."""
SHARE = 0.25
"""Of the time at most so much is spent on it, however often somebody judges."""
_log = logging.getLogger(__name__)


def renew(ledger: Path) -> None:
    """Bring what was found in a ledger up to date. Where another process is writing, it will do so itself."""
    from kashf.jobs import refresh
    from kashf.ledger import Writer

    try:
        with Writer(ledger) as writer:
            refresh(writer)
    except LedgerError as error:
        _log.warning("Findings were not brought up to date: %s", error)


class Renewal:
    """Renews a ledger's findings in a process of its own, some time after it was last asked to; of all that serve the
    ledger one at a time."""

    def __init__(self, ledger: Path, quiet: float = QUIET_SECONDS) -> None:
        self._ledger = ledger
        self._quiet = quiet
        self._wanted = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="renewal", daemon=True)

    def start(self) -> None:
        """Begin to wait for being asked."""
        self._thread.start()

    def stop(self) -> None:
        """Stop waiting; what is going on is given some seconds to come to its end, and is else given up."""
        self._ended.set()
        self._wanted.set()
        self._thread.join()

    def ask(self) -> None:
        """Say that something was judged."""
        self._wanted.set()

    def _run(self) -> None:
        while self._wanted.wait() and not self._ended.is_set():
            if self._is_quiet():
                self._take_turn()

    def _is_quiet(self) -> bool:
        """Wait until nobody judged for a while, or it has been asked for long enough; whether it goes on then."""
        asked = time.monotonic()
        while self._wanted.is_set() and time.monotonic() - asked < LONGEST_SECONDS:
            self._wanted.clear()
            if self._ended.wait(self._quiet):
                return False
        self._wanted.clear()
        return not self._ended.is_set()

    def _take_turn(self) -> None:
        """Renew when no other process that serves the ledger does, or rests from it; unless that one did it."""
        turn = WriterLock(self._ledger.with_name(f"{self._ledger.name}{TURN}"))
        while not self._ended.is_set():
            try:
                with turn:
                    if _is_stale(self._ledger):
                        self._ended.wait(self._renewed() * (1 / SHARE - 1))
            except LedgerError:
                self._ended.wait(TURN_SECONDS)
            else:
                return

    def _renewed(self) -> float:
        """Renew, and say how many seconds it took."""
        began = time.monotonic()
        process = multiprocessing.get_context("spawn").Process(target=_renew_behind, args=(self._ledger,))
        process.start()
        while process.is_alive() and not self._ended.is_set():
            wait([process.sentinel], timeout=ENDING_SECONDS)
        process.join(PATIENCE_SECONDS)
        if process.is_alive():
            process.terminate()  # what it wrote goes in together, or not at all
            process.join()
        return time.monotonic() - began


def _is_stale(ledger: Path) -> bool:
    from kashf.jobs import edition

    with View(ledger) as view:
        return view.is_stale(edition())


def _renew_behind(ledger: Path) -> None:
    """Renew in a process of its own, which gives way to those that answer."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    renew(ledger)
