"""Parsing: a file's bytes become reports and problems, whatever they are.

This is a border: whatever is wrong with one file, it becomes a Problem, and the rest goes on.
"""

from __future__ import annotations

import hashlib
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from email.errors import MessageError
from functools import cache

from kashf.errors import KashfError, ReadingError
from kashf.reading.archives import read_packed, read_tar, read_zip
from kashf.reading.articles import read_articles
from kashf.reading.documents import read_document
from kashf.reading.files import Budget, Draft, File, Reader, Yielded
from kashf.reading.finishing import finish
from kashf.reading.kinds import Kind, Unread, kind_of
from kashf.reading.mail import read_mail
from kashf.reading.options import ReadingOptions
from kashf.reading.outcome import Problem, Read, Reading
from kashf.reading.pages import read_page
from kashf.reading.plain import read_plain

__all__ = ["parse"]

_BREAKAGES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    MessageError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What the libraries that open files raise on files that break their formats in ways nobody foresaw."""


@cache
def _readers() -> dict[Kind, Reader]:
    return {
        "plain": read_plain,
        "articles": read_articles,
        "page": read_page,
        "document": read_document,
        "mail": read_mail,
        "zip": read_zip,
        "tar": read_tar,
        "packed": read_packed,
    }


def parse(data: bytes, location: str, options: ReadingOptions | None = None) -> Iterator[Reading]:
    """The reports in a file's bytes, and the problems with those that could not be read.

    `location` is where the bytes come from: its ending helps to tell what they are. Raises nothing for what is in them.
    """
    options = options or ReadingOptions()
    yield from _parse_file(File(location, data, budget=Budget(options.limits)), options)


def _parse_file(file: File, options: ReadingOptions) -> Iterator[Reading]:
    digest = hashlib.sha256(file.data).hexdigest()
    for found in _read(file, options):
        if isinstance(found, File):
            yield from _parse_file(found, options)
        elif isinstance(found, Draft):
            yield _finish(found, file, digest, options)
        else:
            yield found


def _read(file: File, options: ReadingOptions) -> Iterator[Yielded]:
    """What the file's reader finds, and the problem that ends it."""
    try:
        yield from _reader(file, options)(file, options)
    except KashfError as error:
        yield _problem(error, file)
    except _BREAKAGES as error:
        yield _unforeseen(error, file)


def _reader(file: File, options: ReadingOptions) -> Reader:
    """The reader of the file's format. Raises ReadingError where there is none."""
    if file.depth > options.limits.depth:
        what = f"lies in more than {options.limits.depth} archives or mails, one within another."
        raise file.error(what, "Unpack the outer ones and read the folder.", "refused")
    if not file.data.strip(b"\0 \t\r\n"):
        raise file.error("is empty.", "Check that it was copied whole.", "empty")
    kind = kind_of(file)
    if isinstance(kind, Unread):
        raise file.error(f"{kind.what}; Kashf has no reader for that.", kind.remedy, "unsupported")
    return _readers()[kind]


def _finish(draft: Draft, file: File, digest: str, options: ReadingOptions) -> Reading:
    try:
        report = finish(draft, file, options)
    except KashfError as error:
        return _problem(error, file)
    except _BREAKAGES as error:
        return _unforeseen(error, file)
    return Read(report, draft.location, digest, file.data)


def _problem(error: KashfError, file: File) -> Problem:
    if isinstance(error, ReadingError):
        return Problem.of(error)
    return Problem(file.location, f"could not be read: {error}", "Export it again.", "damaged")


def _unforeseen(error: Exception, file: File) -> Problem:
    what = f"could not be read ({type(error).__name__}: {error})."
    return Problem(file.location, what, "Open it in the program it came from and save it as PDF or text.", "damaged")
