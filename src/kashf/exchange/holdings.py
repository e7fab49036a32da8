"""What a ledger holds, as the writers of formats take it: one record at a time, each of its claims told in words.

Nothing here grows with the number of reports: entities are looked up as they are met, findings report by report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Literal

from kashf.exchange.mappings import say
from kashf.ledger import View
from kashf.records import Claim, Entity, Finding, Judgement, Moment, Record, Role
from kashf.views import Dossier
from kashf.views.chains import Hop, origin_lines, sources_sentence
from kashf.views.dossier import Located, index
from kashf.views.lens import Lens
from kashf.views.phrases import claim_sentence
from kashf.views.pieces import plain
from kashf.views.statements import Evidence, evidence
from kashf.views.words import words

__all__ = ["STATED", "Holdings", "Stand", "Told"]

ENTITIES_AT_HAND = 20_000
"""Entities kept in memory: those of some thousand reports of one subject, about 20 megabytes."""
STATED = "asserted"
"""The status of a claim that is neither denied nor hedged."""
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))
_ON_CLAIMS = ("accept", "correct")

Stand = Literal["stated", "hedged", "denied"]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with all that a format says of it.

    `text` is the sentence that tells it, on whose word; `status` the keys of what qualifies it (`denied`, `alleged`,
    `acquitted`, ...; `asserted` where nothing does), `status_text` the same in words. `stand` is what a format may make
    of it: only what is `stated` may be written as a link without a hedge, what is `denied` as none. `weight` counts its
    independent origins and `carriers` its reports, `grade` is the proposed credibility (1 to 6), all three of the
    assertion it is part of; `findings` are the ids of those it is a member of, `judgements` what analysts said of it.
    `contested`: another report denies or hedges the same, or has it otherwise.
    """

    record: Record
    claim: Claim
    text: str
    type_text: str
    group: str
    status: tuple[str, ...]
    status_text: str
    evidence: Evidence
    moment: Moment | None
    weight: int
    carriers: int
    grade: str | None
    findings: tuple[str, ...]
    judgements: tuple[Judgement, ...]
    contested: bool = False

    @property
    def stand(self) -> Stand:
        """Whether the claim is stated, hedged (alleged, planned, possible, ...) or denied."""
        if self.claim.polarity == "denied":
            return "denied"
        return "stated" if self.claim.modality == STATED and not self.contested else "hedged"

    @property
    def chain(self) -> tuple[Hop, ...]:
        """From the outlet to the last source named."""
        return self.evidence.chain

    @property
    def chain_text(self) -> str:
        """The chain in one line."""
        return " → ".join(f"{hop.name} ({hop.title})" if hop.title else hop.name for hop in self.chain)

    def fillers(self, roles: tuple[str, ...]) -> Iterator[Role]:
        """The fillers of these roles that stand for an entity, in the order of the roles; each entity once."""
        met: set[str] = set()
        for role in roles:
            for filler in self.claim.fillers(role):
                if filler.entity and filler.entity not in met:
                    met.add(filler.entity)
                    yield filler


class Holdings:
    """What a view shows, told in a language (`en`, `ar`). Raises LedgerError where the ledger can not be read."""

    def __init__(self, view: View, language: str = "en") -> None:
        self.view = view
        self.words = words(language)
        self.entities: Mapping[str, Entity] = _Entities(view)
        self.grades = view.grades()
        self.began, self.changed = view.changed_at() or (_BEGINNING, _BEGINNING)
        self._bare = self._lens(Dossier())
        self._judged: dict[str, tuple[Judgement, ...]] = {}
        for judged in view.judged():
            if judged.claim and judged.judgement.undone_at is None and judged.judgement.kind in _ON_CLAIMS:
                self._judged[judged.claim] = (*self._judged.get(judged.claim, ()), judged.judgement)

    def records(self) -> Iterator[Record]:
        """The records with their judgements applied, oldest report first."""
        return self.view.records()

    def read_at(self, report: str) -> datetime:
        """When a report was first read."""
        return self.view.read_at(report) or self.began

    def name(self, entity: Entity) -> str:
        """The name of an entity that suits the language."""
        return self._bare.entity_name(entity.id, entity.name) or entity.name

    def told(self, record: Record) -> Iterator[Told]:
        """The claims of a record."""
        judged = [one for claim in record.claims for one in self._judged.get(claim.id, ())]
        findings = self.view.findings_of(record.report.id)
        lens = self._lens(Dossier(records=(record,), findings=findings, judgements=tuple(judged)))
        for claim in record.claims:
            yield self._told(Located(record, claim), lens)

    def _lens(self, dossier: Dossier) -> Lens:
        """A lens for one record or entity, with the entities of the whole ledger."""
        return Lens(dossier, replace(index(dossier), entities=self.entities), self.words)

    def _told(self, located: Located, lens: Lens) -> Told:
        record, claim = located.record, located.claim
        found = lens.index.findings_of.get(claim.id, ())
        assertion = next((one for one in found if one.kind == "assertion"), None)
        origins = origin_lines((located,), None, lens)
        told = evidence(located, lens)
        doubts = self._doubts(claim, assertion, found)
        status = {marker.key: marker.text for marker in told.markers if marker.key != claim.phase}
        status = {**(status or {STATED: self.words.name("modalities", STATED)}), **doubts}
        return Told(
            record=record,
            claim=claim,
            text=_bare_text(plain(claim_sentence(located, sources_sentence(origins, lens), lens), self.words)),
            type_text=self.words.name("types", claim.type),
            group=lens.group_of(claim.type),
            status=tuple(status),
            status_text=self.words.separated(list(status.values())),
            evidence=told,
            moment=None if claim.time is None else record.times[claim.time],
            weight=_weight(assertion),
            carriers=len(assertion.reports) if assertion else 1,
            grade=assertion.grade if assertion else None,
            findings=tuple(one.id for one in found),
            judgements=self._judged.get(claim.id, ()),
            contested=bool(doubts),
        )

    def _doubts(self, claim: Claim, assertion: Finding | None, found: Iterable[Finding]) -> dict[str, str]:
        """What other reports leave of a claim: that it is disputed, or hedged where others tell the same."""
        doubts: dict[str, str] = {}
        if any(one.kind == "conflict" for one in found):
            doubts["disputed"] = say(self.words.code, "disputed")
        for modality in assertion.fields.get("modalities", ()) if assertion else ():
            if modality not in (STATED, claim.modality):
                told = self.words.name("modalities", str(modality))
                doubts[f"{modality}-elsewhere"] = say(self.words.code, "hedged_elsewhere", status=told)
        return doubts


def _bare_text(text: str) -> str:
    """Without the isolates that keep two directions apart on a page: programs compare and index the text."""
    return text.translate(_ISOLATES)


def _weight(assertion: Finding | None) -> int:
    return 1 if assertion is None or assertion.independent_origins is None else assertion.independent_origins


class _Entities(Mapping[str, Entity]):
    """The entities of a ledger by their ids, read as they are asked for; the last that were are kept at hand."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._found = lru_cache(maxsize=ENTITIES_AT_HAND)(view.entity)

    def __getitem__(self, entity_id: str) -> Entity:
        found = self._found(entity_id)
        if found is None:
            raise KeyError(entity_id)
        return found

    def __iter__(self) -> Iterator[str]:
        return (entity.id for entity in self._view.each_entity())

    def __len__(self) -> int:
        return sum(1 for _ in self._view.each_entity())
