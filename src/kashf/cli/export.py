"""`kashf export`: what the ledger holds, in a file or on stdout."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kashf.cli.session import Session, in_session

if TYPE_CHECKING:
    from kashf.ledger import View

__all__ = ["command"]


def _records(view: View) -> Iterator[str]:
    from kashf.exchange.lines import record_lines

    return record_lines(view.records())


def _findings(view: View) -> Iterator[str]:
    from kashf.exchange.lines import finding_lines

    return finding_lines(view.findings())


FORMATS: dict[str, Callable[[View], Iterator[str]]] = {"records": _records, "findings": _findings}
"""What can be exported: each format gives lines."""


@click.command("export")
@click.option("--format", "wanted", type=click.Choice(list(FORMATS)), default="records", show_default=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True),
    default="-",
    metavar="FILE",
    help="The file to write, whole or not at all; - is stdout.  [default: -]",
)
@in_session
def command(session: Session, /, wanted: str, output: str) -> None:
    """Write records or findings, one JSON object a line, with the judgements applied: rejected claims are left out."""
    with session.view() as view:
        lines = FORMATS[wanted](view)
        if output == "-":
            for line in lines:
                click.echo(line)
            return
        try:
            written = _write(Path(output).resolve(), lines)
        except OSError as error:
            raise click.FileError(output, error.strerror or str(error)) from error
    session.note("exported", lines=written, path=output)


def _write(path: Path, lines: Iterable[str]) -> int:
    """Write a file beside the path, and put it in the path's place when it is whole; how many lines."""
    if path.exists() and not path.is_file():  # a pipe or a device is written to, never replaced
        return _write_lines(path, lines)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        written = _write_lines(beside, lines)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return written


def _write_lines(path: Path, lines: Iterable[str]) -> int:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        return sum(1 for line in lines if file.write(f"{line}\n"))
