"""Every page in a browser: readable by all, in both languages and lights; nothing goes wrong, nobody else is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

PAGES = yaml.safe_load((Path(__file__).parent / "pages.yaml").read_text(encoding="utf-8"))
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
OF_LIGHT = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""What may be wrong in one light and right in the other."""

UNREACHED = """() => {
  const controls = "a[href], button, input, select, textarea, summary, [tabindex]";
  const missed = [...document.querySelectorAll(controls)].filter((one) => {
    if (one.type === "hidden" || one.disabled || !one.checkVisibility()) return false;
    one.focus();
    return document.activeElement !== one || one.tabIndex > 0;
  });
  const pressed = [...document.querySelectorAll("[onclick]")];
  document.activeElement.blur();
  return [...missed, ...pressed].map((one) => one.outerHTML.slice(0, 120));
}"""
"""What can be pressed and no key leads to, or out of its turn."""

pytestmark = pytest.mark.slow


def _violations(results):
    found = results.response["violations"]
    return [(each["id"], [node["html"][:200] for node in each["nodes"][:3]]) for each in found]


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ar", "dark")])
@pytest.mark.parametrize("told", PAGES, ids=lambda told: told["path"])
def test_everyone_can_read_it(tab, ids, told, language, theme):
    from axe_playwright_python.sync_playwright import Axe

    page = tab(told["path"].format(**ids), language, theme)
    assert told[language] in page.title()
    assert page.locator("html").get_attribute("dir") == {"en": "ltr", "ar": "rtl"}[language]
    assert page.locator("h1").count() == 1
    assert page.evaluate(UNREACHED) == []
    assert not _violations(Axe().run(page, options=RULES))
    page.emulate_media(color_scheme="dark" if theme == "light" else "light")
    assert not _violations(Axe().run(page, options=OF_LIGHT)), "in the other light"
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": 390, "height": 844})
    widths = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert widths[0] <= widths[1], "it does not fit a telephone"


@pytest.mark.parametrize("told", PAGES, ids=lambda told: told["path"])
def test_it_says_the_same_without_a_script(tab, ids, told):
    page = tab(told["path"].format(**ids), java_script_enabled=False)
    assert page.locator("main").inner_text().strip()
