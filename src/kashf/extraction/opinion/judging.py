"""Judging: which candidates become claims, and how likely each is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, repeat
from math import exp, fsum
from typing import Protocol

from kashf.domain.opinion import OpinionWeights, opinion_weights
from kashf.extraction.opinion.candidate import Candidate, nearest
from kashf.extraction.opinion.traits import contexts_of, traits_of

__all__ = ["RULES_ALONE", "SECOND", "Opinion", "RulesAlone", "SecondOpinion", "second_opinion"]

SECOND = "opinion/1"
"""Who makes a claim that the rules do not."""
DECIMALS = 3

Weights = Mapping[str, tuple[float, ...]]
"""The weights of each trait in some contexts."""
Chosen = tuple[Candidate, float | None]
"""A candidate that becomes a claim, and how likely it is right; None where the rules' own confidence stands."""


class Opinion(Protocol):
    """Whoever judges candidates. `adds` says whether it makes claims that the rules do not."""

    @property
    def adds(self) -> bool:
        """Whether candidates that the rules leave are worth bringing before it."""

    def chosen(self, candidates: Iterable[Candidate]) -> Iterable[Chosen]:
        """Of the candidates of one event those that become claims, each with how likely it is right."""


@dataclass(frozen=True, slots=True)
class RulesAlone:
    """No opinion: what the rules make stands, with a confidence by how the actor was found."""

    adds: bool = False

    def chosen(self, candidates: Iterable[Candidate]) -> Iterator[Chosen]:
        """The candidates that the rules make."""
        yield from ((candidate, None) for candidate in candidates if candidate.made)


RULES_ALONE = RulesAlone()


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """A logistic regression over the traits of candidates, trained on the annotated corpus."""

    weights: OpinionWeights
    adds: bool = True
    _together: dict[tuple[str, str], Weights] = field(default_factory=dict, repr=False, compare=False)

    def chosen(self, candidates: Iterable[Candidate]) -> Iterator[Chosen]:
        """What the rules make; else the likeliest of what they leave, if it is likely enough."""
        each = nearest(candidates)
        likely = [(one, self.likelihood(one, traits)) for one, traits in zip(each, traits_of(each), strict=True)]
        yield from (pair for pair in likely if pair[0].made)
        added = [pair for pair in likely if not pair[0].made and pair[1] >= self.weights.add]
        if added:
            yield max(added, key=lambda pair: pair[1])

    def likelihood(self, candidate: Candidate, traits: Set[str]) -> float:
        """How likely a candidate with these traits is a claim that a careful reader would make: 0 to 1."""
        every, made, kind, group = contexts_of(candidate)
        known = (self._in_both(every, made), self._in_both(kind, group))
        score = fsum(chain.from_iterable(chain.from_iterable(map(each.get, traits, repeat(()))) for each in known))
        scale, shift = self.weights.made if candidate.made else self.weights.added
        return round(1 / (1 + exp(-(scale * score + shift))), DECIMALS)

    def _in_both(self, one: str, other: str) -> Weights:
        """The weights in two contexts, which go together for all candidates of a sort: one look tells both."""
        known = self._together.get((one, other))
        if known is None:
            both = [self.weights.traits.get(context, {}) for context in (one, other)]
            traits = dict.fromkeys(chain.from_iterable(both))
            known = {trait: tuple(each[trait] for each in both if trait in each) for trait in traits}
            self._together[one, other] = known
        return known


@cache
def second_opinion() -> Opinion:
    """The opinion that was trained; the rules alone where none was."""
    weights = opinion_weights()
    return SecondOpinion(weights) if weights else RULES_ALONE
