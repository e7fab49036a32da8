"""Judging from a page: a form that keeps a decision and goes back to where it stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from kashf.ledger import CORRECTABLE, Decision
from kashf.records.standing import JudgementKind
from kashf.workbench.apart import changing
from kashf.workbench.api.judgements import Number
from kashf.workbench.ledgers import kept_of
from kashf.workbench.returning import returned
from kashf.workbench.who import Analyst

__all__ = ["Judged", "judged", "router", "undone"]

router = APIRouter()
Said = Annotated[str, Field(max_length=300)]
Next = Annotated[str, Form(max_length=2000)]


class Judged(BaseModel):
    """What a form says: what is left empty is not said."""

    kind: JudgementKind
    subject: str = Field(min_length=1, max_length=300)
    reason: str = Field(default="", max_length=2000)
    next: str = Field(default="/", max_length=2000)
    grade: Said = ""
    entity: Said = ""
    names: list[Said] = Field(default_factory=list, max_length=200)
    type: Said = ""
    polarity: Said = ""
    modality: Said = ""
    phase: Said = ""

    def value(self) -> Mapping[str, Any]:
        """What the kind of judgement needs of it."""
        match self.kind:
            case "correct":
                return {field: told for field in CORRECTABLE if (told := getattr(self, field))}
            case "grade" | "rate":
                return {"grade": self.grade}
            case "merge":
                return {"entity": self.entity.strip()}
            case "split":
                return {"names": self.names} if self.names else {}
        return {}


@router.post("/judge")
@changing
def judged(request: Request, visitor: Analyst, told: Annotated[Judged, Form()]) -> RedirectResponse:
    """Keep a judgement and go back."""
    decision = Decision(told.kind, told.subject, visitor.name, told.value(), told.reason.strip() or None)
    kept_of(request).desk.judge(decision)
    request.app.state.renewal.ask()
    return returned(told.next)


@router.post("/judge/{number}/undo")
@changing
def undone(request: Request, number: Number, visitor: Analyst, next: Next = "/") -> RedirectResponse:  # noqa: A002 - the word in the form
    """Take a judgement back and go back."""
    kept_of(request).desk.undo(number, visitor.name)
    request.app.state.renewal.ask()
    return returned(next)
