"""Which of the names that share something with a query need not be compared: too much of each is not in the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from kashf.names.alignment import LOST_IN_JOINING, MERGED, joinable, most_others
from kashf.names.comparing import at_best, logarithm_of_odds
from kashf.names.likeness import COUNTERPART, MOST_MISSING, likeness, most_missing
from kashf.names.parts import Part, TakenApart

__all__ = ["Glance", "Sieve", "Trait", "Traits"]

OTHER_SIZE = 2
"""So many consonants more or less may a name have that is written as one word, or mistyped, in one of two."""
_NONE: frozenset[int] = frozenset()
EVERY = -1
"""All sizes, as bits."""
INITIAL, KNOWN, SERVANT = 1, 2, 4
SCRIPTS = {"arabic": 8, "cyrillic": 16, "latin": 32}
WRITTEN = sum(SCRIPTS.values())
"""What a part is beside its sound, as bits: an initial, known to the tables, two in one as «عبد» and a name; in which
script."""
Pieces = tuple[int, int, int, int, int]
"""Several parts in a row: the first, before which, how many consonants they have together, the coarse ones in all and
in any of their readings as bits."""
Trait = tuple[int, float, int, int, int, int, int]
"""Of a part its number, weight, how many consonants it has, the coarse ones in all and in any of its readings as bits,
what kind it is, and how many coarse consonants its longest reading has."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is asked of the parts of names before they are compared, for all parts of a shelf."""

    weights: NDArray[np.float32]
    sounded: NDArray[np.uint8]
    in_all: NDArray[np.uint32]
    in_any: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
    longest: NDArray[np.uint8]

    @classmethod
    def of(cls, parts: Sequence[Part]) -> Traits:
        """The traits of parts, in their order."""
        return cls(
            weights=np.array([part.weight for part in parts], np.float32),
            sounded=np.array([part.sounded for part in parts], np.uint8),
            in_all=np.array([part.in_all for part in parts], np.uint32),
            in_any=np.array([part.in_any for part in parts], np.uint32),
            kinds=np.array([_kind(part) for part in parts], np.uint8),
            longest=np.array([min(part.longest, 255) for part in parts], np.uint8),
        )

    def known(self, parts: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of some parts the tables know."""
        return (self.kinds[parts] & KNOWN).astype(np.bool_)

    def told_of(self, parts: Iterable[int]) -> list[Trait]:
        """The traits of a few parts, for which columns are not worth while."""
        weights, sounded, in_all = self.weights.item, self.sounded.item, self.in_all.item
        in_any, kinds, longest = self.in_any.item, self.kinds.item, self.longest.item
        return [
            (part, weights(part), sounded(part), in_all(part), in_any(part), kinds(part), longest(part))
            for part in parts
        ]

    def told(self, parts: NDArray[np.int64]) -> Iterator[Trait]:
        """The traits of some of the parts."""
        columns = (self.weights, self.sounded, self.in_all, self.in_any, self.kinds, self.longest)
        return zip(parts.tolist(), *(column[parts].tolist() for column in columns), strict=True)


def _kind(part: Part) -> int:
    told = (
        (INITIAL, part.group == "initial"),
        (KNOWN, part.meanings),
        (SERVANT, part.core),
        (SCRIPTS[part.script], True),
    )
    return sum(bit for bit, holds in told if holds)


def _traits_of(name: TakenApart) -> list[Trait]:
    """The traits of a name's parts, numbered in order."""
    return [
        (at, part.weight, part.sounded, part.in_all, part.in_any, _kind(part), min(part.longest, 255))
        for at, part in enumerate(name.parts)
    ]


class Sieve:
    """A query, the numbers of the parts that each of its parts may be, and the least score that is asked for.

    What is held against a candidate is the least that the features of replaced parts can weigh; where parts of one may
    be the other's in a way that an index does not see, it passes. `read` tells a part of its number.
    """

    __slots__ = ("_kind", "_least", "_near", "_parts", "_pieces", "_read", "_sizes", "_told", "_traits")

    def __init__(
        self, query: TakenApart, near: Sequence[AbstractSet[int]], least: float, read: Callable[[int], Part]
    ) -> None:
        self._kind, self._parts, self._near, self._read = query.kind, query.parts, near, read
        self._least = logarithm_of_odds(least)
        self._told = query.told
        self._traits = _traits_of(query)
        self._sizes, self._pieces = _sizes(self._traits), _pieces(self._traits, EVERY)

    def passes(self, traits: Sequence[Trait]) -> bool:
        """Whether a name whose parts have these traits may score enough."""
        alone, left = self._unshared(traits)
        if not alone or not left:
            return True
        lacking, further = sum([self._traits[at][1] for at in alone]), sum([traits[at][1] for at in left])
        told = min(self._told, sum([trait[1] for trait in traits]))
        if at_best(self._kind, min(lacking, further), told) >= self._least:
            return True
        if abs(sum([self._traits[at][2] for at in alone]) - sum([traits[at][2] for at in left])) > OTHER_SIZE:
            return False
        return self._is_unseen(alone, left, traits) or self._is_joint(alone, left, traits)

    def _unshared(self, traits: Sequence[Trait]) -> tuple[list[int], list[int]]:
        """The places of the query's parts that have no counterpart, and of the name's."""
        alone, left = [], list(range(len(traits)))
        for place, near in enumerate(self._near):
            for at in left:
                if traits[at][0] in near:
                    left.remove(at)
                    break
            else:
                alone.append(place)
        return alone, left

    def _is_unseen(self, alone: Sequence[int], left: Sequence[int], traits: Sequence[Trait]) -> bool:
        """Whether parts without a counterpart are alike all the same."""
        return any(
            likeness(self._parts[one], self._read(traits[other][0])) >= COUNTERPART
            for one in alone
            for other in left
            if _may_be_alike(self._traits[one], traits[other])
        )

    def _is_joint(self, alone: Sequence[int], left: Sequence[int], traits: Sequence[Trait]) -> bool:
        """Whether a part of one may be several of the other written as one word."""
        pieces = _pieces(traits, self._sizes)
        if not (_may_be_joint(self._traits, pieces, left) or _may_be_joint(traits, self._pieces, alone)):
            return False
        parts = tuple(self._read(other[0]) for other in traits)
        taken, others = set(range(len(self._parts))).difference(alone), set(range(len(parts))).difference(left)
        return any(joinable(self._parts, parts, others)) or any(joinable(parts, self._parts, taken))


class Glance:
    """The same of a query whose parts have not been looked up: by which of them may be alike to any of a name's, which
    is more than are."""

    __slots__ = ("_kind", "_least", "_parts", "_pieces", "_read", "_sizes", "_told", "_traits")

    def __init__(self, query: TakenApart, least: float, read: Callable[[int], Part]) -> None:
        self._kind, self._parts, self._read = query.kind, query.parts, read
        self._least = logarithm_of_odds(least)
        self._told = query.told
        self._traits = _traits_of(query)
        self._sizes, self._pieces = _sizes(self._traits), _pieces(self._traits, EVERY)

    def passes(self, traits: Sequence[Trait]) -> bool:
        """Whether a name whose parts have these traits may score enough."""
        alike = [
            [at for at, other in enumerate(traits) if self._may_be_alike(part, own, other)]
            for part, own in zip(self._parts, self._traits, strict=True)
        ]
        if self._may_reach(alike, traits) and self._may_reach(self._surely(alike, traits), traits):
            return True
        return self._is_joint(traits)

    def _surely(self, alike: Sequence[Sequence[int]], traits: Sequence[Trait]) -> list[list[int]]:
        """Of the parts that may be alike those that are."""
        return [
            [at for at in places if likeness(part, self._read(traits[at][0])) >= COUNTERPART]
            for part, places in zip(self._parts, alike, strict=True)
        ]

    def _may_reach(self, alike: Sequence[Sequence[int]], traits: Sequence[Trait]) -> bool:
        """Whether a name may score enough whose parts are alike to the query's at these places."""
        lacking = sum([own[1] for own, places in zip(self._traits, alike, strict=True) if not places])
        met = set(chain.from_iterable(alike))
        further = sum([trait[1] for at, trait in enumerate(traits) if at not in met])
        told = min(self._told, sum([trait[1] for trait in traits]))
        return not lacking or not further or at_best(self._kind, min(lacking, further), told) >= self._least

    def _is_joint(self, traits: Sequence[Trait]) -> bool:
        """Whether a part of one may be several of the other written as one word."""
        pieces = _pieces(traits, self._sizes)
        divided = bool(pieces) and _may_be_joint(self._traits, pieces, range(len(traits)))
        if not divided and not (self._pieces and _may_be_joint(traits, self._pieces, range(len(self._traits)))):
            return False
        parts = tuple(self._read(other[0]) for other in traits)
        return (divided and any(joinable(self._parts, parts, _NONE))) or any(joinable(parts, self._parts, _NONE))

    def _may_be_alike(self, part: Part, own: Trait, other: Trait) -> bool:
        if own[5] & other[5] & KNOWN:
            return likeness(part, self._read(other[0])) >= COUNTERPART
        return _may_be_alike(own, other)


def _may_be_alike(one: Trait, other: Trait) -> bool:
    """Whether two parts that an index does not see as one may be alike: what `likeness` asks first. In two scripts they
    can be so by sound alone."""
    either, both = one[5] | other[5], one[5] & other[5]
    if either & INITIAL or both & SERVANT:
        return True
    most = MOST_MISSING if both & WRITTEN else most_missing(max(one[6], other[6]))
    return not both & KNOWN and (one[3] & ~other[4]).bit_count() <= most and (other[3] & ~one[4]).bit_count() <= most


def _sizes(whole: Sequence[Trait]) -> int:
    """How many consonants several parts may have together to be one of these, as bits: one more or less than it has."""
    sizes = 0
    for part in whole:
        sizes |= 0b111 << part[2]  # the bit of a size is the one above it, so that none is below the first
    return sizes


def _pieces(divided: Sequence[Trait], sizes: int) -> list[Pieces]:
    """The parts of a name that may be written as one word, which has one of these sizes."""
    found, before = [], [0, *accumulate([part[2] for part in divided])]
    for length in MERGED:
        for first, last in zip(range(len(divided)), range(length, len(divided) + 1), strict=False):
            sounded = before[last] - before[first]
            if sizes >> sounded + 1 & 1:
                letters = any_letters = 0
                for piece in divided[first:last]:
                    letters |= piece[3]
                    any_letters |= piece[4]
                found.append((first, last, sounded, letters, any_letters))
    return found


def _may_be_joint(whole: Sequence[Trait], divided: Sequence[Pieces], free: Sequence[int]) -> bool:
    """Whether a part may be several of another name's in a row, one of which is free, as `joinable` asks: by how many
    consonants they have, and which."""
    for first, last, sounded, letters, any_letters in divided:
        for one in whole:
            if sounded - 1 <= one[2] <= sounded + 1:
                most = most_others(sounded)
                if (
                    (letters & ~one[4] & ~LOST_IN_JOINING).bit_count() <= most
                    and (one[3] & ~any_letters).bit_count() <= most
                    and any(first <= at < last for at in free)
                ):
                    return True
    return False
