"""`kashf brief`: who says what about the money, with what weight; in the terminal, as a page, PDF, Markdown or JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kashf.cli.session import LANGUAGES, Session, in_session

if TYPE_CHECKING:
    from kashf.views import Brief

__all__ = ["command"]

STDOUT = "-"
PAGE = "brief.html"
"""What --open writes where --html names no file."""


def _page(brief: Brief) -> str:
    from kashf.exchange.html import brief_html

    return brief_html(brief)


def _printed(brief: Brief) -> str:
    from kashf.exchange.html import brief_html

    return brief_html(brief, printed=True)


def _markdown(brief: Brief) -> str:
    from kashf.exchange.markdown import brief_markdown

    return brief_markdown(brief)


def _json(brief: Brief) -> str:
    from kashf.exchange.brief_json import brief_json

    return brief_json(brief)


WRITERS: dict[str, Callable[[Brief], str]] = {"html": _page, "markdown": _markdown, "as_json": _json}


def _file(*names: str, help_text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    path = click.Path(dir_okay=False, allow_dash=True)
    return click.option(*names, type=path, metavar="FILE", help=f"{help_text}; - is stdout.")


@click.command("brief")
@click.argument("about", nargs=-1, metavar="[ENTITY or WORDS]...")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only claims of this type; may be given again.")
@_file("--html", help_text="Write the brief as one page of HTML that needs nothing else")
@_file("--markdown", help_text="Write it as Markdown")
@_file("--json", "as_json", help_text="Write it as JSON")
@click.option(
    "--pdf", type=click.Path(dir_okay=False), metavar="FILE", help="Print it as PDF; needs Chromium on this machine."
)
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of the brief.")
@click.option("--open", "opened", is_flag=True, help=f"Open the page in the browser; without --html it is {PAGE}.")
@in_session
def command(
    session: Session,
    /,
    about: tuple[str, ...],
    types: tuple[str, ...],
    language: str | None,
    opened: bool,
    **files: Any,
) -> None:
    """Tell what the ledger holds: findings by their weight, claims, money map, figures, conflicts, people, sources.

    Narrowed to an entity (its id or its name in any spelling), to words, or to types of claim.
    """
    if opened and files["html"] is None:
        files["html"] = PAGE
    pdf = files.pop("pdf")
    made = _made(session, " ".join(about) or None, types, language or session.language)
    written = {name: path for name, path in files.items() if path is not None}
    for name, path in written.items():
        _write(session, WRITERS[name](made), path)
    if opened and files["html"] != STDOUT:
        click.launch(Path(files["html"]).resolve().as_uri())
    if pdf:
        _print_to(session, made, pdf)
    if not written and not pdf:
        _print(made)


def _made(session: Session, about: str | None, types: tuple[str, ...], language: str) -> Brief:
    from datetime import datetime

    from kashf.views import BriefOptions, brief, gather

    for wanted in types:
        _check_type(wanted, language)
    with session.view() as view:
        dossier = gather(view)
    now = datetime.now().astimezone()
    return brief(dossier, BriefOptions(language, about, types, made=now, ledger=session.ledger.name))


def _check_type(wanted: str, language: str) -> None:
    from kashf.domain.predicates import claim_types
    from kashf.views.words import words

    if wanted not in claim_types():
        told = words(language)
        raise click.UsageError(told.say("errors.type", wanted=wanted, listed=told.separated(list(claim_types()))))


def _write(session: Session, text: str, path: str) -> None:
    from kashf.views.words import words

    if path == STDOUT:
        click.echo(text, nl=False)
        return
    try:
        Path(path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.FileError(path, error.strerror or str(error)) from error
    if not session.quiet:
        click.echo(words(session.language).say("written", path=path), err=True)


def _print_to(session: Session, made: Brief, path: str) -> None:
    """Print the page to a PDF, whole or not at all."""
    from kashf.exchange.exporting import placed
    from kashf.exchange.pdf import print_page
    from kashf.views.words import words

    try:
        with placed(Path(path)) as beside:
            print_page(_printed(made), beside)
    except OSError as error:
        raise click.FileError(path, error.strerror or str(error)) from error
    if not session.quiet:
        click.echo(words(session.language).say("written", path=path), err=True)


def _print(made: Brief) -> None:
    from rich.console import Console

    from kashf.exchange.terminal import print_brief

    print_brief(made, Console(highlight=False, soft_wrap=False))
