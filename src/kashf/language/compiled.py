"""Tables as they were parsed, kept beside Python's own compiled files and like these made anew when a source changed.

Parsing the tables of a language takes longer than reading a report, and they change with the software alone. What is
kept is plain data (`marshal`), under the source's size and time of change and those of the parser; without a place to
write to, or with `PYTHONDONTWRITEBYTECODE`, nothing is kept.
"""

from __future__ import annotations

import marshal
import os
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.resources.abc import Traversable
from importlib.util import cache_from_source
from pathlib import Path
from types import MappingProxyType
from typing import Any

__all__ = ["compiled"]

_HEADER = struct.Struct("<6sQQQQ")
_FORMAT = b"kashf1"
_SUFFIX = ".table"


def compiled(source: Traversable, parser: str, parse: Callable[[], Any]) -> Any:
    """What a table parses to, unchangeable: from what was kept of it, or by `parse`, and then it is kept.

    `parser` is the path of the code that parses. Raises what `parse` raises.
    """
    if not isinstance(source, Path):
        return _unchangeable(parse())
    header, place = _header(source, Path(parser)), Path(cache_from_source(str(source))).with_suffix(_SUFFIX)
    with suppress(OSError, ValueError, EOFError, TypeError):
        kept = place.read_bytes()
        if kept.startswith(header):
            return _unchangeable(marshal.loads(memoryview(kept)[len(header) :]))  # noqa: S302 - as Python's own
    content = parse()
    if not sys.dont_write_bytecode:
        _keep(place, header + marshal.dumps(content))
    return _unchangeable(content)


def _unchangeable(content: Any) -> Any:
    """Plain data whose mappings can only be read; lists are tuples already."""
    if isinstance(content, dict):
        return MappingProxyType({key: _unchangeable(value) for key, value in content.items()})
    if isinstance(content, tuple) and not all(isinstance(value, str) for value in content):
        return tuple(map(_unchangeable, content))
    return content


def _header(*sources: Path) -> bytes:
    told = [source.stat() for source in sources]
    return _HEADER.pack(_FORMAT, *(number for one in told for number in (one.st_mtime_ns, one.st_size)))


def _keep(place: Path, content: bytes) -> None:
    """Writes a file whole or not at all; where that is not allowed, not at all."""
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        unfinished = place.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(content)
        unfinished.replace(place)
