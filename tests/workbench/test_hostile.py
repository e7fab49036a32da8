"""What reports, names and questions say is shown and never obeyed."""

from __future__ import annotations

import csv
import hashlib
import io

import pytest
from starlette.testclient import TestClient

from kashf.jobs import InProcess, Plan, read, refresh
from kashf.ledger import Kept, Source, Writer
from kashf.reading import ReadingOptions
from kashf.records import Attribution, Claim, Link, Mention, Record, Region, Report, Role, Span, content_id
from kashf.workbench import Settings, create_app

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{7*7}}{% raw %}${7*7}",
    "</style></title></bdi></textarea><b>&amp;",
    "\u202egnirts desrever\u202c\u2067\u2069\u2069",
    "' hx-get='/sign-out' hx-trigger='load",
    "javascript:alert(1)",
    "\x1b[31m\ud7ff\r=cmd|' /C calc'!A0",
    "Аlрhа gоld",
    "x" * 200_000,
)


LONGEST_NAME = 100
"""Characters of a name: who is called more is called nothing."""


def _kept(text: str) -> Kept:
    name = text[:LONGEST_NAME]
    body = f"{text} title\n{text} sold gold to {text}."
    report = Report(
        Report.identify(body, None, text, None),
        f"{text}.txt",
        body,
        title=f"{text} title",
        outlet=text[:300],
        author=text,
        url=f"javascript:{text[:50]}",
        language="en" if text.isascii() else '"><x',
        regions=(Region("title", 0, len(text) + 6), Region("body", len(text) + 7, len(body))),
    )
    at = len(text) + 7
    span = Span(at, len(body), body[at:])
    claim = Claim(
        content_id("c", report.id),
        "sell",
        span,
        (Role("actor", at, at + len(name), name, "1", name),),
        Attribution("indirect", (Link("person", name, at, at + len(name), name=name, title=text),)),
    )
    mention = Mention(at, at + len(name), name, "group", entity="1", name=name, role=name)
    return Kept(
        report,
        b"",
        hashlib.sha256(body.encode()).hexdigest(),
        "test/1",
        "",
        Record(report, (mention,), claims=(claim,)),
    )


@pytest.fixture(params=HOSTILE, ids=lambda text: ascii(text)[:20])
def told(request, tmp_path):
    """A client of a ledger with one report full of the text, the text, and the report's id."""
    kept = _kept(request.param)
    with Writer(tmp_path / "kashf.db") as writer:
        writer.keep(Source("a.txt", kept.digest, 0, "plain"), [kept])
        refresh(writer)
    app = create_app(Settings(tmp_path / "kashf.db", renews=False))
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        yield client, request.param, kept.report.id


FORBIDDEN = (
    "<script>alert",
    "<img src=x",
    "<x ",
    'href="javascript',
    "onerror=alert(1)>",
    "\u202e",
    "\u2067",
    "<b>&amp;",
    "' hx-get='",
)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_is_shown_and_not_obeyed(told, language):
    client, text, report = told
    asked = [
        ("/", {}),
        ("/reports", {"outlet": text[:200]}),
        (f"/reports/{report}", {}),
        ("/search", {"q": text[:200]}),
    ]
    for path, query in asked:
        answer = client.get(path, params=query, headers={"accept-language": language})
        assert answer.status_code == 200, (path, answer.text[:300])
        assert not [one for one in FORBIDDEN if one in answer.text]
        assert "7*7" not in text or "7*7" in answer.text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_that_may_not_show_it_obey_it_neither(told, language):
    client, text, _ = told
    asked = [
        (path, {}) for path in ("/entities", "/sources", "/money", "/money.svg", "/figures", "/map", "/brief.html")
    ]
    asked += [("/sources/speaker", {"name": text[:LONGEST_NAME]}), ("/brief", {"about": text[:200]})]
    for path, query in asked:
        answer = client.get(path, params=query, headers={"accept-language": language})
        assert answer.status_code in (200, 404), (path, answer.text[:300])
        assert not [one for one in FORBIDDEN if one in answer.text], path


def test_letters_that_look_like_others_are_said_to_be(told):
    """«Аlрhа» in Latin and Cyrillic letters stands there as it was written, and beside it that it is no Alpha."""
    client, text, report = told
    disguised = text == "Аlрhа gоld"
    for path in ("/", f"/reports/{report}", "/reports", "/entities"):
        shown = client.get(path, headers={"accept-language": "en"}).text
        assert ("letters of alphabets that look alike" in shown) is disguised, path


def test_a_table_of_it_runs_nothing(told):
    client, text, report = told
    client.headers["X-CSRF-Token"] = client.get("/api/v1/session").json()["csrf"]
    screened = client.post("/screening", data={"what": "names", "pasted": text[:LONGEST_NAME]}, follow_redirects=False)
    tables = ["/reports.csv", "/entities.csv", "/sources.csv", "/search.csv?q=title", "/figures.csv", "/brief.csv"]
    tables += [f"/reports/{report}/claims.csv", f"/compare.csv?one={report}&other={report}", "/statements.csv"]
    tables += [f"{screened.headers['location']}/hits.csv"] if screened.status_code == 303 else []
    for path in tables:
        answer = client.get(path)
        assert answer.status_code == 200, path
        rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))], path
        assert not [one for one in ("\u202e", "\u2067", "\x1b") if one in answer.text], path


@pytest.mark.slow
def test_a_token_of_ten_megabytes_is_read_and_shown(tmp_path):
    """One word as long as a book, and a name as long as a page: pages show a part of it, the brief too."""
    source = tmp_path / "long.txt"
    source.write_text(f"{'a' * 10_000_000}\n\nThe group sold gold to {'B' * 5_000} in Dubai.", encoding="utf-8")
    read([str(source)], tmp_path / "kashf.db", ReadingOptions(), plan=Plan(runner=InProcess()))
    with TestClient(create_app(Settings(tmp_path / "kashf.db", renews=False)), base_url="http://localhost") as client:
        [head] = client.get("/api/v1/reports").json()["items"] or [None]
        paths = ["/", "/reports", "/search?q=gold", "/brief.html", *([f"/reports/{head['id']}"] if head else [])]
        assert [path for path in paths if client.get(path).status_code != 200] == []


@pytest.mark.parametrize(
    "path", ["reports", "findings", "entities", "search?q=gold", "reports/{report}", "reports/{report}/record"]
)
def test_programs_get_it_as_data(told, path):
    client, _, report = told
    answer = client.get(f"/api/v1/{path.format(report=report)}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    answer.json()
