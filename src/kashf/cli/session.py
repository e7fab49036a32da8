"""What the options before a command set for it: the ledger, the language, and where its words go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kashf.errors import LedgerError

if TYPE_CHECKING:
    from rich.console import Console

    from kashf.ledger import View

__all__ = ["LANGUAGES", "Session", "in_session", "shown"]

LANGUAGES = ("en", "ar")

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def shown(text: str) -> str:
    """The text as it may be sent to a terminal: what a report or file name holds must not steer it."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line."""

    ledger: Path
    language: str = "en"
    quiet: bool = False

    def say(self, key: str, **values: object) -> str:
        """A message of the catalogue in the session's language."""
        from kashf.cli.catalogue import message

        return message(self.language, key, **values)

    def note(self, key: str, **values: object) -> None:
        """Tell something on stderr, unless the session is quiet."""
        if not self.quiet:
            click.echo(shown(self.say(key, **values)), err=True)

    def output(self) -> Console:
        """Where results go."""
        from rich.console import Console

        return Console(highlight=False, soft_wrap=True)

    def existing_ledger(self) -> Path:
        """The path of the ledger. Raises LedgerError where there is none."""
        if not self.ledger.is_file():
            raise LedgerError(self.say("no_ledger", path=self.ledger))
        return self.ledger

    @contextmanager
    def view(self) -> Iterator[View]:
        """A view of the ledger; told on stderr where its findings are older than what was read."""
        from kashf.jobs import edition
        from kashf.ledger import View

        with View(self.existing_ledger()) as view:
            if view.is_stale(edition()):
                self.note("stale")
            yield view


in_session = click.make_pass_decorator(Session)
"""Hands a command its session as the first argument."""
