"""Pages: the article of a web page. The body by trafilatura (Barbaresi 2021), what the page says of itself by our own.

Where trafilatura finds little, what the page's JSON-LD carries or the text of its one `article` or `main` element is
taken instead, whichever is longest.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kashf.errors import ReadingError
from kashf.reading.encodings import decode
from kashf.reading.fields import plain_words
from kashf.reading.files import Draft, File, Yielded
from kashf.reading.markup import drop_unseen, parse_markup, text_of_element, text_of_markup
from kashf.reading.normalising import has_letters
from kashf.reading.options import ReadingOptions
from kashf.reading.page_facts import PageFacts, forward_address, gather_facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_page"]

ENOUGH = 200
"""Characters; an extracted text that is shorter is compared with what else the page offers."""
MOST_ELEMENTS = 30_000
"""A page with more of them is a trap or a table; news pages have 2,000 to 8,000. So many take about three seconds."""

_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)


def read_page(file: File, _options: ReadingOptions) -> Iterator[Yielded]:
    """The article of a page; a page without one is a problem."""
    labels = [label.decode("ascii", errors="replace") for label in _CHARSET.findall(file.data[:4096])]
    decoded = decode(file, labels)
    tree = parse_markup(decoded.text)
    if tree is None or len(tree) == 0:
        raise file.error("is a page with nothing on it.", "Save the article's page again.", "empty")
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise file.error(
            f"is a page of more than {MOST_ELEMENTS:,} elements.",
            "Save the article itself as text or PDF.",
            "too_large",
        )
    facts = gather_facts(tree)
    target = forward_address(tree)
    hidden = drop_unseen(tree)
    text = _body(tree, facts)
    if not has_letters(text):
        raise _nothing(file, target)
    notes = (f"{hidden} pieces of text that the page hides were left out",) if hidden else ()
    yield Draft(
        file.location,
        text,
        title=facts.title,
        outlet=facts.outlet,
        author=facts.author,
        url=facts.url,
        language=facts.language,
        published=facts.published,
        repairs=(*decoded.repairs, *notes),
    )


def _nothing(file: File, target: str | None) -> ReadingError:
    if target:
        return file.error(f"only forwards to {target}.", "Save the page it leads to.", "empty")
    return file.error(
        "is a page without an article on it.",
        "Save the article's own page, opened to its end; pages that are put together by scripts as PDF.",
        "empty",
    )


def _body(tree: HtmlElement, facts: PageFacts) -> str:
    """The article's text: the best of what is offered."""
    extracted = _extract(tree)
    if len(extracted) >= ENOUGH:
        return extracted
    linked = plain_words(facts.body) or ""
    linked = text_of_markup(linked) if "<" in linked else linked
    return max(extracted, linked, _only_element(tree), key=len)


def _extract(tree: HtmlElement) -> str:
    from trafilatura import extract

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        return extract(tree, output_format="txt", include_comments=False, include_tables=True) or ""
    except RecursionError:
        return ""


def _only_element(tree: HtmlElement) -> str:
    """The text of the page's one `article` or `main` element."""
    for name in ("article", "main"):
        found = list(tree.iter(name))
        if len(found) == 1:
            return text_of_element(found[0])
    return ""
