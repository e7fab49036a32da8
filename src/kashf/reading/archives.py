"""Archives: zip, tar and packed single files, opened in memory and within limits. Nothing is ever written to disk.

What is refused: members whose names lead out of the archive, links, devices; archives that unpack to many times their
size; what is locked. Hidden members (`__MACOSX`, `.DS_Store`) are passed over. An archive that breaks off gives what
was whole in it, and a problem.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, cast

from kashf.errors import ReadingError
from kashf.reading.encodings import plausibility
from kashf.reading.files import File, Yielded
from kashf.reading.kinds import TAR_MAGIC, is_hidden
from kashf.reading.options import ReadingOptions
from kashf.reading.outcome import Problem

__all__ = ["read_packed", "read_tar", "read_zip"]

CHUNK = 1 << 16
SMALL = 10_000_000
"""Bytes; what unpacks to less is no bomb, however well it was packed."""
NAME_ENCODINGS = ("utf-8", "cp1256", "cp720", "cp866", "cp1252")
"""What zip programs that do not say so write names in."""

_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
)
"""What the archive modules raise where an archive breaks its format (RuntimeError: a compression they do not know)."""
_OPENERS: dict[bytes, Callable[[io.BytesIO], object]] = {
    b"\x1f\x8b": lambda source: gzip.GzipFile(fileobj=source),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ": lzma.LZMAFile,
}
_TAR_ENDINGS = (".tgz", ".tbz", ".tbz2", ".txz")


class _Measured(io.RawIOBase):
    """A stream that is unpacked as it is read, and stops where it unpacks to too much."""

    def __init__(self, stream: IO[bytes], file: File, options: ReadingOptions) -> None:
        super().__init__()
        self._stream = stream
        self._file = file
        self._left = max(SMALL, options.limits.expansion * len(file.data))

    def readable(self) -> bool:
        """It is."""
        return True

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes more. Raises ReadingError where the archive is a bomb."""
        data = self._stream.read(CHUNK if size < 0 else size)
        self._left -= len(data)
        if self._left < 0:
            raise _bomb(self._file)
        self._file.budget.count_bytes(len(data), self._file.location)
        return data


def _bomb(file: File) -> ReadingError:
    return file.error(
        "unpacks to many times its size and was not opened, for safety.",
        "If you trust it, unpack it and read the folder.",
        "refused",
    )


def _damaged(file: File, what: str = "is not whole: it breaks off or was changed.") -> ReadingError:
    return file.error(what, "Copy or download it again; what could be read of it was read.")


def _unsafe(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return ".." in parts or name.startswith(("/", "\\")) or (len(name) > 1 and name[1] == ":")


def _refused(file: File, name: str, what: str) -> Problem:
    return Problem(f"{file.location}!{name}", what, "Leave it out, or unpack the archive and look at it.", "refused")


def _too_large(file: File, name: str, options: ReadingOptions) -> Problem:
    what = f"is larger than {options.limits.file_bytes:,} bytes and was not read."
    return Problem(f"{file.location}!{name}", what, "Unpack and split it.", "too_large")


def _read_whole(stream: IO[bytes], most: int) -> bytes | None:
    """All of a stream, None where it is longer than so many bytes."""
    pieces, length = [], 0
    while piece := stream.read(CHUNK):
        pieces.append(piece)
        length += len(piece)
        if length > most:
            return None
    return b"".join(pieces)


# zip


def read_zip(file: File, options: ReadingOptions) -> Iterator[Yielded]:
    """The files of a zip archive, in order of their names."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(file.data))
    except _BROKEN as error:
        raise _damaged(file, "is not a whole zip archive: it breaks off or was changed.") from error
    members = [member for member in archive.infolist() if not member.is_dir()]
    if sum(member.file_size for member in members) > max(SMALL, options.limits.expansion * len(file.data)):
        raise _bomb(file)
    locked = [member for member in members if member.flag_bits & 1]
    if locked:
        what = f"has {len(locked)} of its {len(members)} files locked with a password."
        yield Problem(file.location, what, "Unpack it with the password and read the folder.", "encrypted")
    for member in sorted(members, key=_name_of):
        file.budget.count_member(file.location)
        if not member.flag_bits & 1:
            yield from _zip_member(archive, member, file, options)


def _name_of(member: zipfile.ZipInfo) -> str:
    """A member's name; where the archive does not say that it is UTF-8, in the encoding that reads best."""
    if member.flag_bits & 0x800 or member.filename.isascii():
        return member.filename
    raw = member.filename.encode("cp437", errors="replace")
    return max(_readings(raw), key=lambda name: plausibility(PurePosixPath(name).stem), default=member.filename)


def _readings(raw: bytes) -> Iterator[str]:
    for encoding in NAME_ENCODINGS:
        try:
            yield raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8":
            return


def _zip_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: File, options: ReadingOptions
) -> Iterator[Yielded]:
    name = _name_of(member)
    mode = member.external_attr >> 16
    if is_hidden(PurePosixPath(name).parts):
        return
    if _unsafe(name):
        yield _refused(file, name, "has a name that leads out of the archive.")
    elif stat.S_ISLNK(mode) or (stat.S_IFMT(mode) and not stat.S_ISREG(mode)):
        yield _refused(file, name, "is a link or a device and no file.")
    elif member.file_size > options.limits.file_bytes:
        yield _too_large(file, name, options)
    else:
        yield _zip_content(archive, member, name, file)


