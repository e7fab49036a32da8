"""Which of the names that share something with a query need not be compared: too much of each is not in the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from kashf.names.alignment import joinable
from kashf.names.comparing import at_best, logarithm_of_odds
from kashf.names.likeness import COUNTERPART, likeness
from kashf.names.parts import Part, TakenApart

__all__ = ["Sieve"]

OTHER_SIZE = 2
"""So many consonants more or less may a name have that is written as one word, or mistyped, in one of two."""


class Sieve:
    """A query, the numbers of the parts that each of its parts may be, and the least score that is asked for.

    What is held against a candidate is the least that the features of replaced parts can weigh; where parts of one may
    be the other's in a way that an index does not see, it passes.
    """

    __slots__ = ("_kind", "_least", "_near", "_parts", "_told")

    def __init__(self, query: TakenApart, near: Sequence[AbstractSet[int]], least: float) -> None:
        self._kind, self._parts, self._near = query.kind, query.parts, near
        self._least = logarithm_of_odds(least)
        self._told = sum(part.weight for part in query.parts)

    def passes(
        self, parts: Sequence[int], weights: Sequence[float], sounded: Sequence[int], part: Callable[[int], Part]
    ) -> bool:
        """Whether a name of these parts, which weigh and sound so much, may score enough; `part` tells them."""
        alone, left = self._unshared(parts)
        if not alone or not left:
            return True
        lacking, further = sum(self._parts[at].weight for at in alone), sum(weights[at] for at in left)
        if at_best(self._kind, min(lacking, further), min(self._told, sum(weights))) >= self._least:
            return True
        if abs(sum(self._parts[at].sounded for at in alone) - sum(sounded[at] for at in left)) > OTHER_SIZE:
            return False
        return self._is_unseen(alone, left, tuple(map(part, parts)))

    def _unshared(self, parts: Sequence[int]) -> tuple[list[int], list[int]]:
        """The places of the query's parts that have no counterpart, and of the name's."""
        alone, left = [], list(range(len(parts)))
        for place, near in enumerate(self._near):
            counterpart = next((at for at in left if parts[at] in near), None)
            if counterpart is None:
                alone.append(place)
            else:
                left.remove(counterpart)
        return alone, left

    def _is_unseen(self, alone: Sequence[int], left: Sequence[int], parts: Sequence[Part]) -> bool:
        """Whether parts without a counterpart are alike all the same, or one written as two."""
        if any(likeness(self._parts[one], parts[other]) >= COUNTERPART for one in alone for other in left):
            return True
        taken, others = set(range(len(self._parts))) - set(alone), set(range(len(parts))) - set(left)
        return any(joinable(self._parts, parts, others)) or any(joinable(parts, self._parts, taken))
