"""What finds the names of lists in a text: tables of their parts, alone, in pairs and in threes.

A name is found by two of its parts that stand beside each other, by the only part it has, by its parts written as one
word, or by the body that is known by it. Pairs that very many names share find only those that have no other parts;
names that have no rarer pair are found by three parts in a row.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import product

import numpy as np
from numpy.typing import NDArray

from kashf.names.keys import LITTLE, joined_keys, listed_keys, part_keys
from kashf.names.packing import hashed
from kashf.names.parts import NameKind
from kashf.names.shelf import Shelf

__all__ = ["NameTables", "Rows", "pair_of", "three_of"]

BITS = 32
"""Of a key's number."""
MIXED = 0x9E3779B97F4A7C15
WHOLE = 0xFFFFFFFFFFFFFFFF
MANY = 400
"""Names that share a pair of parts, «محمد علي», from which on the pair alone finds none of them but those called so."""
NEXT_PARTS = 3
"""A part is paired with so many of those that follow it: a text may leave out two between them."""
MOST_JOINED = 3
"""Parts of a name that may be written as one word: «جند الله», Jundallah."""
SPARSE = 64
"""Bits for each key, so that a word which finds nothing is seldom taken for one that does."""


def pair_of(one: int, other: int) -> int:
    """The numbers of two keys as one."""
    return one << BITS | other


def three_of(pair: int, third: int) -> int:
    """The numbers of a pair and of one more key as one; two threes may share it."""
    return (pair * MIXED + third) & WHOLE


