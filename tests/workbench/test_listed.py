"""What pages list is taken away as a table, narrowed as the page is, and harmless to a spreadsheet."""

from __future__ import annotations

import asyncio
import csv
import io
from concurrent.futures import ThreadPoolExecutor

import pytest

from kashf.ledger import View
from kashf.workbench.files import AT_FIRST, csv_file


def table(client, path, **query):
    told = client.get(path, params=query, headers={"accept-language": "ar"})
    assert told.status_code == 200, told.text[:300]
    assert "attachment" in told.headers["content-disposition"]
    return list(csv.DictReader(io.StringIO(told.text.removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/reports.csv", "report"),
        ("/entities.csv", "entity"),
        ("/stories.csv", "story"),
        ("/sources.csv", "outlet"),
        ("/origins.csv", "origin"),
        ("/statements.csv", "statement"),
    ],
)
def test_every_row_is_there_once(client, example_ledger, path, key):
    rows = table(client, path)
    with View(example_ledger) as view:
        many = {
            "/reports.csv": len(tuple(view.reports())),
            "/entities.csv": len(view.entities()),
            "/stories.csv": len(view.findings("story")),
            "/statements.csv": len(view.findings("assertion")),
        }
    assert len(rows) == many.get(path, len(rows)) > 2
    assert len({row[key] for row in rows}) == len(rows)


def test_a_table_is_narrowed_as_its_page_is(client):
    whole, persons = table(client, "/entities.csv"), table(client, "/entities.csv", kind="person")
    assert {row["kind"] for row in persons} == {"person"}
    assert len(persons) < len(whole)
    smuggled = table(client, "/statements.csv", type="smuggle", origins=2)
    assert smuggled
    assert {row["type"] for row in smuggled} == {"تهريب"}
    assert all(int(row["origins"]) >= 2 for row in smuggled)


def test_pages_lead_to_their_tables(client):
    for path in ("/reports", "/entities", "/stories", "/sources", "/statements"):
        assert f'href="{path}.csv' in client.get(path).text, path


def test_a_table_is_sent_while_it_is_made():
    """What takes long begins at once, and what is refused at the beginning is refused."""
    made = []

    def rows():
        for number in range(5 * AT_FIRST):
            made.append(number)
            yield (number, "=1+1", "\u202eabc")

    told = csv_file("things", ("one", "other", "third"), rows())
    assert len(made) == AT_FIRST - 1  # and the line of the columns

    async def sent():
        return [piece async for piece in told.body_iterator]

    with ThreadPoolExecutor() as apart:  # a browser's loop may run in this thread
        pieces = apart.submit(asyncio.run, sent()).result()
    assert len(pieces) > 1
    [columns, first, *_, last] = csv.reader(io.StringIO("".join(pieces).removeprefix("\ufeff")))
    assert (columns[0], first[1], last[0]) == ("one", "'=1+1", str(5 * AT_FIRST - 1))
    assert "\u202e" not in first[2]
