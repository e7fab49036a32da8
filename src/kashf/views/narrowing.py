"""A dossier narrowed to an entity, to words, or to types of claim."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from kashf.records import Claim, Entity, Finding, Link, Record, Role
from kashf.text.folding import search_key
from kashf.views.dossier import Dossier
from kashf.views.passages import passage

__all__ = ["entities_called", "narrowed"]


def narrowed(dossier: Dossier, about: str | None = None, types: Collection[str] = ()) -> Dossier:
    """What of a dossier is about an entity (its id, or words of one of its names) or has the words, of the types.

    Claims count when the entity fills a role or stands in the chain, or when the words are in the claim's sentence.
    Reports without such a claim, and findings without such a member, fall away.
    """
    if not about and not types:
        return dossier
    named = frozenset(entity.id for entity in entities_called(dossier, about)) if about else frozenset()
    records = tuple(_narrowed_records(dossier.records, about, named, frozenset(types)))
    claims = {claim.id for record in records for claim in record.claims}
    reports = {record.report.id for record in records}
    return replace(
        dossier,
        records=records,
        entities=tuple(entity for entity in dossier.entities if entity.id in named | _spoken_of(records)),
        findings=tuple(found for found in dossier.findings if _concerns(found, claims, reports)),
    )


def entities_called(dossier: Dossier, about: str) -> tuple[Entity, ...]:
    """The entities with this id, else those that have all the words in one of their names, spelling aside."""
    exact = tuple(entity for entity in dossier.entities if entity.id == about)
    wanted = search_key(about).split()
    return exact or tuple(entity for entity in dossier.entities if _is_called(entity, wanted))


def _is_called(entity: Entity, wanted: list[str]) -> bool:
    """Whether one of the names has all the words: «اسد» does not call «الأسدي»."""
    names = (search_key(name).split() for name in (entity.name, *entity.names))
    return bool(wanted) and any(set(wanted) <= set(name) for name in names)


def _narrowed_records(
    records: Iterable[Record], about: str | None, named: frozenset[str], types: frozenset[str]
) -> Iterable[Record]:
    for record in records:
        kept = tuple(
            claim
            for claim in record.claims
            if (not types or claim.type in types) and (not about or _is_about(claim, record, about, named))
        )
        if kept:
            yield replace(record, claims=kept)


def _is_about(claim: Claim, record: Record, about: str, named: frozenset[str]) -> bool:
    if named.intersection(_entities(claim)):
        return True
    sentence = passage(record, claim.evidence.start, claim.evidence.end)
    return search_key(about) in search_key(f"{sentence.before}{sentence.words}{sentence.after}")


def _entities(claim: Claim) -> Iterable[str]:
    fillers: tuple[Role | Link, ...] = (*claim.roles, *claim.attribution.chain)
    return (filler.entity for filler in fillers if filler.entity)


def _spoken_of(records: Iterable[Record]) -> set[str]:
    return {entity for record in records for claim in record.claims for entity in _entities(claim)}


def _concerns(finding: Finding, claims: Collection[str], reports: Collection[str]) -> bool:
    if finding.kind in ("story", "copy"):
        return sum(report in reports for report in finding.reports) > 1
    return any(member in claims for member in finding.members)
