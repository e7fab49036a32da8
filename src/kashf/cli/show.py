"""`kashf show`: one claim, entity, report or finding in full."""

from __future__ import annotations

import click

from kashf.cli.session import LANGUAGES, Session, in_session

__all__ = ["command"]


@click.command("show")
@click.argument("wanted", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object; a report with its whole record.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language it is told in.")
@in_session
def command(session: Session, /, wanted: str, as_json: bool, language: str | None) -> None:
    """Show a claim, an entity, a report or a finding in full: chain, evidence in its sentence, weight, members.

    ID may be the beginning of an id as long as nothing else begins so, or the name of an entity.
    """
    from kashf.exchange.detail_json import detail_json
    from kashf.exchange.terminal_details import print_detail
    from kashf.views import gather
    from kashf.views.details import detail

    told_in = language or session.language
    with session.view() as view:
        dossier = gather(view)
    found = detail(dossier, wanted, told_in)
    if as_json:
        click.echo(detail_json(found, dossier))
        return
    from rich.console import Console

    print_detail(found, told_in, Console(highlight=False))
