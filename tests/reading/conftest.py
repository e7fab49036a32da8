"""What the reading tests share: reading bytes at once, and making archives and PDF files small enough to understand."""

import io
import tarfile
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from kashf.reading import Problem, Read, ReadingOptions, parse

ARABIC = "قال مدير الجمارك إن الشحنة نقلت عبر الحدود في حقائب مخفية، وإن التحقيق مستمر في ثلاث دول.\n"


@pytest.fixture
def readings() -> Callable[..., list[Read | Problem]]:
    """All that comes of some bytes under a name; keywords are reading options."""

    def read(data: bytes | str, name: str = "a.txt", **options: Any) -> list[Read | Problem]:
        raw = data.encode() if isinstance(data, str) else data
        return list(parse(raw, name, ReadingOptions(**options)))

    return read


@pytest.fixture
def report(readings: Callable[..., list[Read | Problem]]) -> Callable[..., Any]:
    """The one report that comes of some bytes."""

    def read(data: bytes | str, name: str = "a.txt", **options: Any) -> Any:
        [found] = readings(data, name, **options)
        assert isinstance(found, Read), found
        return found.report

    return read


@pytest.fixture
def problem(readings: Callable[..., list[Read | Problem]]) -> Callable[..., Problem]:
    """The one problem that comes of some bytes."""

    def read(data: bytes | str, name: str = "a.txt", **options: Any) -> Problem:
        [found] = readings(data, name, **options)
        assert isinstance(found, Problem), found
        return found

    return read


@pytest.fixture
def make_zip() -> Callable[[dict[str, bytes]], bytes]:
    """A zip archive of the given members."""

    def make(members: dict[str, bytes]) -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return target.getvalue()

    return make


@pytest.fixture
def make_tar() -> Callable[..., bytes]:
    """A tar archive of the given members, packed as the mode says; a member may be a TarInfo for what is no file."""

    def make(members: dict[str, bytes | tarfile.TarInfo], mode: str = "w:gz") -> bytes:
        target = io.BytesIO()
        with tarfile.open(fileobj=target, mode=mode) as archive:  # type: ignore[call-overload]
            for name, content in members.items():
                info = content if isinstance(content, tarfile.TarInfo) else tarfile.TarInfo(name)
                data = content if isinstance(content, bytes) else b""
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
        return target.getvalue()

    return make


@pytest.fixture
def arabic() -> str:
    """A sentence that is read without a problem."""
    return ARABIC
