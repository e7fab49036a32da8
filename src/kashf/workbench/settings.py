"""What a served ledger is set to: who may reach it, under which names, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["LOOPBACK", "Settings"]

LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
"""Hosts that no other machine can reach."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a ledger is served.

    `accounts` is the file of the accounts; None where none are asked for, and whoever can reach this machine's own
    address is its one analyst. `hosts` are the names the server goes by: a request that names another is refused,
    and with it pages elsewhere that have their name point here. An address in digits is nobody's name and always
    goes. `secure` says that it is reached over TLS. Rates are requests a minute, for each who asks; `upload_limit`
    counts bytes. `renews`: findings are made anew when somebody judged. `workers`: so many processes answer; more than
    one take accounts.
    """

    ledger: Path
    accounts: Path | None = None
    hosts: frozenset[str] = LOOPBACK
    secure: bool = False
    language: str = "en"
    sign_ins: float = 10.0
    requests: float = 1200.0
    upload_limit: int = 64 * 1024 * 1024
    renews: bool = True
    workers: int = 1

    @property
    def shared(self) -> Path | None:
        """The file in which several processes share what each must know of the others: that of the accounts."""
        return self.accounts if self.workers > 1 else None
