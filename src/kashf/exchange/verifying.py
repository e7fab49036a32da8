"""Checking an evidence pack: its hashes, its signature, and that there is nothing in it but what was signed."""

from __future__ import annotations

import hashlib
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from kashf.errors import ExchangeError
from kashf.exchange.archives import stored
from kashf.exchange.pack import KEY, MANIFEST, SIGNATURE
from kashf.exchange.signing import fingerprint, is_signed

__all__ = ["Fault", "Verdict", "verify"]

LARGEST = 1 << 30
"""Bytes of all files of a pack, unpacked. Ours keep reports of 32 megabytes at most; more is no pack of ours."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was signed: what (`changed`, `missing`, `added`, `twice`, `unsigned`, `container`),
    and the file, empty for the pack as a whole."""

    what: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking came to: the fingerprint of the key, how many files were checked, and what is wrong."""

    key: str
    files: int
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        """Whether every byte is as it was signed."""
        return not self.faults


def verify(path: Path) -> Verdict:
    """Check a pack. Raises ExchangeError where it is none or is damaged, OSError where there is no such file."""
    try:
        with path.open("rb") as file:
            names, contents = _unpacked_file(path, file)
    except (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OverflowError) as error:
        raise ExchangeError(f"{path} is no evidence pack, or is damaged: {error}. Ask for it again.") from error
    for needed in (MANIFEST, SIGNATURE, KEY):
        if needed not in contents:
            raise ExchangeError(f"{path} is no evidence pack: {needed} is missing. Ask for it again.")
    faults = [*_faults(names, contents), *_rewritten(path, names, contents)]
    return Verdict(fingerprint(contents[KEY]), len(contents) - 2, tuple(dict.fromkeys(faults)))


def _unpacked_file(path: Path, file: BinaryIO) -> tuple[list[str], dict[str, bytes]]:
    try:
        with ZipFile(file) as archive:
            return _unpacked(path, archive)
    except OSError as error:  # a damaged archive sends its reader to places that are none
        raise BadZipFile(str(error)) from error


def _unpacked(path: Path, archive: ZipFile) -> tuple[list[str], dict[str, bytes]]:
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise ExchangeError(f"{path} unpacks to more than {LARGEST >> 20} megabytes; it is no evidence pack.")
    return [entry.filename for entry in entries], {entry.filename: archive.read(entry) for entry in entries}


def _faults(names: list[str], contents: dict[str, bytes]) -> Iterator[Fault]:
    if not is_signed(contents[MANIFEST], contents[SIGNATURE], contents[KEY]):
        yield Fault("unsigned", MANIFEST)
    listed = dict(_listed(contents[MANIFEST]))
    for name, digest in listed.items():
        if name not in contents:
            yield Fault("missing", name)
        elif hashlib.sha256(contents[name]).hexdigest() != digest:
            yield Fault("changed", name)
    yield from (Fault("added", name) for name in contents if name not in (*listed, MANIFEST, SIGNATURE))
    yield from (Fault("twice", name) for name, many in Counter(names).items() if many > 1)


def _listed(manifest: bytes) -> Iterator[tuple[str, str]]:
    """The files of a list as `sha256sum` writes it, with their hashes."""
    for line in manifest.decode("utf-8", "replace").splitlines():
        digest, _, name = line.partition("  ")
        yield name, digest


def _rewritten(path: Path, names: list[str], contents: dict[str, bytes]) -> Iterator[Fault]:
    """Whether the archive differs from the one that Kashf makes of these files, in bytes outside of them."""
    with tempfile.TemporaryDirectory() as folder:
        anew = Path(folder) / "anew.zip"
        stored(anew, ((name, contents[name]) for name in dict.fromkeys(names)))
        if anew.read_bytes() != path.read_bytes():
            yield Fault("container")
