"""Bringing findings up to date behind the pages, when analysts have judged and then paused."""

from __future__ import annotations

import logging
import multiprocessing
import threading
import time
from pathlib import Path

from kashf.errors import LedgerError

__all__ = ["QUIET_SECONDS", "Renewal", "renew"]

QUIET_SECONDS = 3.0
"""How long nobody must have judged before findings are made anew: one who rejects ten claims waits once."""
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
    """Renews a ledger's findings in a process of its own, one at a time, some time after it was last asked to."""

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
        """Stop waiting; what is going on comes to its end."""
        self._ended.set()
        self._wanted.set()
        self._thread.join()

    def ask(self) -> None:
        """Say that something was judged."""
        self._wanted.set()

    def _run(self) -> None:
        while self._wanted.wait() and not self._ended.is_set():
            self._wanted.clear()
            if self._ended.wait(self._quiet):
                return
            if not self._wanted.is_set():
                self._ended.wait(self._renewed() * (1 / SHARE - 1))

    def _renewed(self) -> float:
        """Renew, and say how many seconds it took."""
        began = time.monotonic()
        process = multiprocessing.get_context("spawn").Process(target=renew, args=(self._ledger,))
        process.start()
        process.join()
        return time.monotonic() - began
