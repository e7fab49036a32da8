"""The lists that are kept to be screened against, in every version that was kept."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, RowMapping, insert, select, update

from kashf.errors import NotFoundError
from kashf.ledger.schema import listed, watchlist_entries, watchlists
from kashf.records import Listed, Watchlist, structure, unstructure

__all__ = ["KeptList", "Lists"]

BATCH = 500
"""Rows written or asked for in one statement."""


@dataclass(frozen=True, slots=True)
class KeptList:
    """A version of a list in the ledger: its number here, the list's own date, and how many entries it has.

    `again` says that it was there already when it was to be kept.
    """

    number: int
    name: str
    format: str
    version: str | None
    digest: str
    size: int
    source: str
    kept_at: datetime
    dropped_at: datetime | None = None
    again: bool = False


class Lists:
    """The kept lists over one connection, within the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, watchlist: Watchlist, source: str, at: datetime) -> KeptList:
        """Keep a list; where the latest version of its name says the same, that one."""
        latest = next(iter(self.versions(watchlist.name)), None)
        if latest and latest.digest == watchlist.digest and latest.dropped_at is None:
            return replace(latest, again=True)
        named = {"name": watchlist.name, "format": watchlist.format, "version": watchlist.version, "source": source}
        row: dict[str, object] = {**named, "digest": watchlist.digest, "size": len(watchlist.entries), "kept_at": at}
        number = int(self._connection.scalars(insert(watchlists).values(**row).returning(watchlists.c.id)).one())
        self._keep_entries(number, watchlist.entries)
        return self.versions(watchlist.name)[0]

    def _keep_entries(self, number: int, entries: tuple[Listed, ...]) -> None:
        digests = [entry.digest for entry in entries]
        known = self._known(digests)
        new = {digest: entry for digest, entry in zip(digests, entries, strict=True) if digest not in known}
        for batch in _batches([{"digest": digest, "body": _pack(entry)} for digest, entry in new.items()]):
            self._connection.execute(insert(listed), batch)
        rows = [{"watchlist_id": number, "ordinal": at, "digest": digest} for at, digest in enumerate(digests)]
        for batch in _batches(rows):
            self._connection.execute(insert(watchlist_entries), batch)

    def _known(self, digests: list[str]) -> set[str]:
        known: set[str] = set()
        for start in range(0, len(digests), BATCH):
            wanted = listed.c.digest.in_(digests[start : start + BATCH])
            known.update(self._connection.scalars(select(listed.c.digest).where(wanted)))
        return known

    def drop(self, name: str, at: datetime) -> KeptList:
        """Mark all versions of a list as dropped; the latest of them. Raises NotFoundError where none is kept."""
        kept = next((each for each in self.current() if each.name == name), None)
        if kept is None:
            names = ", ".join(each.name for each in self.current()) or "none"
            raise NotFoundError(f"No list {name!r} is kept. Kept: {names}.")
        standing = watchlists.c.dropped_at.is_(None)
        self._connection.execute(update(watchlists).where(watchlists.c.name == name, standing).values(dropped_at=at))
        return kept

    def current(self) -> tuple[KeptList, ...]:
        """The latest version of each list that is not dropped, by name."""
        rows = self._connection.execute(select(watchlists).order_by(watchlists.c.name, watchlists.c.id)).mappings()
        latest = {row["name"]: _kept(row) for row in rows}
        return tuple(each for each in latest.values() if each.dropped_at is None)

    def versions(self, name: str) -> tuple[KeptList, ...]:
        """Every version that was kept of a list, the latest first."""
        of_name = select(watchlists).where(watchlists.c.name == name).order_by(watchlists.c.id.desc())
        return tuple(map(_kept, self._connection.execute(of_name).mappings()))

    def watchlist(self, number: int) -> Watchlist | None:
        """A version with its entries."""
        row = self._connection.execute(select(watchlists).where(watchlists.c.id == number)).mappings().first()
        if row is None:
            return None
        joined = select(listed.c.body).join(watchlist_entries, watchlist_entries.c.digest == listed.c.digest)
        bodies = joined.where(watchlist_entries.c.watchlist_id == number).order_by(watchlist_entries.c.ordinal)
        entries = tuple(map(_unpack, self._connection.scalars(bodies)))
        return Watchlist(row["name"], row["format"], entries, row["version"])


def _batches(rows: list[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def _kept(row: RowMapping) -> KeptList:
    return KeptList(number=row["id"], **{name: value for name, value in row.items() if name != "id"})


def _pack(entry: Listed) -> bytes:
    return zlib.compress(json.dumps(unstructure(entry), ensure_ascii=False, separators=(",", ":")).encode(), 1)


def _unpack(body: bytes) -> Listed:
    plain = json.loads(zlib.decompress(body))
    return structure(plain, Listed)
