"""What `make demo` shows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kashf.cli.demo import can_show_pages

ROOT = Path(__file__).parents[2]
WAIT_SECONDS = 180


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder the demonstration has run in, and what it has printed."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "examples").symlink_to(ROOT / "examples")
    command = [sys.executable, "-m", "kashf.cli.demo"]
    surroundings = {**os.environ, "CI": "1", "COLUMNS": "100"}
    done = subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, encoding="utf-8", timeout=WAIT_SECONDS, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder, done.stdout


@pytest.mark.slow
def test_all_reports_are_read(shown: tuple[Path, str]) -> None:
    assert "new: 27" in shown[1]


@pytest.mark.slow
@pytest.mark.parametrize("page", ["brief.html", "brief-ar.html"])
def test_the_page_is_written_and_pointed_at(shown: tuple[Path, str], page: str) -> None:
    folder, printed = shown
    assert f"demo/{page}" in printed
    assert (folder / "demo" / page).read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.slow
@pytest.mark.parametrize(("page", "sign"), [("brief.html", 'lang="en"'), ("brief-ar.html", 'dir="rtl"')])
def test_each_page_is_in_its_language(shown: tuple[Path, str], page: str, sign: str) -> None:
    head = (shown[0] / "demo" / page).read_text(encoding="utf-8")[:2000]
    assert sign in head


@pytest.mark.parametrize(
    ("platform", "surroundings", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "CI": "true"}, False),
        ("linux", {"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "a b"}, False),
        ("darwin", {}, True),
        ("win32", {}, True),
        ("win32", {"CI": "1"}, False),
    ],
)
def test_a_browser_opens_only_before_someone(platform: str, surroundings: dict[str, str], expected: bool) -> None:
    assert can_show_pages(platform, surroundings) is expected
