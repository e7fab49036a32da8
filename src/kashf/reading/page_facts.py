"""What a page says of itself: title, outlet, author, date, language and address.

The page's JSON-LD (schema.org articles) comes before its meta tags (Open Graph, Dublin Core, Parse.ly and others,
listed in `fields.yaml`), and these before what can be seen on it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kashf.reading.cleaning import is_same_line
from kashf.reading.fields import Fields, known_language, load_names, plain_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["PageFacts", "forward_address", "gather_facts"]

_SITE_JOINT = re.compile(r"\s+(?:[|»•·]|::|[-–—])\s+")
"""What stands between a page's title and the site's name."""
_FORWARD = re.compile(r"url\s*=\s*['\"]?\s*([^'\"\s>]+)", re.I)
MOST_SITE_WORDS = 5
FEWEST_TITLE_WORDS = 3
MOST_LAYERS = 6


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself, None where it does not; `body` is the article's text in its JSON-LD."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: object = None
    body: str | None = None


def gather_facts(tree: HtmlElement) -> PageFacts:
    """The facts of a page."""
    article = next(_linked_articles(tree), Fields({}))
    tags = _meta_tags(tree)
    outlet = _outlet_name(article) or _meta(tags, "outlet")
    return PageFacts(
        title=_title(tree, article, tags, outlet),
        outlet=outlet,
        author=article.words("author") or _meta_author(tags),
        url=_canonical(tree, article, tags),
        language=known_language(article.words("language") or tree.get("lang") or _meta(tags, "language")),
        published=article.published() or _meta(tags, "published") or _visible_date(tree),
        body=plain_words(article.get("articlebody")),
    )


# JSON-LD


def _linked_articles(tree: HtmlElement) -> Iterator[Fields]:
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", ""):
            yield from _articles_in(_parse(script.text_content()))


def _parse(text: str) -> Any:
    try:
        return json.loads(text, strict=False, parse_int=str)
    except (ValueError, RecursionError):
        return None


def _articles_in(value: Any, layers: int = MOST_LAYERS) -> Iterator[Fields]:
    if not layers:
        return
    if isinstance(value, list):
        for item in value:
            yield from _articles_in(item, layers - 1)
    elif isinstance(value, Mapping):
        fields = Fields(value)
        if _types(fields) & load_names().article_types:
            yield fields
        yield from _articles_in(fields.get("graph"), layers - 1)


def _types(fields: Fields) -> set[str]:
    types = fields.get("type")
    return {str(kind).lower() for kind in (types if isinstance(types, list) else [types])}


def _outlet_name(article: Fields) -> str | None:
    return plain_words(article.get("publisher")) or plain_words(article.get("sourceorganization"))


# meta tags


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            tags.setdefault(name.strip().lower(), content)
    return tags


def _meta(tags: Mapping[str, str], field: str) -> str | None:
    return next((tags[name] for name in load_names().meta[field] if name in tags), None)


def _meta_author(tags: Mapping[str, str]) -> str | None:
    """An author's name; addresses of profile pages, which some pages give for one, are none."""
    author = _meta(tags, "author")
    return None if author and author.startswith("http") else author


# the page itself


def _title(tree: HtmlElement, article: Fields, tags: Mapping[str, str], outlet: str | None) -> str | None:
    """The headline without the site's name behind it."""
    headline = article.words("title")
    if headline:
        return headline
    given = _meta(tags, "title") or " ".join((tree.findtext(".//title") or "").split())
    headings = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    shown = next((heading for heading in headings if heading and heading in given), None)
    if shown and len(shown.split()) >= FEWEST_TITLE_WORDS:
        return shown
    return _without_site(given, outlet) or next(filter(None, headings), None)


def _without_site(title: str, outlet: str | None) -> str:
    parts = _SITE_JOINT.split(title)
    first, last = parts[0], parts[-1]
    is_site = len(last.split()) <= MOST_SITE_WORDS and len(first.split()) >= FEWEST_TITLE_WORDS
    if len(parts) > 1 and ((outlet and is_same_line(last, outlet)) or is_site):
        return title[: title.rindex(last)].rstrip(" |»•·:-–—")
    return title


def _canonical(tree: HtmlElement, article: Fields, tags: Mapping[str, str]) -> str | None:
    linked = (link.get("href", "") for link in tree.iter("link") if link.get("rel", "").lower() == "canonical")
    found = (*linked, _meta(tags, "url") or "", article.address() or "")
    return next((address for address in found if address.startswith(("http://", "https://"))), None)


def _visible_date(tree: HtmlElement) -> str | None:
    """The first moment marked up as one, in the article before anywhere else."""
    places = [*tree.iter("article"), *tree.iter("main"), tree]
    moments = (moment for place in places for moment in place.iter("time"))
    return next((stamp for moment in moments if (stamp := moment.get("datetime"))), None)


def forward_address(tree: HtmlElement) -> str | None:
    """Where a page that is only a signpost sends its visitors (meta refresh)."""
    for element in tree.iter("meta"):
        if element.get("http-equiv", "").lower() == "refresh":
            found = _FORWARD.search(element.get("content") or "")
            return found[1] if found else None
    return None
