"""The brief: who says what about the money, on whose word, with what weight, and which sentence says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kashf.domain.predicates import group_order
from kashf.views.disputes import Dispute, checks, conflicts
from kashf.views.dossier import Dossier
from kashf.views.figures_table import FigureRow, figures_table
from kashf.views.head import Head, Making, head
from kashf.views.lens import Lens, lens
from kashf.views.map_layout import MoneyMap
from kashf.views.money_map import money_map
from kashf.views.narrowing import narrowed
from kashf.views.people import Person, people
from kashf.views.pictures import Pictures, pictures
from kashf.views.sources import Source, Speaker, sources, speakers
from kashf.views.statements import Statement, heaviest, statements
from kashf.views.summary import summary
from kashf.views.timeline import Copy, Happening, Story, copies, stories, timeline
from kashf.views.unknowns import Unknown, unknowns

__all__ = ["Brief", "BriefOptions", "Group", "brief"]

HEAVIEST = 10
"""Findings shown first: about as many as an editor reads standing."""


@dataclass(frozen=True, slots=True)
class BriefOptions:
    """How a brief is made: in which language, of what, and what it says of its own making.

    `about` narrows to an entity or to words, `types` to types of claim; `made` is the moment of making, None to leave
    it out; `ledger` the ledger's name; `out_of` how many reports that has, where only some of them are in the dossier.
    """

    language: str = "en"
    about: str | None = None
    types: tuple[str, ...] = ()
    made: datetime | None = None
    ledger: str = ""
    heaviest: int = HEAVIEST
    out_of: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one group of claim types."""

    key: str
    name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief, section by section. `pictures` are drawn from the same claims, for what can show them."""

    language: str
    direction: str
    head: Head
    summary: tuple[str, ...]
    heaviest: tuple[Statement, ...]
    money_map: MoneyMap
    groups: tuple[Group, ...]
    figures: tuple[FigureRow, ...]
    conflicts: tuple[Dispute, ...]
    checks: tuple[Dispute, ...]
    people: tuple[Person, ...]
    sources: tuple[Source, ...]
    speakers: tuple[Speaker, ...]
    stories: tuple[Story, ...]
    copies: tuple[Copy, ...]
    timeline: tuple[Happening, ...]
    unknowns: tuple[Unknown, ...]
    pictures: Pictures


def brief(dossier: Dossier, options: BriefOptions) -> Brief:
    """The brief of a dossier."""
    seen = lens(narrowed(dossier, options.about, options.types), options.language)
    told = statements(seen)
    named, disputed, checked = people(told, seen), conflicts(seen), checks(seen)
    names = tuple(seen.words.name("types", one) for one in options.types)
    return Brief(
        language=seen.words.code,
        direction=seen.words.direction,
        head=head(told, seen, Making(options.about, names, options.made, options.ledger, options.out_of)),
        summary=summary(told, named, (*disputed, *checked), seen),
        heaviest=heaviest(told, options.heaviest),
        money_map=money_map(told, seen),
        groups=_groups(told, seen),
        figures=figures_table(told, seen, unspoken=not options.about and not options.types),
        conflicts=disputed,
        checks=checked,
        people=named,
        sources=sources(told, seen),
        speakers=speakers(told, seen),
        stories=stories(seen),
        copies=copies(seen),
        timeline=timeline(told, seen),
        unknowns=unknowns(told, seen),
        pictures=pictures(seen),
    )


def _groups(told: Sequence[Statement], seen: Lens) -> tuple[Group, ...]:
    """The groups that have statements, in their order."""
    gathered = {key: tuple(one for one in told if one.group == key) for key in group_order()}
    return tuple(Group(key, seen.words.name("groups", key), found) for key, found in gathered.items() if found)
