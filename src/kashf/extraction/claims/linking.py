"""Counts that lean on each other: «سافر من السويد 300، عاد منهم نصفهم» — who came back had left the same country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kashf.extraction.draft import Draft
from kashf.records import Claim, Role

__all__ = ["link_counts"]

REACH = 160
"""Characters between two counts that lean on each other: a clause or two."""
_OPPOSITE = {"return": ("travel", "destination", "origin"), "travel": ("return", "origin", "destination")}


def link_counts(draft: Draft, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Fills the country of a journey or a return from the count it is a part or the whole of."""
    done: list[Claim] = []
    for claim in claims:
        completed = _completed(draft, claim, done, claims)
        done.append(completed)
        yield completed


def _completed(draft: Draft, claim: Claim, before: Sequence[Claim], claims: Sequence[Claim]) -> Claim:
    if claim.type not in _OPPOSITE or claim.fillers(_OPPOSITE[claim.type][1]):
        return claim
    other_type, role, other_role = _OPPOSITE[claim.type]
    partners = [c for c in (*before, *claims) if c.type == other_type and c.fillers(other_role) and _near(claim, c)]
    beside = [c for c in partners if _same_sentence(draft, claim, c)]
    counted = bool(claim.fillers("amount"))  # one who goes to join somebody need not be from the first place named
    spoken_of = _country_spoken_of(draft, claim, role) if counted and not beside else ()
    places = spoken_of or _from(beside or partners, claim, role, other_role)
    return replace(claim, roles=(*claim.roles, *places)) if places else claim


def _from(partners: Sequence[Claim], claim: Claim, role: str, other_role: str) -> tuple[Role, ...]:
    """The places of the nearest partner before the claim, or of the first behind it."""
    if not partners:
        return ()
    partner = max(
        partners, key=lambda c: c.evidence.start if c.evidence.start < claim.evidence.start else -c.evidence.start
    )
    return tuple(replace(filler, role=role) for filler in partner.fillers(other_role))


def _same_sentence(draft: Draft, one: Claim, other: Claim) -> bool:
    return _sentence(draft, one) == _sentence(draft, other)


def _sentence(draft: Draft, claim: Claim) -> int:
    for number, sentence in enumerate(draft.sentences):
        if draft.words[sentence.last - 1].token.end > claim.evidence.start:
            return number
    return -1


def _near(one: Claim, other: Claim) -> bool:
    gap = max(one.evidence.start - other.evidence.end, other.evidence.start - one.evidence.end)
    return gap <= REACH


def _country_spoken_of(draft: Draft, claim: Claim, role: str) -> tuple[Role, ...]:
    """The country the sentence is about: its first place, where it stands before the count."""
    for clauses in draft.clauses:
        words = draft.words[clauses.sentence.first : clauses.sentence.last]
        if not words or not words[0].token.start <= claim.evidence.start < words[-1].token.end:
            continue
        for name in draft.names:
            inside = clauses.sentence.first <= name.first < clauses.sentence.last
            if inside and name.kind == "place" and draft.words[name.first].start < claim.evidence.start:
                span = draft.span(name.first, name.last)
                return (Role(role, span.start, span.end, span.text, name.key),)
    return ()
