"""The ledger as requests see it: views that are handed from one to the next, judging for many at once, and what need
not be counted twice."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from kashf.jobs import edition
from kashf.ledger import Desk, Totals, View
from kashf.workbench.remembering import Remembered
from kashf.workbench.settings import Settings

__all__ = ["Kept", "Opened", "Views", "counted", "is_stale", "kept_of", "totals"]

MOST_IDLE = 8
"""Views that are kept open while nobody asks; each may hold some of the ledger in memory."""


class Views:
    """Views of a ledger, opened once and handed from request to request: to open one takes as long as a short page."""

    def __init__(self, ledger: Path) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._idle: list[View] = []

    def ready(self) -> View | None:
        """One that is open and shows what is in the ledger now; None where one has to be opened."""
        while True:
            with self._lock:
                if not self._idle:
                    return None
                view = self._idle.pop()
            if view.is_current():
                return view
            view.__exit__(None, None, None)

    def open(self) -> View:
        """A further one. Raises LedgerError where the ledger can not be opened."""
        return View(self._ledger).__enter__()

    def give_back(self, view: View) -> None:
        """Keep one for the next request, or close it where enough are kept."""
        view.refresh()
        with self._lock:
            if len(self._idle) < MOST_IDLE:
                self._idle.append(view)
                return
        view.__exit__(None, None, None)

    def close(self) -> None:
        """Close those that are kept."""
        with self._lock:
            idle, self._idle = self._idle, []
        for view in idle:
            view.__exit__(None, None, None)

    def __del__(self) -> None:
        """Leave nothing open."""
        self.close()


class Kept:
    """What an app keeps of its ledger for as long as it runs."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.desk = Desk(settings.ledger)
        self.remembered = Remembered()
        self.views = Views(settings.ledger)

    def close(self) -> None:
        """Close what is open of the ledger."""
        self.desk.close()
        self.views.close()


def kept_of(request: Request) -> Kept:
    """What the app of a request keeps."""
    kept: Kept = request.app.state.kept
    return kept


async def _opened(request: Request) -> AsyncIterator[View]:
    views = kept_of(request).views
    view = views.ready()
    view = view if view is not None else await run_in_threadpool(views.open)
    try:
        yield view
    finally:
        views.give_back(view)


Opened = Annotated[View, Depends(_opened)]
"""A view of the ledger for one request."""


def totals(request: Request, view: View) -> Totals:
    """How much the ledger holds."""
    return counted(kept_of(request), view)


def counted(kept: Kept, view: View) -> Totals:
    """The same without a request."""
    return kept.remembered.of(view, "totals", View.totals, "recent")


def is_stale(view: View) -> bool:
    """Whether what was found is older than what was read and judged."""
    return view.is_stale(edition())
