"""What an extractor gave over many reports, and how much of it was refused, for which reasons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from kashf.records import Refusal

__all__ = ["Tally"]

_DETAIL = re.compile(r"[:(].*$", re.DOTALL)


class Tally:
    """Counts that grow with every report: `taken` values, and refused ones by their reason."""

    def __init__(self) -> None:
        self.taken = 0
        self._reasons: Counter[str] = Counter()

    def add(self, taken: int, refused: Iterable[Refusal]) -> None:
        """Count what one report gave."""
        self.taken += taken
        self._reasons.update(_DETAIL.sub("", refusal.reason).strip() for refusal in refused)

    @property
    def refused(self) -> int:
        """How many values were refused."""
        return self._reasons.total()

    @property
    def reasons(self) -> Mapping[str, int]:
        """How often each reason was given, the most frequent first."""
        return dict(self._reasons.most_common())

    def told(self) -> dict[str, Any]:
        """The counts as plain values."""
        return {"taken": self.taken, "refused": self.refused, "reasons": dict(self.reasons)}
