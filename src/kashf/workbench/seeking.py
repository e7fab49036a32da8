"""Searching claims: what is asked of a report is asked of the ledger, what is asked of a claim of the records it gives.

A page is filled from the reports that may answer, the best first, until it is full or so many were looked at; from
where it stopped the next one goes on. A ledger of any size costs a page the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from fastapi import Request
from pydantic import BaseModel, Field, field_validator

from kashf.domain.predicates import claim_types
from kashf.ledger import ClaimHit, ClaimsWanted, Hit, View
from kashf.ledger import Query as Sought
from kashf.names.screening import LIKELY
from kashf.records import Claim, Figure, Record
from kashf.text import search_key
from kashf.views.words import Words
from kashf.workbench.days import Day
from kashf.workbench.interface import messages
from kashf.workbench.naming import likely
from kashf.workbench.paging import MOST
from kashf.workbench.refusing import RefusedError

__all__ = ["ANY_ROLE", "Found", "Wanted", "found_in", "told"]

LOOKED_AT, AT_ONCE = 160, 40
"""Reports whose claims are looked at for one page, and read in one go."""
MOST_MEANT = 25
"""Entities that a name may stand for, the likeliest."""
ANY_ROLE = "any"
PLACES = ("place", "facility")
PARTIES = ("person", "group", "organisation", "facility", "unknown", "commodity", "work", "people")
Status = Literal["asserted", "attempted", "planned", "expected", "possible", "required", "alleged", "ended", "denied"]
Name = Annotated[str | None, Field(max_length=200)]


class Wanted(BaseModel):
    """What to look for: words (all must be there, in any spelling; in quotation marks side by side), what the report
    must be, and what a claim in it must say. `role` tells which role `entity` fills, `when_from` and `when_to` when it
    was, `amount_from` and `amount_to` (in `unit`, an ISO 4217 code for money) how much; `source` on whose word,
    `weight` on how many independent origins at least; `story` is the id of one. `skip` goes on where a page stopped."""

    q: str = Field(default="", max_length=300)
    type: str | None = Field(default=None, max_length=40)
    outlet: Name = None
    since: Day = None
    until: Day = None
    status: Status | None = None
    entity: Name = None
    role: str = Field(default=ANY_ROLE, pattern="^[a-z_]{1,20}$")
    place: Name = None
    when_from: Day = None
    when_to: Day = None
    amount_from: float | None = Field(default=None, ge=0, le=1e18)
    amount_to: float | None = Field(default=None, ge=0, le=1e18)
    unit: Annotated[str | None, Field(max_length=40)] = None
    source: Name = None
    weight: int = Field(default=1, ge=1, le=1000)
    story: str | None = Field(default=None, pattern=r"^f-[0-9a-f]{16}$")
    limit: int = Field(default=20, ge=1, le=MOST)
    skip: int = Field(default=0, ge=0, le=1_000_000)

    @field_validator("*", mode="before")
    @classmethod
    def _said(cls, told: Any, info: Any) -> Any:
        """A field of a form that is left empty asks for nothing."""
        return cls.model_fields[info.field_name].default if told == "" else told

    @property
    def of_claims(self) -> bool:
        """Whether anything is asked of a claim beside its type."""
        told = (self.status, self.entity, self.place, self.when_from, self.when_to, self.source)
        return any(told) or self.amount_from is not None or self.amount_to is not None or self.weight > 1

    @property
    def asks_how_much(self) -> bool:
        """Whether a claim must tell a figure."""
        return self.amount_from is not None or self.amount_to is not None or bool(self.unit)

    @property
    def asks(self) -> bool:
        """Whether anything is asked at all."""
        of_report = (self.q.strip(), self.type, self.outlet, self.since, self.until, self.story)
        return any(of_report) or self.of_claims

    def address(self, **others: object) -> dict[str, object]:
        """What an address says of it: what differs from asking for nothing."""
        return {**self.model_dump(mode="json", exclude_defaults=True), **others}


@dataclass(frozen=True, slots=True)
class Found:
    """The reports that were found with the claims in them that answer; `next` is where to go on, None at the end.
    `by_day`: they come by day, the newest first, as too many have the words to be weighed (or no words were asked)."""

    hits: tuple[Hit, ...]
    next: int | None = None
    by_day: bool = False


def found_in(request: Request, view: View, wanted: Wanted) -> Found:
    """What answers. Raises RefusedError where a type or a role is none."""
    if wanted.type is not None and wanted.type not in claim_types():
        raise RefusedError(422, "type", type=wanted.type, types=", ".join(claim_types()))
    meant = _Meant.of(request, view, wanted)
    if meant is None:
        return Found(())
    if not wanted.of_claims:
        return _plain(view, wanted, meant)
    return _looked_through(view, wanted, meant)


@dataclass(frozen=True, slots=True)
class _Meant:
    """The entities that the names in a query may stand for; None where no name was given."""

    entity: frozenset[str] | None
    place: frozenset[str] | None
    source: frozenset[str] | None

    @classmethod
    def of(cls, request: Request, view: View, wanted: Wanted) -> _Meant | None:
        """Whom the names mean; None where one means nobody who is spoken of."""
        entity = _named(request, view, wanted.entity, PARTIES + PLACES)
        place = _named(request, view, wanted.place, PLACES)
        nobody = (wanted.entity and not entity) or (wanted.place and not place)
        return None if nobody else cls(entity, place, _named(request, view, wanted.source, PARTIES))

    def sought(self, wanted: Wanted) -> Sought:
        """What is asked of reports."""
        return Sought(
            words=wanted.q,
            type=None if wanted.of_claims else wanted.type,
            outlet=wanted.outlet,
            since=wanted.since,
            limit=wanted.limit,
            until=wanted.until,
            finding=wanted.story,
            claims=self._claims(wanted) if wanted.of_claims else None,
        )

    def _claims(self, wanted: Wanted) -> ClaimsWanted:
        """What can be asked of claims without reading them."""
        return ClaimsWanted(
            type=wanted.type,
            put=wanted.status,
            parties=tuple(meant for meant in (self.entity, self.place) if meant is not None),
            timed=wanted.when_from is not None or wanted.when_to is not None,
            counted=wanted.asks_how_much,
            weight=wanted.weight,
        )


def _named(request: Request, view: View, name: str | None, kinds: tuple[str, ...]) -> frozenset[str] | None:
    if name is None or not name.strip():
        return None
    if view.entity(name.strip()) is not None:
        return frozenset((name.strip(),))
    return frozenset(hit.key for hit in likely(request, view, name, kinds, (MOST_MEANT, LIKELY)))


def _plain(view: View, wanted: Wanted, meant: _Meant) -> Found:
    """Nothing is asked of claims but their type: the ledger answers alone."""
    sought = meant.sought(wanted)
    found = view.candidates(replace(sought, limit=wanted.limit + 1), wanted.skip)
    hits = _ordered(view, sought, found.ids[: wanted.limit])
    return Found(hits, wanted.skip + wanted.limit if len(found.ids) > wanted.limit else None, found.by_day)


def _looked_through(view: View, wanted: Wanted, meant: _Meant) -> Found:
    sought = meant.sought(wanted)
    answers = _answers(view, wanted, meant)
    kept: dict[str, tuple[ClaimHit, ...]] = {}
    found = view.candidates(replace(sought, limit=LOOKED_AT + 1), wanted.skip)
    looked_at = 0
    for some in _by(found.ids[:LOOKED_AT], AT_ONCE):
        records = {record.report.id: record for record in view.records_of(some)}
        for report in some:
            looked_at += 1
            if report in records and (claims := tuple(answers(records[report]))):
                kept[report] = claims
            if len(kept) == wanted.limit:
                break
        if len(kept) == wanted.limit:
            break
    hits = tuple(replace(hit, claims=kept[hit.report]) for hit in _ordered(view, sought, list(kept)))
    return Found(hits, wanted.skip + looked_at if looked_at < len(found.ids) else None, found.by_day)


def _by(ids: Sequence[str], many: int) -> Iterator[Sequence[str]]:
    return (ids[at : at + many] for at in range(0, len(ids), many))


def _ordered(view: View, sought: Sought, ids: Sequence[str]) -> tuple[Hit, ...]:
    if not ids:
        return ()
    hits = view.find(replace(sought, reports=tuple(ids), limit=len(ids)))
    return tuple(sorted(hits, key=lambda hit: ids.index(hit.report)))


def _answers(view: View, wanted: Wanted, meant: _Meant) -> Callable[[Record], Iterator[ClaimHit]]:
    def answering(record: Record) -> Iterator[ClaimHit]:
        heavy = _heavy(view, record, wanted.weight)
        for claim in record.claims:
            if (heavy is None or claim.id in heavy) and _answers_to(claim, record, wanted, meant):
                evidence = claim.evidence
                yield ClaimHit(claim.id, claim.type, evidence.start, evidence.end, evidence.text)

    return answering


def _heavy(view: View, record: Record, weight: int) -> frozenset[str] | None:
    """The claims of a report that rest on so many origins."""
    if weight <= 1:
        return None
    found = (each for each in view.findings_of(record.report.id) if each.kind == "assertion")
    return frozenset(member for each in found if (each.independent_origins or 0) >= weight for member in each.members)


def _answers_to(claim: Claim, record: Record, wanted: Wanted, meant: _Meant) -> bool:
    return (
        (wanted.type is None or claim.type == wanted.type)
        and (wanted.status is None or _is_of(claim, wanted.status))
        and (meant.entity is None or _fills(claim, meant.entity, wanted.role))
        and (meant.place is None or _fills(claim, meant.place, ANY_ROLE))
        and _is_then(claim, record, wanted)
        and _is_so_much(claim, record, wanted)
        and (wanted.source is None or _is_from(claim, wanted.source, meant.source or frozenset()))
    )


def _is_of(claim: Claim, status: str) -> bool:
    return (
        claim.polarity == "denied" if status == "denied" else (claim.modality, claim.polarity) == (status, "affirmed")
    )


def _fills(claim: Claim, entities: frozenset[str], role: str) -> bool:
    return any(each.entity in entities and role in (ANY_ROLE, each.role) for each in claim.roles)


def _is_then(claim: Claim, record: Record, wanted: Wanted) -> bool:
    """Whether the time of a claim may lie between two days; one that has none does not."""
    if wanted.when_from is None and wanted.when_to is None:
        return True
    if claim.time is None:
        return False
    moment = record.times[claim.time]
    if moment.first is None and moment.last is None:
        return False
    before = wanted.when_to is not None and moment.first is not None and moment.first > wanted.when_to
    after = wanted.when_from is not None and moment.last is not None and moment.last < wanted.when_from
    return not (before or after)


def _is_so_much(claim: Claim, record: Record, wanted: Wanted) -> bool:
    if not wanted.asks_how_much:
        return True
    places = (each.figure for each in claim.roles if each.figure is not None)
    return any(_lies(each, wanted) for place in places for each in record.restated(place))


def _lies(figure: Figure, wanted: Wanted) -> bool:
    if wanted.unit and (figure.unit or "").partition("/")[0].casefold() != wanted.unit.strip().casefold():
        return False
    low = figure.low if figure.value is None else figure.value
    high = figure.high if figure.value is None else figure.value
    if low is None or high is None:
        return False
    return (wanted.amount_from is None or high >= wanted.amount_from) and (
        wanted.amount_to is None or low <= wanted.amount_to
    )


def _is_from(claim: Claim, source: str, entities: frozenset[str]) -> bool:
    """Whether one of the sources behind a claim is meant, or has the words in its name or title."""
    key = search_key(source)
    return any(
        link.entity in entities or any(key in search_key(told) for told in (link.name, link.text, link.title) if told)
        for link in claim.attribution.chain
    )


def told(wanted: Wanted, words: Words) -> str:
    """What is looked for, in words."""
    return messages(words.code).say("search.told", what=words.separated(list(_told(wanted, words))))


def _told(wanted: Wanted, words: Words) -> Iterator[str]:
    say = messages(words.code).say
    if wanted.q.strip():
        yield say("search.told_words", words=words.quoted(wanted.q.strip()))
    if wanted.type:
        yield say("search.told_type", type=words.quoted(words.name("types", wanted.type)))
    if wanted.status:
        status = "denied" if wanted.status == "denied" else wanted.status
        table = "polarities" if status == "denied" else "modalities"
        yield say("search.told_status", status=words.quoted(words.name(table, status)))
    if wanted.entity:
        entity = words.quoted(wanted.entity)
        if wanted.role == ANY_ROLE:
            yield say("search.told_entity", entity=entity)
        else:
            yield say("search.told_entity_as", entity=entity, role=words.name("roles", wanted.role))
    for key in ("place", "source", "outlet"):
        if getattr(wanted, key):
            yield say(f"search.told_{key}", name=words.quoted(getattr(wanted, key)))
    yield from _told_limits(wanted, words)


def _told_limits(wanted: Wanted, words: Words) -> Iterator[str]:
    say = messages(words.code).say
    if wanted.when_from or wanted.when_to:
        yield say("search.told_when", when=words.interval(wanted.when_from, wanted.when_to))
    if wanted.since or wanted.until:
        yield say("search.told_published", when=words.interval(wanted.since, wanted.until))
    for key, amount in (("from", wanted.amount_from), ("to", wanted.amount_to)):
        if amount is not None:
            yield say(f"search.told_amount_{key}", amount=words.number(amount), unit=wanted.unit or "").strip()
    if wanted.weight > 1:
        yield say("search.told_weight", origins=words.number(wanted.weight))
    if wanted.story:
        yield say("search.told_story", story=wanted.story)
