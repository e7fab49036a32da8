"""The tables by which further reports are compared: what they find, and by what. All are derived."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Table, Text

from kashf.ledger.schema import metadata

__all__ = ["SIGNPOSTS", "fingerprints", "frequencies", "neighbours"]

neighbours = Table(
    "neighbours",
    metadata,
    Column("value", BigInteger, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("report_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""What reports are found by where a further one is compared (`kashf.comparison.neighbourhood`)."""

frequencies = Table(
    "frequencies",
    metadata,
    Column("feature", Text, primary_key=True),
    Column("reports", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""In how many reports a word or name stood when everything was last compared, where it was more than one."""

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("report_id", Text, primary_key=True),
    Column("day", Integer, nullable=False),
    Column("found_by", LargeBinary, nullable=False),
    Column("body", LargeBinary),
)
"""What comparing worked out of a report's words (`kashf.comparison.fingerprints`), as its claims were judged then; and
its day and keys, under which it stands in `neighbours`: to look for it there by its id would take an index as large as
the table."""

SIGNPOSTS = (neighbours, frequencies, fingerprints)
