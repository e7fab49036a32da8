"""Accounts and their sessions, in a file of their own beside the ledger: a ledger can be handed on without them.

Passwords are kept as scrypt digests (RFC 7914), session tokens as SHA-256 digests: whoever reads the file can not
sign in with what stands in it.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, get_args

from kashf.errors import AccountError
from kashf.workbench.shared_file import SharedFile

__all__ = ["ROLES", "Account", "Accounts", "Role", "accounts_beside"]

Role = Literal["reader", "analyst", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""What an account may do, each what those before it may: read; judge; add reports and see who did what."""

SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 1024
"""Characters. NIST SP 800-63B asks for eight at least, and for no rules on which."""
COST, BLOCK, LANES = 2**15, 8, 1
"""Of scrypt: 32 MiB and about a tenth of a second for a password, as OWASP's cheat sheet has it for interactive use."""
MEMORY = 64 * 1024 * 1024
LIFETIME, IDLE = timedelta(days=7), timedelta(hours=12)
"""How long a session lasts, and how long one that is not used."""
SEEN_EVERY = timedelta(minutes=5)
"""How exactly it is kept when a session was last used; each time would make a write of every read."""

_NAME = re.compile(r"[^\W_][\w.@-]{0,63}")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (
    name TEXT PRIMARY KEY, role TEXT NOT NULL, salt BLOB NOT NULL, digest BLOB NOT NULL, made_at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS sessions (
    digest TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (name) ON DELETE CASCADE,
    began_at TEXT NOT NULL, seen_at TEXT NOT NULL
);
"""
_SESSION = """
SELECT name, role, made_at, began_at, seen_at FROM sessions JOIN accounts ON name = account WHERE sessions.digest = ?
"""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in."""

    name: str
    role: Role
    made_at: datetime


def accounts_beside(ledger: Path) -> Path:
    """Where the accounts of a ledger are kept."""
    return Path(f"{ledger}.accounts")


class Accounts:
    """The accounts in a file, which is made where there is none. Safe to use from many threads."""

    def __init__(self, path: Path, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.path = path
        self._clock = clock
        self._file = SharedFile(path, _SCHEMA)

    def close(self) -> None:
        """Close what is kept open of the file."""
        self._file.close()

    def add(self, name: str, role: Role, password: str) -> Account:
        """Make an account. Raises AccountError where there is one of that name, or name or password will not do."""
        if not _NAME.fullmatch(name):
            raise AccountError(f"{name!r} is no name for an account: letters, digits, . @ _ and - , up to 64.")
        salt, digest = _made(password)
        account = Account(name, role, self._clock())
        row = (name, role, salt, digest, account.made_at.isoformat())
        with self._connection() as connection:
            try:
                connection.execute("INSERT INTO accounts VALUES (?, ?, ?, ?, ?)", row)
            except sqlite3.IntegrityError as error:
                raise AccountError(f"There is an account {name} already. Change it, or take another name.") from error
        return account

    def change(self, name: str, *, role: Role | None = None, password: str | None = None) -> None:
        """Give an account another role or password; a new password ends its sessions. Raises AccountError."""
        with self._connection() as connection:
            self._check_known(connection, name)
            if role is not None:
                connection.execute("UPDATE accounts SET role = ? WHERE name = ?", (role, name))
            if password is not None:
                connection.execute("UPDATE accounts SET salt = ?, digest = ? WHERE name = ?", (*_made(password), name))
                connection.execute("DELETE FROM sessions WHERE account = ?", (name,))

    def remove(self, name: str) -> None:
        """Take an account away, with its sessions. What it judged stays. Raises AccountError where there is none."""
        with self._connection() as connection:
            self._check_known(connection, name)
            connection.execute("DELETE FROM accounts WHERE name = ?", (name,))

    def all(self) -> tuple[Account, ...]:
        """Every account, by name."""
        with self._connection() as connection:
            rows = connection.execute("SELECT name, role, made_at FROM accounts ORDER BY name").fetchall()
        return tuple(Account(name, role, datetime.fromisoformat(made)) for name, role, made in rows)

    def checked(self, name: str, password: str) -> Account | None:
        """The account of that name, where that is its password. Takes as long for a name that there is not."""
        with self._connection() as connection:
            asked = "SELECT role, made_at, salt, digest FROM accounts WHERE name = ?"
            row = connection.execute(asked, (name,)).fetchone()
        salt, digest = (row[2], row[3]) if row else (b"\0" * 16, b"")
        right = hmac.compare_digest(_digest(password, salt), digest)
        return Account(name, row[0], datetime.fromisoformat(row[1])) if row and right else None

    def begin(self, account: Account) -> str:
        """Begin a session; the token that it is known by, which is kept nowhere else."""
        token, now = secrets.token_urlsafe(32), self._clock()
        with self._connection() as connection:
            oldest = (now - LIFETIME).isoformat()
            connection.execute("DELETE FROM sessions WHERE began_at < ?", (oldest,))
            row = (_named(token), account.name, now.isoformat(), now.isoformat())
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", row)
        return token

    def of_session(self, token: str) -> Account | None:
        """Whose session it is; None where there is none, or it has ended."""
        with self._connection() as connection:
            row = connection.execute(_SESSION, (_named(token),)).fetchone()
            if row is None or not self._lasts(row[3], row[4]):
                return None
            self._see(connection, token, row[4])
        return Account(row[0], row[1], datetime.fromisoformat(row[2]))

    def end(self, token: str) -> None:
        """End a session."""
        with self._connection() as connection:
            connection.execute("DELETE FROM sessions WHERE digest = ?", (_named(token),))

    def _lasts(self, began: str, seen: str) -> bool:
        now = self._clock()
        return now - datetime.fromisoformat(began) < LIFETIME and now - datetime.fromisoformat(seen) < IDLE

    def _see(self, connection: sqlite3.Connection, token: str, seen: str) -> None:
        now = self._clock()
        if now - datetime.fromisoformat(seen) > SEEN_EVERY:
            seen_now = (now.isoformat(), _named(token))
            connection.execute("UPDATE sessions SET seen_at = ? WHERE digest = ?", seen_now)

    @staticmethod
    def _check_known(connection: sqlite3.Connection, name: str) -> None:
        if connection.execute("SELECT 1 FROM accounts WHERE name = ?", (name,)).fetchone() is None:
            raise AccountError(f"There is no account {name}. See them with: kashf users list")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._file.connection() as connection:
                yield connection
        except sqlite3.Error as error:
            raise AccountError(f"{self.path}: the accounts can not be read or written: {error}.") from error


def _made(password: str) -> tuple[bytes, bytes]:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise AccountError(f"A password has at least {SHORTEST_PASSWORD} characters; several words are easy to keep.")
    salt = secrets.token_bytes(16)
    return salt, _digest(password, salt)


def _digest(password: str, salt: bytes) -> bytes:
    told = password[:LONGEST_PASSWORD].encode("utf-8", "surrogatepass")
    return hashlib.scrypt(told, salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=MEMORY)


def _named(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
