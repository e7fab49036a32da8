"""Archives: members are read in memory under their own locations, one archive within another."""

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from kashf.reading import Limits, Problem, Read

MODES = [
    ("w", "a.tar"),
    ("w:gz", "a.tar.gz"),
    ("w:gz", "a.tgz"),
    ("w:bz2", "a.tar.bz2"),
    ("w:xz", "a.tar.xz"),
    ("w:gz", "a"),
]


def test_the_members_of_a_zip_in_order_of_their_names(readings: Any, make_zip: Any, arabic: str) -> None:
    data = make_zip(
        {"b.txt": arabic.encode(), "inner/a.txt": arabic.encode(), ".hidden.txt": b"x", "__MACOSX/b.txt": b"x"}
    )

    found = readings(data, "folder/archive.zip")

    assert [item.location for item in found] == ["folder/archive.zip!b.txt", "folder/archive.zip!inner/a.txt"]
    assert {item.raw for item in found} == {arabic.encode()}
    assert [item.report.source for item in found] == [item.location for item in found]


@pytest.mark.parametrize(("mode", "name"), MODES)
def test_the_members_of_a_tar(readings: Any, make_tar: Any, arabic: str, mode: str, name: str) -> None:
    found = readings(make_tar({"./a.txt": arabic.encode(), "d/b.txt": arabic.encode()}, mode), name)

    assert [item.location for item in found] == [f"{name}!a.txt", f"{name}!d/b.txt"]


@pytest.mark.parametrize(
    ("pack", "name"), [(gzip.compress, "a.txt.gz"), (bz2.compress, "a.txt.bz2"), (lzma.compress, "a.txt.xz")]
)
def test_one_packed_file(readings: Any, arabic: str, pack: Callable[[bytes], bytes], name: str) -> None:
    [found] = readings(pack(arabic.encode()), name)

    assert found.location == f"{name}!a.txt"


def test_archives_within_archives(readings: Any, make_zip: Any, make_tar: Any, arabic: str) -> None:
    inner = make_tar({"a.json": b'{"text": "' + b"The customs chief said that it was moved in bags." + b'"}'})

    [found] = readings(make_zip({"inner.tar.gz": inner}), "a.zip")

    assert isinstance(found, Read)
    assert found.location == "a.zip!inner.tar.gz!a.json"


NAMES = [("ذهب.txt", "cp1256"), ("золото.txt", "cp866"), ("ذهب.txt", "utf-8")]


@pytest.mark.parametrize(("name", "encoding"), NAMES)
def test_names_in_old_encodings(readings: Any, arabic: str, name: str, encoding: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("?" * len(name.encode(encoding)), arabic)
    data = target.getvalue().replace(b"?" * len(name.encode(encoding)), name.encode(encoding))

    [found] = readings(data, "a.zip")

    assert found.location == f"a.zip!{name}"


def test_a_member_that_is_too_large_costs_itself(readings: Any, make_zip: Any, arabic: str) -> None:
    data = make_zip({"a.txt": b"x" * 9000, "b.txt": arabic.encode()})

    first, second = readings(data, "a.zip", limits=Limits(file_bytes=5000))

    assert isinstance(first, Problem)
    assert first.kind == "too_large"
    assert isinstance(second, Read)


def test_what_archives_unpack_to_is_counted_together(readings: Any, make_zip: Any, arabic: str) -> None:
    inner = make_zip({f"{number}.txt": arabic.encode() for number in range(5)})
    outer = make_zip({f"{number}.zip": inner for number in range(5)})

    found = readings(outer, "a.zip", limits=Limits(members=12))

    assert sum(isinstance(item, Read) for item in found) <= 12
    assert found[-1].kind == "too_large"


def test_bytes_are_counted_over_all_members(readings: Any, make_zip: Any, arabic: str) -> None:
    data = make_zip({f"{number}.txt": arabic.encode() for number in range(9)})

    found = readings(data, "a.zip", limits=Limits(unpacked_bytes=1000))

    assert found[-1].kind == "too_large"
