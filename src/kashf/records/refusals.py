"""What an extractor said of a report that was not taken."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Refusal"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """One value that an extractor gave and that was refused, because the text does not bear it out.

    `what` tells which value it was (`claim 2`, `claim 2, actor`), `said` its words as they were given, `reason` why it
    was refused, and `extractor` who gave it.
    """

    what: str
    said: str
    reason: str
    extractor: str
