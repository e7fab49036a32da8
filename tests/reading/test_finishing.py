"""Finishing: title, language, date and outlet of a report, and which source for each of them counts."""

import json
from datetime import date
from typing import Any

import pytest

from kashf.records import Report

BODY = (
    "The customs chief told reporters that the shipment was moved across the border in hidden bags, "
    "and that the inquiry went on in three countries nearby."
)
TODAY = date(2020, 1, 1)


def article(**fields: object) -> bytes:
    return json.dumps({"text": BODY, **fields}).encode()


DATES = [
    # the article's fields, the file's name, the options, the day
    ({"date": "2017-09-12"}, "2018-01-01.json", {"published": date(2019, 1, 1)}, date(2017, 9, 12)),
    ({"url": "https://example.org/2017/09/12/gold"}, "a.json", {"published": date(2019, 1, 1)}, date(2019, 1, 1)),
    ({"url": "https://example.org/2017/09/12/gold"}, "2018-01-01.json", {}, date(2017, 9, 12)),
    ({"text": f"CAIRO, 11 September 2017 - {BODY}"}, "2018-01-01.json", {}, date(2017, 9, 11)),
    ({}, "2018-01-01.json", {}, date(2018, 1, 1)),
    ({}, "a.json", {}, None),
    ({"date": "2999-01-01"}, "a.json", {"published": date(2019, 1, 1)}, date(2019, 1, 1)),
    ({}, "2999-01-01.json", {}, None),
]


@pytest.mark.parametrize(("fields", "name", "options", "expected"), DATES)
def test_the_day_of_publication(report: Any, fields: Any, name: str, options: Any, expected: date | None) -> None:
    assert report(article(**fields), name, today=TODAY, **options).published == expected


OUTLETS = [
    ({"outlet": "The Port News", "url": "https://www.example.org/a"}, {"outlet": "Told"}, "The Port News"),
    ({"url": "https://www.example.org/a"}, {"outlet": "Told"}, "example.org"),
    ({}, {"outlet": "Told"}, "Told"),
    ({}, {}, None),
    ({"text": f"OLBIA, 7 March 2019 (The Port News) - {BODY}"}, {}, "The Port News"),
    ({"text": f"OLBIA, 7 March 2019 (The Port News) - {BODY}"}, {"outlet": "Told"}, "Told"),
    ({"source": {"name": "The Port News"}}, {}, "The Port News"),
    ({"source": "https://www.example.org/feed"}, {}, "example.org"),
]


@pytest.mark.parametrize(("fields", "options", "expected"), OUTLETS)
def test_the_outlet(report: Any, fields: Any, options: Any, expected: str | None) -> None:
    assert report(article(**fields), "a.json", **options).outlet == expected


def test_the_title_comes_first_on_a_line_of_its_own(report: Any) -> None:
    found = report(article(title=" Gold\nseized &amp; held "), "a.json")

    assert found.text == f"Gold seized & held\n{BODY}"
    assert found.title == "Gold seized & held"
    assert (found.regions[0].kind, found.regions[0].end) == ("title", len("Gold seized & held"))


def test_a_title_that_the_text_begins_with_is_not_repeated(report: Any) -> None:
    found = report(article(title="Gold Seized!", text=f"Gold seized\n\n{BODY}"), "a.json")

    assert found.text == f"Gold seized\n\n{BODY}"
    assert found.title == "Gold seized"


def test_a_title_as_long_as_an_article_is_none(report: Any) -> None:
    assert report(article(title=BODY * 9), "a.json").title is None


def test_the_id_is_of_the_content_and_not_of_the_path(report: Any) -> None:
    one, other = report(article(title="Gold"), "a.json"), report(article(title="Gold"), "b.json")

    assert one.id == other.id == Report.identify(one.text, None, None, None)


@pytest.mark.parametrize("field", ["title", "outlet", "author", "url"])
def test_metadata_can_be_stored(report: Any, field: str) -> None:
    found = report(article(**{field: "https://example.org/\ud800\x00a"}), "a.json")

    assert getattr(found, field).encode("utf-8")


def test_the_language_told_by_the_options_is_not_questioned(report: Any) -> None:
    assert report(BODY, "a.txt", language="fr").language == "fr"


def test_the_language_in_the_metadata_is_checked(report: Any) -> None:
    assert report(article(language="ar"), "a.json").language == "en"


def test_a_text_of_links_only_is_no_report(problem: Any) -> None:
    assert problem("Read more: gold held at the port\nFollow us on the network\nAll rights reserved").kind == "empty"


def test_the_source_is_the_location(report: Any) -> None:
    assert report(BODY, "folder/a.txt").source == "folder/a.txt"


@pytest.mark.parametrize("name", ["a.txt", "a", "a.text", "a.md"])
def test_a_plain_text_has_its_first_line_for_a_title_where_it_looks_like_one(report: Any, name: str) -> None:
    assert report(f"Gold seized at the port\n\n{BODY}", name).title == "Gold seized at the port"
    assert report(f"{BODY}\n{BODY}", name).title is None


def test_a_heading_in_markdown_is_a_title(report: Any) -> None:
    assert report(f"# Gold seized at the port\n\n{BODY}", "a.md").title == "Gold seized at the port"


def test_repairs_are_told(report: Any) -> None:
    assert report(BODY.replace("hidden", "\u202ehidden")).repairs != ()
