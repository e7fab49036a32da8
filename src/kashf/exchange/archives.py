"""Zip archives whose bytes depend on nothing but what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from shutil import copyfileobj
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

__all__ = ["repacked", "stored"]

_THE_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip archive can tell; every entry is of it."""
_READABLE = 0o644 << 16
_UNIX = 3
_PIECE = 1 << 20


def stored(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write an archive of files as they are, not packed: no version of any library has a say in its bytes."""
    with ZipFile(path, "w") as archive:
        for name, content in files:
            archive.writestr(_entry(name, ZIP_STORED), content)


def repacked(path: Path, amended: Mapping[str, Callable[[bytes], bytes]]) -> None:
    """Write an archive anew, in its order, without the times of its entries; some entries amended."""
    beside = path.with_name(f"{path.name}.anew")
    try:
        with ZipFile(path) as old, ZipFile(beside, "w") as new:
            for entry in old.infolist():
                made = _entry(entry.filename, ZIP_DEFLATED)
                if entry.filename in amended:
                    new.writestr(made, amended[entry.filename](old.read(entry)))
                    continue
                with old.open(entry) as source, new.open(made, "w", force_zip64=True) as target:
                    copyfileobj(source, target, _PIECE)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _entry(name: str, packing: int) -> ZipInfo:
    entry = ZipInfo(name, _THE_FIRST_DAY)
    entry.compress_type, entry.external_attr, entry.create_system = packing, _READABLE, _UNIX
    return entry
