"""The names of one kind in an index: which parts there are, which names have them, which names to compare with a query.

A query's parts are looked up among all parts that are known, by what they mean and by their coarse consonants with one
more or less (the deletion neighbourhood of Bocek, Hunt and Stiller's *Fast Similarity Search in Large Dictionaries*,
2007); names that share the rarest parts come first.
"""

from __future__ import annotations

import heapq
import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from kashf.names.likeness import COUNTERPART, likeness, most_wrong
from kashf.names.parts import NameKind, Part, TakenApart, joined, part_of, take_apart

__all__ = ["Shelf"]

MANY_NAMES = 3000
"""A part that so many names have is looked up only where a query has no rarer one."""
MOST_COMPARED = 16
PROMISING = 0.5
"""Names that share less than this share of the best one's rarity are not compared."""
LEAST_VARIED = 3
"""Coarse consonants from which on one more or less is looked up as well."""
LEAST_WHOLE = 3
MOST_WHOLE_PARTS = 3
CACHED_PARTS = 50_000


@dataclass(slots=True)
class Shelf:
    """Names of one kind with what finds them. Names are numbered in the order in which they were put in."""

    kind: NameKind
    names: list[tuple[int, TakenApart]] = field(default_factory=list)
    _parts: list[Part] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)
    _holders: list[array[int]] = field(default_factory=list)
    _by_skeleton: dict[str, tuple[list[str], list[int]]] = field(default_factory=lambda: defaultdict(lambda: ([], [])))
    _by_meaning: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _varied: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _whole: dict[str, array[int]] = field(default_factory=dict)
    _near: dict[str, tuple[tuple[int, float], ...]] = field(default_factory=dict)

    def put(self, owner: int, name: str) -> None:
        """Takes in one name of an entry."""
        taken = take_apart(name, self.kind)
        number = len(self.names)
        self.names.append((owner, taken))
        for part in dict.fromkeys(taken.parts):
            self._holders[self._number(part)].append(number)
        for key in _wholes(taken):
            self._whole.setdefault(key, array("I")).append(number)

    def _number(self, part: Part) -> int:
        known = self._numbers.get(part.text)
        if known is not None:
            return known
        number = self._numbers[part.text] = len(self._parts)
        self._parts.append(part)
        self._holders.append(array("I"))
        for meaning in part.meanings:
            self._by_meaning[meaning].append(number)
        for outline in part.skeletons:
            if outline not in self._by_skeleton:
                for shorter in _shortened(outline):
                    self._varied[shorter].append(outline)
            heard, numbers = self._by_skeleton[outline]
            for reading in dict.fromkeys(part.consonants):
                heard.append(reading)
                numbers.append(number)
        self._near.clear()
        return number

    def near(self, text: str) -> tuple[tuple[int, float], ...]:
        """The numbers of the known parts that may be this one, and how alike they are."""
        found = self._near.get(text)
        if found is None:
            if len(self._near) >= CACHED_PARTS:
                self._near.clear()
            found = self._near[text] = tuple(self._like(part_of(text, self.kind)))
        return found

    def _like(self, part: Part) -> Iterator[tuple[int, float]]:
        candidates = {number for meaning in part.meanings for number in self._by_meaning.get(meaning, ())}
        for outline in {near for own in part.skeletons for near in (own, *self._neighbours(own))}:
            candidates.update(self._sounding(outline, part))
        for number in sorted(candidates):
            alike = likeness(part, self._parts[number])
            if alike >= COUNTERPART:
                yield number, alike

    def _sounding(self, outline: str, part: Part) -> Iterator[int]:
        """The known parts of an outline whose consonants are not far from a part's."""
        heard, numbers = self._by_skeleton.get(outline, ((), ()))
        for reading in dict.fromkeys(part.consonants) if heard else ():
            most = most_wrong(reading)
            found = extract(reading, heard, scorer=Levenshtein.distance, score_cutoff=most, limit=None)
            yield from (numbers[at] for _, _, at in found)

    def _neighbours(self, outline: str) -> Iterator[str]:
        if len(outline) < LEAST_VARIED:
            return
        yield from self._varied.get(outline, ())
        for shorter in _shortened(outline):
            yield shorter
            yield from self._varied.get(shorter, ())

    def holders(self, number: int) -> array[int]:
        """The numbers of the names that have a known part."""
        return self._holders[number]

    def candidates(self, query: TakenApart) -> list[int]:
        """The numbers of the names worth comparing with a query, the most promising first."""
        shared = self._sharing(query)
        whole = [number for key in _wholes(query) for number in self._whole.get(key, ())]
        best = heapq.nlargest(MOST_COMPARED, shared.items(), key=lambda item: (item[1], -item[0]))
        likely = [number for number, told in best if told >= PROMISING * best[0][1]]
        return list(dict.fromkeys((*whole[:MOST_COMPARED], *likely)))

    def _sharing(self, query: TakenApart) -> dict[int, float]:
        near = sorted(((self._held_by(found), found) for found in self._looked_up(query)), key=lambda item: item[0])
        shared: dict[int, float] = {}
        for count, found in near:
            rarity = math.log1p(len(self.names) / count)
            if count > MANY_NAMES and shared:
                self._narrow(shared, found, rarity)
            else:
                self._widen(shared, found, rarity)
        return shared

    def _looked_up(self, query: TakenApart) -> Iterator[dict[int, float]]:
        for part in query.parts:
            found = self.near(part.text)
            if found:
                yield dict(found)

    def _held_by(self, found: Iterable[int]) -> int:
        return sum(len(self._holders[number]) for number in found)

    def _widen(self, shared: dict[int, float], found: dict[int, float], rarity: float) -> None:
        gained: dict[int, float] = {}
        for number, alike in found.items():
            told = alike * rarity
            for holder in self._holders[number]:
                if told > gained.get(holder, 0.0):
                    gained[holder] = told
        for holder, told in gained.items():
            shared[holder] = shared.get(holder, 0.0) + told

    def _narrow(self, shared: dict[int, float], found: dict[int, float], rarity: float) -> None:
        """Adds what a frequent part tells to names that are candidates already."""
        numbers = self._numbers
        for holder in shared:
            alike = max((found.get(numbers[part.text], 0.0) for part in self.names[holder][1].parts), default=0.0)
            if alike:
                shared[holder] += alike * rarity


def _shortened(outline: str) -> set[str]:
    """The outline without each of its consonants; a short one must be met as it is."""
    if len(outline) <= LEAST_VARIED:
        return set()
    return {outline[:at] + outline[at + 1 :] for at in range(len(outline))}


def _wholes(name: TakenApart) -> Iterator[str]:
    """Keys of a name as one: a short name's consonants as if it were one word, its acronyms, the body known by it."""
    if 1 <= len(name.parts) <= MOST_WHOLE_PARTS:
        whole = joined(name.parts, name.kind).skeletons[0]
        if len(whole) >= LEAST_WHOLE:
            yield whole
    yield from name.acronyms | name.initials
    if name.body is not None:
        yield f"body {name.body}"
