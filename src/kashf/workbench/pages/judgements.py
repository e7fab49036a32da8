"""Judgements: what analysts decided, and taking out for good what must not be held."""

from __future__ import annotations

from typing import Annotated, get_args

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, Field, field_validator

from kashf.ledger import JudgementsWanted
from kashf.records.standing import JudgementKind
from kashf.workbench.apart import changing
from kashf.workbench.api.judgements import Number
from kashf.workbench.api.removals import TakenOut, taken_out
from kashf.workbench.ledgers import Opened, kept_of
from kashf.workbench.paging import Cursor, Limited, Several, cursor_of, place_of
from kashf.workbench.refusing import RefusedError
from kashf.workbench.rendering import page
from kashf.workbench.returning import returned
from kashf.workbench.who import Admin, Analyst, Reader

__all__ = ["Wanted", "asked", "judgements", "lifted", "removed", "router", "undone"]

router = APIRouter()
Subject = Annotated[str, Query(max_length=300)]
Next = Annotated[str, Form(max_length=2000)]


class Wanted(BaseModel):
    """Which judgements; a field of a form that is left empty asks for nothing."""

    user: str | None = Field(default=None, max_length=64)
    kind: JudgementKind | None = None
    subject: str | None = Field(default=None, max_length=300)
    standing: bool = False
    limit: Several = Limited
    cursor: Cursor = None

    @field_validator("user", "kind", "subject", mode="before")
    @classmethod
    def _said(cls, told: object) -> object:
        return told or None


@router.get("/judgements")
def judgements(request: Request, visitor: Reader, view: Opened, wanted: Annotated[Wanted, Query()]) -> HTMLResponse:
    """The history, or its next page."""
    histories = view.histories()
    asked_for = JudgementsWanted(wanted.user, wanted.kind, wanted.subject, wanted.standing)
    found = histories.judgements(asked_for, wanted.limit, place_of(wanted.cursor))
    template = "judgements_fragment.html.j2" if request.headers.get("hx-request") else "judgements.html.j2"
    return page(
        request,
        template,
        visitor,
        found=found,
        next=cursor_of(found.after),
        wanted=wanted.model_dump(exclude={"limit", "cursor"}),
        subjects=histories.subjects(one.subject for one in found.items),
        users=histories.users(),
        kinds=get_args(JudgementKind),
    )


@router.post("/judgements/{number}/undo")
@changing
def undone(request: Request, number: Number, visitor: Analyst, next: Next = "/judgements") -> RedirectResponse:  # noqa: A002 - the word in the form
    """Take a judgement back and go back."""
    kept_of(request).desk.undo(number, visitor.name)
    request.app.state.renewal.ask()
    return returned(next)


@router.post("/removals/{number}/undo")
@changing
def lifted(request: Request, number: Number, visitor: Admin, next: Next = "/judgements") -> RedirectResponse:  # noqa: A002 - the word in the form
    """Let be read again what was taken out, and go back."""
    kept_of(request).desk.lift(number, visitor.name)
    return returned(next)


@router.get("/removals")
def asked(request: Request, visitor: Admin, view: Opened, subject: Subject = "") -> HTMLResponse:
    """What would be taken out, and the form that does."""
    found = view.histories().subjects((subject,)) if subject[:2] in ("r-", "e-") else {}
    return page(request, "removals.html.j2", visitor, subject=subject, found=found.get(subject), wrong=None)


@router.post("/removals")
@changing
def removed(
    request: Request,
    visitor: Admin,
    subject: Annotated[str, Form(pattern=r"^[re]-[0-9a-f]{16}$")],
    reason: Annotated[str, Form(max_length=2000)] = "",
    sure: Annotated[str, Form(max_length=10)] = "",
) -> RedirectResponse:
    """Take it out, where whoever asks said that they are sure, and show the history."""
    if not sure:
        raise RefusedError(422, "unsure")
    taken_out(request, TakenOut(subject=subject, reason=reason or " "), visitor.name)
    return returned("/judgements")
