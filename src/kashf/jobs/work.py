"""What a worker does with a source: parse it into reports, and extract a record from each.

This is one of the borders where any error is caught: whatever is wrong with one report, it is told with it, and the
others are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from kashf.errors import KashfError
from kashf.ledger import Kept, Outcome, SetAside, Source
from kashf.records import Record, Report

if TYPE_CHECKING:
    from kashf.reading import Problem, Read, ReadingOptions

__all__ = ["Done", "Task", "Work", "printable", "told"]


@dataclass(frozen=True, slots=True)
class Task:
    """A source to parse (`raw`), or something that was parsed out of one already (`parsed`).

    `location` is the source's as it was given and is shown.
    """

    source: Source
    location: str
    raw: bytes | None = None
    parsed: Read | Problem | None = None
    last: bool = True


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task; `last` tells that nothing more comes from its source."""

    source: Source
    outcomes: tuple[Outcome, ...]
    last: bool


@dataclass(frozen=True, slots=True)
class Work:
    """The function that is run over tasks, wherever it is run."""

    parse: Callable[[bytes, str, ReadingOptions], Iterator[Read | Problem]]
    extract: Callable[[Report], Record]
    options: ReadingOptions
    edition: str

    def __call__(self, task: Task) -> Done:
        """Parse and extract. Raises nothing that a report may be to blame for."""
        parsed = [task.parsed] if task.parsed is not None else []
        found = self.parsed(task.raw, task.location) if task.raw is not None else parsed
        return Done(task.source, tuple(self._outcome(each, task.location) for each in found), task.last)

    def parsed(self, raw: bytes, location: str) -> Iterator[Read | Problem]:
        """The reports and problems in these bytes; an error of the reader itself ends them as one more problem."""
        from kashf.reading import Problem

        try:
            yield from self.parse(raw, location, self.options)
        except Exception as error:  # noqa: BLE001 - the border to the readers of formats
            remedy = "Leave it out, or convert it to plain text; please report it too."
            yield Problem(location, f"could not be read ({_fault(error)}).", remedy, "damaged")

    def _outcome(self, parsed: Read | Problem, within: str) -> Outcome:
        from kashf.reading import Problem

        if isinstance(parsed, Problem):
            return told(parsed)
        report = _printable_report(parsed.report)
        if report.text != printable(report.text):
            what, remedy = "holds characters that no text may hold (lone surrogates).", "Save it in UTF-8."
            return SetAside(printable(parsed.location), what, remedy, "damaged")
        place = printable(parsed.location.removeprefix(within))
        kept = Kept(report, parsed.raw, parsed.digest, self.edition, place)
        try:
            return replace(kept, record=self.extract(report))
        except Exception as error:  # noqa: BLE001 - the border to extraction
            return replace(kept, failure=_fault(error))


def told(problem: Problem) -> SetAside:
    """A problem of reading as the ledger keeps it."""
    return SetAside(printable(problem.location), printable(problem.what), printable(problem.remedy), problem.kind)


def _fault(error: Exception) -> str:
    said = printable(str(error))
    return said if isinstance(error, KashfError) else f"{type(error).__name__}: {said}"


def printable(text: str) -> str:
    """The text, with what can not be written in UTF-8 (a file name in another encoding) spelled out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _printable_report(report: Report) -> Report:
    said: dict[str, Any] = {}
    for each in fields(report):
        value = getattr(report, each.name)
        if isinstance(value, str) and each.name != "text" and value != printable(value):
            said[each.name] = printable(value)
    return replace(report, **said) if said else report
