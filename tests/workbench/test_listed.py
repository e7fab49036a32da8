"""What pages list is taken away as a table, narrowed as the page is, and harmless to a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest

from kashf.ledger import View


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
