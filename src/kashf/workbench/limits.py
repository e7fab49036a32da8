"""How often somebody may ask: a bucket for each that fills steadily and is emptied by asking."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

__all__ = ["Limit"]

MOST_KEPT = 20_000
"""Buckets kept. Full ones are forgotten beyond that, since a full bucket says nothing."""


class Limit:
    """So many requests a minute for each key, of which a minute's worth may come at once (token bucket)."""

    def __init__(self, per_minute: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._size = per_minute
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}
        self._lock = threading.Lock()

    def wait(self, key: str) -> float:
        """Take one from the key's bucket: 0 where there was one, else the seconds until there is."""
        with self._lock:
            now = self._clock()
            held = self._held(key, now)
            self._buckets[key] = (max(held - 1, 0.0) if held >= 1 else held, now)
            if len(self._buckets) > MOST_KEPT:
                self._forget(now)
        return 0.0 if held >= 1 else (1 - held) * 60 / self._size

    def _held(self, key: str, now: float) -> float:
        held, since = self._buckets.get(key, (self._size, now))
        return min(self._size, held + (now - since) * self._size / 60)

    def _forget(self, now: float) -> None:
        full = [key for key in self._buckets if self._held(key, now) >= self._size]
        for key in full or list(self._buckets)[: MOST_KEPT // 2]:
            del self._buckets[key]
