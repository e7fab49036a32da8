"""Removals: reports and persons taken out of the ledger for good, with who, when and why."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from kashf.ledger import Decision
from kashf.workbench.answers import JudgementLine
from kashf.workbench.apart import changing
from kashf.workbench.api.judgements import Number
from kashf.workbench.ledgers import kept_of
from kashf.workbench.who import Admin

__all__ = ["TakenOut", "lift", "remove", "router", "taken_out"]

router = APIRouter(tags=["removals"])


class TakenOut(BaseModel):
    """What is to be taken out: a report (`r-...`) in all its versions, or an entity (`e-...`) wherever it is named."""

    subject: str = Field(pattern=r"^[re]-[0-9a-f]{16}$")
    reason: str = Field(min_length=1, max_length=2000)


@router.post("/removals", status_code=201)
@changing
def remove(request: Request, visitor: Admin, wanted: TakenOut) -> JudgementLine:
    """Take something out for good. Nothing of it is left but this answer; 503 while something is being read in."""
    return taken_out(request, wanted, visitor.name)


@router.post("/removals/{number}/undo")
@changing
def lift(request: Request, number: Number, visitor: Admin) -> JudgementLine:
    """Let it be read again. What was taken out comes back when its source is read, where that still exists."""
    return JudgementLine.of(kept_of(request).desk.lift(number, visitor.name))


def taken_out(request: Request, wanted: TakenOut, user: str) -> JudgementLine:
    """Take it out, forget who was screened for, and have the findings made anew without it."""
    decision = Decision("remove" if wanted.subject[0] == "r" else "redact", wanted.subject, user, reason=wanted.reason)
    judgement = kept_of(request).desk.take_out(decision)
    request.app.state.soughts.forget()
    request.app.state.renewal.ask()
    return JudgementLine.of(judgement)
