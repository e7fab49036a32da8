"""What the interface for programs answers with. Statements, claims and reports in full are the values of `views`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from fastapi import Path, Query
from pydantic import BaseModel

from kashf.ledger import Neighbour, ReportHead
from kashf.records import Entity, Finding, Judgement
from kashf.records.findings import FindingKind
from kashf.records.spans import MentionKind
from kashf.records.standing import JudgementKind
from kashf.views.statements import Statement
from kashf.views.texts import shown
from kashf.workbench.accounts import Role

__all__ = [
    "ClaimId",
    "EntityId",
    "EntityLine",
    "FindingId",
    "FindingLine",
    "InvolvedLine",
    "JudgementLine",
    "Language",
    "LedgerState",
    "NeighbourLine",
    "ReportId",
    "ReportItem",
    "SessionLine",
    "Word",
]

Language = Annotated[Literal["en", "ar"], Query(description="The language that our own words are in.")]
ReportId = Annotated[str, Path(pattern=r"^r-[0-9a-f]{16}$", description="The id of a report.")]
FindingId = Annotated[str, Path(pattern=r"^f-[0-9a-f]{16}$", description="The id of a finding.")]
EntityId = Annotated[str, Path(pattern=r"^e-[0-9a-f]{16}$", description="The id of an entity.")]
ClaimId = Annotated[
    str, Path(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,80}$", description="The id of a claim of a current report.")
]
Word = Annotated[str | None, Query(max_length=300)]


class SessionLine(BaseModel):
    """Who is asking, and the token that their changes carry in the header `X-CSRF-Token`."""

    name: str
    role: Role
    csrf: str
    has_account: bool


class LedgerState(BaseModel):
    """How much the ledger holds; `stale` where what was found is older than what was read or judged."""

    reports: int
    claims: int
    origins: int
    conflicts: int
    stale: bool


class ReportItem(BaseModel):
    """A report in a list."""

    id: str
    title: str | None
    outlet: str | None
    language: str | None
    published: date | None
    read_at: datetime
    source: str
    url: str | None

    @classmethod
    def of(cls, head: ReportHead) -> ReportItem:
        """The report as it may be shown."""
        told = {name: getattr(head, name) for name in ReportHead.__slots__}
        plain = {key: shown(value) if isinstance(value, str) else value for key, value in told.items()}
        return cls.model_validate(plain)


class FindingLine(BaseModel):
    """A finding in a list; an assertion with its statement, `fields` what else belongs to the kind."""

    id: str
    kind: FindingKind
    reports: list[str]
    independent_origins: int | None
    grade: str | None
    verdict: str | None
    working: str | None
    fields: dict[str, Any]
    statement: Statement | None = None

    @classmethod
    def of(cls, finding: Finding, statement: Statement | None = None) -> FindingLine:
        """The finding with its statement."""
        names = ("id", "kind", "independent_origins", "grade", "verdict", "working")
        told = {name: getattr(finding, name) for name in names}
        return cls(**told, reports=list(finding.reports), fields=dict(finding.fields), statement=statement)


class EntityLine(BaseModel):
    """An entity in a list: its names, the most frequent first, and how often it is mentioned."""

    id: str
    kind: MentionKind
    name: str
    names: list[str]
    titles: list[str]
    mentions: int

    @classmethod
    def of(cls, entity: Entity) -> EntityLine:
        """The entity as it may be shown."""
        names, titles = list(map(shown, entity.names)), list(map(shown, entity.titles))
        told = {"id": entity.id, "kind": entity.kind, "name": shown(entity.name), "mentions": entity.mentions}
        return cls.model_validate(told | {"names": names, "titles": titles})


class InvolvedLine(BaseModel):
    """A claim that an entity is in: the role it fills (or `source`), and the statement that the claim is part of."""

    claim: str
    report: str
    part: str
    statement: Statement


class NeighbourLine(BaseModel):
    """An entity beside another: in how many of its claims it is, too; for one of like name 0."""

    entity: EntityLine
    claims: int

    @classmethod
    def of(cls, neighbour: Neighbour) -> NeighbourLine:
        """The neighbour as it may be shown."""
        return cls(entity=EntityLine.of(neighbour.entity), claims=neighbour.claims)


class JudgementLine(BaseModel):
    """A judgement: what was decided of what, by whom and when, and who took it back."""

    id: int
    kind: JudgementKind
    subject: str
    user: str
    at: datetime
    value: dict[str, Any]
    reason: str | None
    undone_at: datetime | None
    undone_by: str | None

    @classmethod
    def of(cls, judgement: Judgement) -> JudgementLine:
        """The judgement."""
        told = {name: getattr(judgement, name) for name in Judgement.__slots__ if name != "value"}
        return cls(**told, value=dict(judgement.value))
