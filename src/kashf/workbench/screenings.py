"""What was screened, kept for as long as its address is good for: whoever is told the address sees the same screening.

What is kept is what was asked, not what was found: that follows the ledger and the lists. Where there are accounts it
lies in their file, so that all processes know it; else in memory, for the one who sits at this machine.
"""

from __future__ import annotations

import base64
import json
import secrets
import threading
import time
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from kashf.workbench.refusing import RefusedError
from kashf.workbench.shared_file import SharedFile

__all__ = ["DAYS", "MOST", "Sought", "Soughts"]

DAYS, MOST = 30, 500
"""How long a screening is kept, and how many are, the latest."""
LARGEST = 2 * 1024 * 1024
"""Bytes of one, packed: a thousand names with all that a list says of them take a tenth of it."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS screenings (id TEXT PRIMARY KEY, at REAL NOT NULL, user TEXT NOT NULL, body BLOB NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody has screened: `names` or a `text`, pasted or in a file, against which lists (None: all)."""

    what: str
    pasted: str = ""
    name: str = ""
    data: bytes = b""
    lists: tuple[str, ...] | None = None
    dismissed: bool = False


class Soughts:
    """What was screened, by the ids that stand in addresses. An id can not be guessed."""

    def __init__(self, shared: Path | None, *, clock: Callable[[], float] = time.time) -> None:
        """`shared` is the file of the accounts; None where there are none."""
        self._file = SharedFile(shared, _SCHEMA, lasting=False) if shared else None
        self._clock = clock
        self._lock = threading.Lock()
        self._held: OrderedDict[str, bytes] = OrderedDict()

    def keep(self, user: str, sought: Sought) -> str:
        """Keep one; its id. Raises RefusedError where it is too large."""
        id_, body = secrets.token_hex(8), _packed(sought)
        if len(body) > LARGEST:
            raise RefusedError(413, "too_large")
        if self._file is None:
            with self._lock:
                self._held[id_] = body
                while len(self._held) > MOST:
                    self._held.popitem(last=False)
            return id_
        now = self._clock()
        with self._file.connection() as connection:
            connection.execute("INSERT INTO screenings VALUES (?, ?, ?, ?)", (id_, now, user, body))
            latest = "SELECT id FROM screenings ORDER BY at DESC LIMIT ?"
            connection.execute(f"DELETE FROM screenings WHERE id NOT IN ({latest})", (MOST,))  # noqa: S608 - our own words
            connection.execute("DELETE FROM screenings WHERE at < ?", (now - DAYS * 24 * 3600,))
        return id_

    def one(self, id_: str) -> Sought:
        """One of them. Raises RefusedError where there is none of that id any more."""
        body = self._body(id_)
        if body is None:
            raise RefusedError(404, "no_screening")
        return _unpacked(body)

    def _body(self, id_: str) -> bytes | None:
        if self._file is None:
            with self._lock:
                return self._held.get(id_)
        oldest = self._clock() - DAYS * 24 * 3600
        with self._file.connection() as connection:
            asked = "SELECT body FROM screenings WHERE id = ? AND at >= ?"
            row = connection.execute(asked, (id_, oldest)).fetchone()
        return row[0] if row else None

    def forget(self) -> None:
        """Forget all: what was taken out of the ledger for good may have been asked for."""
        with self._lock:
            self._held.clear()
        if self._file is not None:
            with self._file.connection() as connection:
                connection.execute("DELETE FROM screenings")


def _packed(sought: Sought) -> bytes:
    plain = asdict(sought) | {"data": base64.b64encode(sought.data).decode()}
    return zlib.compress(json.dumps(plain).encode())


def _unpacked(body: bytes) -> Sought:
    plain = json.loads(zlib.decompress(body))
    lists = plain["lists"]
    told = {"data": base64.b64decode(plain["data"]), "lists": None if lists is None else tuple(lists)}
    return Sought(**(plain | told))
