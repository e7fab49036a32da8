"""Headline against body: where a headline says more than the report beneath it.

A headline drops the hedge ("up to 300 million" becomes 300 million), rounds up, makes a charge a fact, or leaves out
that something was denied. Only what both tell is compared: a figure of one unit, a claim of one type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kashf.comparison.corpus import Corpus, Item
from kashf.comparison.figures import Relation, is_telling, quantity, relation, told
from kashf.comparison.propositions import Proposition
from kashf.domain import kin_types
from kashf.records import Figure, Finding, Span, content_id

__all__ = ["headline_conflicts"]

STRENGTH: Mapping[str, int] = {"asserted": 3, "ended": 3, "attempted": 2, "planned": 1, "expected": 1, "required": 1}
"""How much a claim says happened; what is alleged or possible says least."""
HEDGES = frozenset({"about", "at_most", "less_than"})
"""Modifiers that a headline makes stronger by leaving them out."""
NEAR = 2.0
"""A headline's figure is held against one of the body that is at most so many times as large, or as small."""


@dataclass(frozen=True, slots=True)
class _Against:
    """What a headline says and what the body says of the same."""

    what: str
    headline: Span
    body: Span
    told: tuple[str, str]
    members: tuple[str, ...] = ()


def headline_conflicts(corpus: Corpus, claims: Sequence[Proposition]) -> Iterator[Finding]:
    """One finding for each thing that a report's headline tells more strongly than its body."""
    own: dict[str, list[Proposition]] = {}
    for claim in claims:
        own.setdefault(claim.item.id, []).append(claim)
    for item in corpus.items:
        title = next((region for region in item.record.report.regions if region.kind == "title"), None)
        if title is not None:
            span = Span(title.start, title.end, item.record.text[title.start : title.end])
            found = (*_claims(span, own.get(item.id, ())), *_figures(span, item))
            yield from (_finding(item, against) for against in found)


def _claims(title: Span, claims: Sequence[Proposition]) -> Iterator[_Against]:
    beneath = [claim for claim in claims if not title.covers(claim.claim.evidence)]
    for claim in claims:
        if title.covers(claim.claim.evidence):
            of_kind = [other for other in beneath if _comparable(claim, other)]
            if of_kind:
                yield from _stronger(claim, of_kind)


def _comparable(one: Proposition, other: Proposition) -> bool:
    """Whether two claims are of one kind, and no known entity of the one excludes one of the other."""
    kinds = one.claim.type, other.claim.type
    if kinds[0] != kinds[1] and kinds[1] not in kin_types().get(kinds[0], frozenset()):
        return False
    shared = [role for role in one.entities if one.entities[role] and other.entities.get(role)]
    return all(not one.entities[role].isdisjoint(other.entities[role]) for role in shared)


def _stronger(claim: Proposition, beneath: Sequence[Proposition]) -> Iterator[_Against]:
    same = [other for other in beneath if other.claim.polarity == claim.claim.polarity]
    if not same:
        yield _against("polarity", claim, beneath[0], claim.claim.polarity, beneath[0].claim.polarity)
    elif max(map(_strength, same)) < _strength(claim):
        strongest = max(same, key=_strength)
        yield _against("modality", claim, strongest, claim.claim.modality, strongest.claim.modality)


def _strength(claim: Proposition) -> int:
    return STRENGTH.get(claim.claim.modality, 0)


def _against(what: str, claim: Proposition, other: Proposition, one: str, counter: str) -> _Against:
    members = (claim.claim.id, other.claim.id)
    return _Against(what, claim.claim.evidence, other.claim.evidence, (one, counter), members)


def _figures(title: Span, item: Item) -> Iterator[_Against]:
    telling = list(filter(is_telling, item.record.figures))
    beneath = [figure for figure in telling if not title.covers(figure)]
    for figure in telling:
        near = [other for other in beneath if _is_near(figure, other)] if title.covers(figure) else []
        if near and not any(_says_as_much(other, figure) for other in near):
            closest = min(near, key=lambda other: abs(quantity(other)[1] - quantity(figure)[1]))
            yield _Against("figure", figure, closest, (told(figure), told(closest)))


def _is_near(one: Figure, other: Figure) -> bool:
    if relation(one, other) is Relation.INCOMPARABLE:
        return False
    low, high = sorted((quantity(one)[1], quantity(other)[1]))
    return 0 < high <= NEAR * low


def _says_as_much(body: Figure, headline: Figure) -> bool:
    """Whether the body says as much as its headline: the same figure, as sure; or a rounding downwards."""
    related = relation(body, headline)
    if related is Relation.EQUAL:
        return body.modifier not in HEDGES or headline.modifier in HEDGES
    return related is Relation.ROUNDING and quantity(headline)[1] <= quantity(body)[1]


def _finding(item: Item, against: _Against) -> Finding:
    headline, body = against.told
    return Finding(
        kind="conflict",
        id=content_id("f", "conflict", "headline", item.id, against.what, against.headline.start),
        reports=(item.id,),
        members=against.members,
        working=f"the headline says {headline}, the body {body}",
        fields={
            "conflict": "headline",
            "what": against.what,
            "told": [
                {"where": where, "start": span.start, "end": span.end, "text": span.text, "told": words}
                for where, span, words in zip(
                    ("headline", "body"), (against.headline, against.body), against.told, strict=True
                )
            ],
        },
    )
