"""`kashf lists`: the lists that are kept to be screened against, their versions, and what changed between two."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kashf.cli.screened import columns_option, kept_indexes, read_list, tell_problems
from kashf.cli.session import Session, in_session, shown
from kashf.errors import NotFoundError

if TYPE_CHECKING:
    from kashf.ledger import KeptList, View
    from kashf.records import Watchlist

__all__ = ["command"]


@click.group("lists")
def command() -> None:
    """Keep official lists in the ledger, see their versions, and what changed between two."""


@command.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="LIST...")
@click.option("--name", metavar="NAME", help="What the list is to be called; without it, what its format says.")
@columns_option
@in_session
def _add(session: Session, /, sources: tuple[str, ...], name: str | None, columns: Mapping[str, Sequence[str]]) -> None:
    """Read lists and keep them: of the UN (XML), OFAC (CSV, XML), the EU (CSV, XML), FollowTheMoney, CSV or Excel.

    A list that is kept already becomes a new version of it, where anything changed.
    """
    from kashf.cli import FAILED
    from kashf.ledger import Writer

    found = [(source, read_list(session, source, columns, name)) for source in sources]
    if not session.ledger.exists():
        session.note("new_ledger", path=session.ledger)
    with Writer(session.ledger) as writer:
        for source, each in found:
            _tell_kept(session, writer.keep_list(each.watchlist, source))
    _index(session, [each.watchlist for _, each in found])
    problems = [problem for _, each in found for problem in each.problems]
    tell_problems(session, problems)
    if problems:
        raise click.exceptions.Exit(FAILED)


def _index(session: Session, lists: Sequence[Watchlist]) -> None:
    """Index lists that have been kept, so that screening need not; forget the indexes of what is kept no more."""
    with session.view() as view:
        indexes = kept_indexes(session, view)
    indexes.forget_others()
    for watchlist in lists:
        indexes.of(watchlist)


def _tell_kept(session: Session, kept: KeptList) -> None:
    version = kept.version or session.say("undated_list")
    session.note("list_kept_again" if kept.again else "list_kept", name=kept.name, version=version, size=kept.size)


@command.command("show")
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line and a version.")
@in_session
def _show(session: Session, /, name: str | None, as_json: bool) -> None:
    """List what is kept, or every version that was kept of the list NAME."""
    with session.view() as view:
        kept = view.watchlists(name)
    if not kept:
        session.note("no_lists")
    for each in kept:
        plain = json.dumps(asdict(each), ensure_ascii=False, default=str)
        click.echo(plain if as_json else shown(_line(session, each)))


def _line(session: Session, kept: KeptList) -> str:
    version = kept.version or session.say("undated_list")
    parts = [f"{kept.number}", kept.name, version, f"{kept.size}", kept.format, f"{kept.kept_at:%Y-%m-%d %H:%M} UTC"]
    return "  ".join((*parts, kept.source))


@command.command("changes")
@click.argument("before", metavar="LIST")
@click.argument("after", required=False, metavar="[NEWER]")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@columns_option
@in_session
def _changes(
    session: Session, /, before: str, after: str | None, as_json: bool, columns: Mapping[str, Sequence[str]]
) -> None:
    """Tell what changed: added, removed, changed and in which fields.

    Of a LIST that is kept: between its last two versions. Or between two files, or a kept list and a file.
    """
    from kashf.exchange.differences_files import differences_json, print_differences
    from kashf.watchlists import differences

    older, newer = _versions(session, before, after, columns)
    changed = differences(older.entries, newer.entries)
    if as_json:
        click.echo(differences_json(changed, older, newer), nl=False)
    else:
        print_differences(changed, session.language, session.output())


def _versions(
    session: Session, before: str, after: str | None, columns: Mapping[str, Sequence[str]]
) -> tuple[Watchlist, Watchlist]:
    if after is not None:
        return _one(session, before, columns), _one(session, after, columns)
    with session.view() as view:
        kept = view.watchlists(before)
        if len(kept) < 2:
            raise NotFoundError(session.say("no_two_versions", name=before, many=len(kept)))
        return _kept(view, kept[1]), _kept(view, kept[0])


def _one(session: Session, name: str, columns: Mapping[str, Sequence[str]]) -> Watchlist:
    """A list by its file, else the latest version of the kept list of the name."""
    if not Path(name).exists() and session.ledger.is_file():
        with session.view() as view:
            for kept in view.watchlists(name)[:1]:
                return _kept(view, kept)
    found = read_list(session, name, columns)
    tell_problems(session, found.problems)
    return found.watchlist


def _kept(view: View, kept: KeptList) -> Watchlist:
    watchlist = view.watchlist(kept.number)
    if watchlist is None:
        raise NotFoundError(f"There is no list {kept.number}.")
    return watchlist


@command.command("drop")
@click.argument("name")
@in_session
def _drop(session: Session, /, name: str) -> None:
    """Screen against the list NAME no more. What was kept of it stays in the ledger."""
    from kashf.ledger import Writer

    with Writer(session.existing_ledger()) as writer:
        session.note("list_dropped", name=writer.drop_list(name).name)
    _index(session, ())
