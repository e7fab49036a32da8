"""How claims stand after what analysts said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kashf.records import Judgement

__all__ = ["Standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands after all judgements on it: what was said of it last, and its corrected fields."""

    verdict: str | None = None
    corrections: Mapping[str, Any] = field(default_factory=dict)
    judgements: tuple[int, ...] = ()

    @property
    def rejected(self) -> bool:
        """Whether the claim is to be left out of everything."""
        return self.verdict == "reject"

    def after(self, judgement: Judgement) -> Standing:
        """The standing after one more judgement."""
        made = (*self.judgements, judgement.id)
        if judgement.kind == "correct":
            return Standing(self.verdict, {**self.corrections, **judgement.value}, made)
        return Standing(judgement.kind, self.corrections, made)
