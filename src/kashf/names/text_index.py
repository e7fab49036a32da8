"""What finds the names of lists in a text: tables of their parts, alone, in pairs and in threes.

A name is found by two of its parts that stand beside each other, by the only part it has, by its parts written as one
word, or by the body that is known by it. Pairs that very many names share find only those that have no other parts;
names that have no rarer pair are found by three parts in a row.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from kashf.names.keys import joined_keys, listed_keys, part_keys, tells_little
from kashf.names.parts import NameKind, Part, take_apart
from kashf.records import Listed

__all__ = ["IndexedName", "NameTables", "packed"]

BITS = 21
"""Of a key's number in a packed row of up to three; two million different keys."""
MANY = 400
"""Names that share a pair of parts, «محمد علي», from which on the pair alone finds none of them but those called so."""
NEXT_PARTS = 3
"""A part is paired with so many of those that follow it: a text may leave out two between them."""
MOST_JOINED = 3
"""Parts of a name that may be written as one word: «جند الله», Jundallah."""


def packed(numbers: Sequence[int]) -> int:
    """Up to three numbers of keys as one."""
    row = 0
    for number in numbers:
        row = row << BITS | number
    return row


@dataclass(frozen=True, slots=True)
class IndexedName:
    """A name of an entry: whose, how it is written, of which kind, how many parts it has.

    `weak` says that the list calls it so, `ship` that it is a ship's or an aircraft's.
    """

    owner: int
    text: str
    kind: NameKind
    parts: int
    weak: bool = False
    ship: bool = False


class _Rows:
    """Packed keys, and the number of the name that each finds."""

    __slots__ = ("keys", "names")

    def __init__(self) -> None:
        self.keys: array[int] = array("Q")
        self.names: array[int] = array("I")

    def put(self, key: int, name: int) -> None:
        self.keys.append(key)
        self.names.append(name)


class _Table:
    """Rows in the order of their keys."""

    __slots__ = ("keys", "names")

    def __init__(self, rows: _Rows, kept: NDArray[np.bool_] | None = None) -> None:
        keys, names = np.frombuffer(rows.keys, np.uint64), np.frombuffer(rows.names, np.uint32)
        if kept is not None:
            keys, names = keys[kept], names[kept]
        order = np.argsort(keys, kind="stable")
        self.keys, self.names = keys[order], names[order]

    def find(self, wanted: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """For each wanted key that finds any its place among those wanted, and the numbers of the names."""
        if not wanted or not len(self.keys):
            return
        asked = np.array(wanted, np.uint64)
        first, last = self.keys.searchsorted(asked), self.keys.searchsorted(asked, "right")
        for at in np.flatnonzero(last > first).tolist():
            yield at, self.names[first[at] : last[at]].tolist()


class NameTables:
    """The names of entries and the tables that find them; names are numbered in the order of the entries."""

    def __init__(self, entries: Sequence[Listed]) -> None:
        self.names: list[IndexedName] = []
        self._numbers: dict[str, int] = {}
        self._of_part: dict[tuple[str, NameKind], tuple[int, ...]] = {}
        lone, pairs, chains = _Rows(), _Rows(), list[tuple[int, list[tuple[int, ...]]]]()
        whole = array("B")
        for owner, entry in enumerate(entries):
            for number, parts in self._taken_in(owner, entry, lone):
                for row in _pairs(parts):
                    pairs.put(row, number)
                    whole.append(len(parts) == 2)
                if len(parts) > 2:
                    chains.append((number, parts))
        self.lone = _Table(lone)
        self.heavy, light = _frequent(pairs, np.frombuffer(whole, np.bool_))
        self.pairs = _Table(pairs, light)
        self.triples = _Table(_triples(chains, self.heavy))
        self._of_part.clear()

    def _taken_in(self, owner: int, entry: Listed, lone: _Rows) -> Iterator[tuple[int, list[tuple[int, ...]]]]:
        kind: NameKind = "person" if entry.kind == "person" else "organisation"
        for name in dict.fromkeys((*entry.names, *entry.weak)):
            taken = take_apart(name, kind)
            parts = [part for part in taken.parts if not tells_little(part)] or list(taken.parts)
            number = len(self.names)
            self.names.append(IndexedName(owner, name, kind, len(parts), name in entry.weak, entry.kind == "facility"))
            for key in self._keys_as_one(parts, kind, taken.body):
                lone.put(key, number)
            yield number, [self._part_numbers(part.text, kind) for part in taken.parts]

    def _keys_as_one(self, parts: Sequence[Part], kind: NameKind, body: str | None) -> set[int]:
        """What finds a name as one: its only part, its parts written together, the body known by it."""
        keys = set(part_keys(parts[0].text, kind)) if len(parts) == 1 else set[str]()
        if 1 < len(parts) <= MOST_JOINED:
            keys.update(joined_keys([part.text for part in parts]))
        if body is not None:
            keys.add(f"body {body}")
        return set(map(self._number, keys))

    def _part_numbers(self, text: str, kind: NameKind) -> tuple[int, ...]:
        known = self._of_part.get((text, kind))
        if known is None:
            known = self._of_part[text, kind] = tuple(map(self._number, listed_keys(text, kind)))
        return known

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def has(self, key: str) -> bool:
        """Whether any name is found by the key."""
        return key in self._numbers

    def numbers(self, keys: Iterable[str]) -> tuple[int, ...]:
        """The numbers of those keys that any name has."""
        known = self._numbers
        return tuple(known[key] for key in keys if key in known)


def _pairs(parts: Sequence[Sequence[int]]) -> Iterator[int]:
    for at, part in enumerate(parts):
        for following in parts[at + 1 : at + 1 + NEXT_PARTS]:
            for one, other in product(part, following):
                yield one << BITS | other


def _frequent(pairs: _Rows, whole: NDArray[np.bool_]) -> tuple[frozenset[int], NDArray[np.bool_]]:
    """The pairs that too many names share, and which rows are to be kept nevertheless."""
    keys = np.frombuffer(pairs.keys, np.uint64)
    found, counts = np.unique(keys, return_counts=True)
    heavy = found[counts > MANY]
    return frozenset(heavy.tolist()), whole | ~np.isin(keys, heavy)


def _triples(chains: Iterable[tuple[int, list[tuple[int, ...]]]], heavy: frozenset[int]) -> _Rows:
    """Three parts in a row of the names whose every pair is one that too many share."""
    rows = _Rows()
    for number, parts in chains:
        if heavy and all(row in heavy for row in _pairs(parts)):
            for at in range(len(parts) - 2):
                for three in product(*parts[at : at + 3]):
                    rows.put(packed(three), number)
    return rows
