"""Every page on paper: what is read and nothing else, black on white, whole, with the addresses of what it rests on."""

from __future__ import annotations

import pytest

from .conftest import PAGES

pytestmark = pytest.mark.slow
A4 = {"width": 680, "height": 1000}
"""What is left of A4 between the margins, in CSS pixels."""
HIDDEN = "nav, form, search, button, input, select, textarea, dialog, .skip, .more, .taken, .zoom"
SHOWN_YET = f"""() => [...document.querySelectorAll("{HIDDEN}")].filter((one) => one.checkVisibility())
  .map((one) => one.outerHTML.slice(0, 120))"""
PALE = """() => {
  const light = (told) => {
    const [r, g, b, a = 1] = told.match(/[\\d.]+/g).map(Number);
    const linear = (one) => one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4;
    return a ? 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) : 1;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const one = node.parentElement;
    if (!node.data.trim() || !one.checkVisibility() || one.closest(".unseen, svg, script, title")) continue;
    const style = getComputedStyle(one);
    if (light(style.color) > 0.06) found.add(`${style.color} ${one.outerHTML.slice(0, 80)}`);
  }
  const paper = getComputedStyle(document.body).backgroundColor;
  if (light(paper) < 0.99) found.add(`paper ${paper}`);
  return [...found].slice(0, 5);
}"""
CUT = """() => {
  const wide = document.documentElement.clientWidth;
  return [...document.body.querySelectorAll("*")].filter((one) => {
    if (!one.checkVisibility() || one.closest(".unseen, svg *")) return false;
    const at = one.getBoundingClientRect();
    const cut = getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
    const low = getComputedStyle(one).overflowY !== "visible" && one.scrollHeight > one.clientHeight + 1;
    return at.width && (at.left < -1 || at.right > wide + 1 || cut || (low && one.tagName !== "BODY"));
  }).map((one) => one.outerHTML.slice(0, 120)).slice(0, 5);
}"""
ADDRESSED = """() => {
  const after = (one) => getComputedStyle(one, "::after").content;
  const links = [...document.querySelectorAll("a[href^='http'], .where > a[href*='/reports/r-']")];
  return links.filter((one) => one.checkVisibility() && !after(one).includes(one.getAttribute("href").slice(-20)))
    .map((one) => one.outerHTML.slice(0, 120));
}"""


IN_TURN = [pytest.param(told, ("en", "ar")[at % 2], id=told["path"]) for at, told in enumerate(PAGES)]
"""Every page, one in English and the next in Arabic: what is set on paper hangs on no word."""


@pytest.mark.parametrize(("told", "language"), IN_TURN)
def test_on_paper_stands_what_is_read(tab, ids, told, language):
    page = tab(told["path"].format(**ids), language, "dark", viewport=A4)
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN_YET) == []
    assert page.evaluate(PALE) == []
    assert page.evaluate(CUT) == []
    assert page.evaluate(ADDRESSED) == []
    assert page.locator("h1").count() == 1
    own = page.locator(".own-address")
    assert told["path"].format(**ids).partition("?")[0] in own.inner_text()


def test_sentences_are_unfolded_on_paper(tab, ids):
    page = tab("/overview/heaviest", viewport=A4)
    folded = page.locator(".statement blockquote").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.bounding_box()["height"] > 10
