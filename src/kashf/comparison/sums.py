"""Parts against a whole: claims of one kind by one source whose places divide the place of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kashf.comparison.figures import Interval, interval, number, quantity, told, unit_of
from kashf.comparison.propositions import Filler, Proposition
from kashf.domain import place_named, within
from kashf.records import Entity, Figure, Finding, content_id
from kashf.records.findings import Verdict

__all__ = ["PLACE_UNITS", "sum_checks"]

PLACE_ROLES = ("destination", "origin", "place", "counterparty")
LEAST_PARTS = 2
PLACE_UNITS = frozenset({"country", "city", "province", "region", "state"})
CLOSE_SUM = 0.2
"""Without a stated number of places a sum is taken for the whole's only where it comes within a fifth of it."""


@dataclass(frozen=True, slots=True)
class _Share:
    """A claim with its amount and the places it is about; `count` is how many places it says it is about."""

    claim: Proposition
    amount: Figure
    role: str | None
    places: frozenset[str]
    count: Figure | None = None


def sum_checks(claims: Sequence[Proposition], entities: Mapping[str, Entity]) -> Iterator[Finding]:
    """A check for each claim of a report that is a whole of others."""
    by_kind: dict[tuple[str, str, str | None], list[_Share]] = {}
    for claim in claims:
        share = _share(claim)
        if share is not None:
            kind = claim.claim.type, claim.claim.polarity, unit_of(share.amount)
            by_kind.setdefault(kind, []).append(share)
    for shares in by_kind.values():
        for whole in shares:
            parts = _parts(whole, shares, entities)
            finding = _check(whole, parts) if len(parts) >= LEAST_PARTS else None
            if finding is not None:
                yield finding


def _share(claim: Proposition) -> _Share | None:
    amounts = claim.figures.get("amount", ())
    if len(amounts) != 1 or unit_of(amounts[0]) in (None, "percent", "fraction"):
        return None
    role = next((role for role in PLACE_ROLES if claim.fillers.get(role)), None)
    fillers = claim.fillers.get(role, ()) if role else ()
    return _Share(claim, amounts[0], role, frozenset(map(_place, fillers)), _count(claim, role) if role else None)


def _place(filler: Filler) -> str:
    return filler.entity or " ".join(sorted(filler.meaning))


def _count(claim: Proposition, role: str) -> Figure | None:
    """The figure within a place's own words that says how many places it is: "12 European countries"."""
    spans = [filler for filler in claim.claim.roles if filler.role == role]
    return next(
        (
            figure
            for figure in claim.item.record.figures
            if unit_of(figure) in PLACE_UNITS
            and any(span.start < figure.end and figure.start < span.end for span in spans)
        ),
        None,
    )


def _parts(whole: _Share, shares: Sequence[_Share], entities: Mapping[str, Entity]) -> list[_Share]:
    """The claims that divide the whole: smaller, of its source or the outlet's own, each about places of its own."""
    if not (whole.count or _holds(whole, shares, entities) or not whole.places):
        return []
    taken: set[str] = set()
    parts = []
    for share in shares:
        fits = share is not whole and share.count is None and share.places and not share.places & (taken | whole.places)
        same_role = whole.role is None or share.role == whole.role
        if fits and same_role and quantity(share.amount)[0] <= quantity(whole.amount)[1] and _one_source(whole, share):
            taken |= share.places
            parts.append(share)
    return parts


def _holds(whole: _Share, shares: Sequence[_Share], entities: Mapping[str, Entity]) -> bool:
    """Whether the whole's one place is a region in which every other claim's known country lies."""
    regions = [place_named(entities[place].name) for place in whole.places if place in entities]
    others = [place for share in shares if share is not whole for place in share.places if place in entities]
    known = [found for place in others if (found := place_named(entities[place].name))]
    region = regions[0] if len(regions) == 1 else None
    return region is not None and bool(known) and all(within(place, region) for place in known)


def _one_source(whole: _Share, part: _Share) -> bool:
    """Whether a part rests on a source of the whole's chain, or on nobody else's word."""
    origin = part.claim.claim.attribution.origin
    if origin is None or origin.kind == "outlet":
        return True
    chain = whole.claim.claim.attribution.chain
    return any(link.text == origin.text or (link.entity is not None and link.entity == origin.entity) for link in chain)


def _check(whole: _Share, parts: Sequence[_Share]) -> Finding | None:
    total = Interval(0, 0)
    for part in parts:
        total += interval(part.amount)
    named = sum(quantity(part.amount)[0] for part in parts)
    places = sum(len(part.places) for part in parts)
    complete = whole.count is not None and quantity(whole.count)[0] == places
    verdict = _verdict(whole, total, complete)
    if verdict is None:
        return None
    claims = (whole.claim, *(part.claim for part in parts))
    return Finding(
        kind="check",
        id=content_id("f", "check", "sum", whole.claim.item.id, whole.claim.claim.id),
        reports=(whole.claim.item.id,),
        members=tuple(claim.claim.id for claim in claims),
        verdict=verdict,
        working=_working(whole, parts, named, verdict),
        fields={
            "check": "parts_sum",
            "whole": whole.claim.claim.id,
            "parts": [part.claim.claim.id for part in parts],
            "sum": named,
            "stated": quantity(whole.amount)[0],
            "places_named": places,
            "places_stated": quantity(whole.count)[0] if whole.count else None,
        },
    )


def _verdict(whole: _Share, total: Interval, complete: bool) -> Verdict | None:
    """The verdict on a sum; None where nothing says that the parts are parts of this whole."""
    stated = interval(whole.amount)
    if whole.count is None and not whole.places:
        low, high = quantity(whole.amount)
        return "consistent" if total.meets(stated) and total.high <= high + CLOSE_SUM * abs(low) else None
    if total.meets(stated):
        return "consistent"
    if total.low > stated.high or complete:
        return "inconsistent"
    return "not computable"


def _working(whole: _Share, parts: Sequence[_Share], named: float, verdict: Verdict) -> str:
    terms = " + ".join(number(quantity(part.amount)[0]) for part in parts)
    told_parts = [f"{terms} = {number(named)}; {told(whole.amount)}: {verdict}"]
    if whole.count is not None:
        told_parts.append(_places(whole.count, parts))
    if verdict == "not computable":
        told_parts.append("the report does not say that the parts it names are all")
    return "; ".join(told_parts)


def _places(count: Figure, parts: Sequence[_Share]) -> str:
    """The places counted: "7 named + 5 together = 12 of 12 country"."""
    single = sum(1 for part in parts if len(part.places) == 1)
    together = [len(part.places) for part in parts if len(part.places) > 1]
    terms = " + ".join([f"{single} named", *(f"{places} together" for places in together)])
    return f"{terms} = {single + sum(together)} of {told(count)}"
