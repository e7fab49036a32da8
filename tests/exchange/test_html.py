from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from kashf.exchange.html import brief_html
from kashf.views import Brief, BriefOptions, Dossier, brief
from kashf.views.lens import anchor

Make = Callable[..., Brief]
LANGUAGES = ("en", "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_as_it_was(made: Make, golden: Callable[[str, str], None], language: str) -> None:
    page = re.sub(r"(?s)<style>.*</style>", "<style></style>", brief_html(made(language)))
    golden(f"brief.{language}.html", re.sub(r'class="land" d="[^"]*"', 'class="land"', page))


@pytest.fixture(params=LANGUAGES)
def page(request: pytest.FixtureRequest, made: Make) -> Any:
    return html.document_fromstring(brief_html(made(request.param)))


def test_ids_are_unique(page: Any) -> None:
    assert [id_ for id_, count in Counter(page.xpath("//@id")).items() if count > 1] == []


def test_every_link_within_the_page_leads_somewhere(page: Any) -> None:
    links = {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")}
    assert links
    assert links - set(page.xpath("//@id")) == set()


def test_nothing_is_fetched_and_nothing_runs(page: Any) -> None:
    assert page.xpath("//script | //link | //img | //iframe | //object | //base | //@onload | //@onclick") == []
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert not re.search(r"url\(|@import|@font-face", page.xpath("//style")[0].text)


def test_outside_links_tell_nobody_where_the_reader_came_from(page: Any) -> None:
    outside = [link for link in page.xpath("//a") if link.get("href").startswith("http")]
    assert outside
    assert {link.get("rel") for link in outside} == {"noreferrer noopener"}


def test_headings_follow_one_another(page: Any) -> None:
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_keyboard_reaches_the_findings_first(page: Any) -> None:
    assert page.xpath("//a")[0].get("href") == "#heaviest"


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_page_runs_as_its_language_does(made: Make, language: str, direction: str) -> None:
    root = html.document_fromstring(brief_html(made(language)))
    assert (root.get("lang"), root.get("dir")) == (language, direction)
    assert [map_.get("dir") for map_ in root.xpath("//div[@class='map'] | //div[@class='map']/svg")] == ["ltr", "ltr"]


def test_evidence_runs_as_its_report_does(page: Any) -> None:
    quotes = page.xpath("//blockquote")
    assert {(quote.get("lang"), quote.get("dir")) for quote in quotes} == {("ar", "rtl"), ("en", "ltr")}


def test_the_words_that_say_a_claim_are_marked_exactly(made: Make, invented: Dossier) -> None:
    root = html.document_fromstring(brief_html(made()))
    for record in invented.records:
        for claim in record.claims:
            marked = root.xpath(f"//div[@id='c-{claim.id}']//mark")
            assert [mark.text for mark in marked] == [claim.evidence.text]


def test_names_and_words_of_reports_are_isolated(page: Any) -> None:
    sentences = page.xpath("//p[@class='sentence']")
    assert sentences
    assert all(sentence.xpath(".//bdi") for sentence in sentences)


def test_the_map_of_an_arabic_page_is_mirrored(made: Make) -> None:
    boxes = {}
    for language in LANGUAGES:
        root = html.document_fromstring(brief_html(made(language)))
        boxes[language] = [float(box.get("x")) for box in root.xpath("//*[@class='map']//rect")]
        width = float(root.xpath("//div[@class='map']/svg/@width")[0])
    mirrored = [width - x - 150 for x in boxes["en"]]
    assert boxes["ar"] == pytest.approx(mirrored)


def test_an_empty_brief_is_a_page_too(options: Callable[..., BriefOptions]) -> None:
    root = html.document_fromstring(brief_html(brief(Dossier(), options())))
    assert len(root.xpath("//p[@class='nothing']")) >= 8


def _kinds(page: str) -> set[tuple[str, tuple[str, ...]]]:
    """The kinds of element of a page, each with the names of its attributes."""
    root = html.document_fromstring(page)
    return {(element.tag, tuple(sorted(element.keys()))) for element in root.iter(html.etree.Element)}


def test_hostile_text_makes_no_element_and_no_attribute(hostile: Brief, made: Make) -> None:
    written = brief_html(hostile)
    assert _kinds(written) <= _kinds(brief_html(made()))


def test_hostile_text_is_text(hostile: Brief) -> None:
    root = html.document_fromstring(brief_html(hostile))
    assert {link.partition(":")[0] for link in root.xpath("//a/@href") if not link.startswith("#")} <= {"https"}
    assert len(root.xpath("//mark")) > 9
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066\u2067]", root.text_content())
    for element in root.iter(html.etree.Element):
        text = element.text or ""
        assert text.count("\u2068") == text.count("\u2069")


def test_ids_of_others_make_safe_anchors() -> None:
    safe = [anchor(id_) for id_ in ("c-1", "c 1", '"><script>', "", "1", "ا", "x" * 200)]
    assert len(set(safe)) == len(safe)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", one) for one in safe)
