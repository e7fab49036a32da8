"""What was worked out from the ledger and need not be worked out again by each who asks."""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from kashf.errors import LedgerError
from kashf.ledger import Marks, View

__all__ = ["A_MOMENT", "LONGEST_OLD", "MOST_KEPT", "TIMES_AS_LONG", "Manner", "Remembered"]

Value = TypeVar("Value")
Work = Callable[[View], Value]
Manner = Literal["derived", "recent", "behind"]
"""How a value follows the ledger.

`derived`: it is made of what comparing made, and holds until that changes. `recent`: it rests on judgements and
evidence too; where these changed, one that took so long to make may be `TIMES_AS_LONG` as old, so that many who judge
do not make all who read wait. `behind`: as `derived`, but one that took more than a moment is told until the next was
made behind the pages. What was taken out of the ledger for good is in none of them from then on.
"""

TIMES_AS_LONG, LONGEST_OLD = 20.0, 10.0
"""How old a value may grow against the time it took, and in seconds at most. A page of a small ledger is made in some
milliseconds and is a moment old at most."""
A_MOMENT = 0.1
"""Seconds that whoever asks first after a change can wait for."""
MOST_KEPT = 128
"""Values that are kept; the one that was not asked for longest goes first."""
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Held:
    """A value with the ledger's marks when it was made, how many seconds that took, and when."""

    value: Any
    marks: Marks
    cost: float
    at: float
    is_renewed: bool = False


class Remembered:
    """Values that were worked out from a ledger, for as long as they hold. May be used by many threads: each value is
    worked out by one of them while the others wait."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._held: OrderedDict[Hashable, _Held] = OrderedDict()
        self._working: dict[Hashable, threading.Lock] = {}

    def of(self, view: View, key: Hashable, work: Work[Value], manner: Manner = "derived") -> Value:
        """What stands under the key; worked out from the view where nothing does or it no longer holds."""
        marks = view.marks()
        held = self._found(key, marks, manner)
        if held is None:
            with self._turn(key):
                held = self._found(key, marks, manner) or self._made(view, key, work, marks)
        elif manner == "behind" and held.marks.derived != marks.derived:
            self._renew_behind(view, key, work, held)
        value: Value = held.value
        return value

    def _found(self, key: Hashable, marks: Marks, manner: Manner) -> _Held | None:
        """What is held under the key, where it may still be told."""
        with self._lock:
            held = self._held.get(key)
            if held is None or held.marks.taken_out != marks.taken_out:
                return None
            self._held.move_to_end(key)
        if manner != "recent" and held.marks.derived == marks.derived:
            return held
        if manner == "behind" and held.cost > A_MOMENT:
            return held
        if manner == "recent" and (held.marks == marks or self._is_recent(held)):
            return held
        return None

    def _is_recent(self, held: _Held) -> bool:
        return self._clock() - held.at < min(held.cost * TIMES_AS_LONG, LONGEST_OLD)

    def _turn(self, key: Hashable) -> threading.Lock:
        with self._lock:
            if len(self._working) > MOST_KEPT * 2:
                self._working = {key: lock for key, lock in self._working.items() if lock.locked()}
            return self._working.setdefault(key, threading.Lock())

    def _made(self, view: View, key: Hashable, work: Work[Any], marks: Marks) -> _Held:
        began = self._clock()
        value, ended = work(view), self._clock()
        held = _Held(value, marks, ended - began, ended)
        with self._lock:
            self._held[key] = held
            self._held.move_to_end(key)
            while len(self._held) > MOST_KEPT:
                self._held.popitem(last=False)
        return held

    def _renew_behind(self, view: View, key: Hashable, work: Work[Any], held: _Held) -> None:
        with self._lock:
            if held.is_renewed:
                return
            held.is_renewed = True

        def renewed() -> None:
            try:
                with View(view.path) as own:
                    self._made(own, key, work, own.marks())
            except LedgerError as error:
                _log.warning("What is remembered of the ledger was not renewed: %s", error)
            finally:
                held.is_renewed = False

        threading.Thread(target=renewed, name="remembering", daemon=True).start()
