"""Sources: what there is to read under a path, at a web address or on standard input, listed before any of it is read.

A folder is walked in the order of its names, hidden files left out. Links within it are not followed: what they lead
to is either in the folder and read there, or outside and none of its business. Pipes and devices are never opened.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from pathlib import Path

from kashf.errors import ReadingError
from kashf.reading.addresses import is_address
from kashf.reading.kinds import is_hidden
from kashf.reading.options import ReadingOptions
from kashf.reading.outcome import Problem, Reading
from kashf.reading.parsing import parse

__all__ = ["STANDARD_INPUT", "Located", "locate", "read_located", "read_source"]

STANDARD_INPUT = "standard input"
"""Where what comes through a pipe is said to lie."""


@dataclass(frozen=True, slots=True)
class Located:
    """Something to read: where it lies, and how to get its bytes.

    `load` raises ReadingError where it cannot; it can be sent to another process, but for standard input. `size` in
    bytes and `modified` in seconds since 1970 are known for files.
    """

    location: str
    load: Callable[[], bytes]
    size: int | None = None
    modified: float | None = None


def locate(source: str | Path, options: ReadingOptions | None = None) -> Iterator[Located | Problem]:
    """What there is to read under a source, without reading it: a file, all files below a folder, a web address, `-`.

    What cannot be read is yielded as a problem in its place.
    """
    options = options or ReadingOptions()
    if str(source) == "-":
        yield Located(STANDARD_INPUT, partial(_load_standard_input, options.limits.file_bytes))
    elif is_address(str(source)):
        yield Located(str(source), partial(_fetch, str(source), options))
    else:
        yield from _locate_path(Path(source), options)


def read_source(source: str | Path, options: ReadingOptions | None = None) -> Iterator[Reading]:
    """All reports under a source, and the problems with what could not be read. Raises nothing for what is in it."""
    options = options or ReadingOptions()
    for found in locate(source, options):
        if isinstance(found, Problem):
            yield found
        else:
            yield from read_located(found, options)


def read_located(located: Located, options: ReadingOptions | None = None) -> Iterator[Reading]:
    """The reports in one located thing."""
    try:
        data = located.load()
    except ReadingError as error:
        yield Problem.of(error)
        return
    yield from parse(data, located.location, options)


# paths


def _name(path: Path) -> str:
    """A path as it can be shown and stored; names that are no valid text have their odd bytes replaced."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _missing(path: Path, what: str = "is not there.") -> Problem:
    return Problem(_name(path), what, "Check the path.", "missing")


def _locate_path(path: Path, options: ReadingOptions) -> Iterator[Located | Problem]:
    """What lies at a path that the user named, links followed."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        yield _missing(path, "is a link to nothing." if path.is_symlink() else "is not there.")
    except PermissionError:
        yield _denied(path)
    except (OSError, ValueError) as error:
        yield _missing(path, f"cannot be looked at ({error}).")
    else:
        yield from _locate_found(path, found, options)


def _denied(path: Path) -> Problem:
    return Problem(_name(path), "may not be read by you.", "Ask for the permission to read it.", "denied")


def _locate_found(path: Path, found: os.stat_result, options: ReadingOptions) -> Iterator[Located | Problem]:
    if stat.S_ISDIR(found.st_mode):
        yield from _walk(path, options)
    elif stat.S_ISREG(found.st_mode):
        load = partial(_load_file, path, options.limits.file_bytes)
        yield Located(_name(path), load, found.st_size, found.st_mtime)
    else:
        what = "is a pipe, a device or a socket and no file."
        yield Problem(_name(path), what, "Copy what it gives into a file, or pipe it to standard input.", "refused")


def _walk(folder: Path, options: ReadingOptions) -> Iterator[Located | Problem]:
    """The files in a folder and below, each folder's in order of their names; not recursive, however deep."""
    root = folder.resolve()
    stack: list[Path | os.DirEntry[str]] = [folder]
    while stack:
        place = stack.pop()
        path = Path(place)
        if isinstance(place, os.DirEntry) and place.is_symlink():
            yield from _look_at_link(path, root)
        elif isinstance(place, Path) or place.is_dir(follow_symlinks=False):
            try:
                stack.extend(reversed(_entries(path)))
            except PermissionError:
                yield _denied(path)
            except OSError as error:
                yield _missing(path, f"cannot be listed ({error.strerror}).")
        else:
            yield from _locate_path(path, options)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if not is_hidden((entry.name,))), key=attrgetter("name"))


def _look_at_link(link: Path, root: Path) -> Iterator[Problem]:
    """Nothing for a link to what is read in its own place, a problem for any other."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        yield _missing(link, "is a link to nothing, or one that goes round in circles.")
        return
    if not target.is_relative_to(root):
        what = "is a link that leads out of the folder and was not followed."
        yield Problem(_name(link), what, "Read what it leads to by its own path.", "refused")


# bytes


def _load_file(path: Path, most: int) -> bytes:
    """The bytes of a file. Raises ReadingError where there are too many, or it has become something else meanwhile."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise _error(path, "is not there any more.", "Check the path.", "missing") from error
    except PermissionError as error:
        raise _error(path, "may not be read by you.", "Ask for the permission to read it.", "denied") from error
    except OSError as error:
        raise _error(path, f"cannot be opened ({error.strerror}).", "Check the disk.", "denied") from error
    with os.fdopen(descriptor, "rb") as stream:
        found = os.fstat(stream.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise _error(path, "is no file.", "Copy what it gives into a file.", "refused")
        if found.st_size > most:
            raise _too_large(_name(path), most)
        return _read_at_most(stream.read, _name(path), most)


def _fetch(address: str, options: ReadingOptions) -> bytes:
    from kashf.reading.web import fetch  # brings the web's protocols and ciphers along

    return fetch(address, options)


def _load_standard_input(most: int) -> bytes:
    return _read_at_most(sys.stdin.buffer.read, STANDARD_INPUT, most)


def _read_at_most(read: Callable[[int], bytes], name: str, most: int) -> bytes:
    data = read(most + 1)
    if len(data) > most:
        raise _too_large(name, most)
    return data


def _error(path: Path, what: str, remedy: str, kind: str) -> ReadingError:
    return ReadingError(what, source=_name(path), remedy=remedy, kind=kind)


def _too_large(name: str, most: int) -> ReadingError:
    return ReadingError(
        f"is larger than {most:,} bytes.", source=name, remedy="Split it into smaller files.", kind="too_large"
    )
