from __future__ import annotations

from pathlib import Path

import pytest

from kashf.names.list_index import ListIndex
from kashf.records import Listed, Watchlist
from kashf.watchlists import kept_indexes
from kashf.watchlists.kept_indexes import KeptIndexes, read_index, write_index

ENTRIES = tuple(
    Listed(f"{number}", "person" if number % 2 else "organisation", (f"Salim{number} Nour AL-BAHRI", "نور"))
    for number in range(20)
)
LIST = Watchlist("harbour", "csv", ENTRIES)


def asked(index: ListIndex) -> list[str]:
    return [entry.key for entry, _ in index.find("سليم نور البحري", limit=20, threshold=0.1)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_index(tmp_path / "one.names", ListIndex(ENTRIES))
    return tmp_path / "one.names"


def test_an_index_is_read_as_it_was_written(path: Path):
    index = read_index(path, ENTRIES)
    assert index is not None
    assert asked(index) == asked(ListIndex(ENTRIES))
    assert [file.name for file in path.parent.iterdir()] == ["one.names"]


@pytest.mark.parametrize("entries", [(), ENTRIES[:-1], ENTRIES[::-1]])
def test_an_index_of_other_entries_or_another_order_is_none(path: Path, entries: tuple[Listed, ...]):
    assert read_index(path, entries) is None


def test_an_index_that_other_code_made_is_none(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(kept_indexes, "_made_by", lambda: "another")
    assert read_index(path, ENTRIES) is None


@pytest.mark.parametrize("cut", [0, 5, 14, 22, 60, 500, 2000, -1])
def test_an_index_that_breaks_off_is_none(path: Path, cut: int):
    path.write_bytes(path.read_bytes()[:cut])
    assert read_index(path, ENTRIES) is None


def test_a_byte_that_is_another_is_noticed(path: Path):
    whole = path.read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 97)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        index = read_index(path, ENTRIES)
        assert index is None or asked(index) == asked(ListIndex(ENTRIES))


def test_what_is_no_index_is_none(tmp_path: Path):
    (tmp_path / "text").write_text("no index")
    assert read_index(tmp_path / "text", ENTRIES) is None
    assert read_index(tmp_path, ENTRIES) is None
    assert read_index(tmp_path / "missing", ENTRIES) is None


def test_only_lists_that_are_kept_have_files_and_only_so_long(tmp_path: Path):
    folder = tmp_path / "indexes"
    other = Watchlist("other", "csv", ENTRIES[:3])
    indexes = KeptIndexes(folder, [LIST.digest])
    assert asked(indexes.of(LIST)) == asked(indexes.of(LIST))
    assert len(indexes.of(other)) == 6
    assert [file.stem for file in folder.iterdir()] == [LIST.digest]
    KeptIndexes(folder, [other.digest]).forget_others()
    assert list(folder.iterdir()) == []


def test_a_folder_that_can_not_be_made_costs_only_time(tmp_path: Path):
    (tmp_path / "file").write_text("")
    assert asked(KeptIndexes(tmp_path / "file", [LIST.digest]).of(LIST))
    assert write_index(tmp_path / "file" / "one.names", ListIndex(ENTRIES)) is False
