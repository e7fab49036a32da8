"""Near-claims: what two reports tell alike but for one thing, which keeps their claims from being one.

"Sold 50 tonnes of gold in Mosul" and "... in Raqqa" are two claims, and mostly one of them is a slip or another event.
A reader is told of both, with the difference named; which is right, comparing can not know. Two claims of one story
are near where they agree in all but who or what fills one role, or but for the time; two of no one story where they
agree besides on a telling figure. Where one report tells both, as copies of a list do, nothing differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kashf.comparison.assertions import Assertion
from kashf.comparison.corpus import Corpus
from kashf.comparison.features import TELLING_VALUE, heard
from kashf.comparison.figures import COUNTED, Relation, relation, told, unit_of
from kashf.comparison.grouping import blocked, neighbours
from kashf.comparison.likeness import CONTRADICTING, Likeness, compared, contradicted, days_told
from kashf.comparison.propositions import Proposition, with_role_left_out
from kashf.comparison.words import written_in
from kashf.domain import name_tokens
from kashf.records import Entity, Figure, Finding, content_id

__all__ = ["Difference", "difference", "leading_figures", "near_claims", "time_conflicts"]

SAME_BUT_ONE = 0.7
SUPPORT_BUT_ONE = 3.0
"""Least score and support of two near-claims, the differing role left aside: who, what and how much, or most words."""
MOST_COMPARED = 12
MOST_NEAR = 3
"""A statement is told beside so many others at most that differ in one thing."""
OPENING = 800
"""So many letters are a report's opening: its headline and the first two or three paragraphs."""
LONGEST_TIME = 31
"""A time of more days is no date, and none of its days contradicts another's."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The one thing in which two claims differ: a role or `time`, and what each says of it, in words."""

    role: str
    one: str
    other: str
    support: float = 0.0


def near_claims(corpus: Corpus, assertions: Mapping[str, Assertion]) -> Iterator[Finding]:
    """Pairs of assertions that are the same but for one thing, the nearest of each."""
    owner = {claim.index: key for key, assertion in assertions.items() for claim in assertion.claims}
    claims = {claim.index: claim for assertion in assertions.values() for claim in assertion.claims}
    carriers = {key: {claim.item.id for claim in assertion.claims} for key, assertion in assertions.items()}
    ordered = [claims[index] for index in sorted(claims)]
    met: dict[tuple[str, str], tuple[Difference, Proposition, Proposition]] = {}
    for place, counterpart in neighbours(blocked(map(_keys, ordered)), MOST_COMPARED):
        one, other = ordered[place], ordered[counterpart]
        pair = owner[one.index], owner[other.index]
        if pair in met or pair[::-1] in met or not carriers[pair[0]].isdisjoint(carriers[pair[1]]):
            continue
        found = difference(one, other, corpus.entities)
        if found is not None:
            met[pair] = found, one, other
    shown: dict[str, int] = {}
    for pair, (found, one, other) in sorted(met.items(), key=lambda each: (-each[1][0].support, each[0])):
        if max(shown.get(key, 0) for key in pair) < MOST_NEAR:
            shown.update((key, shown.get(key, 0) + 1) for key in pair)
            yield _finding(corpus, pair, found, (one, other))


def _keys(claim: Proposition) -> Iterator[tuple[object, ...]]:
    """What near-claims share: their type within a story, else a figure too large to be shared by chance."""
    kind = claim.claim.type, claim.claim.polarity
    if claim.story is not None:
        yield *kind, claim.story
    for role, figures in claim.figures.items():
        for figure in figures:
            if figure.value is not None and figure.value >= TELLING_VALUE:
                yield *kind, role, figure.value, figure.unit


def difference(one: Proposition, other: Proposition, entities: Mapping[str, Entity]) -> Difference | None:
    """The one thing in which two claims of one type and polarity differ, if they agree in all else that both say."""
    if (one.claim.type, one.claim.polarity) != (other.claim.type, other.claim.polarity):
        return None
    roles = _differing(one, other, entities)
    if len(roles) != 1:
        return None
    role, named = next(iter(roles.items()))
    if _by_one_name(*named):
        return None
    rest = compared(with_role_left_out(one, role), with_role_left_out(other, role), entities)
    if rest.contradiction is not None or rest.conflicting or not _near(one, other, rest):
        return None
    return Difference(role, *named, rest.support)


def _by_one_name(one: str, other: str) -> bool:
    """Whether two names have the same words, or one some of the other's, or sound alike in two scripts: then it is the
    naming that differs."""
    here, there = frozenset(name_tokens(one)), frozenset(name_tokens(other))
    return here <= there or there <= here or (written_in(one) != written_in(other) and heard(one) == heard(other))


def _near(one: Proposition, other: Proposition, rest: Likeness) -> bool:
    if rest.score < SAME_BUT_ONE or rest.support < SUPPORT_BUT_ONE or not rest.telling:
        return False
    return rest.agreed_figure or (one.story is not None and one.story == other.story)


def _differing(one: Proposition, other: Proposition, entities: Mapping[str, Entity]) -> Mapping[str, tuple[str, str]]:
    """What two claims say of each role in which known entities of theirs exclude each other, and of times that do."""
    found = {
        role: (_told(one, role), _told(other, role))
        for role in CONTRADICTING
        if role in one.fillers and role in other.fillers and contradicted(one, other, role, entities)
    }
    here, there = days_told(one), days_told(other)
    if here is not None and there is not None and (here[1] < there[0] or there[1] < here[0]):
        found["time"] = (_time(one), _time(other))
    return found


