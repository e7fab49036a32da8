"""Which claims a picture is drawn from, as addresses have it; and the sentences behind a part of a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, Field

from kashf.domain.predicates import claim_types, group_order
from kashf.ledger import Drawn, PutAs, StatementTold, View, Within
from kashf.views.excerpt import excerpt
from kashf.views.lens import lens
from kashf.views.statements import Statement, statement_of, statements_in
from kashf.workbench.days import Day
from kashf.workbench.refusing import RefusedError

__all__ = ["GROUPS", "Asked", "Narrowed", "Part", "or_nothing", "sentences"]

GROUPS = ("raise", "move", "hold", "use")
"""The groups of types that say where money comes from and goes."""
LARGEST = 2**63 - 1
FURTHEST = date.max.toordinal()


def or_nothing(told: Any) -> Any:
    """What a form sends for a field that was left empty counts as not told."""
    return None if told == "" else told


Told = Annotated[Annotated[str, Field(max_length=300)] | None, BeforeValidator(or_nothing)]


class Narrowed(BaseModel):
    """Which claims: of groups and of a type; about, at or said by whoever goes by the words, in any spelling, or by the
    id; told of days since and until (where no time is told the day of the report counts); with so many independent
    origins; and told as a fact, hedged or denied."""

    group: list[str] = Field(default_factory=list, max_length=10)
    type: Told = None
    about: Told = None
    place: Told = None
    speaker: Told = None
    since: Day = None
    until: Day = None
    origins: int = Field(default=1, ge=1, le=1000)
    put: Annotated[PutAs | None, BeforeValidator(or_nothing)] = None

    def drawn(self) -> Drawn:
        """The same as conditions on the ledger. Raises RefusedError where there is no such group or type."""
        if self.type is not None and self.type not in claim_types():
            raise RefusedError(422, "type", type=self.type[:80], types=", ".join(claim_types()))
        unknown = [group for group in self.group if group not in group_order()]
        if unknown:
            raise RefusedError(422, "group", group=unknown[0][:80], groups=", ".join(group_order()))
        types = (self.type,) if self.type else ()
        names = (name.strip() or None if name else None for name in (self.about, self.place, self.speaker))
        about, place, speaker = names
        days = (self.since, self.until)
        return Drawn(tuple(self.group), types, about, place, speaker, *days, self.origins, self.put)

    def query(self) -> dict[str, Any]:
        """What of it was asked for, as an address has it."""
        names = list(Narrowed.model_fields)
        return self.model_dump(mode="json", include=set(names), exclude_defaults=True, exclude_none=True)


class Part(BaseModel):
    """A part of a picture, by the numbers of the names at the ends of a line or of a place."""

    source: int | None = Field(default=None, ge=0, le=LARGEST)
    target: int | None = Field(default=None, ge=0, le=LARGEST)
    spot: int | None = Field(default=None, ge=0, le=LARGEST, description="A place, by its number.")

    def within(self) -> Within:
        """The same as a condition on the ledger."""
        return Within(self.source, self.target, self.spot)


class Asked(Narrowed, Part):
    """The statements behind a part of a picture, a page at a time."""

    limit: int = Field(default=25, ge=1, le=100)
    cursor: Annotated[str | None, Field(max_length=400)] = None


def sentences(view: View, told: Iterable[StatementTold], language: Literal["en", "ar"] | str) -> tuple[Statement, ...]:
    """The statements with their sentences, in the order in which they are given."""
    wanted = tuple(told)
    findings = view.findings_with(one.statement for one in wanted if one.statement.startswith("f-"))
    alone = [one.report for one in wanted if not one.statement.startswith("f-")]
    seen = lens(excerpt(view, findings, alone), language)

    def made() -> Iterator[Statement]:
        yield from filter(None, (statement_of(finding, seen) for finding in findings))
        for record in filter(None, map(seen.record, dict.fromkeys(alone))):
            yield from statements_in(record, seen)

    by_id = {statement.id: statement for statement in made()}
    return tuple(by_id[one.statement] for one in wanted if one.statement in by_id)
