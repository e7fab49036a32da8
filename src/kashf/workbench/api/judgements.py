"""Judgements: the analyst's word, kept with who and when, and undone but never erased."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, Field

from kashf.ledger import Decision, JudgementsWanted
from kashf.records.standing import JudgementKind
from kashf.workbench.answers import JudgementLine
from kashf.workbench.apart import changing
from kashf.workbench.ledgers import Opened, kept_of
from kashf.workbench.lines import LINES, AsLines, listed
from kashf.workbench.paging import Cursor, Limited, Listed, Several, cursor_of, place_of
from kashf.workbench.who import Analyst, Reader

__all__ = ["Decided", "Number", "Wanted", "judge", "judgements", "router", "undo"]

router = APIRouter(tags=["judgements"])
Said = Annotated[str, Field(max_length=300)]
Number = Annotated[int, Path(ge=1, le=2**53, description="The number of a judgement.")]


class Decided(BaseModel):
    """What an analyst decides: `subject` is the id of a claim or an entity, an outlet's name, or a hit of screening;
    `value` what the kind needs (the corrected fields, the entity to merge with, a grade A to F)."""

    kind: JudgementKind
    subject: str = Field(min_length=1, max_length=300)
    value: dict[str, Said | list[Said]] = Field(default_factory=dict)
    reason: str | None = Field(default=None, max_length=2000)


class Wanted(BaseModel):
    """Which judgements: of a user, of a kind, on a subject; `standing` leaves out those that were undone."""

    user: str | None = Field(default=None, max_length=64)
    kind: JudgementKind | None = None
    subject: str | None = Field(default=None, max_length=300)
    standing: bool = False
    limit: Several = Limited
    cursor: Cursor = None


@router.get("/judgements", responses=LINES, response_model=Listed[JudgementLine])
def judgements(
    _: Reader, view: Opened, wanted: Annotated[Wanted, Query()], as_lines: AsLines
) -> Listed[JudgementLine] | Response:
    """What was judged, the latest first, the undone too."""
    asked = JudgementsWanted(wanted.user, wanted.kind, wanted.subject, wanted.standing)

    def ask(limit: int, cursor: str | None) -> Listed[JudgementLine]:
        found = view.histories().judgements(asked, limit, place_of(cursor))
        return Listed(items=list(map(JudgementLine.of, found.items)), next=cursor_of(found.after))

    return listed(view, as_lines, wanted.limit, wanted.cursor, ask)


@router.post("/judgements", status_code=201)
@changing
def judge(request: Request, visitor: Analyst, decided: Decided) -> JudgementLine:
    """Keep a judgement. Findings follow it a little later."""
    decision = Decision(decided.kind, decided.subject, visitor.name, decided.value, decided.reason)
    judgement = kept_of(request).desk.judge(decision)
    request.app.state.renewal.ask()
    return JudgementLine.of(judgement)


@router.post("/judgements/{number}/undo")
@changing
def undo(request: Request, number: Number, visitor: Analyst) -> JudgementLine:
    """Take a judgement back. It stays, with who took it back and when."""
    judgement = kept_of(request).desk.undo(number, visitor.name)
    request.app.state.renewal.ask()
    return JudgementLine.of(judgement)
