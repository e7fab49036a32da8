"""Sources: what there is to read, listed first and read after."""

import hashlib
import io
import pickle
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kashf.reading import Limits, Located, Problem, Read, ReadingOptions, locate, parse, read_located, read_source

TEXT = "The customs chief said that the shipment was moved across the border in hidden bags.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/2.txt", "a/10.txt", ".hidden/c.txt", ".c.txt", "__MACOSX/b.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_folder_is_walked_in_order_and_without_hidden_files(folder: Path) -> None:
    found = [item.location for item in locate(folder)]

    assert found == [str(folder / name) for name in ("a/10.txt", "a/2.txt", "b.txt")]


def test_what_is_located_can_be_told_apart_without_reading_it(folder: Path) -> None:
    located = next(iter(locate(folder / "b.txt")))

    assert isinstance(located, Located)
    assert located.size == len(TEXT)
    assert located.modified == (folder / "b.txt").stat().st_mtime


def test_what_is_located_can_be_loaded_in_another_process(folder: Path) -> None:
    [located] = locate(folder / "b.txt")

    assert isinstance(located, Located)
    assert pickle.loads(pickle.dumps(located)).load() == TEXT.encode()  # noqa: S301 - our own


def test_locating_and_parsing_are_the_halves_of_reading(folder: Path) -> None:
    halves = [
        item for found in locate(folder) if isinstance(found, Located) for item in parse(found.load(), found.location)
    ]

    assert halves == list(read_source(folder))
    assert all(isinstance(item, Read) for item in halves)


def test_a_file_that_went_away_meanwhile_is_a_problem(folder: Path) -> None:
    [located] = locate(folder / "b.txt")
    (folder / "b.txt").unlink()

    assert isinstance(located, Located)
    [found] = read_located(located)
    assert isinstance(found, Problem)
    assert found.kind == "missing"


def test_a_file_named_by_a_link_is_read(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(folder / "b.txt")

    assert isinstance(next(read_source(link)), Read)


def test_a_path_may_be_a_string(folder: Path) -> None:
    assert len(list(read_source(str(folder)))) == 3


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))

    [found] = read_source("-")

    assert isinstance(found, Read)
    assert found.location == found.report.source == "standard input"


def test_too_much_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"x" * 200)))

    [found] = read_source("-", ReadingOptions(limits=Limits(file_bytes=100)))

    assert isinstance(found, Problem)
    assert found.kind == "too_large"


def test_the_digest_is_of_the_raw_bytes(folder: Path) -> None:
    [found] = read_source(folder / "b.txt")

    assert isinstance(found, Read)
    assert found.raw == TEXT.encode()
    assert found.digest == hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_problem_reads_as_a_sentence_with_place_and_remedy(tmp_path: Path) -> None:
    [found] = read_source(tmp_path / "gone.txt")

    assert str(found) == f"{tmp_path}/gone.txt: is not there. Check the path."


def test_a_folder_deeper_than_the_stack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path(*(["d"] * 900))
    path.mkdir(parents=True)
    (path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(sys, "getrecursionlimit", lambda: 100)

    found: list[Any] = list(read_source("d"))

    assert [type(item) for item in found] == [Read]
