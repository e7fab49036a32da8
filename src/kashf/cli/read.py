"""`kashf read`: from files, folders, archives and addresses into the ledger."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from kashf.cli.extracting import OURS, OUTSIDE, outside, reaching, told_of
from kashf.cli.session import Session, in_session, shown

if TYPE_CHECKING:
    from kashf.extractors import ChatExtractor, GlinerExtractor
    from kashf.jobs import Plan, Progress, Step, Summary
    from kashf.reading import ReadingOptions

__all__ = ["command"]


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day of publication of what does not say its own (YYYY-MM-DD).",
)
@click.option("--outlet", metavar="NAME", help="The outlet of what does not name its own.")
@click.option("--language", "written_in", metavar="CODE", help="The language the reports are written in (ar, en, ...).")
@click.option("--allow-private", is_flag=True, help="Follow web addresses into this machine's own network.")
@click.option(
    "--extractor",
    type=click.Choice([OURS, *OUTSIDE]),
    default=OURS,
    show_default=True,
    help="Who takes claims from reports: Kashf, a language model behind an endpoint, or Kashf with GLiNER's names.",
)
@reaching
@click.option("--again", is_flag=True, help="Read what has not changed too.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a line: each step when it is kept, and a summary."
)
@in_session
def command(session: Session, /, sources: tuple[str, ...], again: bool, quiet: bool, as_json: bool, **how: Any) -> None:
    """Read reports into the ledger: files, folders, archives, mail, web addresses, standard input.

    Reading the same again takes what is new or changed. Killed or interrupted, it loses nothing it has told of, and
    goes on where it stopped.
    """
    from kashf.jobs import read

    extractor = outside(how["extractor"], how) if how["extractor"] != OURS else None
    session = Session(session.ledger, session.language, session.quiet or quiet)
    if not session.ledger.exists():
        session.note("new_ledger", path=session.ledger)
    with _json_progress() if as_json else _bar(session) as progress:
        summary = read(sources, session.ledger, _options(how), progress, _plan(extractor, again=again))
    if as_json:
        told = _plain(summary) | ({"extractor": extractor.told()} if extractor else {})
        click.echo(json.dumps({"summary": told}, ensure_ascii=False))
    else:
        _tell(session, summary)
        for line in told_of(session, extractor) if extractor else ():
            click.echo(shown(line), err=session.quiet)
    raise click.exceptions.Exit(_exit_code(summary))


def _exit_code(summary: Summary) -> int:
    from kashf.cli import FAILED, FINE, INTERRUPTED

    if summary.interrupted:
        return INTERRUPTED
    return FINE if summary.is_complete else FAILED


def _plan(extractor: ChatExtractor | GlinerExtractor | None, *, again: bool) -> Plan:
    """How to read. An extractor of somebody else's is asked from this process alone, so that its costs are counted."""
    from dataclasses import replace

    from kashf.jobs import STANDARD_ROOMS, InProcess, Plan

    if extractor is None:
        return Plan(again=again)
    return Plan(replace(STANDARD_ROOMS, extract=extractor), InProcess(), again, extractor=extractor.name)


def _options(how: Mapping[str, Any]) -> ReadingOptions:
    from kashf.reading import ReadingOptions

    return ReadingOptions(
        published=how["published"].date() if how["published"] else None,
        outlet=how["outlet"],
        language=how["written_in"],
        today=date.today(),
        allow_private=how["allow_private"],
    )


@contextmanager
def _json_progress() -> Iterator[Progress]:
    def tell(step: Step) -> None:
        told = {"location": step.location, "report": step.report, "claims": step.claims, "detail": step.detail}
        said = {name: value for name, value in told.items() if value is not None}
        click.echo(json.dumps({"step": step.kind, **said}, ensure_ascii=False))

    yield tell


@contextmanager
def _bar(session: Session) -> Iterator[Progress]:
    """A line that moves on stderr, where that is a terminal."""
    from kashf.jobs import say_nothing

    if session.quiet or not sys.stderr.isatty():
        yield say_nothing
        return
    from rich.console import Console

    with Console(stderr=True).status(session.say("reading")) as status:
        counts = {"reports": 0, "set_aside": 0}

        def tell(step: Step) -> None:
            counts["reports"] += step.reports
            counts["set_aside"] += step.kind == "set_aside"
            status.update(shown(session.say("progress", **counts)))

        yield tell


def _tell(session: Session, summary: Summary) -> None:
    """The summary on stdout; what could not be read after it, and in a quiet session on stderr alone."""
    if not session.quiet:
        for key in ("reports_read", "reports_set_aside", "reports_failed"):
            click.echo(session.say(key, **_counts(summary)))
        click.echo(session.say("in_ledger", **asdict(summary.totals)))
    for line in _troubles(session, summary):
        click.echo(shown(line), err=session.quiet)
    if summary.interrupted:
        click.echo(session.say("interrupted", path=session.ledger), err=True)


def _counts(summary: Summary) -> dict[str, int]:
    return {
        "read": summary.read,
        "new": summary.new,
        "unchanged": summary.unchanged,
        "versions": summary.versions,
        "set_aside": len(summary.set_aside),
        "failed": len(summary.failed),
    }


def _troubles(session: Session, summary: Summary) -> Iterator[str]:
    if summary.set_aside:
        yield session.say("set_aside_heading")
        yield from (session.say("set_aside_line", **asdict(trouble)) for trouble in summary.set_aside)
    if summary.failed:
        yield session.say("failed_heading")
        yield from (session.say("failed_line", **asdict(failed)) for failed in summary.failed)


def _plain(summary: Summary) -> dict[str, object]:
    troubles = {
        "set_aside": [asdict(each) for each in summary.set_aside],
        "failed": [asdict(each) for each in summary.failed],
    }
    ledger = {"ledger": asdict(summary.totals), "created": summary.created, "interrupted": summary.interrupted}
    return {**_counts(summary), **troubles, **ledger}
