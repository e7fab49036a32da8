"""Words that tell of a type of claim outright, whatever stands beside them."""

from __future__ import annotations

from functools import cache

from kashf.domain.tables import table
from kashf.text.folding import fold

__all__ = ["outright"]


@cache
def outright(language: str, kind: str) -> frozenset[str]:
    """The folded lemmas of a language that tell of a type of claim by themselves; none where it has no list."""
    words = (table("finance/outright").get(language) or {}).get(kind) or ""
    return frozenset(fold(word).text for word in words.split())
