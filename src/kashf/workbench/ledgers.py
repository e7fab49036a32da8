"""The ledger as requests see it: a view for each, judging for many at once, and what need not be counted twice."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request

from kashf.jobs import edition
from kashf.ledger import Desk, Totals, View
from kashf.workbench.settings import Settings

__all__ = ["Kept", "Opened", "Remembered", "is_stale", "kept_of", "totals"]

Value = TypeVar("Value")


class Remembered:
    """What was worked out from the ledger, until something in it changes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._mark = ""
        self._values: dict[Hashable, Any] = {}

    def of(self, view: View, key: Hashable, work: Callable[[], Value]) -> Value:
        """What stands under the key for the ledger as it is now; worked out where nothing does."""
        mark = view.mark()
        with self._lock:
            if mark != self._mark:
                self._mark, self._values = mark, {}
            if key in self._values:
                return self._values[key]  # type: ignore[no-any-return]
        value = work()
        with self._lock:
            if mark == self._mark:
                self._values[key] = value
        return value


class Kept:
    """What an app keeps of its ledger for as long as it runs."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.desk = Desk(settings.ledger)
        self.remembered = Remembered()


def kept_of(request: Request) -> Kept:
    """What the app of a request keeps."""
    kept: Kept = request.app.state.kept
    return kept


def _opened(request: Request) -> Iterator[View]:
    with View(kept_of(request).settings.ledger) as view:
        yield view


Opened = Annotated[View, Depends(_opened)]
"""A view of the ledger for one request."""


def totals(request: Request, view: View) -> Totals:
    """How much the ledger holds."""
    return kept_of(request).remembered.of(view, "totals", view.totals)


def is_stale(view: View) -> bool:
    """Whether what was found is older than what was read and judged."""
    return view.is_stale(edition())
