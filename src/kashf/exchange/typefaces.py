"""The fonts that the workbench ships, as a style sheet that holds them itself, for pages that are printed."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from importlib.resources import files

__all__ = ["embedded"]

_STATIC = files("kashf").joinpath("workbench", "static")
"""They are in the wheel once, where the workbench serves them from; nothing of it is imported."""
_FILE = re.compile(r'url\("\.\./fonts/([a-z0-9-]+\.woff2)"\)')


@cache
def embedded() -> str:
    """`@font-face` rules for "Kashf Sans" and "Kashf Serif" (IBM Plex and Noto Naskh Arabic) with the fonts in them,
    some 600 kB."""
    rules = _STATIC.joinpath("css", "fonts.css").read_text(encoding="utf-8")
    return _FILE.sub(lambda named: f'url("data:font/woff2;base64,{_encoded(named[1])}")', rules)


def _encoded(name: str) -> str:
    return b64encode(_STATIC.joinpath("fonts", name).read_bytes()).decode("ascii")
