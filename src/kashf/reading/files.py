"""What passes between the readers of formats: a file's bytes on their way in, a draft of a report on its way out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from kashf.errors import ReadingError
from kashf.reading.addresses import is_address
from kashf.reading.options import DEFAULT_LIMITS, Limits, ReadingOptions
from kashf.reading.outcome import Problem
from kashf.records.report import Report

__all__ = ["Budget", "Draft", "File", "Reader", "Yielded"]


class Budget:
    """How many files and bytes may still come out of one source, its nested archives included."""

    __slots__ = ("_bytes", "_limits", "_members")

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        self._limits = limits
        self._members = 0
        self._bytes = 0

    def count_member(self, archive: str) -> None:
        """Count one more file. Raises ReadingError when there are too many."""
        self._members += 1
        if self._members > self._limits.members:
            raise ReadingError(
                f"holds more than {self._limits.members:,} files; the rest of it was not read.",
                source=archive,
                remedy="Unpack it and read the folders one by one.",
                kind="too_large",
            )

    def count_bytes(self, number: int, archive: str) -> None:
        """Count unpacked bytes. Raises ReadingError when there are too many."""
        self._bytes += number
        if self._bytes > self._limits.unpacked_bytes:
            raise ReadingError(
                f"unpacks to more than {self._limits.unpacked_bytes:,} bytes; the rest of it was not read.",
                source=archive,
                remedy="If you trust it, unpack it and read the folder.",
                kind="too_large",
            )


@dataclass(frozen=True, slots=True)
class File:
    """One file's bytes and where it lay; `depth` counts the archives and mails it lay in."""

    location: str
    data: bytes
    depth: int = 0
    budget: Budget = field(default_factory=Budget, compare=False)

    @property
    def name(self) -> str:
        """The file's own name, without the folders and archives before it."""
        if is_address(self.location) and "!" not in self.location:
            return PurePosixPath(self.location.partition("://")[2].partition("?")[0].partition("/")[2]).name
        return PurePosixPath(self.location.replace("\\", "/").rpartition("!")[2]).name

    @property
    def suffix(self) -> str:
        """The ending of its name, in lower case and with the dot; empty where there is none."""
        return PurePosixPath(self.name).suffix.lower()

    def inside(self, name: str, data: bytes) -> File:
        """The file of that name that was found within this one."""
        return replace(self, location=f"{self.location}!{name}", data=data, depth=self.depth + 1)

    def error(self, what: str, remedy: str, kind: str = "damaged") -> ReadingError:
        """An error about this file, to be raised."""
        return ReadingError(what, source=self.location, remedy=remedy, kind=kind)


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as its format gives it: text and metadata as written there, nothing cleaned or decided yet.

    `location` is the file's, with `#n` for the n-th report of a file of many. `published` is whatever stands for the
    date of publication: text, or seconds since 1970. `headed` says that the first line may be a title; `wrapped` that
    lines may end where a column ended and not a paragraph; `mail` that letters may be quoted in it. `whole` is a
    report that needs no more than to be passed on.
    """

    location: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: object = None
    repairs: tuple[str, ...] = ()
    headed: bool = False
    wrapped: bool = False
    mail: bool = False
    whole: Report | None = None


Yielded = Draft | File | Problem
"""What the reader of a format may find: reports, files within the file, and problems with parts of it."""

Reader = Callable[[File, ReadingOptions], Iterator[Yielded]]
