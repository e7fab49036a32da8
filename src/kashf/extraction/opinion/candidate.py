"""What an opinion is asked about: a claim that the rules made, or one that they might have made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from kashf.domain.predicates import Predicate
from kashf.extraction.claims.actor import Actor
from kashf.extraction.claims.matching import Company, Match, is_fixed
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses
from kashf.extraction.words.word import Word
from kashf.values import value

__all__ = ["Asked", "Candidate", "loosened", "nearest"]

MOST_LACKING = 1
"""Things that a candidate may lack of what its predicate needs."""


@value
class Asked:
    """An event that an opinion is asked about, and where it stands; `beside` are the kinds of all phrases of its
    sentence.

    `made` says whether the rules make a claim of it; `before` counts the claims that they made of the sentence so far,
    `just_before` those of the sentence before, and `so_far` is how many they made to a sentence of the text so far.
    """

    language: str
    words: Sequence[Word]
    clauses: Clauses
    event: Event
    actor: Actor | None
    beside: Set[str]
    made: bool
    before: int = 0
    just_before: int = 0
    so_far: float = 0.0

    def candidates(self, match: Match | None, match_of: Callable[[Predicate], Match | None]) -> Iterator[Candidate]:
        """The match that the event has; where it has none, what it might be if nothing were asked of its fillers.

        What lacks the words of a fixed phrase, or more than one thing besides, is no candidate: of four thousand such
        in the corpus one was ever taken for a claim.
        """
        beside = Company(self.event, self.words)
        if match is not None:
            yield _candidate(self, match.predicate, match, _in_company(match.predicate, beside))
            return
        kinds = self._kinds()
        for predicate in self.event.predicates:
            company = _in_company(predicate, beside) if _near(predicate, kinds) else False
            if company is False:
                continue
            found = match_of(loosened(predicate))
            near = _candidate(self, predicate, found, company) if found is not None else None
            if near is not None and len(near.lacks) <= MOST_LACKING:
                yield near

    def _kinds(self) -> Set[str]:
        """The kinds of all that might fill a role of the event."""
        event = self.event
        own = (*event.subject, *event.direct, *event.that, *event.antecedent, *(phrase for _, phrase in event.marked))
        actors = self.actor.phrases if self.actor is not None else ()
        return frozenset().union(*(phrase.kinds for phrase in (*own, *actors)))


@value
class Candidate:
    """An event with one of its predicates and what fills its roles.

    Where the rules make no claim of it, `predicate` is what they would have needed, `match` what there is, and `lacks`
    what is not so: of several ways to meet what is asked, what the nearest one lacks. `company` says whether the words
    stand there that a fixed phrase needs («فرض عقوبات»); None where it needs none.
    """

    asked: Asked
    predicate: Predicate
    match: Match
    company: bool | None
    lacks: tuple[str, ...]

    @property
    def made(self) -> bool:
        """Whether the rules make this claim."""
        return self.asked.made

    @property
    def event(self) -> Event:
        """The event."""
        return self.asked.event

    @property
    def actor(self) -> Actor | None:
        """Who acts in it, as far as that is known."""
        return self.asked.actor


def _candidate(asked: Asked, predicate: Predicate, match: Match, company: bool | None) -> Candidate:
    lacks = () if asked.made else ("company",) * (company is False) + _missing(predicate, match)
    return Candidate(asked, predicate, match, company, lacks)


def _near(predicate: Predicate, kinds: Set[str]) -> bool:
    """Whether of what a predicate needs no more than one thing is certain to be lacking."""
    for need in predicate.needs:
        if sum(map(kinds.isdisjoint, need.values())) <= MOST_LACKING:
            return True
    return not predicate.needs


def _missing(predicate: Predicate, match: Match) -> tuple[str, ...]:
    fillers = match.fillers
    ways = [sorted(_lacks(need, fillers)) for need in predicate.needs]
    never = [
        f"never {role}"
        for role, kinds in predicate.never.items()
        if any(phrase.is_a(*kinds) for phrase in fillers.get(role, ()))
    ]
    return (*min(ways, key=len, default=()), *never)


def _in_company(predicate: Predicate, beside: Company) -> bool | None:
    return beside.stands(predicate) if is_fixed(predicate) else None


def _lacks(need: Mapping[str, Sequence[str]], fillers: Mapping[str, Sequence[Phrase]]) -> Iterator[str]:
    for role, kinds in need.items():
        phrases = fillers.get(role, ())
        if not phrases:
            yield role
        elif not any(phrase.is_a(*kinds) for phrase in phrases):
            yield f"{role} but unlisted" if not any(phrase.kinds for phrase in phrases) else f"{role} of another kind"


def nearest(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Of the candidates of one event, for each type the one that lacks least."""
    best: dict[str, Candidate] = {}
    for one in candidates:
        other = best.get(one.predicate.type)
        if other is None or len(one.lacks) < len(other.lacks):
            best[one.predicate.type] = one
    return tuple(best.values())


@cache
def loosened(predicate: Predicate) -> Predicate:
    """A predicate with nothing asked of its fillers."""
    return replace(predicate, company=(), marked_company={}, needs=({},), never={})
