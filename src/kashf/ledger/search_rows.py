"""Where reports stand in the search index: in the order of their days, so that the newest can be read first.

The engine reads the rows that hold a word in the order of their numbers and stops where enough is found. A number is
the day of publication with a part of a digest of the report's id behind it. Of the places that share both (once in
some 10^12 pairs of one day), a report takes the first that is free.
"""

from __future__ import annotations

import hashlib
from datetime import date

from sqlalchemy import Connection, text

from kashf.ledger.prepared import Prepared

__all__ = ["day_bounds", "first_place", "free_row", "row_of"]

DIGEST_BITS, PLACES = 42, 8
"""Bits of the digest, and places that share a day and a digest: with 18 bits of the day they fill 63."""
_DAY = DIGEST_BITS + PLACES.bit_length() - 1
FIRST_DAY = date(1900, 1, 1).toordinal()
LAST = 2**18 - 1
"""What is published before 1900 or after 2617 counts as of the first or last of these days; undated ones are 0."""
_AT = Prepared(text("SELECT rowid, report_id FROM search WHERE rowid BETWEEN :first AND :last"))


def first_place(report_id: str, published: date | None) -> int:
    """The first of the row numbers that a report may stand under."""
    digest = int.from_bytes(hashlib.blake2b(report_id.encode(), digest_size=8).digest(), "big")
    return _day(published) << _DAY | (digest >> 64 - DIGEST_BITS) * PLACES


def day_bounds(since: date | None, until: date | None) -> tuple[int, int]:
    """The first and the last row number of what was published from one day to another; of all where none is told."""
    first = _day(since) if since else int(until is not None)
    last = _day(until) if until else LAST
    return first << _DAY, (last + 1 << _DAY) - 1


def row_of(connection: Connection, report_id: str, published: date | None) -> int | None:
    """The row in which a report stands in the index; None where it stands in none."""
    standing = _standing(connection, report_id, published)
    return next((row for row, held in standing.items() if held == report_id), None)


def free_row(connection: Connection, report_id: str, published: date | None) -> int:
    """The row for a report that does not stand in the index."""
    first, standing = first_place(report_id, published), _standing(connection, report_id, published)
    return next(row for row in range(first, first + PLACES) if row not in standing)


def _standing(connection: Connection, report_id: str, published: date | None) -> dict[int, str]:
    first = first_place(report_id, published)
    return dict(_AT.rows(connection, first=first, last=first + PLACES - 1))


def _day(published: date | None) -> int:
    return 0 if published is None else min(max(published.toordinal() - FIRST_DAY, 1), LAST)
