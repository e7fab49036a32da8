"""Names and lists against what was read, and names against lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kashf.cli.screened import Wanted, exit_code, kept_indexes, ledger_if_any, read_lists, tell_problems
from kashf.cli.session import Session

if TYPE_CHECKING:
    from kashf.reading.outcome import Problem
    from kashf.records import Watchlist
    from kashf.views.dossier import Dossier
    from kashf.views.screening import Screening, ScreeningManner

__all__ = ["screen_names"]


def screen_names(session: Session, wanted: Wanted) -> int:
    """Screen, tell, and say how the command ends."""
    from kashf.views import Dossier, gather
    from kashf.views.screening import ScreeningManner

    if not (wanted.names and wanted.lists):  # names against lists need no ledger
        session.existing_ledger()
    with ledger_if_any(session) as view:
        names, problems = read_lists(session, wanted, wanted.names, view) if wanted.names else ((), [])
        lists, more = read_lists(session, wanted, wanted.lists, view) if wanted.lists or not wanted.names else ((), [])
        if not (wanted.names or lists or more):
            raise click.UsageError(session.say("screen_something"))
        dossier = gather(view) if view else Dossier()
        dismissals, indexes = view.dismissals() if view else {}, kept_indexes(session, view)
    manner = ScreeningManner(wanted.language, dismissals, wanted.options(), indexes.of)
    screening = _screened(dossier, names, lists, manner) if names or lists else None
    problems.extend(more)
    if screening is not None:
        from kashf.views.screening import without_dismissed

        screening = screening if wanted.dismissed_too else without_dismissed(screening)
        _tell(wanted, screening, problems)
    tell_problems(session, problems)
    return exit_code(screening.hits if screening else 0, problems)


def _screened(
    dossier: Dossier, names: Sequence[Watchlist], lists: Sequence[Watchlist], manner: ScreeningManner
) -> Screening:
    """Each of the names, against the ledger and the lists; without names those of the lists who are spoken of."""
    from kashf.views.screening import screened_entries, together, with_hits_alone

    if names:
        return together([screened_entries(dossier, one, manner, lists) for one in names])
    return with_hits_alone(together([screened_entries(dossier, one, manner) for one in lists]))


def _tell(wanted: Wanted, screening: Screening, problems: Sequence[Problem]) -> None:
    if wanted.form == "json":
        from kashf.exchange.screening_files import screening_json

        click.echo(screening_json(screening, problems=[asdict(problem) for problem in problems]), nl=False)
    elif wanted.form == "csv":
        from kashf.exchange.screening_files import screening_csv

        click.echo(screening_csv(screening), nl=False)
    else:
        from rich.console import Console

        from kashf.exchange.terminal_screening import print_screening

        print_screening(screening, Console(highlight=False))
