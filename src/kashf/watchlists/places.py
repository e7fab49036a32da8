"""Lists where they lie: a file, a folder or archive with OFAC's files, standard input."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kashf.errors import ReadingError
from kashf.reading import ReadingOptions
from kashf.reading.files import File
from kashf.reading.options import Limits
from kashf.reading.outcome import Problem
from kashf.reading.sources import locate
from kashf.watchlists.entries import Found
from kashf.watchlists.formats import ListOptions, read_file
from kashf.watchlists.ofac_csv import COMPANIONS
from kashf.watchlists.rows import is_workbook

__all__ = ["read_watchlist"]

LIMITS = replace(Limits(), file_bytes=2_000_000_000)
"""The largest list there is, OpenSanctions' default collection with all that hangs on it, has about one gigabyte."""
MAIN = "sdn.csv"


def read_watchlist(source: str | Path, options: ListOptions | None = None) -> Found:
    """The list at a path, in whatever format; `-` is standard input.

    Of a folder or a zip archive OFAC's `sdn.csv` is read with what lies beside it, else the only file in it. Raises
    ReadingError, which says what to do, where nothing can be read.
    """
    options = options or ListOptions()
    path = Path(source)
    if str(source) != "-" and path.is_dir():
        return _of_several(str(source), dict(_files_in(path)), options)
    file = _load(source)
    if file.data.startswith(b"PK\x03\x04") and not is_workbook(file):
        return _of_several(file.location, dict(_members(file)), options)
    return read_file(file, options, _beside(path) if path.name.lower() == MAIN else None)


def _load(source: str | Path) -> File:
    for found in locate(source, ReadingOptions(limits=LIMITS)):
        if isinstance(found, Problem):
            raise ReadingError(found.what, source=found.location, remedy=found.remedy, kind=found.kind)
        return File(found.location, found.load())
    raise ReadingError("is not there.", source=str(source), remedy="Check the path.", kind="missing")


def _beside(path: Path) -> dict[str, File]:
    beside = (each for each in path.resolve().parent.iterdir() if each.name.lower() in COMPANIONS)
    return {each.name.lower(): _load(each) for each in beside}


def _files_in(folder: Path) -> Iterator[tuple[str, File]]:
    for each in sorted(folder.iterdir()):
        if each.is_file() and not each.name.startswith("."):
            yield each.name.lower(), _load(each)


def _members(file: File) -> Iterator[tuple[str, File]]:
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LIMITS.file_bytes:
                raise file.error("unpacks to too much.", "If you trust it, unpack it and name the list.", "too_large")
            for member in archive.infolist():
                if not member.is_dir():
                    yield member.filename.rpartition("/")[2].lower(), file.inside(member.filename, archive.read(member))
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError) as error:
        raise file.error(f"can not be unpacked ({error}).", "Unpack it and name the list.") from error


def _of_several(place: str, files: dict[str, File], options: ListOptions) -> Found:
    if MAIN in files:
        return read_file(files[MAIN], options, files)
    if len(files) == 1:
        return read_file(next(iter(files.values())), options)
    listed = ", ".join(sorted(files)) or "none"
    raise ReadingError(
        f"holds no {MAIN} and not one file alone; its files: {listed}.",
        source=place,
        remedy="Name the file that is the list.",
        kind="unsupported",
    )
