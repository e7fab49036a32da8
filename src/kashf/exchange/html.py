"""The brief as one page of HTML that needs nothing else: no network, no fonts, no script.

Everything a report says is escaped by the template engine; the page's own policy forbids whatever might slip through.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from kashf.exchange.svg import drawing
from kashf.views.brief import Brief
from kashf.views.texts import isolated
from kashf.views.words import words

__all__ = ["brief_html"]

ROWS = 80
SHOWN = 40
"""Rows of the table of figures, and statements of a group or people, that stand open; a reader unfolds the rest."""
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def brief_html(brief: Brief) -> str:
    """The page, in the brief's language and direction."""
    spoken = words(brief.language)
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            brief=brief,
            words=spoken,
            say=spoken.say,
            drawing=drawing(brief.money_map, brief.direction),
            style=files("kashf.exchange").joinpath("templates/brief.css").read_text(encoding="utf-8"),
            shown=SHOWN,
            most_rows=ROWS,
            contents=_contents(brief),
            people={person.anchor for person in brief.people},
        )
    )


def _contents(brief: Brief) -> tuple[tuple[str, int | None], ...]:
    """The sections in their order, with how much is in them."""
    return (
        ("heaviest", None),
        ("map", None),
        ("claims", brief.head.statements),
        ("figures", len(brief.figures)),
        ("conflicts", len(brief.conflicts)),
        ("checks", len(brief.checks)),
        ("people", len(brief.people)),
        ("sources", len(brief.sources)),
        ("stories", len(brief.stories)),
        ("unknown", None),
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kashf.exchange"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["tag"] = _language_tag
    environment.filters["isolated"] = isolated
    environment.filters["iso"] = lambda day: day.isoformat()
    return environment


def _language_tag(language: str | None) -> str | None:
    """A language code that may stand in a `lang` attribute; None for anything else."""
    return language if language and _LANGUAGE_TAG.fullmatch(language) else None
