"""Threads of their own for what may take long, so that nobody who only reads a page waits behind it.

Pages are made by a few threads. Who judges may wait for whoever else writes the ledger (ten seconds, where much is
written at once), who screens for a list to be indexed: were that done by the same threads, some who do it at once would
hold up every page.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial, wraps
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter
from anyio.lowlevel import RunVar
from anyio.to_thread import run_sync

__all__ = ["changing", "lasting"]

CHANGING, LASTING = 4, 2
"""Changes that wait for the ledger at once: it takes one at a time. And what takes long: it would take turns on one
processor."""
Given = ParamSpec("Given")
Told = TypeVar("Told")
_changes: RunVar[CapacityLimiter] = RunVar("changes")
_lasting: RunVar[CapacityLimiter] = RunVar("lasting")


def changing(answer: Callable[Given, Told]) -> Callable[Given, Awaitable[Told]]:
    """An answer that changes the ledger, in threads of its own."""
    return _apart(answer, _changes, CHANGING)


def lasting(answer: Callable[Given, Told]) -> Callable[Given, Awaitable[Told]]:
    """An answer that takes long, in threads of its own."""
    return _apart(answer, _lasting, LASTING)


def _apart(
    answer: Callable[Given, Told], limiters: RunVar[CapacityLimiter], many: int
) -> Callable[Given, Awaitable[Told]]:
    @wraps(answer)
    async def answered(*args: Given.args, **told: Given.kwargs) -> Told:
        return await run_sync(partial(answer, *args, **told), limiter=_limiter(limiters, many))

    return answered


def _limiter(limiters: RunVar[CapacityLimiter], many: int) -> CapacityLimiter:
    """That of the loop that runs."""
    try:
        return limiters.get()
    except LookupError:
        limiters.set(CapacityLimiter(many))
        return limiters.get()
