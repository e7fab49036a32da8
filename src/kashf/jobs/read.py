"""Reading: from files, folders and addresses to reports and records in a ledger, and findings over them."""

from __future__ import annotations

import hashlib
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from kashf.errors import ReadingError
from kashf.jobs.compare import refresh
from kashf.jobs.rooms import STANDARD_ROOMS, Rooms, edition
from kashf.jobs.runner import Lost, Runner, Spread
from kashf.jobs.summary import Progress, Step, StepKind, Summary, Tally, say_nothing
from kashf.jobs.work import Done, Task, Work, printable, told
from kashf.ledger import Failed, Kept, SetAside, Source, View, Writer

if TYPE_CHECKING:
    from kashf.reading import Located, ReadingOptions

__all__ = ["Plan", "read"]

WHOLE_BYTES = 4_000_000
"""A source up to this size is parsed and extracted by one worker; a larger one (an archive, a file of many reports) is
opened here and its reports are spread over the workers, so that neither memory nor one worker is filled by it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to read: through which rooms, by which runner, whether to read again what has not changed, and up to how many
    bytes a source is given to one worker as a whole.

    `extractor` names who extracts where the rooms have another extractor than ours: what ours has read is read again.
    """

    rooms: Rooms = STANDARD_ROOMS
    runner: Runner = field(default_factory=Spread)
    again: bool = False
    whole_bytes: int = WHOLE_BYTES
    extractor: str = ""


def read(
    sources: Sequence[str],
    ledger: Path,
    options: ReadingOptions,
    progress: Progress = say_nothing,
    plan: Plan | None = None,
) -> Summary:
    """Read everything that is new or changed in the sources, keep it, and compare it with all that was read before.

    Each report is committed before `progress` hears of it: killed at any moment, the run loses nothing it told of, and
    the next one goes on where it stopped. Ctrl-C ends it early with a summary. A source or report that can not be
    read, or in which extraction fails, is kept, marked and listed; it never stops the rest. Raises LedgerError.
    """
    with Writer(ledger) as writer, _ctrl_c() as pressed:
        run = _Run(writer, options, progress, plan or Plan())
        interrupted = False
        try:
            for _ in run.through(sources):
                _raise_again(pressed)
            refresh(writer, run.plan.rooms)
        except KeyboardInterrupt:
            interrupted = True
        with View(ledger) as view:
            return run.tally.summary(view.totals(), created=writer.created, interrupted=interrupted)


@contextmanager
def _ctrl_c() -> Iterator[Sequence[int]]:
    """Remembers Ctrl-C beside raising it: what is raised within a callback of the collector or of SQLite is dropped."""
    pressed: list[int] = []

    def press(number: int, _frame: FrameType | None) -> None:
        pressed.append(number)
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield pressed
        return
    before = signal.signal(signal.SIGINT, press)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, before or signal.default_int_handler)


def _raise_again(pressed: Sequence[int]) -> None:
    if pressed:
        raise KeyboardInterrupt


class _Run:
    """One run of reading, with its ledger and its tally."""

    def __init__(self, writer: Writer, options: ReadingOptions, progress: Progress, plan: Plan) -> None:
        self.plan = plan
        self.tally = Tally()
        self._writer = writer
        self._options = options
        self._progress = progress
        made_by = f"{edition()} {plan.extractor}".rstrip()
        self._work = Work(plan.rooms.parse, plan.rooms.extract, options, made_by)
        said = (options.published, options.outlet, options.language)
        self._manner = f"{made_by} {' '.join(str(each) for each in said)}"

    def through(self, sources: Sequence[str]) -> Iterator[None]:
        """Read them all, a step at a time."""
        for done in self.plan.runner.map(self._work, self._tasks(sources)):
            self._keep(_accounted_for(done) if isinstance(done, Lost) else done)
            yield

    def _tasks(self, sources: Sequence[str]) -> Iterator[Task]:
        from kashf.reading import Problem

        for located in chain.from_iterable(self.plan.rooms.locate(source, self._options) for source in sources):
            if isinstance(located, Problem):
                self._set_aside(told(located))
            elif not self._is_the_ledger(located.location):
                yield from self._tasks_of(located)

    def _is_the_ledger(self, location: str) -> bool:
        """Whether this is the ledger we write, or what SQLite and the lock lay beside it, in a folder that we read."""
        path, own = Path(location), self._writer.path
        return path.name.startswith(own.name) and path.resolve() in {
            Path(f"{own.resolve()}{ending}") for ending in ("", "-wal", "-shm", ".lock")
        }

    def _tasks_of(self, located: Located) -> Iterator[Task]:
        from kashf.reading import Problem

        try:
            raw = located.load()
        except ReadingError as error:
            self._set_aside(told(Problem.of(error)))
            return
        source = Source(_identity(located, raw), hashlib.sha256(raw).hexdigest(), len(raw), self._manner)
        if self._is_unchanged(source, located.location):
            return
        if len(raw) <= self.plan.whole_bytes:
            yield Task(source, located.location, raw)
            return
        for parsed in self._work.parsed(raw, located.location):
            yield Task(source, located.location, parsed=parsed, last=False)
        yield Task(source, located.location)

    def _is_unchanged(self, source: Source, location: str) -> bool:
        known = None if self.plan.again else self._writer.known(source)
        if known is None:
            return False
        self.tally.unchanged += known.reports
        self.tally.set_aside += known.set_aside
        self._progress(Step("unchanged", printable(location), reports=known.reports))
        return True

    def _keep(self, done: Done) -> None:
        stored = self._writer.keep(done.source, done.outcomes, last=done.last)
        self.tally.new += len(stored.new)
        self.tally.unchanged += len(stored.known)
        self.tally.versions += stored.versions
        for outcome in stored.outcomes:
            if isinstance(outcome, SetAside):
                self._set_aside(outcome)
            else:
                self._tell(outcome, new=outcome.report.id in stored.new)

    def _tell(self, kept: Kept, *, new: bool) -> None:
        if kept.record is None:
            failure = kept.failure or ""
            self.tally.failed.append(Failed(kept.report.id, kept.report.source, failure))
            self._progress(Step("failed", kept.report.source, kept.report.id, detail=failure))
        else:
            kind: StepKind = "new" if new else "known"
            self._progress(Step(kind, kept.report.source, kept.report.id, len(kept.record.claims), reports=1))

    def _set_aside(self, trouble: SetAside) -> None:
        self.tally.set_aside.append(trouble)
        self._progress(Step("set_aside", trouble.location, detail=f"{trouble.what} {trouble.remedy}"))


def _identity(located: Located, raw: bytes) -> str:
    """What tells a source from others: the whole path of a file, an address, the content of what is piped in."""
    from kashf.reading.sources import STANDARD_INPUT

    if located.location == STANDARD_INPUT:
        return f"{STANDARD_INPUT} {hashlib.sha256(raw).hexdigest()}"
    return printable(str(Path(located.location).resolve()) if located.size is not None else located.location)


def _accounted_for(lost: Lost[Task]) -> Done:
    """What there is to say of a source, or of a report in one, that ended the process which read it."""
    task = lost.item
    location = printable(task.parsed.location if task.parsed is not None else task.location)
    what = "ended the process that read it: a library crashed, or memory ran out."
    trouble = SetAside(location, what, "Read it alone, or convert it to plain text first.", "damaged")
    return Done(task.source, (trouble,), task.last)
