"""`kashf screen`: names and lists against what was read, and texts against lists."""

from __future__ import annotations

from typing import Any

import click

from kashf.cli.screened import Wanted, columns_option
from kashf.cli.session import LANGUAGES, Session, in_session

__all__ = ["command"]


@click.command("screen")
@click.argument("names", nargs=-1, metavar="[NAMES]...")
@click.option("--list", "lists", multiple=True, metavar="LIST", help="A list: a file, or one kept by kashf lists add.")
@click.option(
    "--text", "texts", multiple=True, metavar="REPORT", help="A report or text to look for names of lists in."
)
@columns_option
@click.option("--threshold", type=click.FloatRange(0, 1), help="From which score on it is a hit.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Hits of one name at most.")
@click.option("--dismissed", "dismissed_too", is_flag=True, help="Show the hits that were dismissed too.")
@click.option("--json", "form", flag_value="json", help="As one JSON object.")
@click.option("--csv", "form", flag_value="csv", help="As comma-separated text, one row a hit.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language it is told in.")
@in_session
def command(session: Session, /, form: str | None, language: str | None, **told: Any) -> None:
    """Tell who of these NAMES is spoken of in the ledger, by whom, in which claims.

    NAMES are files of names: CSV or Excel with a heading, a list of the UN, the EU or OFAC, FollowTheMoney; - is
    standard input. With --list alone: who of a list is spoken of. With --text: which names of the lists stand in a
    text. Without anything the lists that are kept are screened against the ledger.

    Ends with 4 where there is a hit, 0 where there is none, 1 where something could not be read and there is none.
    """
    wanted = Wanted(language=language or session.language, form=form or "table", **told)
    raise click.exceptions.Exit(_screen(session, wanted))


def _screen(session: Session, wanted: Wanted) -> int:
    """The exit code, after all was told."""
    if wanted.texts:
        from kashf.cli.screened_texts import screen_texts

        return screen_texts(session, wanted)
    from kashf.cli.screened_names import screen_names

    return screen_names(session, wanted)
