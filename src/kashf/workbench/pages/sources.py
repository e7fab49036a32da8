"""Sources: outlets, the origins behind findings, the grades analysts give them, and what a grade changes."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from kashf.comparison.grades import of_every_name
from kashf.ledger import GRADES, Decision, Drawn, FindingsWanted, JudgementsWanted, ReportsWanted, View, Within
from kashf.records import Entity, Finding
from kashf.views.excerpt import excerpt
from kashf.views.lens import best_name, known_name, lens
from kashf.views.regrading import Effect, effects, rests_on
from kashf.views.statements import Statement, heaviest, statement_of
from kashf.workbench.apart import changing
from kashf.workbench.ledgers import Opened, kept_of
from kashf.workbench.paging import Cursor, cursor_of, place_of
from kashf.workbench.refusing import RefusedError
from kashf.workbench.rendering import address, page
from kashf.workbench.returning import returned
from kashf.workbench.who import Analyst, Reader

__all__ = ["graded", "outlet", "router", "sources", "speaker"]

OUTLETS, ORIGINS, CARRIED, LATEST = 40, 25, 8, 8
MOST_SAID = 60
"""Statements on somebody's word that are looked at for what a grade of theirs would change."""
router = APIRouter()
Name = Annotated[str, Query(max_length=300)]


@router.get("/sources")
def sources(
    request: Request, visitor: Reader, view: Opened, cursor: Cursor = None, origins: Cursor = None
) -> HTMLResponse:
    """The outlets and the origins, each list with its next page."""
    histories = view.histories()
    found, speakers = histories.outlets(OUTLETS, place_of(cursor)), histories.speakers(ORIGINS, place_of(origins))
    return page(
        request,
        "sources.html.j2",
        visitor,
        found=found,
        next=cursor_of(found.after),
        speakers=speakers,
        next_speakers=cursor_of(speakers.after),
        places={"cursor": cursor, "origins": origins},
        grades=view.grades(),
        speaker_grades=_speaker_grades(view),
    )


def _speaker_grades(view: View) -> dict[str, str]:
    """The grades of those who speak, whatever name of theirs was graded."""
    grades = view.grades()
    with view.pictures() as drawing:
        return of_every_name(grades, drawing.entities_named(list(grades)[-MOST_SAID:]))


@router.get("/sources/outlet")
def outlet(request: Request, visitor: Reader, view: Opened, name: Name) -> HTMLResponse:
    """One outlet: its grade with the history of it, what it carries, and its latest reports."""
    line = view.histories().outlet(name)
    if line is None:
        raise RefusedError(404, "no_outlet")
    return page(
        request,
        "outlet.html.j2",
        visitor,
        line=line,
        grade=view.grades().get(name),
        grades=GRADES,
        history=view.histories().judgements(JudgementsWanted(kind="grade", subject=name), 50).items,
        effects=_Said(view, name).effects(),
        carried=_carried(view, name, request.state.interface.language),
        reports=view.report_page(ReportsWanted(outlet=name), LATEST).items,
    )


def _carried(view: View, name: str, language: str) -> tuple[Statement, ...]:
    found = view.finding_page(FindingsWanted("assertion", outlet=name), CARRIED).items
    seen = lens(excerpt(view, found), language)
    return tuple(filter(None, (statement_of(finding, seen) for finding in found)))


@router.post("/sources/{whose}")
@changing
def graded(
    request: Request,
    visitor: Analyst,
    whose: Literal["outlet", "speaker"],
    name: Annotated[str, Form(max_length=300)],
    grade: Annotated[str, Form(max_length=2)],
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> RedirectResponse:
    """Grade an outlet, or somebody whose word is carried, and go back to it."""
    kept_of(request).desk.judge(Decision("grade", name, visitor.name, {"grade": grade}, reason.strip() or None))
    request.app.state.renewal.ask()
    return returned(address(f"/sources/{whose}", {"name": name}))


class _Said:
    """What is said on somebody's word: the findings that rest on it, with the conflicts and checks they are in."""

    def __init__(self, view: View, name: str) -> None:
        with view.pictures() as drawing:
            told = drawing.statements(Drawn(speaker=name), Within(), MOST_SAID).items
            self.entities: tuple[Entity, ...] = drawing.entities_named([name])
        self._view, self.name = view, name
        found = view.findings_with(one.statement for one in told if one.statement.startswith("f-"))
        self.findings: tuple[Finding, ...] = tuple(one for one in found if rests_on(name, one, self.entities))

    def called(self, language: str) -> str:
        """What the reader's language calls them."""
        known = next(iter(self.entities), None)
        if known is None:
            return self.name
        return known_name(known, language) or best_name((self.name, known.name, *known.names), language)

    def effects(self) -> tuple[Effect, ...]:
        """What each grade would change; empty where nothing rests on the source."""
        ids = {id_ for one in self.findings for id_ in (*one.fields["conflicts"], *one.fields["checks"])}
        beside = {one.id: one for one in self._view.findings_with(sorted(ids))}
        told = effects(self.name, self.findings, beside, self._view.grades(), self.entities)
        return told if self.findings else ()

    def statements(self, language: str) -> tuple[Statement, ...]:
        """The heaviest of what is said."""
        seen = lens(excerpt(self._view, self.findings), language)
        told = filter(None, (statement_of(finding, seen) for finding in self.findings))
        return heaviest(tuple(told), CARRIED)


@router.get("/sources/speaker")
def speaker(request: Request, visitor: Reader, view: Opened, name: Name) -> HTMLResponse:
    """Somebody on whose word findings rest: the grade, what it changes, and what is said."""
    said, line = _Said(view, name), view.histories().speaker(name)
    history = view.histories().judgements(JudgementsWanted(kind="grade", subject=name), 50).items
    if line is None and not said.findings and not history:
        raise RefusedError(404, "no_speaker")
    return page(
        request,
        "speaker.html.j2",
        visitor,
        name=name,
        called=said.called(request.state.interface.language),
        assertions=line.assertions if line else 0,
        entity=next(iter(said.entities), None),
        grade=of_every_name(view.grades(), said.entities).get(name),
        grades=GRADES,
        history=history,
        effects=said.effects(),
        carried=said.statements(request.state.interface.language),
    )
