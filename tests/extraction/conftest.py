from collections.abc import Callable

import pytest

from kashf.extraction import extract
from kashf.records import Record, Report

Reader = Callable[[str], Record]


@pytest.fixture(scope="session")
def read() -> Reader:
    """Reads an Arabic text as a report of its own."""

    def read_text(text: str) -> Record:
        return extract(Report("r-test", "test.txt", text, language="ar"))

    return read_text
