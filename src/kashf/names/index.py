"""An index of names: who of many a name may be, in any script and spelling."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Generic, TypeVar

from kashf.names.alignment import Alignment
from kashf.names.comparing import DEFAULT_THRESHOLD, Comparison, compared, weighed
from kashf.names.parts import NameKind, alternatives, kind_of, take_apart
from kashf.names.shelf import Shelf

__all__ = ["Hit", "NameIndex", "batches"]

Key = TypeVar("Key", bound=Hashable)
DEFAULT_LIMIT = 10
KINDS: tuple[NameKind, ...] = ("person", "organisation")
TOGETHER = 64
"""Names whose parts are looked up at once: most of what that costs a single name is the same for many."""
GROWING = 4
"""Names that come later are a shelf of their own until they are a quarter of those before, which bounds the work of
putting them together."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[Key]):
    """An entry that a name may be: its key, which of its names is likest, and the comparison with that one."""

    key: Key
    name: str
    comparison: Comparison

    @property
    def score(self) -> float:
        """How likely it is, 0 to 1."""
        return self.comparison.score


class NameIndex(Generic[Key]):
    """Names of many entries, made to be searched: of 100,000 entries some hundred names a second.

    An entry is a key, its names in whatever scripts, and its kind (`person`, or that of a body; None where it is not
    known: then each name tells). Entries can be added at any time.

    >>> index = NameIndex([("ru-1", ["Dmitry Feoktistov"], "person"), ("iq-7", ["Kataib Hizballah"], "group")])
    >>> [(hit.key, hit.name) for hit in index.find("دميترى فيوكتيستوف")]
    [('ru-1', 'Dmitry Feoktistov')]
    """

    def __init__(self, entries: Iterable[tuple[Key, Iterable[str], str | None]] = ()) -> None:
        self._keys: list[Key] = []
        self._shelves: dict[NameKind, list[Shelf]] = {kind: [] for kind in KINDS}
        self._new: dict[NameKind, list[tuple[int, str]]] = {kind: [] for kind in KINDS}
        for key, names, kind in entries:
            self.add(key, names, kind)
        for shelved in KINDS:
            self._shelved(shelved)

    @classmethod
    def of_shelves(cls, keys: Iterable[Key], shelves: Iterable[Shelf]) -> NameIndex[Key]:
        """An index of shelves that were made before, whose owners are the places of the keys."""
        index = cls()
        index._keys.extend(keys)
        for shelf in shelves:
            index._shelves[shelf.kind].append(shelf)
        return index

    def shelves(self) -> tuple[Shelf, Shelf]:
        """The persons and the bodies, each on one shelf."""
        for kind in KINDS:
            if len(self._shelved(kind)) != 1:
                every = chain.from_iterable(shelf.written() for shelf in self._shelves[kind])
                self._shelves[kind] = [Shelf.of(kind, sorted(every))]
        return self._shelves["person"][0], self._shelves["organisation"][0]

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self._keys)

    def add(self, key: Key, names: Iterable[str], kind: str | None = None) -> None:
        """Takes in an entry. Names without a word are left out."""
        owner = len(self._keys)
        self._keys.append(key)
        given = filter(None, (" ".join(name.split()) for name in names))
        for name in dict.fromkeys(chain.from_iterable(map(alternatives, given))):
            self._new[_taken_as(kind) or kind_of(name)].append((owner, name))

    def _shelved(self, kind: NameKind) -> list[Shelf]:
        """The shelves of a kind, what is new put on them."""
        shelves, new = self._shelves[kind], self._new[kind]
        if new:
            while shelves and len(shelves[-1]) <= GROWING * len(new):
                new[:0] = shelves.pop().written()
            shelves.append(Shelf.of(kind, new))
            new.clear()
        return shelves

    def find(
        self,
        name: str,
        kind: str | None = None,
        *,
        limit: int = DEFAULT_LIMIT,
        threshold: float = DEFAULT_THRESHOLD,
    ) -> tuple[Hit[Key], ...]:
        """The entries that a name may be, likeliest first: at most `limit`, none that scores less than `threshold`.

        `kind` is what is known of the name's bearer; without it persons and bodies are searched.
        """
        best: dict[int, tuple[float, str, Alignment]] = {}
        for owner, score, found, aligned in self._scored(name, _taken_as(kind), threshold):
            if score >= threshold and (owner not in best or score > best[owner][0]):
                best[owner] = (score, found, aligned)
        ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))[:limit]
        return tuple(Hit(self._keys[owner], found, compared(aligned)) for owner, (_, found, aligned) in ranked)

    def find_all(
        self,
        names: Iterable[str],
        kind: str | None = None,
        *,
        limit: int = DEFAULT_LIMIT,
        threshold: float = DEFAULT_THRESHOLD,
    ) -> Iterator[tuple[Hit[Key], ...]]:
        """The same for each of many names, which takes about half as long as to find one after the other."""
        for several in batches(names):
            self.prepare(several, kind)
            yield from (self.find(name, kind, limit=limit, threshold=threshold) for name in several)

    def prepare(self, names: Iterable[str], kind: str | None = None) -> None:
        """Looks up the parts of names that are to be found next, all at once; that changes no result."""
        each = tuple(dict.fromkeys(chain.from_iterable(map(alternatives, names))))
        for searched in KINDS:
            sought = [name for name in each if _is_searched(name, searched, _taken_as(kind))]
            parts = [part for name in sought for part in take_apart(name, searched).parts]
            for shelf in self._shelved(searched):
                shelf.prepare(parts)

    def _scored(self, name: str, wanted: NameKind | None, least: float) -> Iterator[tuple[int, float, str, Alignment]]:
        for kind in KINDS:
            if _is_searched(name, kind, wanted):
                for query in (take_apart(one, kind) for one in alternatives(name)):
                    for shelf in self._shelved(kind):
                        for number in shelf.candidates(query, least):
                            found = shelf.name(number)
                            score, aligned = weighed(query, found, least)
                            yield int(shelf.owners[number]), score, found.name, aligned


def batches(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The names, so many at a time as are looked up together."""
    left = iter(names)
    while several := tuple(islice(left, TOGETHER)):
        yield several


def _is_searched(name: str, kind: NameKind, wanted: NameKind | None) -> bool:
    """Whether a name is to be found among those of a kind; of no known kind only where it may be a person's."""
    return wanted in (None, kind) and (wanted is not None or kind != "person" or kind_of(name) == "person")


def _taken_as(kind: str | None) -> NameKind | None:
    if kind in (None, "unknown"):
        return None
    return "person" if kind == "person" else "organisation"
