"""The lock that lets one process at a time write a ledger, and says who that is."""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from kashf.errors import LedgerError

__all__ = ["WriterLock"]

_HELD_ELSEWHERE = (BlockingIOError, PermissionError)
"""What the two system calls below raise where another process holds the lock."""

if sys.platform == "win32":
    import msvcrt

    _LOCKED_BYTE = 1 << 20
    """Windows locks bytes, and a locked byte can not be read: one far behind what the file says is taken."""

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """The right to write a ledger, held from `with` to its end.

    It is the operating system's own lock on a file beside the ledger (`kashf.db.lock`), which says in JSON who holds
    it. The system lets go of it when the process ends, however it ends: what a killed process leaves behind is a
    file that nobody holds, and the next writer takes it over.
    """

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger
        self.path = Path(f"{ledger}.lock")
        self._descriptor: int | None = None

    def __enter__(self) -> Self:
        """Take the lock. Raises LedgerError, naming the holder, where another process has it."""
        while self._descriptor is None:
            descriptor = self._open()
            try:
                _take(descriptor)
            except _HELD_ELSEWHERE as error:
                os.close(descriptor)
                raise LedgerError(self._who_holds_it()) from error
            self._descriptor = self._keep_if_current(descriptor)
        self._say_who(self._descriptor)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the lock, and leave no file behind."""
        if self._descriptor is not None:
            # Removed while it is still held: whoever opened it meanwhile sees that it is gone and opens anew.
            with suppress(OSError):
                self.path.unlink(missing_ok=True)
            os.close(self._descriptor)
            self._descriptor = None

    def _open(self) -> int:
        try:
            return os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise LedgerError(
                f"The folder of the ledger {self.ledger} can not be written ({error.strerror}). "
                "Change its rights, or name a ledger elsewhere with --ledger."
            ) from error

    def _keep_if_current(self, descriptor: int) -> int | None:
        """The descriptor, unless its file was removed by a writer that ended between our opening and our locking."""
        try:
            if os.path.samestat(os.fstat(descriptor), self.path.stat()):
                return descriptor
        except FileNotFoundError:
            pass
        os.close(descriptor)
        return None

    def _say_who(self, descriptor: int) -> None:
        since = datetime.now(UTC).isoformat(timespec="seconds")
        holder = json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": since})
        with suppress(OSError):  # the lock holds without its caption, on a full disk for one
            os.ftruncate(descriptor, 0)
            os.write(descriptor, holder.encode())

    def _who_holds_it(self) -> str:
        try:
            holder = json.loads(self.path.read_text(encoding="utf-8"))
            who = f"process {holder['pid']} on {holder['host']} since {holder['since']}"
        except (OSError, ValueError, KeyError, TypeError):
            who = "another process"
        return f"The ledger {self.ledger} is being written by {who}. Wait until it has finished, or stop it."
