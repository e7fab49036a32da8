"""The names of one kind in an index: which parts there are, which names have them, which names to compare with a query.

A query's parts are looked up among all parts that are known, by what they mean and by their coarse consonants with one
more or less (the deletion neighbourhood of Bocek, Hunt and Stiller's *Fast Similarity Search in Large Dictionaries*,
2007); names that share the rarest parts come first. All is kept in arrays; values are made of what is looked at.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from kashf.names.likeness import KNOWN_AS_ONE
from kashf.names.packing import Lists, Postings, Texts
from kashf.names.parts import NameKind, Part, TakenApart, forget_sounds, take_apart
from kashf.names.sieve import Glance, Sieve, Trait, Traits
from kashf.names.sounding import Spellings
from kashf.names.sounds import skeleton
from kashf.names.written import name_of_record, part_of_record, record_of_name, record_of_part, text_and_group
from kashf.values import value

__all__ = ["Shelf"]

MANY_NAMES = 3000
"""A part that so many names have is looked up only where a query has no rarer one."""
MOST_COMPARED = 16
PROMISING = 0.5
"""Names that share less than this share of the best one's rarity are not compared."""
LEAST_WHOLE = 3
MOST_WHOLE_PARTS = 3
CACHED = 50_000
CACHED_NEAR = 10_000
"""Parts of queries whose likes are remembered: about one and a half kilobytes each in an index of 100,000 names."""
FEW = 2_000
"""Of so many names what was taken apart is remembered: they are those of a report and of who may be meant by them, and
the next reports name them again. A long list would fill that memory, and hardly one of its names is asked for again."""
Alike = tuple[NDArray[np.int64], NDArray[np.float32]]
"""The numbers of parts, and how alike each is to a part of a query."""


