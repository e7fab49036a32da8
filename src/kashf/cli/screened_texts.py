"""Texts against lists: which names of the lists stand in a report, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from kashf.cli.screened import Wanted, exit_code, kept_indexes, ledger_if_any, read_lists, tell_problems
from kashf.cli.session import Session

if TYPE_CHECKING:
    from kashf.reading import Located, Problem, Reading
    from kashf.records import Report, Watchlist
    from kashf.views.screening import ScreeningManner
    from kashf.views.spotting import TextScreening

__all__ = ["screen_texts"]

ANY_LANGUAGE = "en"
"""A report in a language that no claims are found in is read as if it were in this one: names are looked for in it
too."""


def screen_texts(session: Session, wanted: Wanted) -> int:
    """Screen, tell, and say how the command ends."""
    from kashf.views.screening import ScreeningManner
    from kashf.views.spotting import without_dismissed_texts

    if wanted.names:
        raise click.UsageError(session.say("names_or_texts"))
    with ledger_if_any(session) as view:
        lists, problems = read_lists(session, wanted, wanted.lists, view)
        dismissals, indexes = view.dismissals() if view else {}, kept_indexes(session, view)
    if not lists and not problems:
        raise click.UsageError(session.say("list_something"))
    manner = ScreeningManner(wanted.language, dismissals, wanted.options(), indexes.of)
    screening = _screened(list(_reports(wanted.texts, problems)), lists, manner)
    screening = screening if wanted.dismissed_too else without_dismissed_texts(screening)
    _tell(wanted, screening, problems)
    tell_problems(session, problems)
    return exit_code(screening.hits, problems)


def _reports(sources: Sequence[str], problems: list[Problem]) -> Iterator[Report]:
    """The reports under the sources. A name can be looked for in any language, and in a line that is no report yet."""
    from kashf.reading import Problem, ReadingOptions
    from kashf.reading.sources import locate, read_located

    options = ReadingOptions()
    for located in (located for source in sources for located in locate(source, options)):
        if isinstance(located, Problem):
            problems.append(located)
            continue
        held = _held(located)
        for reading in read_located(held, options):
            told = _in_any_language(held) if _is_foreign(reading) else reading
            if not isinstance(told, Problem):
                yield told.report
            elif told.kind == "empty" and (line := _line(held)):
                yield line
            else:
                problems.append(told)


def _is_foreign(reading: Reading) -> bool:
    from kashf.reading import Problem

    return isinstance(reading, Problem) and reading.kind == "set_aside"


def _in_any_language(located: Located) -> Reading:
    from kashf.reading import ReadingOptions
    from kashf.reading.sources import read_located

    return next(iter(read_located(located, ReadingOptions(language=ANY_LANGUAGE))))


def _held(located: Located) -> Located:
    """The same with its bytes at hand: standard input can be read once alone."""
    from kashf.errors import ReadingError

    try:
        data = located.load()
    except ReadingError:
        return located
    return replace(located, load=lambda: data)


def _line(located: Located) -> Report | None:
    """A few words as a report of their own; None where they are no text."""
    from kashf.errors import ReadingError
    from kashf.reading.encodings import decode
    from kashf.reading.files import File
    from kashf.records import Report

    try:
        text = decode(File(located.location, located.load())).text.strip()
    except ReadingError:
        return None
    return Report(Report.identify(text, None, None, None), located.location, text) if text else None


def _screened(reports: Sequence[Report], lists: Sequence[Watchlist], manner: ScreeningManner) -> TextScreening:
    from kashf.names.ordinary import is_ordinary
    from kashf.names.scanning import TextIndex
    from kashf.views.spotting import TextScreening, screened_text

    index = TextIndex((), is_ordinary, map(manner.indexed, lists))
    names = {id(entry): each.name for each in lists for entry in each.entries}
    texts = tuple(screened_text(report, index, names, manner) for report in reports)
    return TextScreening(manner.language, tuple(each.name for each in lists), len(index), texts)


def _tell(wanted: Wanted, screening: TextScreening, problems: Sequence[Problem]) -> None:
    if wanted.form == "json":
        from kashf.exchange.screening_files import spotting_json

        click.echo(spotting_json(screening, problems=[asdict(problem) for problem in problems]), nl=False)
    elif wanted.form == "csv":
        from kashf.exchange.screening_files import spotting_csv

        click.echo(spotting_csv(screening), nl=False)
    else:
        from rich.console import Console

        from kashf.exchange.terminal_spotting import print_spotting

        print_spotting(screening, Console(highlight=False))
