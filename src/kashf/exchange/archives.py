"""Zip archives whose bytes depend on nothing but what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["add", "repacked"]

_THE_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip archive can tell; every entry is of it."""
_READABLE = 0o644 << 16
_UNIX = 3
_PIECE = 1 << 20


def add(archive: ZipFile, name: str, pieces: Iterator[bytes]) -> None:
    """Add an entry without a time of its own."""
    entry = ZipInfo(name, _THE_FIRST_DAY)
    entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, _READABLE, _UNIX
    with archive.open(entry, "w", force_zip64=True) as target:
        for piece in pieces:
            target.write(piece)


def repacked(path: Path) -> None:
    """Write an archive anew, with the times of its entries left out, in their order."""
    beside = path.with_name(f"{path.name}.anew")
    try:
        with ZipFile(path) as old, ZipFile(beside, "w") as new:
            for entry in old.infolist():
                with old.open(entry) as source:
                    add(new, entry.filename, iter(lambda source=source: source.read(_PIECE), b""))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
