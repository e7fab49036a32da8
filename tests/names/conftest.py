from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kashf.records import Attribution, Claim, Link, Mention, Quote, Record, Report, Span, Speaker

Named = tuple[str, str, str, dict[str, Any]]
"""A mention: its words, its kind, its key, and what else it says."""


@pytest.fixture
def report() -> Callable[..., Record]:
    """Builds a record from mentions (words, kind, key, further fields): its text is their words, a line each."""

    def build(*mentions: Named, day: int = 1, source: str = "report.txt") -> Record:
        text, found = "", []
        for words, kind, key, further in mentions:
            found.append(Mention(len(text), len(text) + len(words), words, kind, key, **further))  # type: ignore[arg-type]
            text += words + "\n"
        published = date(2020, 3, day)
        return Record(
            Report(Report.identify(text, source, None, published), source, text, published=published), tuple(found)
        )

    return build


@pytest.fixture
def speaking() -> Callable[..., Record]:
    """Builds a record of one quote and one claim by a speaker whose words have no key of the extractor's."""

    def build(name: str, title: str | None = None) -> Record:
        text = f"{name}: نقلت الشركة المال"
        quote = Quote(len(name) + 2, len(text), text[len(name) + 2 :], "قال", Speaker(name, 0, len(name), title=title))
        link = Link("person", name, 0, len(name), title=title)
        claim = Claim("c-1", "transfer", Span(quote.start, quote.end, quote.text), (), Attribution("direct", (link,)))
        return Record(
            Report(Report.identify(text, name, None, None), "speech.txt", text), (), (), (), (quote,), (claim,)
        )

    return build
