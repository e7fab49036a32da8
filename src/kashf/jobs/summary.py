"""What a run of reading did, as values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from kashf.ledger import Failed, SetAside, Totals

__all__ = ["Progress", "Step", "StepKind", "Summary", "Tally", "say_nothing"]

StepKind = Literal["new", "known", "unchanged", "set_aside", "failed"]
"""`new`: a report was read and kept; `known`: one that is in the ledger already, from this or another place;
`failed`: kept, but extraction failed in it; `unchanged`: a source that has not changed since it was last read, and was
not opened; `set_aside`: something that could not become a report."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that reading has done; when it is told, it is committed."""

    kind: StepKind
    location: str
    report: str | None = None
    claims: int = 0
    reports: int = 0
    detail: str | None = None


Progress = Callable[[Step], None]


def say_nothing(_: Step) -> None:
    """No progress at all."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run of reading did, and what the ledger holds after it.

    `read` counts the reports looked at: `new` and `unchanged` ones (those already in the ledger). `versions` of the new
    ones took the place of an earlier version. `set_aside` is what could not become a report, and why; `failed` are
    reports that are kept, but in which extraction failed. `interrupted` runs stopped early; what they had read
    is kept. `totals` are those of the whole ledger.
    """

    new: int
    unchanged: int
    versions: int
    set_aside: tuple[SetAside, ...]
    failed: tuple[Failed, ...]
    totals: Totals
    created: bool = False
    interrupted: bool = False

    @property
    def read(self) -> int:
        """The reports looked at."""
        return self.new + self.unchanged

    @property
    def is_complete(self) -> bool:
        """Whether everything asked for could be read."""
        return not (self.set_aside or self.failed or self.interrupted)


@dataclass(slots=True)
class Tally:
    """The counts of a run as it goes."""

    new: int = 0
    unchanged: int = 0
    versions: int = 0
    set_aside: list[SetAside] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)

    def summary(self, totals: Totals, *, created: bool, interrupted: bool) -> Summary:
        """The summary at the end."""
        troubles = tuple(self.set_aside), tuple(self.failed)
        return Summary(self.new, self.unchanged, self.versions, *troubles, totals, created, interrupted)
