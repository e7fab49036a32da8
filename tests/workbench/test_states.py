"""Pages that are no one thing's: with nothing in the ledger, with what was found, refused, or before one signed in."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from kashf.ledger import Writer
from kashf.workbench import Accounts, Settings
from kashf.workbench.interface import navigation

from .conftest import PASSWORD, opening, serving
from .test_pages import RULES, _violations

pytestmark = pytest.mark.slow
BOTH = pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ar", "dark")])
LOOKS = [("en", "light"), ("ar", "dark"), ("en", "dark"), ("ar", "light")]
EMPTY = [*(one.path for one in navigation()), "/statements", "/removals", "/search?q=gold", "/overview/heaviest"]
REFUSED = [
    ("/nothing/here", 404),
    ("/reports/r-0000000000000000", 404),
    ("/reports?since=soon", 422),
    ("/money?type=nonsense", 422),
    ("/screening/0000000000000000", 404),
]


def _can_be_read_by_all(page):
    assert page.locator("h1").count() == 1
    assert not _violations(Axe().run(page, options=RULES))
    page.set_viewport_size({"width": 390, "height": 844})
    widths = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert widths[0] <= widths[1], "it does not fit a telephone"


@pytest.fixture(scope="module")
def nothing(tmp_path_factory):
    """The address of the workbench of an empty ledger."""
    ledger = tmp_path_factory.mktemp("empty") / "kashf.db"
    with Writer(ledger):
        pass
    with serving(ledger) as address:
        yield address


@pytest.mark.parametrize(("path", "language", "theme"), [(path, *LOOKS[at % 4]) for at, path in enumerate(EMPTY)])
def test_of_an_empty_ledger_every_page_says_that_and_what_to_do(browser, nothing, path, language, theme):
    with opening(browser, nothing) as tab:
        page = tab(path, language, theme)
        assert page.locator("main").inner_text().strip()
        _can_be_read_by_all(page)


@pytest.mark.parametrize(
    ("path", "status", "language", "theme"), [(*row, *LOOKS[at % 4]) for at, row in enumerate(REFUSED)]
)
def test_what_is_refused_is_told_on_a_page(browser, served, path, status, language, theme):
    context = browser.new_context(locale=language, color_scheme=theme, base_url=served)
    page = context.new_page()
    assert page.goto(path).status == status
    assert page.locator("main").inner_text().strip()
    assert page.locator("nav a").count() > 5, "the way to all other pages"
    _can_be_read_by_all(page)
    context.close()


SCREENED = {"names": "Dmitry Feoktistov\nNobody Atall", "text": "قال دميترى فيوكتيستوف ان المصرف مغلق"}


@BOTH
@pytest.mark.parametrize("what", SCREENED)
def test_what_was_screened(tab, language, theme, what):
    page = tab("/screening", language, theme)
    page.locator(f"input[value={what}]").check()
    page.locator("textarea").fill(SCREENED[what])
    page.locator("main form button").first.click()
    page.locator("[role=status].told").wait_for()
    assert page.locator(".hit").count() > 0
    for folded in page.locator("main details:not([open]) > summary").all():
        folded.click()
    _can_be_read_by_all(page)


@BOTH
def test_what_can_not_be_screened(browser, served, language, theme):
    context = browser.new_context(locale=language, color_scheme=theme, base_url=served)
    page = context.new_page()  # what is refused is an error to the console
    page.goto("/screening")
    page.locator("main form button").first.click()
    page.locator("[role=alert]").wait_for()
    _can_be_read_by_all(page)
    context.close()


@BOTH
def test_before_one_has_signed_in(browser, ledger, tmp_path, language, theme):
    accounts = Accounts(tmp_path / "accounts")
    accounts.add("rana", "reader", PASSWORD)
    with serving(Settings(ledger, accounts.path, renews=False)) as address:
        context = browser.new_context(locale=language, color_scheme=theme, base_url=address)
        page = context.new_page()
        page.goto("/reports?outlet=a")
        assert "/sign-in" in page.url
        _can_be_read_by_all(page)
        page.set_viewport_size({"width": 1280, "height": 800})
        page.locator("input[name=name]").fill("rana")
        page.keyboard.press("Tab")
        page.keyboard.type("not this one")
        page.keyboard.press("Enter")
        page.locator("[role=alert]").wait_for()
        _can_be_read_by_all(page)
        page.locator("input[name=password]").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/reports?outlet=a")
        assert "rana" in page.locator(".who").text_content()
        context.close()
