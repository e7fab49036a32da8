"""Every command and every option is in the page on commands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import kashf.cli

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")

pytestmark = pytest.mark.skipif(not hasattr(kashf.cli, "kashf"), reason="the command line is not there yet")


def _commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for each in command.list_commands(context):
            found = command.get_command(context, each)
            assert found is not None
            yield from _commands(found, f"{name} {each}")


def _section(name: str) -> str:
    """The part of the page on the command, or on the one it belongs to; for the program itself all of it."""
    words = name.split()
    return PAGE if len(words) == 1 else PAGE.partition(f"## `{' '.join(words[:2])}`")[2].partition("\n## ")[0]


def _options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            yield max(parameter.opts, key=len)


@pytest.fixture(scope="module")
def commands() -> dict[str, click.Command]:
    """All commands by what one types."""
    return dict(_commands(kashf.cli.kashf, "kashf"))


def test_every_command_is_there(commands: dict[str, click.Command]) -> None:
    assert not [name for name in commands if name != "kashf" and f"`{name}`" not in PAGE]


def test_every_option_is_there(commands: dict[str, click.Command]) -> None:
    missing = [
        f"{name} {option}"
        for name, command in commands.items()
        for option in _options(command)
        if f"`{option}`" not in _section(name)
    ]
    assert not missing


def test_every_command_has_help(commands: dict[str, click.Command]) -> None:
    assert not [name for name, command in commands.items() if not command.help]
