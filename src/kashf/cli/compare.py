"""`kashf compare`: entities and findings anew, from all that was read."""

from __future__ import annotations

from dataclasses import asdict

import click

from kashf.cli.session import Session, in_session

__all__ = ["command"]


@click.command("compare")
@in_session
def command(session: Session) -> None:
    """Work out entities and findings anew. `read` and `judge` do it by themselves; this is for after an upgrade."""
    from kashf.jobs import compare

    totals = compare(session.existing_ledger())
    if not session.quiet:
        click.echo(session.say("compared", **asdict(totals)))
