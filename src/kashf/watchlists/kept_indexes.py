"""Indexes of lists kept in files, so that a list of many names is indexed once and not for every screening.

A file holds arrays of numbers and a heading in JSON that says what they are, of which entries, and by which code and
tables they were made; nothing in it is ever run. One that does not fit to the letter is made anew.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kashf.names.list_index import ListIndex
from kashf.records import Listed, Watchlist, content_id

__all__ = ["KeptIndexes", "read_index", "write_index"]

MAGIC = b"KASHF-NAMES-1\n"
LENGTH = struct.Struct("<Q")
ALIGNED = 64
"""Arrays begin at multiples of so many bytes."""
SUM = 16
BEFORE = len(MAGIC) + SUM
"""What stands before the heading: what the file is, and a digest of all that follows."""
PLAIN = frozenset("biuf")
"""Kinds of numbers that an array may have: no objects."""
ROOMS = ("names", "domain", "text")
"""The rooms on whose code and tables an index depends."""
SUFFIX = ".names"

Arrays = Mapping[str, NDArray[Any]]


class KeptIndexes:
    """The indexes of lists in a folder, a file each, named by what the list says; without a folder none is kept.

    `kept` are the digests of the lists whose indexes are to be kept; of others an index is made and forgotten.
    """

    def __init__(self, folder: Path | None = None, kept: Iterable[str] = ()) -> None:
        self._folder = folder
        self._kept = frozenset(kept)

    def of(self, watchlist: Watchlist) -> ListIndex:
        """The index of a list: from its file, else made, and kept where it is to be. A folder that can not be written
        to costs the time of making it again."""
        digest = watchlist.digest if self._folder and self._kept else ""
        if self._folder is None or digest not in self._kept:
            return ListIndex(watchlist.entries)
        path = self._folder / f"{digest}{SUFFIX}"
        index = read_index(path, watchlist.entries)
        if index is None:
            index = ListIndex(watchlist.entries)
            write_index(path, index)
        return index

    def forget_others(self) -> None:
        """Remove the files of lists that are kept no more."""
        for path in self._folder.glob(f"*{SUFFIX}") if self._folder else ():
            if path.name.removesuffix(SUFFIX) not in self._kept:
                path.unlink(missing_ok=True)


def write_index(path: Path, index: ListIndex) -> bool:
    """Write an index to a file, which is there whole or not at all; whether that could be done."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as file:
            file.writelines(_written(index))
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        return False
    return True


def _written(index: ListIndex) -> Iterator[bytes]:
    arrays = {name: np.ascontiguousarray(array) for name, array in index.arrays().items()}
    told, at = [], 0
    for name, array in arrays.items():
        told.append([name, array.dtype.str, list(array.shape), at])
        at += _padded(array.nbytes)
    body = b"".join(array.tobytes().ljust(_padded(array.nbytes), b"\0") for array in arrays.values())
    heading = json.dumps({**_fits(index.entries), "arrays": told}).encode()
    begin = (LENGTH.pack(len(heading)) + heading).ljust(_padded(BEFORE + LENGTH.size + len(heading)) - BEFORE, b"\0")
    yield MAGIC + _sum(begin, body) + begin
    yield body


def read_index(path: Path, entries: Sequence[Listed]) -> ListIndex | None:
    """The index of these entries in a file; None where there is none, or one that is damaged or of something else."""
    try:
        with path.open("rb") as file:
            held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return ListIndex(entries, _arrays(held, entries))
    except (OSError, ValueError, KeyError, TypeError, struct.error):
        return None


def _arrays(held: mmap.mmap, entries: Sequence[Listed]) -> Arrays:
    """The arrays of a file, which stay in the file. Raises ValueError, KeyError or TypeError where it does not fit."""
    rest = memoryview(held)[BEFORE:]
    if held[: len(MAGIC)] != MAGIC or held[len(MAGIC) : BEFORE] != _sum(rest):
        raise ValueError("no index, or a damaged one")
    (length,) = LENGTH.unpack_from(rest)
    heading = json.loads(bytes(rest[LENGTH.size : LENGTH.size + length]))
    if any(heading[name] != value for name, value in _fits(entries).items()):
        raise ValueError("of other entries, or made by other code")
    body = memoryview(held)[_padded(BEFORE + LENGTH.size + length) :]
    return {name: _array(body, dtype, shape, at) for name, dtype, shape, at in heading["arrays"]}


def _array(body: memoryview, dtype: str, shape: Sequence[int], at: int) -> NDArray[Any]:
    kind = np.dtype(dtype)
    if kind.kind not in PLAIN or at < 0 or any(size < 0 for size in shape):
        raise ValueError("no numbers")
    return np.frombuffer(body, kind, int(np.prod(shape, dtype=np.int64)), at).reshape(shape)


def _padded(length: int) -> int:
    return -(-length // ALIGNED) * ALIGNED


def _sum(*content: bytes | memoryview) -> bytes:
    found = hashlib.blake2b(digest_size=SUM)
    for each in content:
        found.update(each)
    return found.digest()


def _fits(entries: Sequence[Listed]) -> dict[str, str]:
    """Of which entries, in which order, and by what an index is made."""
    return {"of": content_id("i", *(entry.digest for entry in entries)), "by": _made_by()}


@cache
def _made_by() -> str:
    """A digest of the code and the tables by which indexes are made."""
    found = hashlib.blake2b(digest_size=16)
    for room in ROOMS:
        for name, content in sorted(_contents(files("kashf").joinpath(room), room)):
            found.update(name.encode() + b"\0" + content)
    return found.hexdigest()


def _contents(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _contents(item, f"{name}/{item.name}")
        elif item.name.endswith((".py", ".yaml")):
            yield f"{name}/{item.name}", item.read_bytes()
