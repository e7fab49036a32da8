"""Pages: the article, and what the page says of itself."""

import json
from datetime import date
from typing import Any

import pytest

from kashf.reading.markup import text_of_markup

ARABIC = (
    "قال مدير الجمارك في مؤتمر صحفي إن الشحنة نقلت عبر الحدود في حقائب مخفية، وإن التحقيق مستمر في ثلاث دول مجاورة.",
    "وأضاف أن الشبكة نقلت قبل ذلك أربعين كيلوغراما من الذهب إلى الخارج، وأن المصارف جمدت حسابات سبعة من أعضائها.",
    "ولم يصدر عن أصحاب الحسابات تعليق على ما قيل، غير أن محاميا عن اثنين منهم نفى أن تكون لهما صلة بالأمر.",
)
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Site"},
        {
            "@type": ["NewsArticle"],
            "headline": "ضبط شحنة ذهب في المطار",
            "datePublished": "2017-09-12T10:00:00+03:00",
            "author": [{"@type": "Person", "name": "سمير العمري"}],
            "publisher": {"@type": "Organization", "name": "صحيفة الميناء"},
        },
    ],
}


def page(head: str = "", body: str = "", paragraphs: tuple[str, ...] = ARABIC, lang: str = "ar") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    menu = '<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li></ul></nav>'
    foot = "<footer><p>جميع الحقوق محفوظة</p></footer>"
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head>'
        f"<body>{menu}<article>{body}{text}</article>{foot}</body></html>"
    )


def test_the_body_without_menu_and_footer(report: Any) -> None:
    found = report(page(), "a.html")

    assert found.text.split("\n") == list(ARABIC)
    assert found.language == "ar"


def test_json_ld_comes_first(report: Any) -> None:
    head = (
        f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'
        '<meta property="og:title" content="Another title"><meta property="og:site_name" content="Another site">'
        '<meta property="article:published_time" content="2018-01-01"><link rel="canonical" href="https://example.org/a/1">'
    )

    found = report(page(head), "a.html")

    assert found.title == "ضبط شحنة ذهب في المطار"
    assert found.outlet == "صحيفة الميناء"
    assert found.author == "سمير العمري"
    assert found.published == date(2017, 9, 12)
    assert found.url == "https://example.org/a/1"


META = [
    ('<meta property="og:title" content="ضبط شحنة ذهب">', "title", "ضبط شحنة ذهب"),
    ("<title>ضبط شحنة ذهب في المطار | صحيفة الميناء</title>", "title", "ضبط شحنة ذهب في المطار"),
    ("<title>ضبط شحنة ذهب في المطار - الميناء</title>", "title", "ضبط شحنة ذهب في المطار"),
    ('<meta property="og:site_name" content="صحيفة الميناء">', "outlet", "صحيفة الميناء"),
    ('<link rel="canonical" href="https://www.example.org/a">', "outlet", "example.org"),
    ('<meta name="author" content="سمير العمري">', "author", "سمير العمري"),
    ('<meta property="article:author" content="https://example.org/samir">', "author", None),
    ('<meta property="article:published_time" content="2017-09-12T10:00:00Z">', "published", date(2017, 9, 12)),
    ('<meta name="DC.date.issued" content="2017-09-12">', "published", date(2017, 9, 12)),
    ('<meta itemprop="datePublished" content="2017-09-12">', "published", date(2017, 9, 12)),
    ('<meta property="og:url" content="https://example.org/2017/09/12/a">', "published", date(2017, 9, 12)),
    ('<script type="application/ld+json">{broken</script>', "title", None),
    ('<script type="application/ld+json">' + "[" * 5000 + "</script>", "title", None),
]


@pytest.mark.parametrize(("head", "field", "expected"), META)
def test_what_the_head_says(report: Any, head: str, field: str, expected: object) -> None:
    assert getattr(report(page(head), "a.html"), field) == expected


def test_the_visible_title_and_moment(report: Any) -> None:
    body = '<h1>ضبط شحنة ذهب في المطار</h1><time datetime="2017-09-12T10:00">أمس</time>'

    found = report(page("<title>ضبط شحنة ذهب في المطار :: الميناء :: أخبار</title>", body), "a.html")

    assert found.title == "ضبط شحنة ذهب في المطار"
    assert found.published == date(2017, 9, 12)
    assert found.text.count("ضبط شحنة ذهب في المطار") == 1


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16"])
@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "windows-1256"])
def test_the_meta_charset_is_a_hint_and_no_more(report: Any, encoding: str, label: str) -> None:
    data = page().replace('charset="utf-8"', f'charset="{label}"').encode(encoding)

    assert ARABIC[0] in report(data, "a.html").text


def test_a_short_article_is_read(report: Any) -> None:
    assert ARABIC[0] in report(page(paragraphs=ARABIC[:1]), "a.html").text


def test_an_article_that_scripts_put_together_is_read_from_its_json_ld(report: Any) -> None:
    linked = {"@type": "NewsArticle", "headline": "ضبط شحنة ذهب", "articleBody": "\n".join(ARABIC)}
    head = f'<script type="application/ld+json">{json.dumps(linked)}</script>'

    assert ARABIC[1] in report(f'<html><head>{head}</head><body><div id="app"></div></body></html>', "a.html").text


def test_hidden_text_is_left_out_and_said(report: Any) -> None:
    hidden = '<p style="display:none">اشتر الذهب من عندنا الآن</p><p hidden>وهنا أيضا</p>'

    found = report(page(body=hidden), "a.html")

    assert "اشتر الذهب" not in found.text
    assert found.repairs == ("2 pieces of text that the page hides were left out",)


def test_an_xml_declaration_and_entities_of_its_own_do_no_harm(report: Any) -> None:
    bomb = '<?xml version="1.0" encoding="utf-8"?>' + page().replace(
        "<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    ).replace("<article>", "<article><p>&a;&b;</p>")

    found = report(bomb, "a.xhtml")

    assert ARABIC[0] in found.text
    assert "root:" not in found.text


def test_elements_within_elements_by_the_thousand_do_no_harm(readings: Any) -> None:
    data = page(body="<div>" * 5000)

    assert len(readings(data, "a.html")) == 1


MARKUP = [
    ("<p>One<br>two</p><p>three</p>", "One\ntwo\n\nthree"),
    ("<div><div>a</div> <div>b</div></div>", "a\n\nb"),
    ("a <b>bold</b> <i>word</i>", "a bold word"),
    ("<script>no</script><style>no</style>yes", "yes"),
    ("<ul><li>one</li><li>two</li></ul>", "one\n\ntwo"),
    ("A &lt; B &amp; C", "A < B & C"),
    ("<!-- no -->yes", "yes"),
    ("", ""),
]


@pytest.mark.parametrize(("markup", "text"), MARKUP)
def test_the_text_of_a_piece_of_markup(markup: str, text: str) -> None:
    assert text_of_markup(markup) == text
