"""Credits to an agency: in the dateline («واشنطن (رويترز) -»), in the by-line, or in brackets at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kashf.extraction.draft import Draft, Scope
from kashf.language.loading import LANGUAGES, read_table
from kashf.records import Link

__all__ = ["credit"]

HEAD = 70
"""Characters of a text within which a dateline credits an agency."""
TAIL = 40


def credit(draft: Draft) -> Iterator[Scope]:
    """The scope of an agency that a report is credited to: all of the text, which stays the outlet's own voice."""
    match = _found(draft)
    if match is None or (draft.report.outlet or "").casefold() == match.group("agency").casefold():
        return
    start, end = match.span("agency")
    link = Link("outlet", draft.text[start:end], start, end)
    yield Scope(0, len(draft.text), (link,), own=True, depth=-1)


def _found(draft: Draft) -> re.Match[str] | None:
    text = draft.text
    lead, tail = _patterns(draft.language)
    if lead is None or tail is None:
        return None
    for region in draft.report.regions:
        if region.kind in ("dateline", "byline"):
            match = lead.search(text, region.start, region.end)
            if match is not None:
                return match
    body = next((region for region in draft.report.regions if region.kind == "body"), None)
    start = body.start if body is not None else 0
    opening = lead.search(text, start, min(len(text), start + HEAD))
    end = len(text.rstrip())
    return opening or tail.search(text, max(0, end - TAIL), end)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    if language not in LANGUAGES:
        return None, None
    names = sorted(read_table(language, "reporting").get("agencies", ()), key=len, reverse=True)
    if not names:
        return None, None
    agency = "(?P<agency>" + "|".join(re.escape(name).replace(r"\ ", r"[\s.]*") for name in names) + ")"
    lead = rf"(?:^|[\s(\-–—،,«])\s*{agency}\s*(?:\)|[-–—:])"
    return re.compile(lead), re.compile(rf"[(\[«]\s*{agency}\s*[)\]»]\s*[.]?$")
