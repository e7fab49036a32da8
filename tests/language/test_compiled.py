"""What was parsed is kept, and never outlives what it was parsed from."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import pytest

from kashf.language.compiled import compiled, derived

CONTENT = {"verbs": ({"hawala": 3, "when": None}, "gold", (1.5, True)), 7: "seven"}
SOUND = MappingProxyType({"verbs": (MappingProxyType({"hawala": 3, "when": None}), "gold", (1.5, True)), 7: "seven"})


@pytest.fixture(autouse=True)
def _may_keep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    table = tmp_path / "verbs.ar.yaml"
    table.write_text("one: two", encoding="utf-8")
    return table


def counting(times: list[int]) -> Callable[[], object]:
    """A parser that notes each time it is asked."""

    def parse() -> object:
        times.append(1)
        return CONTENT

    return parse


def kept(source: Path) -> Path:
    """The one file that is kept of a table."""
    (found,) = (source.parent / "__pycache__").iterdir()
    return found


def test_a_table_is_parsed_once(source: Path) -> None:
    times: list[int] = []
    assert compiled(source, __file__, counting(times)) == SOUND
    assert compiled(source, __file__, counting(times)) == SOUND
    assert len(times) == 1


def test_what_is_kept_can_not_be_changed(source: Path) -> None:
    for _ in range(2):
        table = compiled(source, __file__, lambda: CONTENT)
        with pytest.raises(TypeError):
            table["verbs"] = ()
        with pytest.raises(TypeError):
            table["verbs"][0]["hawala"] = 4


def test_a_changed_table_is_parsed_anew(source: Path) -> None:
    times: list[int] = []
    compiled(source, __file__, counting(times))
    source.write_text("one: three", encoding="utf-8")
    compiled(source, __file__, counting(times))
    os.utime(source, ns=(1, 1))
    compiled(source, __file__, counting(times))
    assert len(times) == 3


def test_a_changed_parser_parses_anew(source: Path, tmp_path: Path) -> None:
    times: list[int] = []
    parser = tmp_path / "parser.py"
    for code in ("first", "the second"):
        parser.write_text(code, encoding="utf-8")
        compiled(source, str(parser), counting(times))
    assert len(times) == 2


@pytest.mark.parametrize("left", [0, 20, 45, -3])
def test_a_half_written_file_is_parsed_anew(source: Path, left: int) -> None:
    times: list[int] = []
    compiled(source, __file__, counting(times))
    kept(source).write_bytes(kept(source).read_bytes()[:left])
    assert compiled(source, __file__, counting(times)) == SOUND
    assert len(times) == 2


def test_nothing_is_kept_where_python_keeps_nothing(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled(source, __file__, lambda: CONTENT) == SOUND
    assert not (source.parent / "__pycache__").exists()


def test_a_place_that_can_not_be_written_costs_nothing(source: Path) -> None:
    (source.parent / "__pycache__").write_text("a file where the folder would be", encoding="utf-8")
    assert compiled(source, __file__, lambda: CONTENT) == SOUND


def test_an_error_is_raised_each_time(source: Path) -> None:
    def parse() -> object:
        raise KeyError("the entry stands twice")

    for _ in range(2):
        with pytest.raises(KeyError):
            compiled(source, __file__, parse)


def forms(source: Path, told: object, times: list[int]) -> object:
    """Something that is made of a table and of what is told beside it."""
    return derived(source.with_name("forms.lexicon"), [source], told, counting(times))


def test_what_is_made_of_tables_is_made_once(source: Path) -> None:
    times: list[int] = []
    assert forms(source, "hawala", times) == forms(source, "hawala", times) == CONTENT
    assert len(times) == 1


def test_it_is_made_anew_when_a_table_changed(source: Path) -> None:
    times: list[int] = []
    forms(source, "hawala", times)
    source.write_text("one: three", encoding="utf-8")
    forms(source, "hawala", times)
    assert len(times) == 2


def test_it_is_made_anew_when_something_else_is_told(source: Path) -> None:
    times: list[int] = []
    forms(source, "hawala", times)
    forms(source, "gold", times)
    assert len(times) == 2


def test_it_is_made_anew_when_what_was_kept_is_broken(source: Path) -> None:
    times: list[int] = []
    forms(source, "hawala", times)
    kept(source).write_bytes(kept(source).read_bytes()[:-3])
    assert forms(source, "hawala", times) == CONTENT
    assert len(times) == 2
