"""Going back to a page of ours, and to none of anybody else's."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from fastapi.responses import RedirectResponse

from kashf.workbench.rendering import address

__all__ = ["returned", "within"]

_OURS = re.compile(r"/(?![/\\])[^\\\s\x00-\x1f\x7f]*")


def within(wanted: str) -> str:
    """The address where it is one of ours, without a language in its query; else the first page."""
    if not _OURS.fullmatch(wanted) or not wanted.isascii():
        return "/"
    told = urlsplit(wanted)
    return address(told.path, {key: value for key, value in parse_qsl(told.query) if key != "language"})


def returned(wanted: str) -> RedirectResponse:
    """Send a reader on to an address of ours."""
    return RedirectResponse(within(wanted), 303)
