"""`make demo`: reads the example reports, prints the brief, writes it as a page in English and Arabic, and opens it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import click

from kashf.cli import FINE, run

__all__ = ["can_show_pages", "main"]

REPORTS = Path("examples/reports")
FOLDER = Path("demo")
LEDGER = FOLDER / "kashf.db"
PAGE = FOLDER / "brief.html"
ARABIC_PAGE = FOLDER / "brief-ar.html"


def main() -> NoReturn:
    """Run the demonstration in the project's folder; its exit code is that of the first command that fails."""
    FOLDER.mkdir(exist_ok=True)
    code = next((code for command in _commands() if (code := run(["--ledger", str(LEDGER), *command])) != FINE), FINE)
    if code == FINE:
        _point_at_pages()
    sys.exit(code)


def _commands() -> tuple[tuple[str, ...], ...]:
    return (
        ("read", "--again", str(REPORTS)),
        ("brief",),
        ("-q", "brief", "--language", "ar", "--html", str(ARABIC_PAGE)),
        ("-q", "brief", "--html", str(PAGE)),
    )


def _point_at_pages() -> None:
    click.echo(f"\nThe same as a page: {PAGE}; in Arabic: {ARABIC_PAGE}. The ledger: {LEDGER}.")
    if can_show_pages(sys.platform, os.environ):
        click.launch(PAGE.resolve().as_uri())


def can_show_pages(platform: str, surroundings: Mapping[str, str]) -> bool:
    """Whether someone sits before a screen on which a browser could open: not on a server, in CI or over SSH."""
    if surroundings.get("CI") or surroundings.get("SSH_CONNECTION"):
        return False
    if platform in ("darwin", "win32"):
        return True
    return bool(surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    main()
