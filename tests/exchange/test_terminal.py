from __future__ import annotations

import re
from collections.abc import Callable
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from kashf.exchange.terminal import print_brief
from kashf.exchange.terminal_details import print_detail
from kashf.views import Brief, Dossier
from kashf.views.details import detail

Make = Callable[..., Brief]


def _console(width: int = 90, **options: object) -> Console:
    return Console(file=StringIO(), width=width, highlight=False, **options)  # type: ignore[arg-type]


def _written(console: Console) -> str:
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_brief_is_as_it_was(made: Make, golden: Callable[[str, str], None], language: str) -> None:
    console = _console()
    print_brief(made(language), console)
    golden(f"terminal.{language}.txt", _written(console))


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_is_wider_than_the_window(made: Make, width: int) -> None:
    console = _console(width)
    print_brief(made("ar"), console)
    assert [line for line in _written(console).splitlines() if cell_len(line) > width] == []


def test_without_colour_the_words_are_marked_all_the_same(made: Make) -> None:
    console = _console(300)
    print_brief(made(), console)
    assert "\x1b" not in _written(console)
    assert "**smuggled at least 350 kg of gold to Velmora through the port of Rasmal**" in _written(console)


def test_no_colour_is_respected(made: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    console = _console(force_terminal=True)
    print_brief(made(), console)
    assert not re.search(r"\x1b\[[0-9;]*(?:3[0-8]|4[0-8]|9[0-7])[;m]", _written(console))
    assert "**" in _written(console)


def test_in_colour_they_are_marked_by_it(made: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    console = _console(force_terminal=True, color_system="standard")
    print_brief(made(), console)
    assert "**" not in _written(console)
    assert "\x1b[30;43m" in _written(console)


@pytest.mark.parametrize(
    "wanted",
    ["c-a1", "c-b3", "e-nader", "e-layla", "e-velmora", "r-a", "r-b", "f-gold", "f-title", "f-story", "f-toll"],
)
def test_one_thing_in_full_is_as_it_was(invented: Dossier, golden: Callable[[str, str], None], wanted: str) -> None:
    console = _console()
    print_detail(detail(invented, wanted, "en"), "en", console)
    golden(f"show.{wanted}.txt", _written(console))


def test_markup_of_a_report_is_none_of_ours(invented: Dossier) -> None:
    from dataclasses import replace

    record = invented.records[0]
    named = replace(record, report=replace(record.report, outlet="[bold]Post[/] [link=x]"))
    console = _console()
    print_detail(detail(replace(invented, records=(named, *invented.records[1:])), "r-a", "en"), "en", console)
    assert "[bold]Post[/] [link=x]" in _written(console)
