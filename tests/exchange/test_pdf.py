"""Pages are printed by a Chromium that is there; where there is none, that is said."""

from __future__ import annotations

import shutil

import pypdfium2
import pytest

from kashf.errors import ExchangeError
from kashf.exchange.html import brief_html
from kashf.exchange.pdf import BROWSERS, print_page


@pytest.mark.slow
@pytest.mark.skipif(not any(map(shutil.which, BROWSERS)), reason="needs Chromium")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_brief_is_printed_with_all_its_text(made, tmp_path, language):
    print_page(brief_html(made(language)), tmp_path / "brief.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "brief.pdf")
    text = "".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    document.close()
    assert "smuggled at least 350 kg of gold" in " ".join(text.split())


def test_no_browser_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(ExchangeError, match=r"printed by Chromium, and there is none"):
        print_page("<p>text", tmp_path / "page.pdf")


def test_a_browser_that_prints_nothing_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: "/bin/false")
    with pytest.raises(ExchangeError, match=r"printed nothing"):
        print_page("<p>text", tmp_path / "page.pdf")
    assert not (tmp_path / "page.pdf").exists()