@dataclass(frozen=True, slots=True)
class Rows:
    """The numbers of names in the order of the keys by which they are found."""

    keys: NDArray[np.uint64]
    names: NDArray[np.uint32]

    @classmethod
    def of(cls, keys: array[int], names: array[int], kept: NDArray[np.bool_] | None = None) -> Rows:
        """Rows that were gathered, all or those kept, each once."""
        found, owners = np.frombuffer(keys, np.uint64), np.frombuffer(names, np.uint32)
        if kept is not None:
            found, owners = found[kept], owners[kept]
        order = np.lexsort((owners, found))
        found, owners = found[order], owners[order]
        new = np.ones(len(found), np.bool_)
        new[1:] = (found[1:] != found[:-1]) | (owners[1:] != owners[:-1])
        return cls(found[new], owners[new])

    def find(self, wanted: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """For each wanted key that finds any its place among those wanted, and the numbers of the names."""
        if not wanted or not len(self.keys):
            return
        asked = np.array(wanted, np.uint64)
        first, last = self.keys.searchsorted(asked), self.keys.searchsorted(asked, "right")
        for at in np.flatnonzero(last > first).tolist():
            yield at, self.names[first[at] : last[at]].tolist()


class _Gathered:
    """Keys, and the name that each finds."""

    __slots__ = ("keys", "names")

    def __init__(self) -> None:
        self.keys: array[int] = array("Q")
        self.names: array[int] = array("I")

    def put(self, key: int, name: int) -> None:
        self.keys.append(key)
        self.names.append(name)


@dataclass(frozen=True, slots=True)
class NameTables:
    """The tables that find names in texts; names are numbered in the order in which they were given.

    `sizes` says how many parts of each tell anything; `heavy` are the pairs that very many names share; `filled` has a
    bit for each key that finds any.
    """

    lone: Rows
    pairs: Rows
    triples: Rows
    heavy: NDArray[np.uint64]
    sizes: NDArray[np.uint8]
    filled: NDArray[np.uint8]
    shared_by_many: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shared_by_many", frozenset(self.heavy.tolist()))

    @classmethod
    def of(cls, shelves: Iterable[Shelf]) -> NameTables:
        """The tables of the names on shelves."""
        gathered = _Gathering()
        for shelf in shelves:
            gathered.take(shelf)
        pairs = gathered.pairs
        heavy, light = _frequent(pairs, np.frombuffer(gathered.whole, np.bool_))
        triples = _triples(gathered, frozenset(heavy.tolist()))
        return cls(
            lone=Rows.of(gathered.lone.keys, gathered.lone.names),
            pairs=Rows.of(pairs.keys, pairs.names, light),
            triples=Rows.of(triples.keys, triples.names),
            heavy=heavy,
            sizes=np.frombuffer(gathered.sizes, np.uint8),
            filled=_filled(gathered.numbers),
        )

    def has(self, key: str) -> bool:
        """Whether a name may be found by the key."""
        at = hashed(key) & (8 * len(self.filled) - 1)
        return bool(self.filled[at >> 3] >> (at & 7) & 1)

    def numbers(self, keys: Iterable[str]) -> tuple[int, ...]:
        """The numbers of those keys that a name may be found by."""
        return tuple(hashed(key) for key in keys if self.has(key))


class _Gathering:
    """The rows of the names that are being taken in, shelf by shelf; `whole` says which pairs are all of a name."""

    def __init__(self) -> None:
        self.lone, self.pairs = _Gathered(), _Gathered()
        self.whole, self.sizes = array("B"), array("B")
        self.numbers: set[int] = set()
        self.shelves: list[tuple[Shelf, list[tuple[int, ...]]]] = []

    def take(self, shelf: Shelf) -> None:
        """Takes in the names of a shelf, numbered from those taken in before."""
        parts = [shelf.told(number) for number in range(len(shelf.parts))]
        found_by = [tuple(map(hashed, sorted(listed_keys(text, shelf.kind)))) for text, _ in parts]
        self.numbers.update(*found_by)
        self.shelves.append((shelf, found_by))
        for at in range(len(shelf)):
            self._take(shelf, at, [(*parts[part], found_by[part]) for part in shelf.in_names[at].tolist()])

    def _take(self, shelf: Shelf, at: int, parts: Sequence[tuple[str, str, tuple[int, ...]]]) -> None:
        number = len(self.sizes)
        telling = [text for text, group, _ in parts if group not in LITTLE] or [text for text, _, _ in parts]
        self.sizes.append(min(len(telling), 255))
        for key in map(hashed, _keys_as_one(telling, shelf.kind, shelf.body(at))):
            self.numbers.add(key)
            self.lone.put(key, number)
        for row in _pairs([keys for _, _, keys in parts]):
            self.pairs.put(row, number)
            self.whole.append(len(parts) == 2)

    def chains(self) -> Iterator[tuple[int, list[tuple[int, ...]]]]:
        """The names of three parts and more, by the keys of their parts."""
        number = 0
        for shelf, found_by in self.shelves:
            for at in range(len(shelf)):
                parts = shelf.in_names[at].tolist()
                if len(parts) > 2:
                    yield number, [found_by[part] for part in parts]
                number += 1


def _filled(numbers: AbstractSet[int]) -> NDArray[np.uint8]:
    """A bit for each key at the place that its number says, of a power of two."""
    bits = np.zeros(1 << max(10, (SPARSE * len(numbers)).bit_length()), np.bool_)
    bits[np.fromiter(numbers, np.int64, len(numbers)) & (len(bits) - 1)] = True
    return np.packbits(bits, bitorder="little")


def _keys_as_one(parts: Sequence[str], kind: NameKind, body: str | None) -> set[str]:
    """What finds a name as one: its only part, its parts written together, the body known by it."""
    keys = set(part_keys(parts[0], kind)) if len(parts) == 1 else set[str]()
    if 1 < len(parts) <= MOST_JOINED:
        keys.update(joined_keys(parts))
    if body is not None:
        keys.add(f"body {body}")
    return keys


def _pairs(parts: Sequence[Sequence[int]]) -> Iterator[int]:
    for at, part in enumerate(parts):
        for following in parts[at + 1 : at + 1 + NEXT_PARTS]:
            for one, other in product(part, following):
                yield one << BITS | other


def _frequent(pairs: _Gathered, whole: NDArray[np.bool_]) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """The pairs that too many names share, and which rows are to be kept nevertheless."""
    keys = np.frombuffer(pairs.keys, np.uint64)
    found, counts = np.unique(keys, return_counts=True)
    heavy = found[counts > MANY]
    return heavy, whole | ~np.isin(keys, heavy)


def _triples(gathered: _Gathering, heavy: frozenset[int]) -> _Gathered:
    """Three parts in a row of the names whose every pair is one that too many share."""
    rows = _Gathered()
    for number, parts in gathered.chains() if heavy else ():
        if all(row in heavy for row in _pairs(parts)):
            for at in range(len(parts) - 2):
                for one, other, third in product(*parts[at : at + 3]):
                    rows.put(three_of(pair_of(one, other), third), number)
    return rows