def _told(claim: Proposition, role: str) -> str:
    return ", ".join(filler.name for filler in claim.fillers[role] if filler.entity)


def _time(claim: Proposition) -> str:
    first, last = days_told(claim) or (None, None)
    return str(first) if first == last else f"{first} to {last}"


def _finding(
    corpus: Corpus, pair: tuple[str, str], found: Difference, claims: tuple[Proposition, Proposition]
) -> Finding:
    kind = "time" if found.role == "time" else "role"
    return Finding(
        kind="conflict",
        id=content_id("f", "conflict", kind, *pair),
        reports=corpus.ordered(claim.item.id for claim in claims),
        members=tuple(claim.claim.id for claim in claims),
        working=f"the same but for the {found.role}: {found.one}, elsewhere {found.other}",
        fields={
            "conflict": kind,
            "assertion": pair[0],
            "other": pair[1],
            "role": found.role,
            "differing": [
                _side(claim, words, found.role) for claim, words in zip(claims, (found.one, found.other), strict=True)
            ],
        },
    )


def _side(claim: Proposition, told: str, role: str) -> dict[str, str]:
    """What one claim says, in words, and of a time its days."""
    side = {"report": claim.item.id, "claim": claim.claim.id, "told": told}
    days = days_told(claim) if role == "time" else None
    return side | {"first": days[0].isoformat(), "last": days[1].isoformat()} if days else side


def time_conflicts(corpus: Corpus, assertions: Mapping[str, Assertion]) -> Iterator[Finding]:
    """Statements that two reports date to days of which none is the other's: Tuesday, and Wednesday."""
    for key, assertion in assertions.items():
        dated = [claim for claim in assertion.claims if _is_date(claim)]
        first: dict[str, Proposition] = {}
        for claim in dated:
            first.setdefault(_time(claim), claim)
        apart = [claim for claim in first.values() if any(_exclude(claim, other) for other in first.values())]
        if len({claim.item.id for claim in apart}) > 1:
            yield _time_conflict(corpus, key, apart)


def _is_date(claim: Proposition) -> bool:
    days = days_told(claim)
    return days is not None and (days[1] - days[0]).days < LONGEST_TIME


def _exclude(one: Proposition, other: Proposition) -> bool:
    here, there = days_told(one), days_told(other)
    return here is not None and there is not None and (here[1] < there[0] or there[1] < here[0])


def _time_conflict(corpus: Corpus, key: str, apart: Sequence[Proposition]) -> Finding:
    return Finding(
        kind="conflict",
        id=content_id("f", "conflict", "time", key),
        reports=corpus.ordered(claim.item.id for claim in apart),
        members=tuple(claim.claim.id for claim in apart),
        working="dated to " + ", elsewhere to ".join(map(_time, apart)),
        fields={
            "conflict": "time",
            "assertion": key,
            "role": "time",
            "differing": [_side(claim, _time(claim), "time") for claim in apart],
        },
    )


def leading_figures(corpus: Corpus, assertions: Mapping[str, Assertion]) -> Iterator[Finding]:
    """Counts that reports of one story lead with and that cannot both hold: two held, five held.

    What a report says first of how many were arrested, in its opening, is the number of its occasion; what follows may
    be of others.
    """
    owner = {claim.index: key for key, assertion in assertions.items() for claim in assertion.claims}
    leading: dict[tuple[str, str, str], dict[str, tuple[Proposition, Figure]]] = {}
    claims = (claim for assertion in assertions.values() for claim in assertion.claims if _opens(claim))
    for claim in sorted(claims, key=lambda claim: claim.index):
        figures = claim.figures.get("amount", ())
        if claim.story is not None and len(figures) == 1:
            unit = unit_of(figures[0])
            if unit in COUNTED:
                told = leading.setdefault((claim.story, claim.claim.type, str(unit)), {})
                told.setdefault(claim.item.id, (claim, figures[0]))
    for given in leading.values():
        pair = next((pair for pair in combinations(given.values(), 2) if _both_cannot_hold(*pair, owner)), None)
        if pair is not None:
            yield _leading(corpus, pair, owner)


def _opens(claim: Proposition) -> bool:
    own = claim.claim
    return own.evidence.start < OPENING and (own.polarity, own.modality) == ("affirmed", "asserted")


def _both_cannot_hold(
    one: tuple[Proposition, Figure], other: tuple[Proposition, Figure], owner: Mapping[int, str]
) -> bool:
    return owner[one[0].index] != owner[other[0].index] and relation(one[1], other[1]) is Relation.CONFLICTING


def _leading(
    corpus: Corpus, pair: tuple[tuple[Proposition, Figure], tuple[Proposition, Figure]], owner: Mapping[int, str]
) -> Finding:
    keys = [owner[claim.index] for claim, _ in pair]
    return Finding(
        kind="conflict",
        id=content_id("f", "conflict", "leading figure", *keys),
        reports=corpus.ordered(claim.item.id for claim, _ in pair),
        members=tuple(claim.claim.id for claim, _ in pair),
        working="; ".join(f"first told: {told(figure)}" for _, figure in pair),
        fields={
            "conflict": "figure",
            "assertion": keys[0],
            "other": keys[1],
            "role": "amount",
            "figures": [
                {"report": claim.item.id, "text": figure.text, "figure": told(figure)} for claim, figure in pair
            ],
        },
    )
