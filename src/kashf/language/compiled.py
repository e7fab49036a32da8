"""Tables as they were parsed, kept beside Python's own compiled files and like these made anew when a source changed.

Parsing the tables of a language takes longer than reading a report, and they change with the software alone. What is
kept is plain data (`marshal`), under the source's size and time of change and those of the parser; without a place to
write to, or with `PYTHONDONTWRITEBYTECODE`, nothing is kept. What is made of whole tables, such as all forms of all
verbs, is kept in the same way.
"""

from __future__ import annotations

import marshal
import os
import struct
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from importlib.resources.abc import Traversable
from importlib.util import cache_from_source
from pathlib import Path
from types import MappingProxyType
from typing import Any

__all__ = ["compiled", "derived"]

_TIMES = struct.Struct("<QQ")
_FORMAT = b"kashf1"
_DIGEST = 16
"""Bytes that tell one state of the sources from all others."""
_SUFFIX = ".table"


def compiled(source: Traversable, parser: str, parse: Callable[[], Any]) -> Any:
    """What a table parses to, unchangeable: from what was kept of it, or by `parse`, and then it is kept.

    `parser` is the path of the code that parses. Raises what `parse` raises.
    """
    if not isinstance(source, Path):
        return _unchangeable(parse())
    return _unchangeable(_kept(source, _header(source, Path(parser)), parse))


def derived(name: Traversable, sources: Iterable[Traversable], told: object, make: Callable[[], Any]) -> Any:
    """What is made of tables and of what is `told` beside them: from what was kept under a `name`, or by `make`, and
    then it is kept. It is plain data that nobody may change, though nothing prevents it: it is large.

    `sources` are the tables and the code that it is made from. What is told has a `repr` that is the same in every run.
    """
    paths = [source for source in sources if isinstance(source, Path)]
    if not isinstance(name, Path) or not paths:
        return make()
    state = blake2b(repr(told).encode(), digest_size=_DIGEST)
    for path in paths:
        state.update(path.name.encode() + _header(path))
    return _kept(name, _FORMAT + state.digest(), make)


def _kept(source: Path, header: bytes, make: Callable[[], Any]) -> Any:
    """The plain data that was kept of a source under a header, or else what is made now."""
    place = Path(cache_from_source(str(source))).with_suffix(_SUFFIX)
    with suppress(OSError, ValueError, EOFError, TypeError):
        kept = place.read_bytes()
        if kept.startswith(header):
            return marshal.loads(memoryview(kept)[len(header) :])  # noqa: S302 - as Python's own
    content = make()
    if not sys.dont_write_bytecode:
        _keep(place, header + marshal.dumps(content))
    return content


def _unchangeable(content: Any) -> Any:
    """Plain data whose mappings can only be read; lists are tuples already."""
    if isinstance(content, dict):
        return MappingProxyType({key: _unchangeable(value) for key, value in content.items()})
    if isinstance(content, tuple) and not all(isinstance(value, str) for value in content):
        return tuple(map(_unchangeable, content))
    return content


def _header(*sources: Path) -> bytes:
    told = [source.stat() for source in sources]
    return _FORMAT + b"".join(_TIMES.pack(one.st_mtime_ns, one.st_size) for one in told)


def _keep(place: Path, content: bytes) -> None:
    """Writes a file whole or not at all; where that is not allowed, not at all."""
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        unfinished = place.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(content)
        unfinished.replace(place)
