"""A page printed as PDF by Chromium without a window, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from kashf.errors import ExchangeError

__all__ = ["BROWSERS", "can_print", "installed_browser", "print_page"]

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SECONDS = 180
"""A brief of a hundred reports is printed in some five seconds."""
_FLAGS = (
    *("--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-pdf-header-footer", "--disable-sync"),
    *("--generate-pdf-document-outline",),
    *("--disable-background-networking", "--disable-component-update"),
)


def can_print() -> bool:
    """Whether a browser that prints is installed."""
    return installed_browser() is not None


def installed_browser() -> str | None:
    """The path of the first browser that is there; None where none is."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def print_page(page: str, path: Path) -> None:
    """Print a page of HTML that needs nothing else to a path. Raises ExchangeError where no browser is there, or it
    prints nothing."""
    browser = installed_browser()
    if browser is None:
        raise ExchangeError(
            "A PDF is printed by Chromium, and there is none. Install it, or print the page of --html from any browser."
        )
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, encoding="utf-8")
        told = _run(browser, source, target)
        if not target.is_file():
            raise ExchangeError(f"{browser} printed nothing: {told}. Print the page of --html from a browser instead.")
        shutil.copyfile(target, path)


def _run(browser: str, source: Path, target: Path) -> str:
    """What the browser had to say."""
    flags = [*_FLAGS, f"--user-data-dir={source.parent / 'profile'}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # Chromium refuses to run sandboxed for the superuser
        flags.append("--no-sandbox")
    command = [browser, *flags, f"--print-to-pdf={target}", source.as_uri()]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own words
    except subprocess.TimeoutExpired:
        return f"no end after {SECONDS} seconds"
    return done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
