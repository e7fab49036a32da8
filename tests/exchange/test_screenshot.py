from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kashf.exchange.html import brief_html
from kashf.views import Brief

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_browser_shows_the_page(made: Callable[..., Brief], tmp_path: Path, language: str, width: int) -> None:
    page, picture = tmp_path / "brief.html", tmp_path / "brief.png"
    page.write_text(brief_html(made(language)), encoding="utf-8")
    asked = [f"--user-data-dir={tmp_path / 'profile'}", f"--window-size={width},2000", f"--screenshot={picture}"]
    subprocess.run([str(CHROMIUM), *FLAGS, *asked, page.as_uri()], check=True, capture_output=True, timeout=60)
    blank = 12_000
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > blank
