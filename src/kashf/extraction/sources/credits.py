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
_BY = r"(?i:(?:with|avec|sources?\s*:|المصدر\s*:|المصادر\s*:|источник\s*:|с)\s*)?"
"""What may stand before the agency in a credit at the end: "With agencies", «المصدر: رويترز»."""


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
    leads, tails = _patterns(draft.language)
    for region in draft.report.regions:
        if region.kind in ("dateline", "byline"):
            match = _first(leads, text, region.start, region.end)
            if match is not None:
                return match
    body = next((region for region in draft.report.regions if region.kind == "body"), None)
    start = body.start if body is not None else 0
    end = len(text.rstrip())
    opening = _first(leads, text, start, min(len(text), start + HEAD))
    return opening or _first(tails, text, max(0, end - TAIL), end)


def _first(patterns: tuple[re.Pattern[str], ...], text: str, start: int, end: int) -> re.Match[str] | None:
    return next((match for one in patterns if (match := one.search(text, start, end)) is not None), None)


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """The patterns of a credit at the head and at the tail of a report; none for a language without agencies."""
    if language not in LANGUAGES:
        return (), ()
    names = sorted(read_table(language, "reporting").get("agencies", ()), key=len, reverse=True)
    if not names:
        return (), ()
    agency = "(?P<agency>" + "|".join(re.escape(name).replace(r"\ ", r"[\s.]*") for name in names) + ")"
    leads = (
        rf"(?:^|[\s(\-–—،,«/])\s*{agency}\s*(?:\)|[-–—:/])",
        rf"[-–—]\s*{agency}\.(?=\s)",  # «БЕЙРУТ, 12 мая — РИА Новости. …»
    )
    further = r"(?:\s*(?:,|،|/|et|and|и|و)\s*[\w.]+)?"
    tails = (
        rf"[(\[«/]\s*{_BY}{agency}{further}\s*[)\]»/]\s*[.]?$",
        rf"(?:\n|[.!?؟»”\"]\s*)(?:[-–—]\s*)?{_BY}{agency}{further}\s*[.]?$",
    )
    return tuple(map(re.compile, leads)), tuple(map(re.compile, tails))
