"""Stories: reports of one occasion; how each grew, who took whose text, and what its reports assert and dispute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from kashf.ledger import FindingsWanted, View
from kashf.records import Finding
from kashf.records.findings import FindingKind
from kashf.views.details import FindingDetail, finding_detail
from kashf.views.disputes import conflicts
from kashf.views.excerpt import excerpt
from kashf.views.lens import Lens, lens
from kashf.views.statements import Statement, statement_of
from kashf.views.texts import shown
from kashf.views.words import Words, words
from kashf.workbench.answers import FindingId
from kashf.workbench.ledgers import Opened
from kashf.workbench.moved import sent_on, was
from kashf.workbench.paging import Cursor, cursor_of, place_of
from kashf.workbench.refusing import RefusedError
from kashf.workbench.rendering import page
from kashf.workbench.who import Reader

__all__ = ["router", "statements", "stories", "story", "told_story"]

LISTED, ASSERTED, TITLED = 25, 10, 12
REPORTS, COMPARED, DISPUTED = 120, 400, 20
"""Reports of a story that its timeline shows, and findings beside it that are asked for."""
_BESIDE: tuple[FindingKind, ...] = ("assertion", "copy", "conflict")
router = APIRouter()


@dataclass(frozen=True, slots=True)
class _Line:
    """A story in a list: `days` in words."""

    id: str
    title: str
    days: str
    reports: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asserted:
    """Some of what the reports of a story assert, the heaviest first; `next` is where more begin."""

    statements: tuple[Statement, ...]
    next: str | None


@router.get("/stories")
def stories(request: Request, visitor: Reader, view: Opened, cursor: Cursor = None) -> HTMLResponse:
    """The stories, the latest first, or the next page of them."""
    found = view.finding_page(FindingsWanted("story", order="latest"), LISTED, place_of(cursor))
    spoken = words(request.state.interface.language)
    titles = _titles(view, found.items, spoken.code)
    told = [_line(one, spoken, titles.get(one.id)) for one in found.items]
    template = "stories_fragment.html.j2" if request.headers.get("hx-request") else "stories.html.j2"
    return page(request, template, visitor, stories=told, next=cursor_of(found.after))


@router.get("/stories/{finding}")
def story(request: Request, visitor: Reader, view: Opened, finding: FindingId) -> Response:
    """The page of one story; of one that begins otherwise now, that of the one that its first report is in."""
    if not view.findings_with((finding,)):
        return sent_on(view, finding)
    found = _found(view, finding)
    seen = _seen(view, found, request.state.interface.language)
    return page(
        request,
        "story.html.j2",
        visitor,
        was=was(request, view, finding),
        line=_line(found, seen.words, _titles(view, (found,), seen.words.code).get(finding)),
        story=finding_detail(_shortened(found), seen),
        disputes=conflicts(seen)[:DISPUTED],
        disputed=len(seen.dossier.found("conflict")),
        asserted=_asserted(view, finding, seen.words.code, None),
    )


@router.get("/stories/{finding}/statements")
def statements(
    request: Request, visitor: Reader, view: Opened, finding: FindingId, cursor: Cursor = None
) -> HTMLResponse:
    """More of what a story's reports assert."""
    told = _asserted(view, finding, request.state.interface.language, cursor)
    spoken, found = words(request.state.interface.language), _found(view, finding)
    line = _line(found, spoken, _titles(view, (found,), spoken.code).get(finding))
    template = "story_fragment.html.j2" if request.headers.get("hx-request") else "story_statements.html.j2"
    return page(request, template, visitor, line=line, asserted=told)


def told_story(view: View, story: Finding, language: str) -> FindingDetail:
    """A story as its page tells it: of very many reports the first."""
    return finding_detail(_shortened(story), _seen(view, story, language))


def _found(view: View, finding: str) -> Finding:
    found = next((one for one in view.findings_with((finding,)) if one.kind == "story"), None)
    if found is None:
        raise RefusedError(404, "no_finding", id=finding)
    return found


def _titles(view: View, stories: Sequence[Finding], language: str) -> dict[str, str]:
    """What the earliest report in a language calls each story that one of its first reports tells in it."""
    wanted = (report for story in stories for report in story.reports[:TITLED])
    heads = {one.id: one for one in view.report_heads(wanted)}
    named: dict[str, str] = {}
    for story in stories:
        told = (heads[report] for report in story.reports[:TITLED] if report in heads)
        title = next((one.title for one in told if one.language == language and one.title), None)
        if title is not None:
            named[story.id] = title
    return named


def _line(story: Finding, spoken: Words, title: str | None = None) -> _Line:
    told = story.fields
    first, last = (date.fromisoformat(day) if (day := told.get(end)) else None for end in ("first", "last"))
    return _Line(
        id=story.id,
        title=shown(title or str(told.get("title") or "")),
        days=spoken.interval(first, last) or spoken.say("undated"),
        reports=len(story.reports),
        outlets=tuple(map(shown, told.get("outlets", ()))),
        languages=tuple(spoken.name("languages", one) for one in told.get("languages", ())),
    )


def _seen(view: View, story: Finding, language: str) -> Lens:
    """The story with its reports, and what was found beside it."""
    beside = (
        finding
        for kind in _BESIDE
        for finding in view.finding_page(FindingsWanted(kind, beside=story.id), COMPARED).items
    )
    return lens(excerpt(view, (story, *beside), story.reports[:REPORTS], carriers=1), language)


def _shortened(story: Finding) -> Finding:
    """A story of very many reports, told by the first of them."""
    if len(story.reports) <= REPORTS:
        return story
    kept = frozenset(story.reports[:REPORTS])
    figures = [_told(entry, kept) for entry in story.fields.get("figures", ())]
    fields = {**story.fields, "figures": [entry for entry in figures if len(entry["told"]) > 1]}
    return replace(story, reports=story.reports[:REPORTS], fields=fields)


def _told(entry: Mapping[str, Any], kept: frozenset[str]) -> dict[str, Any]:
    return {**entry, "told": [one for one in entry["told"] if one["report"] in kept]}


def _asserted(view: View, story: str, language: str, cursor: str | None) -> _Asserted:
    found = view.finding_page(FindingsWanted("assertion", beside=story), ASSERTED, place_of(cursor))
    seen = lens(excerpt(view, found.items), language)
    told = filter(None, (statement_of(finding, seen) for finding in found.items))
    return _Asserted(tuple(told), cursor_of(found.after))
