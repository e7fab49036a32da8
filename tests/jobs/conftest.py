"""Folders of small reports, and rooms that read them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest


@pytest.fixture
def fakes(monkeypatch):
    """The stand-in rooms, importable by this process and its workers."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    import fake_rooms

    yield fake_rooms
    sys.modules.pop("fake_rooms", None)


@pytest.fixture
def folder(tmp_path):
    """A folder, and a way to put files into it: `folder.write(a="text")` writes a.txt."""
    return Folder(tmp_path / "reports")


class Folder:
    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()

    def __str__(self) -> str:
        return str(self.path)

    def write(self, **texts: str | bytes) -> None:
        for name, text in texts.items():
            content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
            (self.path / f"{name}.txt").write_bytes(content)
