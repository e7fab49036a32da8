"""Files are dropped on the page, and what becomes of them is seen as it goes on, to the end."""

from __future__ import annotations

import pytest

from .conftest import opening, serving

pytestmark = pytest.mark.slow
SEEN = """
document.addEventListener("DOMContentLoaded", () => {
  const counted = document.querySelector("[data-count=new]");
  if (!counted) return;
  const note = () => {
    const seen = JSON.parse(sessionStorage.getItem("seen") || "[]");
    sessionStorage.setItem("seen", JSON.stringify([...seen, [counted.textContent, performance.timeOrigin]]));
  };
  note();
  new MutationObserver(note).observe(counted, { childList: true, characterData: true, subtree: true });
});
"""
DROP = """(field, files) => {
  const carried = new DataTransfer();
  for (const [name, text] of files) carried.items.add(new File([text], name));
  field.files = carried.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}"""


def _told(number):
    return f"Bank {number} closed\n\nThe minister said that group {number} sold oil for ${number} million in Rome."


@pytest.mark.parametrize(("language", "failed"), [("en", "broken.pdf"), ("ar", "broken.pdf")])
def test_several_files_are_followed_and_what_failed_is_listed_with_a_remedy(browser, ledger, language, failed):
    files = [(f"report {number}.txt", _told(number)) for number in range(1, 9)]
    files.insert(3, (failed, "%PDF-1.7 nothing of a PDF"))
    with serving(ledger) as address, opening(browser, address) as tab:
        page = tab("/reading", language)
        page.context.add_init_script(SEEN)
        page.locator("input[type=file]").evaluate(DROP, files)
        chosen = page.locator(".chosen").inner_text()
        assert "report 1.txt" in chosen
        assert failed in chosen
        page.locator("main form button").click()
        page.wait_for_url("**/reading/1")
        assert page.locator("progress").count() == 1
        page.locator("#troubles").wait_for(timeout=120_000)
        assert page.locator("progress").count() == 0
        assert page.locator("[data-count=new]").inner_text() == "8"
        trouble = page.locator("section", has=page.locator("#troubles")).inner_text()
        assert failed in trouble
        assert "PDF" in trouble.replace(failed, "")
        counts = page.evaluate("JSON.parse(sessionStorage.getItem('seen'))")
        live = [int(count) for count, page_of in counts if page_of == counts[0][1]]
        assert live == sorted(live)
        assert len(set(live)) > 1, "counted while the page stood"
        page.get_by_role("link", name="report 1.txt").click()
        assert "Bank 1 closed" in page.locator("h1").inner_text()
