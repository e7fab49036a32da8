"""The steps that make a ledger, and what happens to one that is older or newer."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import DBAPIError

from kashf.errors import LedgerError
from kashf.ledger import View, Writer
from kashf.ledger.migrations import Step, migrate, steps, version_of
from kashf.ledger.schema import metadata

DERIVED_ANEW = (5, 11, 12, 13)
"""The steps that make tables of derived things anew. Evidence is never dropped."""


@pytest.fixture
def engine(tmp_path):
    return create_engine(f"sqlite:///{tmp_path / 'new.db'}")


def test_steps_are_numbered_without_a_gap():
    assert [step.number for step in steps()] == list(range(1, len(steps()) + 1))


def test_the_steps_make_the_tables_that_the_code_sees(engine):
    declared = create_engine("sqlite://")
    metadata.create_all(declared)
    with engine.begin() as connection:
        migrate(connection)
    made, wanted = inspect(engine), inspect(declared)
    assert made.get_table_names() == wanted.get_table_names()
    for table in wanted.get_table_names():
        assert _columns(made, table) == _columns(wanted, table)
        assert _indexes(made, table) == _indexes(wanted, table)
        assert _references(made, table) == _references(wanted, table)


def _columns(inspector, table):
    kinds = {"DATETIME": "TIMESTAMP"}
    keys = inspector.get_pk_constraint(table)["constrained_columns"]
    columns = [
        (column["name"], kinds.get(str(column["type"]), str(column["type"])), column["nullable"])
        for column in inspector.get_columns(table)
    ]
    return keys, columns


def _indexes(inspector, table):
    return sorted((index["name"], index["column_names"]) for index in inspector.get_indexes(table))


def _references(inspector, table):
    keys = inspector.get_foreign_keys(table)
    return sorted((key["constrained_columns"], key["referred_table"], key["referred_columns"]) for key in keys)


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_every_step_can_be_said_in_both_dialects(dialect):
    for step in steps():
        statements = step.statements(dialect)
        assert statements
        verbs = (
            "CREATE ",
            "ALTER ",
            "UPDATE ",
            "INSERT ",
            *(("DROP ", "DELETE ") if step.number in DERIVED_ANEW else ()),
        )
        assert all(statement.startswith(verbs) for statement in statements)
        assert "$" not in "".join(statements)


def test_a_ledger_is_brought_up_to_date_from_where_it_stands(engine):
    further = Step(len(steps()) + 1, "further", "ALTER TABLE reports ADD COLUMN mood TEXT")
    with engine.begin() as connection:
        assert migrate(connection) == (0, len(steps()))
        assert migrate(connection, [*steps(), further]) == (len(steps()), len(steps()) + 1)
        assert version_of(connection) == further.number
    assert "mood" in {column["name"] for column in inspect(engine).get_columns("reports")}


def test_a_step_that_fails_leaves_the_ledger_as_it_was(engine):
    with engine.begin() as connection:
        connection.exec_driver_sql("SELECT 1")
        migrate(connection)
    broken = Step(len(steps()) + 1, "broken", "ALTER TABLE reports ADD COLUMN mood TEXT; CREATE NONSENSE")
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        with pytest.raises(DBAPIError, match="NONSENSE"):
            migrate(connection, [*steps(), broken])
    with engine.connect() as connection:
        assert version_of(connection) == len(steps())


@pytest.mark.parametrize("room", [Writer, View])
def test_a_newer_ledger_is_refused_with_a_remedy(path, room):
    with Writer(path):
        pass
    _set_version(path, 99)
    with pytest.raises(LedgerError, match=r"schema version 99.*Upgrade Kashf"), room(path):
        pass


def test_an_older_ledger_is_not_shown_before_it_is_up_to_date(path):
    with Writer(path):
        pass
    _set_version(path, len(steps()) - 1)
    with pytest.raises(LedgerError, match="Bring it up to date"), View(path):
        pass


def _set_version(path, version):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE ledger_schema SET version = ?", (version,))
    connection.close()


@pytest.mark.parametrize("room", [Writer, View])
def test_a_database_of_another_program_is_refused(path, room):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (address TEXT)")
    connection.close()
    with pytest.raises(LedgerError, match="another program"), room(path):
        pass
