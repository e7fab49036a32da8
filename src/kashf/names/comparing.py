"""Comparing two names across spellings and scripts: a probability, and what speaks for and against."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from kashf.domain import name_weights
from kashf.names.alignment import Alignment, align, joinable, joined_where_needed, one_for_one
from kashf.names.features import FEATURES, REPLACED_HALF, About, Feature, settled
from kashf.names.parts import NameKind, TakenApart, alternatives, kind_of, take_apart

__all__ = [
    "DEFAULT_THRESHOLD",
    "Comparison",
    "Evidence",
    "at_best",
    "compare",
    "compared",
    "likelihood",
    "logarithm_of_odds",
    "weighed",
]

DEFAULT_THRESHOLD = 0.5
"""From this score on two names are taken to be one's: more probable than not."""
_PERSON: NameKind = "person"
_PLACES = attrgetter("one"), attrgetter("other")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against.

    `value` is how strongly it holds, 0 to 1; `weight` what that adds to the logarithm of the odds; `about` the words
    it is about, where there are any.
    """

    feature: str
    value: float
    weight: float
    sentence: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How likely two names are one's, 0 to 1, and why: the weightiest evidence first."""

    score: float
    features: tuple[Evidence, ...] = ()

    @property
    def explanation(self) -> str:
        """The evidence in words, a sentence each."""
        return " ".join(
            f"{evidence.sentence.removesuffix('.')}: {evidence.about}." if evidence.about else evidence.sentence
            for evidence in self.features
        )


def compare(one: str, other: str, kind: str | None = None) -> Comparison:
    """How likely two names are names of one person or body.

    `kind` is `person`, or that of a body (`organisation`, `group`, `place`, ...); without it the names' words tell. The
    score means the same for every pair: of those that score 0.8, about eight in ten are one. The order of the two does
    not matter.

    >>> compare("دميترى فيوكتيستوف", "Dmitry Feoktistov").score > 0.9
    True
    >>> compare("حزب الله", "حزب الله العراقي").score < 0.1
    True
    """
    pairs = ((first, second) for first in alternatives(one) for second in alternatives(other))
    return max((compared(_aligned(*pair, kind)) for pair in pairs), key=lambda found: found.score)


def compared(found: Alignment) -> Comparison:
    """The same for two names that have been aligned already."""
    weights, base = _weights(found.one.kind)
    held = ((feature, weight, *feature.holds(found)) for feature, weight in weights)
    evidence = [
        Evidence(feature.name, value, weight * value, feature.sentence, _told(about))
        for feature, weight, value, about in held
        if value and (weight or about)
    ]
    evidence.sort(key=lambda item: -abs(item.weight))
    return Comparison(_probability(base + sum(item.weight for item in evidence)), tuple(evidence))


def likelihood(one: TakenApart, other: TakenApart, least: float = 0.0) -> float:
    """The score alone, of two names of one kind that have been taken apart already; 0 where it is under `least`."""
    return weighed(one, other, least)[0]


def weighed(one: TakenApart, other: TakenApart, least: float) -> tuple[float, Alignment]:
    """The same with the alignment that was weighed.

    What speaks for them is weighed first, so that what speaks against them need be asked only until it is enough.
    """
    lowest, found = logarithm_of_odds(least), one_for_one(one, other)
    if not _may_reach(found, lowest):
        return 0.0, found
    found, logarithm = joined_where_needed(found), _weights(one.kind)[1]
    for feature, weight in _weighty(one.kind):
        logarithm += weight * feature.holds(found)[0]
        if weight < 0 and logarithm < lowest:
            return 0.0, found
    return _probability(logarithm), found


def _may_reach(single: Alignment, lowest: float) -> bool:
    """Whether two names may still be one's so probably after parts that stand for each other one for one: as they are,
    or where parts without a counterpart may be joined."""
    if not single.alone_one or not single.alone_other or (single.one.kind != _PERSON and settled(single)):
        return True
    left = [sum([part.weight for part in parts]) for parts in single.left]
    if at_best(single.one.kind, min(left), min(single.one.told, single.other.told)) >= lowest:
        return True
    ones, others = single.one.parts, single.other.parts
    taken, also = ({at for pair in single.pairs for at in places(pair)} for places in _PLACES)
    return any(joinable(ones, others, also)) or any(joinable(others, ones, taken))


def at_best(kind: NameKind, less: float, told: float) -> float:
    """The logarithm of the odds that two names reach at best, each with parts that tell `less` and that the other has
    not; `told` is what the parts of the shorter one tell."""
    base, covered, replaced = _at_best(kind)
    return base + (covered * (1.0 - less / told) if told else 0.0) + replaced * less / (less + REPLACED_HALF)


@cache
def _at_best(kind: NameKind) -> tuple[float, float, float]:
    weights = name_weights(kind)
    against = ("replaced",) if kind == _PERSON else ("replaced_words", "untranslated")
    return weights["base"], weights["covered"], max(weights[feature] for feature in against)


def _told(about: About) -> str:
    """What a feature is about, in words; the two names' parts with a stroke between."""
    each = (one if isinstance(one, str) else " ".join(part.text for part in one) for one in about)
    return " / ".join(filter(None, each))


def _aligned(one: str, other: str, kind: str | None) -> Alignment:
    if kind in (None, "unknown"):
        kind = "organisation" if "organisation" in (kind_of(one), kind_of(other)) else _PERSON
    taken_as: NameKind = _PERSON if kind == _PERSON else "organisation"
    return align(take_apart(one, taken_as), take_apart(other, taken_as))


@cache
def _weights(kind: NameKind) -> tuple[tuple[tuple[Feature, float], ...], float]:
    listed = name_weights(kind)
    return tuple((feature, listed[feature.name]) for feature in FEATURES[kind]), listed["base"]


@cache
def _weighty(kind: NameKind) -> tuple[tuple[Feature, float], ...]:
    """The features that weigh anything, those that speak for two names first, then the weightiest against them."""
    return tuple(sorted((pair for pair in _weights(kind)[0] if pair[1]), key=lambda pair: (pair[1] < 0, pair[1])))


def logarithm_of_odds(probability: float) -> float:
    """The logarithm of the odds of a probability, at most thirty either way."""
    odds = probability / (1.0 - probability) if probability < 1.0 else math.inf
    return max(-30.0, min(30.0, math.log(odds))) if odds else -30.0


def _probability(logarithm: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logarithm))))
