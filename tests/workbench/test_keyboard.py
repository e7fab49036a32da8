"""Everything by keyboard."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.slow


def test_a_slash_goes_to_the_search(tab):
    page = tab("/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "finder"
    page.keyboard.type("داعش")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    assert page.locator(".hits > li").count() > 0


@pytest.mark.parametrize(("letter", "path"), [("o", "/"), ("r", "/reports"), ("s", "/search")])
def test_g_and_a_letter_go_to_a_page(tab, letter, path):
    page = tab("/reports")
    page.keyboard.press("g")
    page.keyboard.press(letter)
    page.wait_for_url(f"**{path}")


def test_a_question_mark_shows_the_keys_and_they_can_be_switched_off(tab):
    page = tab("/")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert not page.locator("#keys").is_visible()


def test_j_and_k_go_through_what_is_listed(tab):
    page = tab("/reports")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.href")
    page.keyboard.press("k")
    first = page.evaluate("document.activeElement.href")
    links = page.locator(".reports > li > a").evaluate_all("all => all.map((one) => one.href)")
    assert [first, second] == links[:2]


def test_the_first_key_skips_to_the_content(tab):
    page = tab("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_what_has_the_focus_can_be_seen(tab):
    page = tab("/")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_a_claim_and_its_words_are_shown_together(tab, ids):
    page = tab(f"/reports/{ids['report']}")
    reference = page.locator(".text .at").first
    reference.focus()
    page.keyboard.press("Enter")
    claim = page.locator(".claim.chosen")
    claim.first.wait_for()  # the page goes to the claim before it marks it
    assert claim.count() == 1
    assert claim.locator(".chain li").count() > 0
    marked = page.locator(".text .in-claim.chosen")
    assert marked.count() > 0
    claim.locator(".number").focus()
    page.keyboard.press("Enter")
    assert "#at-c-" in page.url


def test_layers_of_the_text_can_be_switched(tab, ids):
    page = tab(f"/reports/{ids['report']}")
    shown = "getComputedStyle(document.querySelector('.text .in-claim')).textDecorationLine"
    assert page.evaluate(shown) == "underline"
    page.locator("#layer-claim").focus()
    page.keyboard.press("Space")
    assert page.evaluate(shown) == "none"


def test_more_of_a_list_comes_in_its_place(tab):
    page = tab("/")
    before = page.locator(".heaviest .statement").count()
    page.locator(".heaviest .more a").focus()
    page.keyboard.press("Enter")
    page.locator(".heaviest .statement").nth(before).wait_for()
    assert page.url.endswith("/")


def test_language_and_light_can_be_chosen(tab):
    page = tab("/reports")
    page.get_by_role("button", name="العربية").click()
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.locator("button.theme[value=dark]").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.url.endswith("/reports")
