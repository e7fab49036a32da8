"""Markup: the text of a piece of HTML, paragraph by paragraph, without looking for an article in it.

For pieces that are known to be the article: the HTML part of a mail, an article's text in JSON. For whole pages see
`pages.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["drop_unseen", "parse_markup", "text_of_element", "text_of_markup"]

_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|br|caption|d[dlt]|div|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr"
    r"|li|main|nav|[ou]l|p|pre|section|table|tbody|t[dhr]|tfoot|thead"
)
_SKIPPED = re.compile("script|style|noscript|template|svg|math|iframe|object|embed|head|title")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.\d])", re.I)


def parse_markup(text: str) -> HtmlElement | None:
    """The tree of a page or a piece of one; None where there is nothing in it. Entities of its own are not expanded."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    data = _XML_DECLARATION.sub("", text).encode("utf-8", errors="replace")
    try:
        return document_fromstring(data, parser=parser)
    except ParserError:
        return None


def drop_unseen(tree: HtmlElement) -> int:
    """Take out of a tree what a reader of the page does not see, and say how many pieces of text went."""
    hidden = [element for element in tree.iter() if isinstance(element.tag, str) and _is_hidden(element)]
    dropped = 0
    for element in hidden:
        if element.tag not in ("html", "body") and element.getparent() is not None:
            dropped += bool((element.text_content() or "").strip())
            element.drop_tree()
    return dropped


def _is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN_STYLE.search(element.get("style", "")))


def text_of_markup(markup: str) -> str:
    """The text of a piece of HTML: a line for each block, nothing of scripts, styles and what is hidden.

    >>> text_of_markup("<p>One<br>two</p><script>no</script><p>three</p>")
    'One\\ntwo\\n\\nthree'
    """
    tree = parse_markup(markup)
    if tree is None:
        return ""
    drop_unseen(tree)
    return text_of_element(tree)


def text_of_element(element: HtmlElement) -> str:
    """The text of an element, a line for each block in it."""
    pieces: list[str] = []
    skipped_until = None
    from lxml.etree import iterwalk

    for event, node in iterwalk(element, events=("start", "end")):
        if skipped_until is not None:
            if event == "end" and node is skipped_until:
                skipped_until = None
                pieces.append(node.tail or "")
            continue
        _collect(event, node, pieces)
        if event == "start" and isinstance(node.tag, str) and _SKIPPED.fullmatch(node.tag):
            skipped_until = node
    return _tidy("".join(pieces))


def _collect(event: str, node: HtmlElement, pieces: list[str]) -> None:
    if not isinstance(node.tag, str) or _SKIPPED.fullmatch(node.tag):
        return
    is_break = _BLOCKS.fullmatch(node.tag) is not None
    if event == "start":
        pieces.append(("\x00" if is_break else "") + _spaced(node.text))
    else:
        pieces.append(("\x00" if is_break and node.tag != "br" else "") + _spaced(node.tail))


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").replace("\x00", "")


def _tidy(text: str) -> str:
    """Line breaks where blocks met: one between lines, a blank line between blocks that both began and ended there."""
    lines = (line.strip() for line in text.split("\x00"))
    joined = "\n".join(lines).strip()
    return re.sub(r"\n{2,}", "\n\n", joined)
