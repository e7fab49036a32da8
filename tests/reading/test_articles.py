"""Articles in JSON, whatever their keys are called."""

import json
from datetime import date
from typing import Any

import pytest

from kashf.reading import Problem, Read
from kashf.reading.fields import known_language
from kashf.records import Region, Report, record_to_json
from kashf.records.record import Record

BODY = (
    "The customs chief told reporters that the shipment was moved across the border in hidden bags, "
    "and that the inquiry went on in three countries nearby."
)
FULL = {
    "url": "https://www.example.org/a/1",
    "title": "Gold seized",
    "outlet": "The Port News",
    "published": date(2017, 9, 12),
    "author": "Jane Roe",
    "text": f"Gold seized\n{BODY}",
}
SHAPES = [
    {"url": "https://www.example.org/a/1", "title": "Gold seized", "outlet": "The Port News", "published": "2017-09-12",
     "author": "Jane Roe", "text": BODY},
    {"link": "https://www.example.org/a/1", "headline": "Gold seized", "source": {"id": 3, "name": "The Port News"},
     "publishedAt": "2017-09-12T10:00:00Z", "author": "Jane Roe", "content": BODY},
    {"permalink": "https://www.example.org/a/1", "title": {"rendered": "Gold seized"}, "site_name": "The Port News",
     "date": "2017-09-12T10:00:00", "authors": ["Jane Roe"], "content": {"rendered": f"<p>{BODY}</p>"}},
    {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Gold seized", "articleBody": BODY,
     "datePublished": "2017-09-12", "publisher": {"@type": "Organization", "name": "The Port News"},
     "author": [{"@type": "Person", "name": "Jane Roe"}],
     "mainEntityOfPage": {"@id": "x", "url": "https://www.example.org/a/1"}},
    {"_index": "news", "_source": {"URL": "https://www.example.org/a/1", "Title": "Gold seized",
     "Publisher": "The Port News", "publish_date": 1505174400, "byline": "Jane Roe", "full_text": BODY}},
    {"canonical-url": "https://www.example.org/a/1", "title": "Gold seized", "newspaper": "The Port News",
     "pubDate": "Tue, 12 Sep 2017 10:00:00 GMT", "creator": "Jane Roe", "maintext": BODY},
    {"url": "https://www.example.org/a/1", "title": "Gold seized", "site": "The Port News",
     "date_published": "12 September 2017", "writer": "Jane Roe", "paragraphs": [BODY]},
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES, ids=[next(iter(shape)) for shape in SHAPES])
def test_the_fields_of_an_article_by_any_name(report: Any, shape: Any) -> None:
    found = report(json.dumps(shape), "a.json")

    assert {name: getattr(found, name) for name in FULL} == FULL


COLLECTIONS = [
    ([{"text": BODY}, {"text": BODY}], ["#1", "#2"]),
    ({"articles": [{"text": BODY}, {"text": BODY}]}, ["#1", "#2"]),
    ({"status": "ok", "response": {"results": [{"body": BODY}]}}, ["#1"]),
    ({"@graph": [{"articleBody": BODY}]}, ["#1"]),
    ({"hits": {"hits": [{"_source": {"text": BODY}}]}}, ["#1"]),
]


@pytest.mark.parametrize(("value", "ends"), COLLECTIONS)
def test_articles_in_lists_are_numbered(readings: Any, value: Any, ends: list[str]) -> None:
    found = readings(json.dumps(value), "a.json")

    assert all(isinstance(item, Read) for item in found)
    assert [item.location for item in found] == [f"a.json{end}" for end in ends]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a"])
def test_json_lines_are_read_under_any_name(readings: Any, name: str) -> None:
    line = json.dumps({"text": BODY})

    assert [item.location for item in readings(f"{line}\n\n{line}\n", name)] == [f"{name}#1", f"{name}#3"]


def test_json_over_many_lines_is_one_article(report: Any) -> None:
    assert report(json.dumps({"title": "Gold seized", "text": BODY}, indent=2), "a.json").source == "a.json"


def test_the_first_name_that_holds_anything_counts(report: Any) -> None:
    assert report(json.dumps({"text": "", "body": BODY, "title": None, "headline": "Gold"}), "a.json").title == "Gold"


def test_markup_in_a_text_is_taken_out(report: Any) -> None:
    found = report(
        json.dumps({"content": f"<h2>Gold</h2><p>{BODY}</p><p>A &lt; B.<br>C</p><script>x()</script>"}), "a.json"
    )

    assert found.text == f"Gold\n\n{BODY}\n\nA < B.\nC"


def test_what_only_looks_like_markup_stays(report: Any) -> None:
    assert report(json.dumps({"text": f"{BODY} 3 < 5 and <Bank A> paid."}), "a.json").text.endswith(
        "3 < 5 and <Bank A> paid."
    )


@pytest.mark.parametrize("value", ["/a/1", "example.org/a", 7, {}, None])
def test_an_address_that_is_not_whole_is_none(report: Any, value: object) -> None:
    assert report(json.dumps({"url": value, "text": BODY}), "a.json").url is None


LANGUAGES = [
    ("Arabic", "ar"),
    ("ar-SA", "ar"),
    ("العربية", "ar"),
    ("eng", "en"),
    ("FR_fr", "fr"),
    ("rus", "ru"),
    ("de", None),
]


@pytest.mark.parametrize(("told", "code"), LANGUAGES)
def test_what_metadata_call_our_languages(told: str, code: str | None) -> None:
    assert known_language(told) == code


def test_one_without_a_text_among_others_is_a_problem_of_its_own(readings: Any) -> None:
    found = readings(json.dumps([{"text": BODY}, {"title": "Gold"}, {"text": 5}]), "a.json")

    assert [type(item) for item in found] == [Read, Problem, Problem]
    assert "title" in found[1].what


END = 5 + len(BODY)
EXPORTED = Report(
    "r-1",
    "b.txt",
    f"Gold\n{BODY}\nShare",
    title="Gold",
    language="en",
    published=date(2017, 9, 12),
    outlet="X",
    regions=(Region("title", 0, 4), Region("body", 5, END), Region("boilerplate", END + 1, END + 6)),
)


def test_a_line_of_our_own_export_is_read_as_its_report(report: Any) -> None:
    assert report(record_to_json(Record(EXPORTED)), "records.jsonl") == EXPORTED


def test_a_record_without_regions_gets_them_and_keeps_its_text(report: Any) -> None:
    line = json.dumps({"report": {"id": "r-1", "source": "b.txt"}, "text": f"{BODY}\r\nShare"})

    found = report(line, "records.jsonl")

    assert (found.id, found.source, found.language) == ("r-1", "b.txt", "en")
    assert found.text == f"{BODY}\r\nShare"
    assert [region.kind for region in found.regions] == ["body", "boilerplate"]


def test_a_record_whose_regions_do_not_fit_is_a_problem(problem: Any) -> None:
    line = json.dumps({"report": {"id": "r-1"}, "text": BODY, "regions": [{"kind": "body", "start": 0, "end": 9999}]})

    assert problem(line, "records.jsonl").kind == "damaged"
