"""What pages list is taken away as a table, narrowed as the page is, and harmless to a spreadsheet."""

from __future__ import annotations

import asyncio
import csv
import html
import io
import re
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from kashf.ledger import View
from kashf.workbench.files import AT_FIRST, csv_file
from kashf.workbench.interface import Interface

from .conftest import PAGES

OF_FORMS = ("/removals", "/screening", "/reading", "/judgements")
"""Pages that ask for something and tell nothing yet."""
OF_DATA = [told for told in PAGES if not told["path"].startswith(OF_FORMS)]


def table(client, path, language="en", **query):
    told = client.get(path, params=query or None, headers={"accept-language": language})
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
    assert {row["kind"] for row in persons} == {"Person"}
    assert len(persons) < len(whole)
    smuggled = table(client, "/statements.csv", type="smuggle", origins=2)
    assert smuggled
    assert {row["type"] for row in smuggled} == {"Smuggling"}
    assert all(int(row["origins"]) >= 2 for row in smuggled)


@pytest.mark.parametrize("told", OF_DATA, ids=lambda told: told["path"])
def test_every_page_leads_to_its_table_with_headings_in_the_language(client, ids, told):
    """Whatever is listed or told on a page can be taken away from it as a table."""
    page = client.get(told["path"].format(**ids), headers={"accept-language": "en"}).text
    ways = {html.unescape(one) for one in re.findall(r'href="([^"]+\.csv[^"]*)"', page)}
    assert ways
    for way in ways:
        english, arabic = table(client, way), table(client, way, "ar")
        assert len(english) == len(arabic) > 0, way
        assert len(english[0]) == len(arabic[0])
        assert not [one for one in arabic[0] if not re.search("[\u0600-\u06ff]", one)], way
        assert not [one for one in english[0] if "_" in one or re.search("[\u0600-\u06ff]", one)], way


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/reports/{report}/claims.csv", "/reports/{report}"),
        ("/findings/{finding}/sentences.csv", "/findings/{finding}"),
        ("/claims/{claim}/sentence.csv", "/claims/{claim}"),
        ("/stories/{story}/reports.csv", "/stories/{story}"),
    ],
)
def test_a_table_says_what_its_page_says(client, ids, path, page):
    rows = table(client, path.format(**ids))
    shown = " ".join(html.unescape(re.sub("<[^>]+>", "", client.get(page.format(**ids)).text)).split())
    told = [" ".join((row.get("words") or row["outlet"]).split()) for row in rows[:10]]
    assert told
    assert [one for one in told if one not in shown] == []


@pytest.mark.parametrize(
    ("path", "page"), [("/entities/{entity}/claims.csv", "/entities/{entity}"), ("/overview.csv", "/")]
)
def test_a_table_begins_with_what_its_page_begins_with(client, ids, path, page):
    shown = client.get(page.format(**ids)).text
    told = list(dict.fromkeys(row["statement"] for row in table(client, path.format(**ids))))
    assert len(told) > 5
    assert [one for one in told[:5] if one not in shown] == []


def test_a_claim_stands_in_its_table_with_its_chain_and_roles(client, ids):
    [row] = table(client, f"/claims/{ids['claim']}/sentence.csv")
    [same] = [one for one in table(client, f"/reports/{ids['report']}/claims.csv") if one["claim"] == ids["claim"]]
    assert row == same
    assert row["roles"]
    assert row["chain"].startswith(row["outlet"])
    assert 0 < int(row["confidence in per cent"]) <= 100


@pytest.mark.parametrize(
    "path", ["/reports/r-{0}/claims.csv", "/entities/e-{0}/claims.csv", "/stories/f-{0}/reports.csv"]
)
def test_of_what_is_not_there_is_no_table(client, path):
    assert client.get(path.format("0" * 16)).status_code == 404


def test_a_table_is_sent_while_it_is_made():
    """What takes long begins at once, and what is refused at the beginning is refused."""
    made = []

    def rows():
        for number in range(5 * AT_FIRST):
            made.append(number)
            yield (number, "=1+1", "\u202eabc")

    asked = SimpleNamespace(state=SimpleNamespace(interface=Interface()))
    told = csv_file(asked, "things", ("one", "other", "words"), rows())
    assert len(made) == AT_FIRST - 1  # and the line of the columns

    async def sent():
        return [piece async for piece in told.body_iterator]

    with ThreadPoolExecutor() as apart:  # a browser's loop may run in this thread
        pieces = apart.submit(asyncio.run, sent()).result()
    assert len(pieces) > 1
    [columns, first, *_, last] = csv.reader(io.StringIO("".join(pieces).removeprefix("\ufeff")))
    assert (columns[0], first[1], last[0]) == ("first text", "'=1+1", str(5 * AT_FIRST - 1))
    assert "\u202e" not in first[2]
