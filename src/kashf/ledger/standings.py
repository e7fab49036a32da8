"""How claims stand after what analysts said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kashf.records import Judgement

__all__ = ["Standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands after all judgements on it: what was said of it last, its corrected fields, its grade."""

    verdict: str | None = None
    corrections: Mapping[str, Any] = field(default_factory=dict)
    judgements: tuple[int, ...] = ()
    grade: str | None = None

    @property
    def rejected(self) -> bool:
        """Whether the claim is to be left out of everything."""
        return self.verdict == "reject"

    def after(self, judgement: Judgement) -> Standing:
        """The standing after one more judgement."""
        made = (*self.judgements, judgement.id)
        match judgement.kind:
            case "correct":
                return replace(self, corrections={**self.corrections, **judgement.value}, judgements=made)
            case "rate":
                return replace(self, grade=judgement.value["grade"], judgements=made)
            case "note":
                return replace(self, judgements=made)
        return replace(self, verdict=judgement.kind, judgements=made)
