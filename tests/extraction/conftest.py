from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

from kashf.extraction import extract
from kashf.records import Record, Report

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
"""The first reading of a language loads its tables; how long that takes is no test."""
Reader = Callable[[str], Record]


@pytest.fixture(scope="session")
def read() -> Reader:
    """Reads an Arabic text as a report of its own."""

    def read_text(text: str) -> Record:
        return extract(Report("r-test", "test.txt", text, language="ar"))

    return read_text


@pytest.fixture(scope="session")
def cases() -> Callable[[Path], list[Any]]:
    """The rows of a table of cases."""
    return lambda path: yaml.safe_load(path.read_text(encoding="utf-8"))
