"""The steps that make a ledger and bring an older one up to date: numbered SQL files, each run once, in order.

A new ledger takes the same way as an old one. `$identity`, `$bytes` and `$clustered` stand for what SQLite and
PostgreSQL spell differently. To change the schema, add the next file here and say the same in `schema.py`; a test holds
the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template

from sqlalchemy import Connection, insert, inspect, select, update

from kashf.errors import LedgerError
from kashf.ledger.schema import ledger_schema

__all__ = ["Step", "migrate", "steps", "version_of"]

_SPELLINGS = {
    "sqlite": {"identity": "INTEGER NOT NULL PRIMARY KEY", "bytes": "BLOB", "clustered": "WITHOUT ROWID"},
    "postgresql": {"identity": "INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "bytes": "BYTEA", "clustered": ""},
}


@dataclass(frozen=True, slots=True)
class Step:
    """One migration: its number, its name, and the SQL template of it."""

    number: int
    name: str
    template: str

    def statements(self, dialect: str) -> tuple[str, ...]:
        """The SQL statements of this step, as the dialect (`sqlite` or `postgresql`) spells them."""
        lines = (line for line in self.template.splitlines() if not line.startswith("--"))
        script = Template("\n".join(lines)).substitute(_SPELLINGS[dialect])
        return tuple(statement.strip() for statement in script.split(";") if statement.strip())


@cache
def steps() -> tuple[Step, ...]:
    """All steps, in their order. The number of the last one is the schema version this code knows."""
    named = sorted(item.name for item in files(__name__).iterdir() if item.name.endswith(".sql"))
    folder = files(__name__)
    return tuple(
        Step(int(name[:4]), name.removesuffix(".sql"), (folder / name).read_text(encoding="utf-8")) for name in named
    )


def version_of(connection: Connection) -> int:
    """The schema version of an open database: 0 where it holds nothing yet.

    Raises LedgerError where it holds tables of something else.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return 0
    if ledger_schema.name not in tables:
        raise LedgerError("This is a database of another program, not a Kashf ledger. Name another file with --ledger.")
    return int(connection.scalars(select(ledger_schema.c.version)).one())


def migrate(connection: Connection, known: Sequence[Step] | None = None) -> tuple[int, int]:
    """Bring the database up to date within the caller's transaction; the versions before and after.

    Raises LedgerError where the ledger is newer than this code.
    """
    known = steps() if known is None else known
    before, latest = version_of(connection), known[-1].number
    if before > latest:
        raise LedgerError(
            f"The ledger has schema version {before}, this Kashf knows {latest}. Upgrade Kashf to open it."
        )
    if before == 0:
        ledger_schema.create(connection)
        connection.execute(insert(ledger_schema).values(version=0))
    for step in known[before:]:
        for statement in step.statements(connection.dialect.name):
            connection.exec_driver_sql(statement)
    if before < latest:
        connection.execute(update(ledger_schema).values(version=latest))
    return before, latest
