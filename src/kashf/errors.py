"""The few errors Kashf raises on purpose. Each message says what, where, and what to do about it."""

from __future__ import annotations

__all__ = [
    "AccountError",
    "AnchorError",
    "DataError",
    "ExchangeError",
    "ExtractorError",
    "JudgementError",
    "KashfError",
    "LedgerError",
    "NotFoundError",
    "PlaceError",
    "ReadingError",
    "RecordError",
]


class KashfError(Exception):
    """Anything a user can act on; the command line prints its message and no traceback."""


class ReadingError(KashfError):
    """A file, page or archive could not become a report. Carries where it happened, the remedy, and what kind of
    problem it is (one of `reading.outcome.ProblemKind`)."""

    def __init__(self, what: str, *, source: str, remedy: str, kind: str = "damaged") -> None:
        super().__init__(f"{source}: {what} {remedy}")
        self.what = what
        self.source = source
        self.remedy = remedy
        self.kind = kind


class RecordError(KashfError):
    """A record, or the JSON of one, breaks the record format."""


class AnchorError(RecordError):
    """A span's offsets do not hold the words it claims: text[start:end] is not span.text."""


class DataError(KashfError):
    """A language or domain file is wrong; the message names file and entry."""


class ExtractorError(KashfError):
    """An extractor that is not ours cannot be used as it was asked for, or gave no answer that can be read."""


class ExchangeError(KashfError):
    """What was to be written for, or taken from, another program can not be: a file that is there already, a package
    that is missing, a pack that does not verify."""


class LedgerError(KashfError):
    """The ledger cannot be opened, migrated or written."""


class JudgementError(KashfError):
    """A judgement names what is not there, or says what its kind has no place for."""


class NotFoundError(KashfError):
    """Nothing has the id or name that was asked for, or more than one thing has; the message names what is near."""


class AccountError(KashfError):
    """An account or its password is not what it must be, or there is none; or the accounts can not be read."""


class PlaceError(KashfError):
    """What was given as a place in a list is none in that list."""

    def __init__(self) -> None:
        super().__init__("This is no place in that list; begin the list again.")
