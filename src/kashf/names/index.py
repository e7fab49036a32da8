"""An index of names: who of many a name may be, in any script and spelling."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from kashf.names.comparing import DEFAULT_THRESHOLD, Comparison, compare, likelihood
from kashf.names.parts import NameKind, alternatives, kind_of, take_apart
from kashf.names.shelf import Shelf

__all__ = ["Hit", "NameIndex"]

Key = TypeVar("Key", bound=Hashable)
DEFAULT_LIMIT = 10


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
        self._shelves: dict[NameKind, Shelf] = {"person": Shelf("person"), "organisation": Shelf("organisation")}
        for key, names, kind in entries:
            self.add(key, names, kind)

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self._keys)

    def add(self, key: Key, names: Iterable[str], kind: str | None = None) -> None:
        """Takes in an entry. Names without a word are left out."""
        owner = len(self._keys)
        self._keys.append(key)
        given = filter(None, (" ".join(name.split()) for name in names))
        for name in dict.fromkeys(chain.from_iterable(map(alternatives, given))):
            self._shelves[_taken_as(kind) or kind_of(name)].put(owner, name)

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
        best: dict[int, tuple[float, str, NameKind]] = {}
        for owner, score, found, shelf in self._scored(name, _taken_as(kind)):
            if score >= threshold and score > best.get(owner, (-1.0, "", shelf))[0]:
                best[owner] = (score, found, shelf)
        ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))[:limit]
        return tuple(Hit(self._keys[owner], found, compare(name, found, shelf)) for owner, (_, found, shelf) in ranked)

    def _scored(self, name: str, kind: NameKind | None) -> Iterator[tuple[int, float, str, NameKind]]:
        for shelf in self._shelves.values():
            if kind in (None, shelf.kind) and (kind or shelf.kind != "person" or kind_of(name) == "person"):
                query = take_apart(name, shelf.kind)
                for number in shelf.candidates(query):
                    owner, candidate = shelf.names[number]
                    yield owner, likelihood(query, candidate), candidate.name, shelf.kind


def _taken_as(kind: str | None) -> NameKind | None:
    if kind in (None, "unknown"):
        return None
    return "person" if kind == "person" else "organisation"
