"""Statements given to the driver as they stand: what they write and read, and that none looks through a whole table."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import bindparam, delete, insert, select, update

from kashf.ledger import derived, evidence, nearby, tables, telling, told_parts
from kashf.ledger.opening import open_to_write
from kashf.ledger.prepared import Prepared, among
from kashf.ledger.schema import raws, reports

MARCH = date(2020, 3, 1)
SMALL = frozenset({"state", "judgements"})
"""Tables that do not grow with what is read."""
COARSE = re.compile(r"\((part|rank|kind|type|grouping|standing)=\?\)$")
"""An index of which no more is used than a column that has a few values: a third of the rows may have the one."""


@pytest.fixture
def connection(tmp_path):
    engine = open_to_write(tmp_path / "kashf.db")
    with engine.begin() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def filled(connection):
    """Eight reports of eight days."""
    Prepared(insert(raws)).run(connection, digest="0", size=0)
    row = {"digest": "0", "source": "a", "text": "Told", "regions": [{"kind": "body"}], "repairs": []}
    days = (MARCH.replace(day=day) for day in range(1, 9))
    rows = (
        {**row, "id": f"r-{day.day}", "published": day, "read_at": datetime(2020, 4, 1, tzinfo=UTC)} for day in days
    )
    Prepared(insert(reports)).run_each(connection, rows)
    return connection


def test_what_is_written_is_read_as_it_was(filled):
    query = Prepared(select(reports.c.published, reports.c.regions, reports.c.read_at, reports.c.url))
    assert query.rows(filled)[0] == (MARCH, [{"kind": "body"}], datetime(2020, 4, 1, tzinfo=UTC), None)


@pytest.mark.parametrize(
    ("some", "found"), [([], []), (["r-3"], ["r-3"]), (["r-3", "r-99", "r-1"], ["r-1", "r-3"]), (['"]'], [])]
)
def test_rows_are_found_by_however_many_values(filled, some, found):
    assert sorted(Prepared(among(select(reports.c.id), reports.c.id)).values(filled, some=some)) == found


def test_what_is_said_in_the_statement_stands_where_nothing_is_given(filled):
    later = select(reports.c.id).where(reports.c.published >= MARCH.replace(day=8), reports.c.source == bindparam("at"))
    assert Prepared(later).values(filled, at="a") == ["r-8"]


def test_rows_are_changed_and_taken_out(filled):
    titled = update(reports).where(reports.c.id == bindparam("one")).values(title=bindparam("called"))
    Prepared(titled).run_each(filled, [{"one": "r-1", "called": "A"}, {"one": "r-2", "called": "B"}])
    Prepared(among(delete(reports), reports.c.id)).run(filled, some=["r-1", "r-7"])
    named = select(reports.c.title).where(reports.c.title.is_not(None))
    assert Prepared(named).values(filled) == ["B"]
    assert len(Prepared(select(reports.c.id)).values(filled)) == 6


def _prepared(kept):
    """The statements that a module holds, alone or in tables and lists."""
    for one in kept:
        if isinstance(one, Prepared):
            yield one
        elif isinstance(one, dict | list):
            yield from _prepared(one.values() if isinstance(one, dict) else one)


@pytest.mark.parametrize(
    "module", [derived, evidence, nearby, tables, telling, told_parts], ids=lambda module: module.__name__
)
def test_what_one_more_report_asks_looks_through_no_table_that_grows(connection, module):
    """The price of one more report would grow with the ledger."""
    found = list(_prepared(vars(module).values()))
    for statement in found:
        plan = statement.plan(connection)
        scanned = {name for step in plan for name in re.findall(r"^SCAN (?!json_each|anon_|\()(\w+)", step)}
        assert scanned <= SMALL, plan
        assert not any(COARSE.search(step) for step in plan), plan
    assert found


def test_a_look_through_a_whole_table_is_told(filled):
    assert Prepared(select(reports.c.id).where(reports.c.title == "A")).plan(filled) == ("SCAN reports",)
