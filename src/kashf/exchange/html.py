"""The brief as one page of HTML that needs nothing else: no network, no fonts, no script; and the same set for paper.

Everything a report says is escaped by the template engine; the page's own policy forbids whatever might slip through.
On paper nothing unfolds: findings, pictures, conflicts, sources and method come first and whole, what stands behind
them follows in annexes, set close, each sentence once. The fonts are in it, so that it looks alike on every machine.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from kashf.exchange.svg import drawing
from kashf.exchange.typefaces import embedded
from kashf.views.bars import bars
from kashf.views.brief import Brief
from kashf.views.people import Person
from kashf.views.texts import isolated, running, shortened
from kashf.views.words import words
from kashf.views.world import outlines

__all__ = ["brief_html"]

ROWS = 80
SHOWN = 40
"""Rows of the table of figures, and statements of a group or people, that stand open; a reader unfolds the rest."""
MOST_FURTHER = 4
MOST_TOLD = 6
"""Sentences behind a statement, and statements of a day, that are printed; the page has all."""
ACTIVE = 2
MOST_PRINTED, MOST_NAMED = 36, 120
"""Names without a standing, a title or so many claims, and those behind so many, are printed as names alone, up to so
many of them."""
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def brief_html(brief: Brief, *, printed: bool = False) -> str:
    """The page, in the brief's language and direction; `printed` sets it for paper."""
    spoken, times = words(brief.language), brief.pictures.times
    told = [person.anchor for person in brief.people[:MOST_PRINTED] if _is_prominent(person)]
    others = [person.anchor for person in brief.people if person.anchor not in told]
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            brief=brief,
            words=spoken,
            say=spoken.say,
            drawing=drawing(brief.money_map, brief.direction),
            land="".join(country["outline"] for country in outlines().values()) if brief.pictures.world else "",
            bars=bars(times, brief.direction) if times else None,
            style=files("kashf.exchange").joinpath("templates/brief.css").read_text(encoding="utf-8"),
            faces=embedded() if printed else "",
            printed=printed,
            shown=SHOWN,
            most_rows=ROWS,
            most_further=MOST_FURTHER,
            most_told=MOST_TOLD if printed else SHOWN,
            most_named=MOST_NAMED,
            contents=_contents(brief),
            people={*told, *(others[:MOST_NAMED] if printed else others)},
            told_people=told,
        )
    )


def _is_prominent(person: Person) -> bool:
    return bool(person.statuses or person.titles or len(person.claims) >= ACTIVE)


def _contents(brief: Brief) -> tuple[tuple[str, int | None, bool], ...]:
    """The sections in their order, with how much is in them, and whether they are annexes."""
    return (
        ("heaviest", None, False),
        ("map", None, False),
        ("conflicts", len(brief.conflicts), False),
        ("checks", len(brief.checks), False),
        ("people", len(brief.people), False),
        ("sources", len(brief.sources), False),
        ("method", None, False),
        ("claims", brief.head.statements, True),
        ("figures", len(brief.figures), True),
        ("stories", len(brief.stories), True),
        ("unknown", None, True),
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
    environment.filters["running"] = running
    environment.filters["shortened"] = shortened
    environment.filters["iso"] = lambda day: day.isoformat()
    return environment


def _language_tag(language: str | None) -> str | None:
    """A language code that may stand in a `lang` attribute; None for anything else."""
    return language if language and _LANGUAGE_TAG.fullmatch(language) else None