@value
class _Near:
    """The parts which one may be, and the names that have any, in their order, each with how alike its likest is."""

    parts: frozenset[int]
    holders: NDArray[np.uint32]
    alike: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Names of one kind with what finds them. Names are numbered in the order in which they were given.

    `owners` says whose each name is; `names` and `parts` hold them as they are written down (`names/written.py`);
    `in_names` the parts of each name, `holders` the names that have each part, once; `traits` what is asked of parts
    before names are compared, `spellings` which are alike, `keys` and `wholes` what else finds parts and names.
    """

    kind: NameKind
    owners: NDArray[np.uint32]
    names: Texts
    parts: Texts
    in_names: Lists
    holders: Lists
    keys: Postings
    wholes: Postings
    spellings: Spellings
    traits: Traits
    _read: dict[int, Part] = field(default_factory=dict, init=False, repr=False, compare=False)
    _near: dict[str, _Near] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, kind: NameKind, names: Iterable[tuple[int, str]]) -> Shelf:
        """The names, each with the number of whom it belongs to."""
        given = list(names)
        few = len(given) <= FEW
        owners: list[int] = []
        written: list[str] = []
        wholes: list[tuple[str, int]] = []
        in_names: list[list[int]] = []
        numbers: dict[str, int] = {}
        parts: list[Part] = []
        for owner, name in given:
            taken = take_apart(name, kind) if few else take_apart.__wrapped__(name, kind)
            for part in taken.parts:
                if numbers.setdefault(part.text, len(parts)) == len(parts):
                    parts.append(part)
            wholes.extend((key, len(owners)) for key in _wholes(taken))
            in_names.append([numbers[part.text] for part in taken.parts])
            owners.append(owner)
            written.append(record_of_name(taken))
        if not few:
            forget_sounds()
        of_names = Lists.of(in_names)
        return cls(
            kind=kind,
            owners=np.array(owners, np.uint32),
            names=Texts.of(written),
            parts=Texts.of(map(record_of_part, parts)),
            in_names=of_names,
            holders=of_names.turned(len(parts)),
            keys=Postings.of((key, number) for number, part in enumerate(parts) for key in _listed_keys(part)),
            wholes=Postings.of(wholes),
            spellings=Spellings.of(parts),
            traits=Traits.of(parts),
        )

    def __len__(self) -> int:
        """How many names there are."""
        return len(self.owners)

    def name(self, number: int) -> TakenApart:
        """A name by its parts."""
        parts = tuple(self._part(int(part)) for part in self.in_names[number])
        return name_of_record(self.names[number], self.kind, parts)

    def glance(self, query: TakenApart, least: float) -> Glance:
        """What tells of names whether they may score `least` with a query."""
        return Glance(query, least, self._part)

    def traits_of(self, number: int) -> list[Trait]:
        """The traits of a name's parts."""
        return self.traits.told_of(self.in_names[number].tolist())

    def acronyms(self, number: int) -> frozenset[str]:
        """The acronyms that a name gives itself."""
        return name_of_record(self.names[number], self.kind, ()).acronyms

    def written(self) -> Iterator[tuple[int, str]]:
        """The names as they were given."""
        return ((int(owner), self.text(at)) for at, owner in enumerate(self.owners))

    def text(self, number: int) -> str:
        """A name as it was given."""
        return name_of_record(self.names[number], self.kind, ()).name

    def body(self, number: int) -> str | None:
        """The key of the body that is known by a name."""
        return name_of_record(self.names[number], self.kind, ()).body

    def told(self, number: int) -> tuple[str, str]:
        """A part as it is written, and its class."""
        return text_and_group(self.parts[number])

    def _part(self, number: int) -> Part:
        known = self._read.get(number)
        if known is None:
            if len(self._read) >= CACHED:
                self._read.clear()
            known = self._read[number] = part_of_record(self.parts[number], self.kind)
        return known

    def prepare(self, parts: Sequence[Part]) -> None:
        """Looks up parts of queries that come next."""
        if len(self):
            self._near_to(parts)

    def _near_to(self, parts: Sequence[Part]) -> list[_Near]:
        strange = {part.text: part for part in parts if part.text not in self._near}
        if len(self._near) + len(strange) > CACHED_NEAR:
            self._near.clear()
            strange = {part.text: part for part in parts}
        if strange:
            self._near.update(zip(strange, self._held(self._like(tuple(strange.values()))), strict=True))
        return [self._near[part.text] for part in parts]

    def _like(self, parts: Sequence[Part]) -> list[Alike]:
        """The numbers of the parts that each of some may be, and how alike they are."""
        keys = (({f"!{meaning}" for meaning in part.meanings}, (f"={part.text}",)) for part in parts)
        found, likes = self.keys.find(*chain.from_iterable(keys)), []
        for part, heard, meant, same in zip(parts, self.spellings.alike(parts), found[::2], found[1::2], strict=True):
            numbers, alike = self._strange(*heard) if part.meanings else heard
            told = (alike, np.full(len(meant), KNOWN_AS_ONE, np.float32), np.ones(len(same), np.float32))
            likes.append((np.concatenate((numbers, meant, same), dtype=np.int64), np.concatenate(told)))
        return likes

    def _strange(self, numbers: NDArray[np.int64], alike: NDArray[np.float32]) -> Alike:
        """Those of some parts that no table knows: another known name is another, however alike it is."""
        strange = ~self.traits.known(numbers)
        return numbers[strange], alike[strange]

    def _held(self, likes: Sequence[Alike]) -> Iterator[_Near]:
        """Those parts with the names that have them."""
        numbers, alike = (np.concatenate(every) for every in zip(*likes, strict=True))
        many = self.holders.lengths(numbers)
        both = self.holders.joined(numbers).astype(np.uint64) << np.uint64(32) | alike.repeat(many).view(np.uint32)
        ends = np.concatenate(([0], many.cumsum()))[np.cumsum([0, *(len(one) for one, _ in likes)])]
        for (own, _), start, end in zip(likes, ends.tolist(), ends[1:].tolist(), strict=False):
            held = np.sort(both[start:end])
            holders = (held >> np.uint64(32)).astype(np.uint32)
            last = np.concatenate((holders[1:] != holders[:-1], np.ones(min(len(held), 1), np.bool_)))
            yield _Near(frozenset(own.tolist()), holders[last], held.astype(np.uint32).view(np.float32)[last])

    def candidates(self, query: TakenApart, least: float = 0.0) -> list[int]:
        """The numbers of the names worth comparing with a query, the most promising first: those that may score `least`
        or more."""
        if not len(self):
            return []
        near = self._near_to(query.parts)
        whole = self.wholes.find(_wholes(query))[0][:MOST_COMPARED].tolist()
        sieve = Sieve(query, [found.parts for found in near], least, self._part)
        likely = self._promising(near)
        parts = list(self.traits.told(self.in_names.joined(likely).astype(np.int64)))
        ends = [0, *self.in_names.lengths(likely).cumsum().tolist()]
        passing = (
            number
            for number, start, end in zip(likely.tolist(), ends, ends[1:], strict=False)
            if sieve.passes(parts[start:end])
        )
        return list(dict.fromkeys((*whole, *passing)))

    def _promising(self, near: list[_Near]) -> NDArray[np.int64]:
        """The names that share most with a query, the rarer the parts the more."""
        near = sorted((found for found in near if found.parts), key=lambda found: len(found.holders))
        rare = [found for at, found in enumerate(near) if not at or len(found.holders) <= MANY_NAMES]
        if not rare:
            return np.zeros(0, np.int64)
        every, told = np.concatenate([found.holders for found in rare]), [self._told(found) for found in rare]
        order = every.argsort(kind="stable")  # each part's holders are in order, and are only merged
        every = every[order]
        starts = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1])))
        names, shared = every[starts], np.add.reduceat(np.concatenate(told)[order], starts, dtype=np.float64)
        for found in near[len(rare) :]:
            at = np.minimum(found.holders.searchsorted(names), len(found.holders) - 1)
            shared += np.where(found.holders[at] == names, self._told(found)[at], 0.0)
        least = np.partition(shared, -MOST_COMPARED)[-MOST_COMPARED] if len(shared) > MOST_COMPARED else 0.0
        kept = np.flatnonzero(shared >= max(least, PROMISING * shared.max()))
        likely: NDArray[np.int64] = names[kept[np.lexsort((names[kept], -shared[kept]))][:MOST_COMPARED]].astype(
            np.int64
        )
        return likely

    def _told(self, found: _Near) -> NDArray[np.float32]:
        """What it tells of each name that has one of the parts: the rarer they are the more."""
        return found.alike * np.float32(math.log1p(len(self) / len(found.holders)))


def _listed_keys(part: Part) -> Iterator[str]:
    """What a known part is found by beside its sound: how it is written, and what it means."""
    yield f"={part.text}"
    yield from (f"!{meaning}" for meaning in part.meanings)


def _wholes(name: TakenApart) -> Iterator[str]:
    """Keys of a name as one: a short name's consonants as if it were one word, its acronyms, the body known by it."""
    if 1 <= len(name.parts) <= MOST_WHOLE_PARTS:
        whole = skeleton("".join(part.text for part in name.parts).replace(" ", ""))
        if len(whole) >= LEAST_WHOLE:
            yield whole
        if len(name.parts) == 1:
            yield from (outline for outline in name.parts[0].skeletons if len(outline) >= LEAST_WHOLE)
    yield from name.acronyms | name.initials
    if name.body is not None:
        yield f"body {name.body}"
