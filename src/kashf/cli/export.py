"""`kashf export`: what the ledger holds, for the tools of others; and the evidence pack of one finding."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kashf.cli.session import LANGUAGES, Session, in_session

if TYPE_CHECKING:
    from kashf.exchange.exporting import Making
    from kashf.exchange.formats import Format
    from kashf.exchange.holdings import Holdings

__all__ = ["command"]

STDOUT = "-"
PACK = "pack"
KEY = "-signing-key.pem"
"""What the file of a ledger's signing key is called, behind the ledger's name."""


class _Later(click.Choice[str]):
    """A choice among names that are read when they are asked for, so that a start does without them."""

    def __init__(self, names: Callable[[], Sequence[str]]) -> None:
        super().__init__(())
        self.names = names

    @property
    def choices(self) -> tuple[str, ...]:
        """The names."""
        return tuple(self.names())

    @choices.setter
    def choices(self, _: tuple[str, ...]) -> None:
        """What the names are is told by those who are asked for them."""


def _formats() -> Mapping[str, Format]:
    """The formats by name."""
    from kashf.exchange.formats import formats as known

    return known()


def _tables() -> Sequence[str]:
    from kashf.exchange.mappings import mapping

    return list(mapping("tables"))


@click.command("export")
@click.option(
    "--format",
    "wanted",
    type=_Later(lambda: [*_formats(), PACK]),
    help="What to write; without it, what the ending of FILE means, else records.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    default=STDOUT,
    metavar="FILE",
    help="The file or folder to write, whole or not at all; - is stdout.  [default: -]",
)
@click.option(
    "--table",
    type=_Later(_tables),
    help="With csv: only this table, as one file or on stdout.",
)
@click.option("--finding", metavar="ID", help="With pack: the finding or claim that the pack is of.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language claims are told in.")
@in_session
def command(
    session: Session, /, wanted: str | None, output: str, language: str | None, **how: str | bool | None
) -> None:
    """Write what the ledger holds for other programs: FollowTheMoney, STIX 2.1, graphs, tables, JSON lines.

    Judgements are applied: rejected claims are left out. An allegation is written as one in every format. With --format
    pack: everything behind one finding, hashed and signed, in one archive that stands without Kashf.
    """
    name = wanted or _told_by(output)
    finding, table = how["finding"], how["table"]
    _check(session, name, output, str(finding or ""), str(table or ""))
    told_in = language or session.language
    with _told_of_files(output):
        if name == PACK:
            _pack(session, str(finding), Path(output), told_in)
        else:
            _export(session, name, output, told_in, str(table or ""))


def _told_by(output: str) -> str:
    from kashf.exchange.formats import format_of

    found = format_of(output)
    return found.name if found else next(iter(_formats()))


def _check(session: Session, name: str, output: str, finding: str, table: str) -> None:
    """Raises UsageError where the options do not go together."""
    if (name == PACK) != bool(finding):
        raise click.UsageError(session.say("pack_of_what" if name == PACK else "finding_without_pack"))
    if table and name != "csv":
        raise click.UsageError(session.say("table_without_csv"))
    needs_path = name == PACK or (_formats()[name].shape != "stream" and not table)
    if needs_path and output == STDOUT:
        raise click.UsageError(session.say("needs_output", format=name))


@contextmanager
def _told_of_files(output: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.FileError(output, error.strerror or str(error)) from error


def _export(session: Session, name: str, output: str, language: str, table: str) -> None:
    from kashf.exchange.exporting import export_file, export_stream, export_text
    from kashf.exchange.holdings import Holdings

    with session.view() as view:
        holdings = Holdings(view, language)
        if output == STDOUT:
            export_stream(_making(name, holdings, table), holdings, sys.stdout)
            return
        if table:
            export_text(_making(name, holdings, table), holdings, Path(output))
        else:
            export_file(_formats()[name], holdings, Path(output))
    session.note("exported", path=output)


def _making(name: str, holdings: Holdings, table: str) -> Making:
    """How a writer to a stream is made."""
    if not table:
        return lambda target: _formats()[name].writer(target, holdings)
    from kashf.exchange.delimited import TableWriter

    return lambda target: TableWriter(target, holdings, table)


def _pack(session: Session, finding: str, output: Path, language: str) -> None:
    from kashf.exchange.exporting import placed
    from kashf.exchange.pack import pack
    from kashf.exchange.signing import Signer, fingerprint

    with session.view() as view, placed(output) as beside:
        ledger = session.ledger.resolve()
        signer = Signer(ledger.with_name(f"{ledger.name}{KEY}"))
        packed = pack(view, finding, beside, signer, language)
    if signer.is_new:
        session.note("new_key", path=signer.path)
    session.note("packed", id=packed, path=output, signer=fingerprint(signer.public()))