def _zip_content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, file: File) -> Yielded:
    file.budget.count_bytes(member.file_size, file.location)
    try:
        with archive.open(member) as stream:
            return file.inside(name, stream.read(member.file_size))
    except _BROKEN as error:
        what = f"cannot be unpacked ({error})."
        return Problem(f"{file.location}!{name}", what, "Copy or download the archive again.", "damaged")


# tar, and single packed files


def read_tar(file: File, options: ReadingOptions) -> Iterator[Yielded]:
    """The files of a tar archive, in its order."""
    yield from _tar_members(_Measured(io.BytesIO(file.data), file, options), file, options)


def read_packed(file: File, options: ReadingOptions) -> Iterator[Yielded]:
    """What is packed with gzip, bzip2 or xz: the files of a tar archive, or one file."""
    try:
        head = _unpacked(file, options).read(TAR_MAGIC.stop)
    except _BROKEN as error:
        raise _damaged(file) from error
    if head[TAR_MAGIC] == b"ustar" or file.name.lower().endswith((*_TAR_ENDINGS, ".tar.gz", ".tar.bz2", ".tar.xz")):
        yield from _tar_members(_unpacked(file, options), file, options)
        return
    try:
        data = _read_whole(cast(IO[bytes], _unpacked(file, options)), options.limits.file_bytes)
    except _BROKEN as error:
        raise _damaged(file) from error
    name = PurePosixPath(file.name).stem or "content"
    yield _too_large(file, name, options) if data is None else file.inside(name, data)


def _unpacked(file: File, options: ReadingOptions) -> _Measured:
    for magic, opener in _OPENERS.items():
        if file.data.startswith(magic):
            return _Measured(cast(IO[bytes], opener(io.BytesIO(file.data))), file, options)
    raise _damaged(file, "is not packed as its name says.")


def _tar_members(stream: _Measured, file: File, options: ReadingOptions) -> Iterator[Yielded]:
    count = 0
    try:
        with tarfile.open(fileobj=cast(IO[bytes], stream), mode="r|") as archive:
            for member in archive:
                file.budget.count_member(file.location)
                yield from _tar_member(archive, member, file, options)
                count += 1
    except _BROKEN as error:
        raise _damaged(file, f"breaks off or is damaged after {count} files.") from error


def _tar_member(
    archive: tarfile.TarFile, member: tarfile.TarInfo, file: File, options: ReadingOptions
) -> Iterator[Yielded]:
    name = member.name.encode("utf-8", errors="surrogateescape").decode("utf-8", errors="replace")
    if member.isdir() or is_hidden(PurePosixPath(name).parts):
        return
    if _unsafe(name):
        yield _refused(file, name, "has a name that leads out of the archive.")
    elif not member.isreg() or member.issparse():
        yield _refused(file, name, "is a link or a device and no file.")
    elif member.size > options.limits.file_bytes:
        yield _too_large(file, name, options)
    else:
        content = archive.extractfile(member)
        yield file.inside(name.removeprefix("./"), content.read() if content else b"")
