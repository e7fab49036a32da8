"""Headlines: what a title says and the body says again is one claim, and the body's words are the ones to be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.extraction.draft import Draft
from kashf.records import Claim, Role
from kashf.text.folding import fold
from kashf.text.tokens import tokenise

__all__ = ["without_repeated_headlines"]

_TELLING = ("object", "counterparty", "actor")
"""Roles one of which must be shared for two claims of a type to tell of the same; `amount` alone does as well."""
SHORTEST_WORD = 3
"""Letters of the shortest word that is compared."""
STEM = 4
"""Letters at the beginning of two words by which they are taken for forms of one: «إيرانيين», «الإيراني»."""


def without_repeated_headlines(draft: Draft, claims: Sequence[Claim]) -> list[Claim]:
    """The claims but for those of the title, and of later lines that repeat it, that the body makes as well."""
    titles = tuple(_headlines(draft))
    told = [claim for claim in claims if not _within(claim, titles)]
    return [claim for claim in claims if not _within(claim, titles) or not any(_same(claim, other) for other in told)]


def _headlines(draft: Draft) -> Iterator[tuple[int, int]]:
    """Where the report's title stands, and where its very words stand once more."""
    text = draft.report.text
    for region in draft.report.regions:
        if region.kind != "title" or region.end <= region.start:
            continue
        title = text[region.start : region.end].strip()
        start = text.find(title)
        while title and start >= 0:
            yield start, start + len(title)
            start = text.find(title, start + len(title))


def _within(claim: Claim, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= claim.evidence.start and claim.evidence.end <= end for start, end in stretches)


def _same(one: Claim, other: Claim) -> bool:
    if one.type != other.type or one.polarity != other.polarity:
        return False
    shared = [role for role in _TELLING if one.fillers(role) and other.fillers(role)]
    amounts = {_numerals(role) for role in one.fillers("amount")} & {
        _numerals(role) for role in other.fillers("amount")
    }
    return bool(amounts - {""}) or any(_alike(one.fillers(role), other.fillers(role)) for role in shared)


def _numerals(role: Role) -> str:
    return "".join(letter for letter in role.text if letter.isdigit())


def _alike(ones: Sequence[Role], others: Sequence[Role]) -> bool:
    return any(
        (one.entity is not None and one.entity == other.entity) or not _stems(one).isdisjoint(_stems(other))
        for one in ones
        for other in others
    )


def _stems(role: Role) -> frozenset[str]:
    words = (token.norm.removeprefix("ال") for token in tokenise(fold(role.text)) if token.kind == "word")
    return frozenset(word[:STEM] for word in words if len(word) >= SHORTEST_WORD)
