"""What the two ways of screening share: what is wanted, the lists, what could not be read, the exit code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kashf.cli.session import Session, shown
from kashf.errors import ReadingError

if TYPE_CHECKING:
    from kashf.ledger import View
    from kashf.names.screening import ScreeningOptions
    from kashf.reading.outcome import Problem
    from kashf.records import Watchlist
    from kashf.watchlists import Found
    from kashf.watchlists.kept_indexes import KeptIndexes

__all__ = [
    "HITS",
    "Wanted",
    "columns_option",
    "exit_code",
    "kept_indexes",
    "ledger_if_any",
    "read_list",
    "read_lists",
    "tell_problems",
]

INDEXES = "-indexes"
"""What the folder of a ledger's indexes is called, behind the ledger's name."""
HITS = 4
"""The exit code where something was found."""


def _told_columns(ctx: click.Context, parameter: click.Parameter, pairs: tuple[str, ...]) -> dict[str, list[str]]:
    """What `--column FIELD=HEADING` says, by field."""
    from kashf.watchlists import FIELDS

    told: dict[str, list[str]] = {}
    for pair in pairs:
        name, between, heading = pair.partition("=")
        if not between or name not in FIELDS:
            raise click.BadParameter(f"{pair!r} is not FIELD=HEADING; fields: {', '.join(FIELDS)}.", ctx, parameter)
        told.setdefault(name, []).append(heading)
    return told


columns_option = click.option(
    "--column",
    "columns",
    multiple=True,
    callback=_told_columns,
    metavar="FIELD=HEADING",
    help="Which column of a table holds what (name=Client); HEADING may be its number or letter. May be given again.",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be screened, and how it is told; `form` is `table`, `json` or `csv`."""

    names: tuple[str, ...]
    lists: tuple[str, ...]
    texts: tuple[str, ...]
    columns: Mapping[str, Sequence[str]]
    threshold: float | None
    limit: int
    dismissed_too: bool
    language: str
    form: str

    def options(self) -> ScreeningOptions:
        """From which score on a match is a hit, and how many are told."""
        from kashf.names.screening import LIKELY, NAMED, ScreeningOptions

        usual = NAMED if self.texts else LIKELY
        return ScreeningOptions(usual if self.threshold is None else self.threshold, self.limit)


@contextmanager
def ledger_if_any(session: Session) -> Iterator[View | None]:
    """A view of the ledger where there is one."""
    if not session.ledger.is_file():
        yield None
        return
    with session.view() as view:
        yield view


def kept_indexes(session: Session, view: View | None) -> KeptIndexes:
    """The indexes of the lists that are kept in the ledger, in a folder beside it."""
    from kashf.watchlists.kept_indexes import KeptIndexes

    if view is None:
        return KeptIndexes()
    return KeptIndexes(
        session.ledger.with_name(f"{session.ledger.name}{INDEXES}"), (one.digest for one in view.watchlists())
    )


def read_lists(
    session: Session, wanted: Wanted, sources: Sequence[str], view: View | None
) -> tuple[tuple[Watchlist, ...], list[Problem]]:
    """The lists that are named, and what could not be read of them.

    A name is that of a file, else that of a list which is kept. None named: all that are kept. A list that can not be
    read at all is a problem like any other.
    """
    from kashf.reading.outcome import Problem

    lists: list[Watchlist] = []
    problems: list[Problem] = []
    kept = {each.name: each.number for each in view.watchlists()} if view else {}
    for source in sources or tuple(kept):
        watchlist = view.watchlist(kept[source]) if view and source in kept and not Path(source).exists() else None
        if watchlist is not None:
            lists.append(watchlist)
            continue
        try:
            found = read_list(session, source, wanted.columns)
        except ReadingError as error:
            problems.append(Problem.of(error))
        else:
            lists.append(found.watchlist)
            problems.extend(found.problems)
    return tuple(lists), problems


def read_list(session: Session, source: str, columns: Mapping[str, Sequence[str]], name: str | None = None) -> Found:
    """The list in a file; of a table it is told which column was taken for what. Raises ReadingError."""
    from kashf.watchlists import ListOptions, read_watchlist

    found = read_watchlist(source, ListOptions(name, columns))
    if found.columns:
        joint = session.say("list_joint")
        read_as = joint.join(f"{field}: {', '.join(headings)}" for field, headings in found.columns.items())
        session.note("columns_read", source=source, columns=read_as)
    if found.passed_over:
        session.note("columns_passed_over", columns=", ".join(found.passed_over))
    return found


def tell_problems(session: Session, problems: Sequence[Problem]) -> None:
    """What could not be read, at the end and on stderr, in a quiet session too."""
    if problems:
        click.echo(session.say("list_problems"), err=True)
    for problem in problems:
        line = session.say("set_aside_line", location=problem.location, what=problem.what, remedy=problem.remedy)
        click.echo(shown(line), err=True)


def exit_code(hits: int, problems: Sequence[Problem]) -> int:
    """4 where there is a hit; else 1 where something could not be read; else 0."""
    from kashf.cli import FAILED, FINE

    if hits:
        return HITS
    return FAILED if problems else FINE
