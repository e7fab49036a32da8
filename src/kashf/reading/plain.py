"""Plain text: one file, one report; the first line is its title where it looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kashf.reading.encodings import decode
from kashf.reading.files import Draft, File, Yielded
from kashf.reading.options import ReadingOptions

__all__ = ["read_plain"]

_MARKDOWN = (".md", ".markdown")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.M)


def read_plain(file: File, _options: ReadingOptions) -> Iterator[Yielded]:
    """The report that a text file is. Raises ReadingError where it is no text."""
    decoded = decode(file)
    text = _HEADING.sub(r"\1", decoded.text) if file.suffix in _MARKDOWN else decoded.text
    yield Draft(file.location, text, repairs=decoded.repairs, headed=True, wrapped=True)
