"""The lists of the workbench as tables: what a page lists, as it was narrowed, as far as a reader would page through.
All of a ledger is what `kashf export` is for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from kashf.ledger import FindingsWanted, JudgementsWanted, Page, Place, ReportsWanted
from kashf.views.statements import Statement
from kashf.views.words import Words, words
from kashf.workbench.api.reports import Wanted as ReportsAsked
from kashf.workbench.drawn import Asked, sentences
from kashf.workbench.files import csv_file
from kashf.workbench.interface import messages
from kashf.workbench.ledgers import Opened
from kashf.workbench.pages.entities import CALLED, Kind, Name
from kashf.workbench.pages.judgements import Wanted as JudgementsAsked
from kashf.workbench.paging import MOST
from kashf.workbench.said import day_of
from kashf.workbench.who import Reader

__all__ = [
    "MOST_STATEMENTS",
    "SOME",
    "entities",
    "judgements",
    "origins",
    "reports",
    "router",
    "sources",
    "statements",
    "stories",
]

MOST_ROWS = 2_000
MOST_STATEMENTS = 500
SOME = 25
"""Rows of a table; statements take their sentences with them, and so are fewer, and told some at a time."""
Item = TypeVar("Item")
router = APIRouter()


@router.get("/reports.csv")
def reports(request: Request, _: Reader, view: Opened, wanted: Annotated[ReportsAsked, Query()]) -> Response:
    """The reports, the last read first."""
    asked, spoken = ReportsWanted(wanted.outlet, None, wanted.since), words(request.state.interface.language)
    rows = (
        (one.id, one.outlet, day_of(one.published), _language(one.language, spoken), one.title, one.source)
        for one in _paged(lambda after: view.report_page(asked, MOST, after))
    )
    return csv_file(request, "reports", ("report", "outlet", "published", "language", "title", "source"), rows)


@router.get("/entities.csv")
def entities(request: Request, _: Reader, view: Opened, kind: Kind = None, name: Name = "") -> Response:
    """The names, the most mentioned first, or those with some words in their name."""
    spoken, called = words(request.state.interface.language), name.strip()
    every = view.entities_called(called, CALLED) if called else ()
    named = (one.entity for one in every if kind in (None, "", one.entity.kind))
    found = named if called else _paged(lambda after: view.entity_page(kind or None, MOST, after))
    rows = ((one.id, spoken.name("kinds", one.kind), one.name, "; ".join(one.names), one.mentions) for one in found)
    return csv_file(request, "names", ("entity", "kind", "name", "names", "mentions"), rows)


@router.get("/stories.csv")
def stories(request: Request, _: Reader, view: Opened) -> Response:
    """The stories, the latest first."""
    spoken = words(request.state.interface.language)
    columns = ("story", "title", "first", "last", "reports", "outlets", "languages")
    rows = (
        (
            *(one.id, one.fields.get("title"), one.fields.get("first"), one.fields.get("last"), len(one.reports)),
            "; ".join(one.fields.get("outlets", ())),
            "; ".join(_language(code, spoken) for code in one.fields.get("languages", ())),
        )
        for one in _paged(lambda after: view.finding_page(FindingsWanted("story", order="latest"), MOST, after))
    )
    return csv_file(request, "stories", columns, rows)


@router.get("/sources.csv")
def sources(request: Request, _: Reader, view: Opened) -> Response:
    """The outlets with their grades, those with most reports first."""
    grades, histories = view.grades(), view.histories()
    rows = (
        (one.outlet, grades.get(one.outlet), one.reports, day_of(one.first), day_of(one.last))
        for one in _paged(lambda after: histories.outlets(MOST, after))
    )
    return csv_file(request, "outlets", ("outlet", "grade", "reports", "first", "last"), rows)


@router.get("/origins.csv")
def origins(request: Request, _: Reader, view: Opened) -> Response:
    """The origins of findings with the grade of that name, those behind most first."""
    grades, histories = view.grades(), view.histories()
    found = _paged(lambda after: histories.speakers(MOST, after))
    rows = ((one.name, grades.get(one.name), one.assertions) for one in found)
    return csv_file(request, "origins", ("origin", "grade", "assertions"), rows)


@router.get("/judgements.csv")
def judgements(request: Request, _: Reader, view: Opened, wanted: Annotated[JudgementsAsked, Query()]) -> Response:
    """The judgements, the latest first."""
    asked, histories = JudgementsWanted(wanted.user, wanted.kind, wanted.subject, wanted.standing), view.histories()
    say = messages(request.state.interface.language).say
    columns = ("number", "kind", "subject", "value", "user", "at", "reason", "undone_at", "undone_by")
    rows = (
        (
            *(
                one.id,
                say(f"judgements.kind_{one.kind}"),
                one.subject,
                json.dumps(dict(one.value), ensure_ascii=False),
                one.user,
            ),
            *(one.at.isoformat(), one.reason, one.undone_at.isoformat() if one.undone_at else "", one.undone_by),
        )
        for one in _paged(lambda after: histories.judgements(asked, MOST, after))
    )
    return csv_file(request, "judgements", columns, rows)


@router.get("/statements.csv")
def statements(request: Request, _: Reader, view: Opened, wanted: Annotated[Asked, Query()]) -> Response:
    """The statements behind a part of a picture, each with its first sentence."""
    with view.pictures() as drawing:
        meant, part = wanted.drawn(), wanted.within()
        told = list(islice(_paged(lambda after: drawing.statements(meant, part, MOST, after)), MOST_STATEMENTS))
    language = request.state.interface.language
    said = (map(_said, sentences(view, told[at : at + SOME], language)) for at in range(0, len(told), SOME))
    columns = ("statement", "type", "put", "told", "origins", "carriers", "grade", "sources", "outlet", "day", "words")
    return csv_file(request, "statements", columns, chain.from_iterable(said))


def _said(one: Statement) -> Sequence[object]:
    first = one.evidence[0]
    put = "; ".join(marker.text for marker in one.markers)
    return (
        *(one.id, one.type_name, put, one.text, one.weight.origins, one.weight.carriers),
        *(one.grade.grade if one.grade else "", "; ".join(origin.name for origin in one.origins)),
        *(first.report.outlet, day_of(first.report.published), first.passage.words),
    )


def _paged(ask: Callable[[Place | None], Page[Item]]) -> Iterator[Item]:
    """What a list has, page by page, up to the most rows of a table."""
    after: Place | None = None
    for _ in range(MOST_ROWS // MOST):
        found = ask(after)
        yield from found.items
        after = found.after
        if after is None:
            return


def _language(code: str | None, spoken: Words) -> str:
    return spoken.name("languages", code) if code else ""
