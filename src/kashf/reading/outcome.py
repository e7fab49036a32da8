"""What reading yields: a report that was read, or a problem in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from kashf.errors import ReadingError
from kashf.records.report import Report

__all__ = ["Problem", "ProblemKind", "Read", "Reading"]

ProblemKind = Literal[
    "missing",
    "denied",
    "refused",
    "unreachable",
    "unsupported",
    "damaged",
    "encrypted",
    "too_large",
    "empty",
    "set_aside",
]
"""`missing`: nothing is there; `denied`: no permission; `refused`: not touched for safety; `unreachable`: a web address
does not answer; `unsupported`: a format we have no reader for; `damaged`: it breaks its format; `encrypted`;
`too_large`: over a limit; `empty`: nothing to read in it; `set_aside`: a report in a language we do not read."""


@dataclass(frozen=True, slots=True)
class Read:
    """A report, where it was read (`folder/archive.zip!inner/a.txt`), and the very bytes it was read from.

    `digest` is the SHA-256 of `raw` in hexadecimal. Reports of one file (the lines of a JSON Lines file) share `raw`;
    a member of an archive and an attachment have their own.
    """

    report: Report
    location: str
    digest: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something was not read: where, what is wrong, and what the reader of this message can do about it."""

    location: str
    what: str
    remedy: str
    kind: ProblemKind

    @classmethod
    def of(cls, error: ReadingError) -> Problem:
        """The problem that an error carries."""
        return cls(error.source, error.what, error.remedy, cast(ProblemKind, error.kind))

    def __str__(self) -> str:
        return f"{self.location}: {self.what} {self.remedy}"


Reading = Read | Problem
