"""`kashf import`: records and judgements that were exported, or that another extractor made, into the ledger."""

from __future__ import annotations

from pathlib import Path

import click

from kashf.cli.session import Session, in_session, shown

__all__ = ["command"]


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE..."
)
@in_session
def command(session: Session, /, files: tuple[Path, ...]) -> None:
    """Take records and judgements (JSON lines) into the ledger: from another ledger, or from an extractor of your own.

    Importing the same again changes nothing. A line that is neither is left out and told; the rest is taken. Lists of
    names, FollowTheMoney among them, are kept with kashf lists add.
    """
    from kashf.cli import FAILED
    from kashf.exchange.importing import take_in

    if not session.ledger.exists():
        session.note("new_ledger", path=session.ledger)
    left_out = 0
    for path in files:
        taken = take_in(path, session.ledger)
        counts = {"records": taken.records, "known": taken.known}
        session.note("imported", path=path, **counts, judgements=taken.judgements, judged=taken.judged)
        for each in taken.left_out:
            click.echo(shown(session.say("import_left_out", place=each.place, what=each.what)), err=True)
        left_out += len(taken.left_out)
    if left_out:
        raise click.exceptions.Exit(FAILED)
