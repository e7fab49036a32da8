"""The entries of a list, indexed once: for names that are looked up in it, and for texts in which it is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kashf.names.index import Hit, NameIndex
from kashf.names.packing import packed, unpacked
from kashf.names.parts import NameKind, TakenApart, alternatives
from kashf.names.shelf import Shelf
from kashf.names.sieve import Glance
from kashf.names.text_index import NameTables
from kashf.records import Listed, Watchlist
from kashf.values import value

__all__ = ["IndexedName", "ListIndex"]


@value
class IndexedName:
    """A name of an entry: whose, its number, its kind, how many parts of it tell anything."""

    owner: int
    number: int
    kind: NameKind
    parts: int
    weak: bool
    ship: bool


@dataclass(frozen=True, slots=True)
class _Arrays:
    """What an index is made of; `weak` says which names the list calls so, `ship` which are a ship's or an aircraft's.
    Persons' names are numbered first."""

    person: Shelf
    organisation: Shelf
    tables: NameTables
    weak: NDArray[np.bool_]
    ship: NDArray[np.bool_]


class ListIndex:
    """The names of a list's entries, weak ones too, made to be searched in both ways.

    `arrays` is what the same index was made of before, to be had from `arrays()`; without it, it is made of the
    entries, in time in proportion to their names. Raises KeyError where an array is missing.
    """

    def __init__(self, entries: Sequence[Listed], arrays: Mapping[str, NDArray[Any]] | None = None) -> None:
        self.entries = entries
        self._made = _made(entries) if arrays is None else unpacked(_Arrays, arrays)
        self._names = NameIndex.of_shelves(range(len(entries)), (self._made.person, self._made.organisation))

    @classmethod
    def of(cls, watchlist: Watchlist) -> ListIndex:
        """The index of a list."""
        return cls(watchlist.entries)

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """What the index is made of, without the entries."""
        return dict(packed(self._made))

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._made.person) + len(self._made.organisation)

    @property
    def tables(self) -> NameTables:
        """What finds the names in texts."""
        return self._made.tables

    def find(self, name: str, *, limit: int, threshold: float) -> tuple[tuple[Listed, Hit[int]], ...]:
        """The entries that a name may be, likeliest first, as `NameIndex.find` has it."""
        return tuple((self.entries[hit.key], hit) for hit in self._names.find(name, limit=limit, threshold=threshold))

    def find_all(
        self, names: Iterable[str], *, limit: int, threshold: float
    ) -> Iterator[tuple[tuple[Listed, Hit[int]], ...]]:
        """The same for each of many names, as `NameIndex.find_all` has it."""
        for hits in self._names.find_all(names, limit=limit, threshold=threshold):
            yield tuple((self.entries[hit.key], hit) for hit in hits)

    def indexed(self, number: int) -> IndexedName:
        """A name by its number."""
        shelf, at = self._shelf(number)
        return IndexedName(
            owner=int(shelf.owners[at]),
            number=number,
            kind=shelf.kind,
            parts=int(self.tables.sizes[number]),
            weak=bool(self._made.weak[number]),
            ship=bool(self._made.ship[number]),
        )

    def kind(self, number: int) -> NameKind:
        """How a name is taken apart."""
        return self._shelf(number)[0].kind

    def text(self, number: int) -> str:
        """How the list writes a name."""
        shelf, at = self._shelf(number)
        return shelf.text(at)

    def may_be(self, said: TakenApart, number: int, glance: Glance) -> bool:
        """Whether a name is worth comparing with what is said, after a glance at the parts of both."""
        shelf, at = self._shelf(number)
        known = shelf.kind == "organisation" and (
            said.body is not None or said.acronyms or (said.initials & shelf.acronyms(at))
        )
        return bool(known) or glance.passes(shelf.traits_of(at))

    def glance(self, said: TakenApart, least: float) -> Glance:
        """What tells of names of its kind whether they may score `least` with what is said."""
        return (self._made.person if said.kind == "person" else self._made.organisation).glance(said, least)

    def taken(self, number: int) -> TakenApart:
        """A name by its parts."""
        shelf, at = self._shelf(number)
        return shelf.name(at)

    def _shelf(self, number: int) -> tuple[Shelf, int]:
        persons = len(self._made.person)
        return (self._made.person, number) if number < persons else (self._made.organisation, number - persons)


def _made(entries: Sequence[Listed]) -> _Arrays:
    names = NameIndex((at, (*entry.names, *entry.weak), entry.kind) for at, entry in enumerate(entries))
    shelves = names.shelves()
    written = [(entries[owner], text) for shelf in shelves for owner, text in shelf.written()]
    weak = np.array([text in _weak(entry) for entry, text in written], np.bool_)
    ship = np.array([entry.kind == "facility" for entry, _ in written], np.bool_)
    return _Arrays(*shelves, NameTables.of(shelves), weak, ship)


def _weak(entry: Listed) -> frozenset[str]:
    """The weak names of an entry as they are indexed."""
    return frozenset(name for weak in entry.weak for name in alternatives(" ".join(weak.split())))
