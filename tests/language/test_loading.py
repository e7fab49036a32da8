from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.errors import DataError
from kashf.language import loading
from kashf.language.loading import malformed, read_table


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "ar").mkdir()
    monkeypatch.setattr(loading, "files", lambda _: tmp_path)
    read_table.cache_clear()
    yield tmp_path
    read_table.cache_clear()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a: [no, on, yes, off]", {"a": ("no", "on", "yes", "off")}),
        ("a: true", {"a": True}),
        ("a: 12", {"a": 12}),
        ("a: 0.5", {"a": 0.5}),
        ("a: 1:30", {"a": "1:30"}),
        ("a: 2017-01-01", {"a": "2017-01-01"}),
        ("a:", {"a": None}),
        ("a: {b: [c]}", {"a": {"b": ("c",)}}),
        ("نحو: about", {"نحو": "about"}),
    ],
)
def test_scalars_are_read_as_they_look(tables: Path, written: str, read: object) -> None:
    (tables / "ar" / "some.yaml").write_text(written, encoding="utf-8")
    assert read_table("ar", "some") == read


def test_a_shared_table_stands_at_the_top(tables: Path) -> None:
    (tables / "units.yaml").write_text("a: b", encoding="utf-8")
    assert read_table(None, "units") == {"a": "b"}


def test_a_table_cannot_be_changed(tables: Path) -> None:
    (tables / "units.yaml").write_text("a: b", encoding="utf-8")
    with pytest.raises(TypeError):
        read_table(None, "units")["a"] = "c"  # type: ignore[index]


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("a: 1\na: 2", r"language/ar/some.yaml, line 2: the entry 'a' stands twice"),
        ("a: [", r"language/ar/some.yaml, line"),
        ("- a", r"language/ar/some.yaml: its top is not a mapping"),
        ("a: !!python/object:int 3", r"language/ar/some.yaml, line 1"),
    ],
)
def test_a_wrong_table_is_named(tables: Path, written: str, complaint: str) -> None:
    (tables / "ar" / "some.yaml").write_text(written, encoding="utf-8")
    with pytest.raises(DataError, match=complaint):
        read_table("ar", "some")


def test_a_missing_table_is_named() -> None:
    with pytest.raises(DataError, match=r"language/ar/nothing.yaml: there is no such table"):
        read_table("ar", "nothing")


def test_a_wrong_entry_is_named() -> None:
    assert str(malformed("ar", "units", "barrel", "it has no forms; give some.")) == (
        "language/ar/units.yaml, entry 'barrel': it has no forms; give some."
    )
