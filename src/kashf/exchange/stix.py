"""STIX 2.1 objects of what a ledger holds, by the mapping of `mappings/stix.yaml`.

Ids are UUIDs of version 5 over our own, so that the same thing has the same id in every bundle. `created` is when the
report was first read (of what is over reports: when the ledger was begun), `modified` when the ledger last changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5

from kashf.domain import place_named
from kashf.exchange.cells import clean
from kashf.exchange.holdings import Holdings, Told
from kashf.exchange.mappings import mapping, say
from kashf.records import Entity, Finding, Judgement, Record, Report

__all__ = ["EXTENSION", "KASHF", "Object", "Stix", "stix_id"]

NAMESPACE = UUID("0f6e1ac4-5d0f-5c58-9b0c-6b6173686601")
"""Ours alone: what is hashed under it is `type:our id`."""
COUNTRY_CODE = 2
SHA256_DIGITS = 64

Object = dict[str, Any]


def stix_id(kind: str, ours: str) -> str:
    """The id of an object of a type, from our own id of the thing.

    >>> stix_id("note", "c-1") == stix_id("note", "c-1")
    True
    """
    return f"{kind}--{uuid5(NAMESPACE, f'{kind}:{ours}')}"


KASHF = stix_id("identity", "kashf")
EXTENSION = stix_id("extension-definition", "kashf-claim/1")


class Stix:
    """Makes the objects of one ledger."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._language = holdings.words.code

    def heading(self) -> Iterator[Object]:
        """Who made the objects, and what the extension of notes and relationships holds."""
        yield self._object("identity", "kashf", name="Kashf", identity_class="system") | {"id": KASHF}
        yield self._object(
            "extension-definition",
            "kashf-claim/1",
            name="Kashf claim",
            description="What a note or relationship says of the claim that it tells: its type, status and evidence.",
            schema="One object: claim, type, status, polarity, modality, phase, evidence (report, start, end, text), "
            "chain, independent_origins, carriers, credibility, extraction_confidence, extractor.",
            version="1.0.0",
            extension_types=["property-extension"],
        )

    def entity(self, entity: Entity) -> Object | None:
        """A person, body or place; None for a kind that is told in notes alone."""
        made = mapping("stix")["entities"].get(entity.kind)
        if made is None:
            return None
        name = clean(self._holdings.name(entity))
        others = [clean(other) for other in dict.fromkeys((entity.name, *entity.names)) if clean(other) != name]
        also = f"Also: {'; '.join(others)}" if others else None
        grade = next(filter(None, map(self._holdings.grades.get, (entity.name, *entity.names))), None)
        told = ". ".join(filter(None, (also, say(self._language, "grade", grade=grade) if grade else None))) or None
        if made["type"] == "location":
            return self._object("location", entity.id, name=name, description=also, **_where(entity, name))
        roles = [clean(title) for title in entity.titles] or None
        kind = made["identity_class"]
        return self._object("identity", entity.id, name=name, identity_class=kind, description=told, roles=roles)

    def report(self, record: Record, told: Iterable[Told]) -> Iterator[Object]:
        """The outlet, the claims with their links and opinions, and the report that holds them all."""
        report, objects = record.report, list(self._claims(told))
        outlet = self._outlet(report)
        named = [self._reference(mention.entity) for mention in record.mentions]
        refs = dict.fromkeys([outlet["id"], *filter(None, named), *(made["id"] for made in objects)])
        yield outlet
        yield from objects
        yield self._object(
            "report",
            report.id,
            since=self._holdings.read_at(report.id),
            name=clean(report.title) or clean(report.source.rpartition("/")[2]) or report.id,
            description=clean(report.source.rpartition("/")[2]),
            report_types=list(mapping("stix")["report_types"]),
            published=_moment(_start(report.published) if report.published else self._holdings.read_at(report.id)),
            object_refs=list(refs),
            external_references=[self._reference_to(report)],
            lang=report.language,
        )

    def finding(self, finding: Finding) -> Iterator[Object]:
        """A conflict, a check or an assertion of several claims as a note on them; its grade as an opinion."""
        claims = [stix_id("note", member) for member in dict.fromkeys(finding.members) if member.startswith("c-")]
        if finding.kind not in ("assertion", "conflict", "check") or not claims:
            return
        kind = self._holdings.words.name("finding_kinds", finding.kind)
        if finding.kind != "assertion" or len(claims) > 1:
            content = clean(finding.working) or kind
            yield self._object("note", finding.id, abstract=kind, content=content, object_refs=claims)
        graded = mapping("stix")["credibility"].get(finding.grade)
        if graded:
            reason, opinion = clean(finding.working), graded["opinion"]
            yield self._object("opinion", finding.id, explanation=reason, opinion=opinion, object_refs=claims)

    def _claims(self, told: Iterable[Told]) -> Iterator[Object]:
        for one in told:
            yield self._note(one)
            yield from self._relationships(one) if one.stand != "denied" else ()
            yield from (self._opinion(one, judgement) for judgement in one.judgements)

    def _note(self, told: Told) -> Object:
        entities = (self._reference(role.entity) for role in told.claim.roles)
        origin = told.chain[-1]
        weight = {"origins": told.weight, "carriers": told.carriers, "grade": told.grade}
        said = (
            f"{told.status_text}: {told.text}",
            say(self._language, "status", status=told.status_text),
            say(self._language, "source", chain=told.chain_text, mode=told.evidence.mode),
            say(self._language, "weight_graded" if told.grade else "weight", **weight),
            told.evidence.passage.words,
        )
        return self._of_claim(
            "note",
            told.claim.id,
            told,
            abstract=f"{told.status_text}: {told.type_text}",
            content="\n".join(said),
            authors=[origin.name],
            object_refs=list(dict.fromkeys(filter(None, (self._outlet_id(told.record.report), *entities)))),
            confidence=round(100 * told.claim.confidence),
        )

    def _relationships(self, told: Told) -> Iterator[Object]:
        way = mapping("stix")["relationship"]
        ends = [self._reference(role.entity) for role in told.fillers(tuple(way["from"]))]
        source = next(filter(None, ends), None)
        graded = mapping("stix")["credibility"].get(told.grade, {})
        for role in told.fillers(tuple(way["to"])) if source else ():
            target = self._reference(role.entity)
            if target is None or target == source:
                continue
            yield self._of_claim(
                "relationship",
                f"{told.claim.id}:{source}:{target}",
                told,
                relationship_type=way["type"],
                description=f"{told.status_text}: {told.text}",
                source_ref=source,
                target_ref=target,
                confidence=graded.get("confidence"),
                **_interval(told),
            )

    def _opinion(self, told: Told, judgement: Judgement) -> Object:
        kind = say(self._language, f"judged_{judgement.kind}")
        explained = say(self._language, "judged", kind=kind, user=judgement.user, day=judgement.at.date().isoformat())
        return self._object(
            "opinion",
            f"{judgement.id}:{told.claim.id}",
            since=self._holdings.read_at(told.record.report.id),
            opinion=mapping("stix")["judgements"][judgement.kind],
            explanation=f"{explained}. {clean(judgement.reason)}".rstrip(),
            authors=[judgement.user],
            object_refs=[stix_id("note", told.claim.id)],
        )

    def _of_claim(self, kind: str, ours: str, told: Told, **properties: Any) -> Object:
        """An object that tells a claim, with the claim itself in its extension."""
        claim, report = told.claim, told.record.report
        span = {"report": report.id, "start": claim.evidence.start, "end": claim.evidence.end}
        extension = {
            "extension_type": "property-extension",
            "claim": claim.id,
            "type": claim.type,
            "status": list(told.status),
            "polarity": claim.polarity,
            "modality": claim.modality,
            "phase": claim.phase,
            "evidence": span | {"text": claim.evidence.text},
            "chain": [hop.name for hop in told.chain],
            "independent_origins": told.weight,
            "carriers": told.carriers,
            "credibility": told.grade,
            "extraction_confidence": claim.confidence,
            "extractor": claim.extractor,
        }
        properties["extensions"] = {EXTENSION: _without_none(extension)}
        properties["external_references"] = [self._reference_to(report)]
        return self._object(kind, ours, since=self._holdings.read_at(report.id), **properties)

    def _outlet(self, report: Report) -> Object:
        """The outlet with the analyst's grade of it, where there is one."""
        grade = self._holdings.grades.get(report.outlet or "")
        description = say(self._language, "grade", grade=grade) if grade else None
        name = clean(report.outlet) or self._holdings.words.say("unknown_outlet")
        made = self._object("identity", "", name=name, identity_class="organization", description=description)
        return made | {"id": self._outlet_id(report)}

    @staticmethod
    def _outlet_id(report: Report) -> str:
        return stix_id("identity", f"outlet:{report.outlet}")

    def _reference(self, entity: str | None) -> str | None:
        """The id of an entity's object; None for one that has none."""
        found = self._holdings.entities.get(entity or "")
        made = mapping("stix")["entities"].get(found.kind) if found else None
        return stix_id(made["type"], found.id) if made and found else None

    def _reference_to(self, report: Report) -> Object:
        """The report as an external reference."""
        url = clean(report.url)
        name = clean(report.outlet) or clean(report.source.rpartition("/")[2]) or "report"
        address = url if url.startswith(("http://", "https://")) else None
        digest = self._holdings.view.digest(report.id) or ""
        hashes = {"SHA-256": digest} if len(digest) == SHA256_DIGITS else None
        return _without_none({"source_name": name, "url": address, "external_id": report.id, "hashes": hashes})

    def _object(self, kind: str, ours: str, *, since: datetime | None = None, **properties: Any) -> Object:
        """An object with what all have in common; properties that are None are left out."""
        created = min(since or self._holdings.began, self._holdings.changed)
        common = {
            "type": kind,
            "spec_version": "2.1",
            "id": stix_id(kind, ours),
            "created_by_ref": KASHF,
            "created": _exact(created),
            "modified": _exact(self._holdings.changed),
        }
        return common | _without_none(properties)


def _without_none(properties: Object) -> Object:
    return {key: value for key, value in properties.items() if value is not None}


def _where(entity: Entity, name: str) -> Object:
    """A location needs a country or a region; a place that we know no country of is a region of its own name."""
    found = place_named(entity.name)
    if found and len(found.key) == COUNTRY_CODE:
        return {"country": found.key.upper()}
    return {"region": "-".join(name.lower().replace("_", " ").split())}


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _moment(moment: datetime) -> str:
    """A moment as STIX writes it: a fraction of a second where there is one."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if not moment.microsecond else _exact(moment)


def _exact(moment: datetime) -> str:
    """A moment to the millisecond, which `created` and `modified` are given to."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"


def _interval(told: Told) -> Object:
    """When what is claimed happened, as the half-open interval that STIX has."""
    first, last = (told.moment.first, told.moment.last) if told.moment else (None, None)
    return {
        "start_time": _moment(_start(first)) if first else None,
        "stop_time": _moment(_start(last + timedelta(days=1))) if last and last < date.max else None,
    }
