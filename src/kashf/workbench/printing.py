"""Printing briefs: one after another, since a browser that prints takes as much as all else; and nobody who asks for
anything else waits for it."""

from __future__ import annotations

import tempfile
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path

from anyio import CapacityLimiter, Lock, fail_after
from anyio.to_thread import run_sync

from kashf.exchange.html import brief_html
from kashf.exchange.pdf import print_page
from kashf.views import Brief
from kashf.workbench.refusing import RefusedError

__all__ = ["PRINTING_SECONDS", "Printing"]

PRINTING_SECONDS = 120
"""How long somebody waits for those before them."""
KEPT = 4
"""Prints that are kept, the last: several ask for the same one, or one asks again. Each is some two megabytes."""


class Printing:
    """The printer of an app. To wait for it takes no thread: pages are made by few, and all of them would wait."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._threads = CapacityLimiter(1)
        self._printed: OrderedDict[Hashable, bytes] = OrderedDict()

    async def printed(self, key: Hashable, made: Callable[[], Brief]) -> bytes:
        """A brief as PDF; one with the same key is not printed again. Raises RefusedError where others wait too long,
        ExchangeError where nothing is printed."""
        if key in self._printed:
            return self._printed[key]
        try:
            with fail_after(PRINTING_SECONDS):
                await self._turn.acquire()
        except TimeoutError:
            raise RefusedError(503, "printing_now", headers={"Retry-After": str(PRINTING_SECONDS)}) from None
        try:
            if key not in self._printed:
                self._keep(key, await run_sync(_on_paper, made, limiter=self._threads))
            return self._printed[key]
        finally:
            self._turn.release()

    def _keep(self, key: Hashable, printed: bytes) -> None:
        self._printed[key] = printed
        while len(self._printed) > KEPT:
            self._printed.popitem(last=False)


def _on_paper(made: Callable[[], Brief]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "brief.pdf"
        print_page(brief_html(made(), printed=True), path)
        return path.read_bytes()
