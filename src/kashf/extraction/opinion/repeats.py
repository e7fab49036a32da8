"""Repeats: claims that only the second opinion makes, and that say what another one says already."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.opinion.judging import SECOND
from kashf.records import Claim, Span

__all__ = ["without_repeats"]

SAME_WORDS = 0.5
"""The share of the shorter evidence from which on two claims of one type say the same, as in measuring."""


def without_repeats(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, but of those that only the opinion makes none that a better claim of its type tells too."""
    return [claim for claim in claims if claim.extractor != SECOND or not any(_tells(other, claim) for other in claims)]


def _tells(other: Claim, claim: Claim) -> bool:
    if other is claim or other.type != claim.type or not _same(other.evidence, claim.evidence):
        return False
    return other.extractor != SECOND or (other.confidence, claim.id) > (claim.confidence, other.id)


def _same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= SAME_WORDS * min(one.end - one.start, other.end - other.start)
