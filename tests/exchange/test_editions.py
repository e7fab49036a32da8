"""The editions of the brief: what is set for paper, what is drawn, and that the Arabic one has no English in it."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from lxml import html

from kashf.exchange.html import brief_html
from kashf.ledger import Drawn, View
from kashf.views import BriefOptions, brief, gather
from kashf.views.lens import lens
from kashf.views.pictures import pictures
from kashf.views.time_picture import time_picture
from kashf.views.words import words
from kashf.views.world import world_picture

OF_REPORTS = ".//bdi | .//blockquote | .//q | .//style | .//svg | .//title"
OURS = re.compile(r"[A-Za-z]{3,}")
KNOWN = {"rules", "STANAG", "USD", "EUR", "XOF", "example", "examples", "Kashf", "second"}
"""Names of extractors, standards, currencies and ledgers are the same in every language."""


@pytest.fixture(scope="module")
def example_dossier(example):
    with View(example) as view:
        return gather(view)


@pytest.fixture(scope="module")
def printed(example_dossier):
    return {
        code: html.document_fromstring(brief_html(brief(example_dossier, BriefOptions(code)), printed=True))
        for code in ("en", "ar")
    }


def test_findings_come_first_and_what_stands_behind_them_in_annexes(printed):
    ids = printed["en"].xpath("//main//section/@id | //main/p[@class='annexes']/@id")
    assert ids[:2] == ["heaviest", "map"]
    assert ids.index("sources") < ids.index("method") < ids.index("annexes") < ids.index("claims")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_paper_nothing_unfolds_and_every_link_leads_somewhere(printed, language):
    page = printed[language]
    assert not page.xpath("//details")
    assert [id_ for id_, many in Counter(page.xpath("//@id")).items() if many > 1] == []
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} - set(page.xpath("//@id")) == set()


def test_on_paper_the_fonts_are_in_the_page_and_nothing_is_fetched(printed):
    [style] = printed["en"].xpath("//style")
    sources = re.findall(r"url\(([^)]{5})", style.text)
    assert sources
    assert set(sources) == {'"data'}


@pytest.mark.parametrize("edition", [True, False])
def test_the_arabic_edition_has_no_english_of_ours(example_dossier, edition):
    page = html.document_fromstring(brief_html(brief(example_dossier, BriefOptions("ar")), printed=edition))
    for part in page.xpath(OF_REPORTS):
        part.drop_tree()
    told = re.sub("\u2068[^\u2069]*\u2069", "", page.text_content())
    assert {word for word in OURS.findall(told) if word not in KNOWN} == set()


def test_what_a_dossier_draws_is_what_the_ledger_draws(example, example_dossier):
    spoken = words("en")
    with View(example) as view, view.pictures() as drawing:
        told = drawing.places(Drawn())
        world = world_picture(told, drawing.names(one.place for one in told), spoken)
        times = time_picture(drawing.times(Drawn()), spoken)
    drawn = pictures(lens(example_dossier, "en"))
    assert drawn.world == world
    assert drawn.times == times
    assert drawn.plots


def test_a_brief_of_one_name_draws_that_alone(example_dossier):
    whole, narrow = (
        brief(example_dossier, BriefOptions("en", about=about)).pictures for about in (None, "Islamic State")
    )
    assert whole.world is not None
    assert narrow.world is not None
    assert len(narrow.world.spots) < len(whole.world.spots)


def test_the_same_sum_of_several_reports_stands_once(example_dossier):
    made = brief(example_dossier, BriefOptions("en"))
    sums = Counter((one.kind, one.verdict, one.working.split(";")[0]) for one in made.checks if one.working)
    assert set(sums.values()) == {1}
    assert any(one.also for one in made.checks)
