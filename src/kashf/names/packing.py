"""Names kept as arrays of numbers: small, quick to search, and written to a file and read back as they are.

Of every structure here the fields are arrays or such structures again, so that `packed` and `unpacked` take them apart
and put them together whatever they are.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import accumulate, chain, pairwise
from typing import Any, Literal, TypeVar, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

__all__ = ["Lists", "Postings", "Texts", "distinct", "hashed", "packed", "ranges", "unpacked"]

Numbers = NDArray[np.uint32]
Packed = TypeVar("Packed")


def hashed(key: str) -> int:
    """A key as a number of 32 bits. Two keys may share one, which costs a comparison and changes no result."""
    return zlib.crc32(key.encode())


@dataclass(frozen=True, slots=True)
class Texts:
    """Strings one behind the other; `ends` has one entry more than there are strings, and begins with 0."""

    letters: NDArray[np.uint8]
    ends: NDArray[np.uint64]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """The strings, packed."""
        encoded = [text.encode() for text in texts]
        ends = np.fromiter(accumulate(map(len, encoded), initial=0), np.uint64, len(encoded) + 1)
        return cls(np.frombuffer(b"".join(encoded), np.uint8), ends)

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __iter__(self) -> Iterator[str]:
        letters, ends = self.letters.tobytes(), self.ends.tolist()
        return (letters[start:end].decode() for start, end in pairwise(ends))

    def __getitem__(self, at: int) -> str:
        return self.letters[int(self.ends[at]) : int(self.ends[at + 1])].tobytes().decode()


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists of numbers one behind the other."""

    values: Numbers
    ends: NDArray[np.uint64]

    @classmethod
    def of(cls, lists: Sequence[Sequence[int]]) -> Lists:
        """The lists, packed."""
        ends = np.fromiter(accumulate(map(len, lists), initial=0), np.uint64, len(lists) + 1)
        return cls(np.fromiter(chain.from_iterable(lists), np.uint32, int(ends[-1])), ends)

    def turned(self, size: int) -> Lists:
        """For each number below `size` the lists it stands in, each once."""
        lists = np.arange(len(self))
        of_list = np.repeat(lists, self.lengths(lists)).astype(np.uint64)
        both = np.unique(self.values.astype(np.uint64) << np.uint64(32) | of_list)
        counts = np.bincount((both >> np.uint64(32)).astype(np.int64), minlength=size)
        ends = np.concatenate(([0], np.cumsum(counts))).astype(np.uint64)
        return Lists((both & np.uint64(0xFFFFFFFF)).astype(np.uint32), ends)

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, at: int) -> Numbers:
        return self.values[int(self.ends[at]) : int(self.ends[at + 1])]

    def lengths(self, at: NDArray[np.int64]) -> NDArray[np.int64]:
        """How long some of the lists are."""
        return (self.ends[at + 1] - self.ends[at]).astype(np.int64)

    def joined(self, at: NDArray[np.int64]) -> Numbers:
        """Some of the lists, one behind the other."""
        return self.values[ranges(self.ends[at].astype(np.int64), self.lengths(at))]


Unsigned = TypeVar("Unsigned", np.uint32, np.uint64)


def distinct(numbers: NDArray[Unsigned]) -> NDArray[Unsigned]:
    """The numbers in order, each once; of few numbers quicker than numpy's own way."""
    ordered = np.sort(numbers)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) else ordered


def ranges(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers from each start on, so many as its length, one behind the other."""
    before = lengths.cumsum() - lengths
    places: NDArray[np.int64] = np.arange(int(lengths.sum())) + (starts - before).repeat(lengths)
    return places


@dataclass(frozen=True, slots=True)
class Postings:
    """What is found under keys, in the order of the keys' numbers."""

    keys: Numbers
    values: Numbers

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, int]]) -> Postings:
        """Keys with what each is to find, once."""
        flat = np.fromiter((hashed(key) << 32 | value for key, value in pairs), np.uint64)
        both = np.unique(flat)
        return cls((both >> np.uint64(32)).astype(np.uint32), both.astype(np.uint32))

    def find(self, *keys: Iterable[str]) -> tuple[Numbers, ...]:
        """What is found under any of the keys, of each group of them apart; what is found under several stands there
        several times."""
        numbers = [[hashed(key) for key in group] for group in keys]
        wanted = np.array(list(chain.from_iterable(numbers)), np.uint32)
        first, last = self.keys.searchsorted(wanted).tolist(), self.keys.searchsorted(wanted, "right").tolist()
        pieces, groups = [self.values[start:end] for start, end in zip(first, last, strict=True)], []
        for group in numbers:
            groups.append(np.concatenate([_NONE, *pieces[: len(group)]]))
            del pieces[: len(group)]
        return tuple(groups)


_NONE = np.zeros(0, np.uint32)


def packed(one: object, name: str = "") -> Iterator[tuple[str, NDArray[Any]]]:
    """The arrays of a structure, each with the path that leads to it: `parts.ends`."""
    if isinstance(one, np.ndarray):
        yield name, one
    elif isinstance(one, str):
        yield name, np.frombuffer(one.encode(), np.uint8)
    elif is_dataclass(one):
        for field in fields(one):
            if field.init:
                yield from packed(getattr(one, field.name), f"{name}.{field.name}" if name else field.name)


def unpacked(kind: type[Packed], arrays: Mapping[str, NDArray[Any]], name: str = "") -> Packed:
    """The structure of these arrays. Raises KeyError where one is missing."""
    if not is_dataclass(kind):
        return arrays[name].tobytes().decode() if get_origin(kind) is Literal else arrays[name]  # type: ignore[return-value]
    hints = get_type_hints(kind)
    given = {
        field.name: unpacked(hints[field.name], arrays, f"{name}.{field.name}" if name else field.name)
        for field in fields(kind)
        if field.init
    }
    return kind(**given)
