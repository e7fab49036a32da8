"""Reading in from the workbench: in a process of its own, one at a time, followed step by step."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kashf.errors import KashfError, LedgerError
from kashf.workbench.reading_log import KEPT, Reading, ReadingLog
from kashf.workbench.refusing import RefusedError

__all__ = ["Readings", "Told", "Uploaded", "read_in"]

NOTED_EVERY = 0.2
"""Seconds after which other processes are told how far it has come."""
PATIENCE = 60.0
"""Seconds waited for whoever else writes the ledger: findings being made anew."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file that somebody sends in."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be read, and what is said of it: web addresses and files, the outlet and day of what names none."""

    addresses: tuple[str, ...] = ()
    files: tuple[Uploaded, ...] = ()
    outlet: str | None = None
    published: date | None = None


class Readings:
    """The readings of an app since it was started; where several processes serve, of all of them."""

    def __init__(self, ledger: Path, shared: Path | None = None) -> None:
        """`shared` is the file in which processes tell each other; None where there is but one."""
        self._ledger = ledger
        self._lock = threading.Lock()
        self._all: dict[int, Reading] = {}
        self._log = ReadingLog(shared) if shared else None

    def all(self) -> tuple[Reading, ...]:
        """Those that are remembered, the latest first."""
        if self._log is not None:
            return self._log.all()
        return tuple(self._all[number] for number in sorted(self._all, reverse=True))

    def one(self, number: int) -> Reading:
        """One of them, as far as it has come. Raises RefusedError where there is none."""
        found = self._log.one(number) if self._log is not None else self._all.get(number)
        if found is None:
            raise RefusedError(404, "no_reading")
        return found

    def begin(self, user: str, told: Told) -> Reading:
        """Begin one. Raises RefusedError where another is going on, or there is nothing to read."""
        _check(told)
        reading = self._begun(user)
        name = f"reading-{reading.number}"
        threading.Thread(target=self._follow, args=(reading, told), name=name, daemon=True).start()
        return reading

    def _begun(self, user: str) -> Reading:
        began = datetime.now(UTC)
        if self._log is not None:
            return self._log.begin(user, began)
        with self._lock:
            if any(one.state == "reading" for one in self._all.values()):
                raise RefusedError(409, "reading_now")
            reading = Reading(max(self._all, default=0) + 1, user, began)
            self._all[reading.number] = reading
            for number in sorted(self._all)[:-KEPT]:
                del self._all[number]
        return reading

    def _follow(self, reading: Reading, told: Told) -> None:
        """Have it read in another process, and note what that tells. What was sent in lies in a folder until then."""
        ledger, noted = self._ledger, time.monotonic()
        folder = Path(tempfile.mkdtemp(prefix=f"{ledger.name}-reading-", dir=ledger.resolve().parent))

        def tell(step: dict[str, Any]) -> None:
            nonlocal noted
            reading.tell(step)
            if self._log is not None and time.monotonic() - noted > NOTED_EVERY:
                self._log.note(reading)
                noted = time.monotonic()

        try:
            error = _followed(tell, ledger, told, folder)
        except OSError as failed:
            error = str(failed)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        reading.end(error)
        if self._log is not None:
            self._log.note(reading)


def _check(told: Told) -> None:
    """Only web addresses and what was sent in: a path would be one of the server's own."""
    from kashf.reading.addresses import is_address

    if not (told.addresses or told.files):
        raise RefusedError(422, "no_sources")
    for address in told.addresses:
        if not is_address(address):
            raise RefusedError(422, "no_address", address=address[:200])


def _followed(tell: Callable[[dict[str, Any]], None], ledger: Path, told: Told, folder: Path) -> str:
    """What went wrong with it as a whole, in words; nothing where it came to its end."""
    sources = [*_laid(told.files, folder), *told.addresses]
    here, there = multiprocessing.Pipe(duplex=False)
    made = (there, ledger.resolve(), folder, sources, told.outlet, told.published)
    process = multiprocessing.get_context("spawn").Process(target=read_in, args=made, daemon=True)
    process.start()
    there.close()
    error = _noted(tell, here)
    process.join()
    return f"The process that read ended with {process.exitcode}." if error is None else error


def _laid(files: Sequence[Uploaded], folder: Path) -> list[str]:
    """The names under which files lie in a folder: their own, without any way out of it."""
    names: list[str] = []
    for file in files:
        plain = "".join(letter for letter in Path(file.name.replace("\\", "/")).name if letter.isprintable())
        name = plain.lstrip(".-")[-100:] or "file"
        name = name if name not in names else f"{len(names)}-{name}"
        (folder / name).write_bytes(file.data)
        names.append(name)
    return names


def _noted(tell: Callable[[dict[str, Any]], None], here: Connection) -> str | None:
    """Tell every step; what the last message says went wrong, None where there was none."""
    while True:
        try:
            message = here.recv()
        except EOFError:
            return None
        if "end" in message:
            return str(message["end"])
        tell(message)


def read_in(
    told: Connection, ledger: Path, folder: Path, sources: Sequence[str], outlet: str | None, published: date | None
) -> None:
    """Read the sources, which lie in the folder or are web addresses, and tell each step. Runs in its own process."""
    from kashf.jobs import InProcess, Plan, Step, read
    from kashf.reading import ReadingOptions

    os.chdir(folder)
    options = ReadingOptions(published=published, outlet=outlet, today=date.today())

    def tell(step: Step) -> None:
        told.send({name: getattr(step, name) for name in ("kind", "location", "report", "claims", "detail")})

    until = time.monotonic() + PATIENCE
    while True:
        try:
            read(sources, ledger, options, tell, Plan(runner=InProcess()))
        except LedgerError as error:
            if time.monotonic() < until:
                time.sleep(1.0)
                continue
            told.send({"end": str(error)})
        except KashfError as error:
            told.send({"end": str(error)})
        else:
            told.send({"end": ""})
        return
