"""Briefs to write: of the invented dossier, and of one that is laced with hostile text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kashf.views import Brief, BriefOptions, Dossier, brief

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'}}{{7*7}}{% raw %}",
    "</style></title></svg></bdi><b>&amp;",
    "\u202egnirts desrever\u202c\u2067\u2069\u2069",
    "[link](javascript:alert(1)) *bold* `code` | cell | <b> --- $x$ @cite ~~no~~ ![x](y)",
    "javascript:alert(1)",
    "\x00\x1b[31m\ud800\r",
)


@pytest.fixture
def made(invented: Dossier, options: Callable[..., BriefOptions]) -> Callable[..., Brief]:
    """The brief of the invented dossier: `made("ar", about=...)`."""
    return lambda language="en", **changed: brief(invented, options(language=language, **changed))


@pytest.fixture(params=HOSTILE, ids=lambda text: ascii(text)[:20])
def hostile(
    request: pytest.FixtureRequest, invented_with: Callable[[str], Dossier], options: Callable[..., BriefOptions]
) -> Brief:
    """A brief of reports in which hostile text stands between any two words."""
    return brief(invented_with(request.param), options(ledger=request.param))
