"""FollowTheMoney entities of what a ledger holds, by the mapping of `mappings/ftm.yaml`.

An allegation stays one: the status of a claim stands before its name, in `keywords` and in the `role` and `status` of
its links; a denied claim links nobody, and no claim sets a topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from kashf.domain import place_named
from kashf.exchange.cells import clean
from kashf.exchange.holdings import Holdings, Told
from kashf.exchange.mappings import mapping, say
from kashf.records import Entity, Finding, Record, Report, content_id
from kashf.views.texts import masked, shortened

__all__ = ["FtmEntity", "claim_entities", "entity_of", "finding_note", "notes_on", "report_entities"]

LONGEST_NAME = 380
"""Characters; FollowTheMoney cuts a name at 384."""
COUNTRY_CODE = 2
LONGEST_TEXT = 60_000
"""Characters; FollowTheMoney takes no text beyond 65,000. A longer report is several texts."""
_MONEY = re.compile("[A-Z]{3}")

Properties = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class FtmEntity:
    """An entity: its properties by name, each with its values; `origin` is the report they come from, None where it is
    no single one."""

    id: str
    schema: str
    properties: Properties
    origin: str | None = None


def _made(id_: str, schema: str, origin: str | None, **properties: str | Iterable[str | None] | None) -> FtmEntity:
    """An entity without empty values; a value stands once."""
    kept: Properties = {}
    for name, given in properties.items():
        several = (given,) if isinstance(given, str) or given is None else given
        values = [value for value in dict.fromkeys(map(clean, several)) if value]
        if values:
            kept[name] = values
    return FtmEntity(id_, schema, kept, origin)


def _schema(entity: Entity | None) -> str | None:
    """The schema of an entity; None for a kind that is not exported, and for no entity."""
    return mapping("ftm")["entities"].get(entity.kind) if entity else None


def _is_party(entity: Entity | None) -> bool:
    return _schema(entity) in mapping("ftm")["parties"]


def entity_of(entity: Entity, holdings: Holdings) -> FtmEntity | None:
    """A person, body or place with all its names; None for a kind that is told in the text of claims alone."""
    schema = _schema(entity)
    if schema is None:
        return None
    origin = entity.reports[0] if entity.reports else None
    name = holdings.name(entity)
    others = (other for other in (entity.name, *entity.names) if other != name)
    place = schema == mapping("ftm")["entities"]["place"]
    return _made(
        entity.id,
        schema,
        origin,
        name=name,
        alias=others,
        full=name if place else None,
        country=_country(entity) if place else None,
        position=entity.titles if schema == "Person" else None,
    )


def _country(place: Entity) -> str | None:
    found = place_named(place.name)
    return found.key if found and len(found.key) == COUNTRY_CODE else None


def report_entities(record: Record, holdings: Holdings) -> Iterator[FtmEntity]:
    """The report as a document, and the names that were found in it."""
    yield _document(record.report)
    named: dict[tuple[str, str], str] = {}
    for mention in record.mentions:
        schema = _schema(holdings.entities.get(mention.entity or ""))
        if schema and mention.entity and not mention.pronominal:
            named.setdefault((mention.entity, clean(mention.text)), schema)
    for (entity, text), schema in named.items():
        yield _made(
            content_id("m", record.report.id, entity, text),
            mapping("ftm")["mention"],
            record.report.id,
            document=record.report.id,
            name=text,
            resolved=entity if schema in mapping("ftm")["parties"] else None,
            detectedSchema=schema,
        )


def _document(report: Report) -> FtmEntity:
    made = _made(
        report.id,
        mapping("ftm")["report"],
        report.id,
        fileName=PurePath(report.source.rpartition("/")[2]).name or report.id,
        title=report.title,
        author=report.author,
        publisher=report.outlet,
        publishedAt=report.published.isoformat() if report.published else None,
        language=mapping("ftm")["languages"].get(report.language),
        sourceUrl=_address(report),
        processingAgent="kashf",
    )
    text = masked(report.text)
    made.properties["bodyText"] = [text[at : at + LONGEST_TEXT] for at in range(0, len(text), LONGEST_TEXT)]
    return made


def _address(report: Report) -> str | None:
    url = clean(report.url)
    return url if url.startswith(("http://", "https://")) else None


def claim_entities(told: Told, holdings: Holdings) -> Iterator[FtmEntity]:
    """The claim as an event, the links that it states or alleges, who said it, and what analysts said of it."""
    yield _event(told, holdings)
    if told.stand != "denied":
        yield from _links(told, holdings)
    origin = told.claim.attribution.origin
    if origin is not None and _is_party(holdings.entities.get(origin.entity or "")):
        said = mapping("ftm")["said"]
        yield _link(
            told, said, (str(origin.entity), told.claim.id), role=say(holdings.words.code, "said"), status="said"
        )
    for judgement in told.judgements:
        yield _made(
            f"j-{judgement.id}-{told.claim.id}",
            mapping("ftm")["judgement"],
            told.record.report.id,
            name=f"{judgement.kind}: {told.claim.id}",
            description=[f"{judgement.kind} by {judgement.user}, {judgement.at:%Y-%m-%d}", judgement.reason or ""],
            entity=told.claim.id,
        )


def _event(told: Told, holdings: Holdings) -> FtmEntity:
    entities = {role.entity: holdings.entities.get(role.entity) for role in told.claim.roles if role.entity}
    places = (role.name or role.text for role in told.fillers(tuple(mapping("ftm")["location"])))
    return _made(
        told.claim.id,
        mapping("ftm")["claim"],
        told.record.report.id,
        name=shortened(f"{told.status_text}: {told.text}", LONGEST_NAME),
        summary=told.text,
        description=told.evidence.passage.words,
        notes=notes_on(told, holdings.words.code),
        keywords=(told.claim.type, *told.status),
        involved=(id_ for id_, entity in entities.items() if _is_party(entity)),
        location=places,
        **_provenance(told),
    )


def notes_on(told: Told, language: str) -> Iterator[str]:
    """What a reader must know of the claim, a line each."""
    claim, passage = told.claim, told.evidence.passage
    yield say(language, "status", status=told.status_text)
    yield say(language, "source", chain=told.chain_text, mode=told.evidence.mode)
    weight = {"origins": told.weight, "carriers": told.carriers, "grade": told.grade}
    yield say(language, "weight_graded" if told.grade else "weight", **weight)
    place = {"start": claim.evidence.start, "end": claim.evidence.end, "report": told.record.report.id}
    yield say(language, "evidence", **place, words=passage.words)
    yield say(language, "confidence", confidence=f"{claim.confidence:.2f}", extractor=claim.extractor)


def _provenance(told: Told) -> dict[str, str | None]:
    """Where a claim is from, for its event and its links alike."""
    report, moment = told.record.report, told.moment
    return {
        "recordId": told.claim.id,
        "proof": report.id,
        "publisher": told.evidence.report.outlet,
        "sourceUrl": _address(report),
        "startDate": moment.first.isoformat() if moment and moment.first else None,
        "endDate": moment.last.isoformat() if moment and moment.last else None,
    }


def _links(told: Told, holdings: Holdings) -> Iterator[FtmEntity]:
    plain = mapping("ftm")["link"]
    own = mapping("ftm")["stated"].get(told.claim.type) if told.stand == "stated" else None
    linked: set[str] = set()
    for way in filter(None, (own, plain)):
        source = next((role for role in told.fillers(tuple(way["from"])) if _exported(role.entity, holdings)), None)
        for target in told.fillers(tuple(way["to"])) if source else ():
            pair = (str(source and source.entity), str(target.entity))
            if target.entity in linked or pair[0] == pair[1] or not _exported(target.entity, holdings):
                continue
            if way is own and not all(_is_party(holdings.entities.get(end)) for end in pair):
                continue
            linked.add(pair[1])
            yield _link(told, way, pair, role=f"{told.status_text}: {told.type_text}", status=", ".join(told.status))


def _exported(entity: str | None, holdings: Holdings) -> bool:
    return _schema(holdings.entities.get(entity or "")) is not None


def _link(told: Told, way: Mapping[str, Any], pair: tuple[str, str], *, role: str, status: str) -> FtmEntity:
    """A link between two entities as its schema has it."""
    told_as: dict[str, str | None] = {"role": role, "status": status}
    if way["schema"] == "Payment":
        told_as = {"purpose": role, **_sum(told)}
    elif way["schema"] == "Directorship":
        told_as = {"role": role}
    ends = {way["source"]: pair[0], way["target"]: pair[1]}
    id_ = content_id("k", told.claim.id, way["schema"], *pair)
    more = {"summary": told.text, "description": told.evidence.passage.words, **_provenance(told)}
    return _made(id_, way["schema"], told.record.report.id, **ends, **told_as, **more)


def _sum(told: Told) -> dict[str, str | None]:
    """The sum that was paid, where the claim gives one exact sum of money."""
    figures = [told.record.figures[role.figure] for role in told.claim.fillers("amount") if role.figure is not None]
    if len(figures) != 1 or figures[0].value is None or figures[0].modifier != "exact":
        return {}
    unit = figures[0].unit or ""
    return {"amount": f"{figures[0].value:.15g}", "currency": unit} if _MONEY.fullmatch(unit) else {}


def finding_note(finding: Finding, holdings: Holdings) -> FtmEntity | None:
    """A conflict, a check or an assertion of several reports, as a note on the claims it is about."""
    if finding.kind not in ("assertion", "conflict", "check") or (
        finding.kind == "assertion" and len(finding.members) < 2
    ):
        return None
    kind = holdings.words.name("finding_kinds", finding.kind)
    verdict = holdings.words.name("verdicts", finding.verdict) if finding.verdict else ""
    return _made(
        finding.id,
        mapping("ftm")["finding"],
        finding.reports[0] if finding.reports else None,
        name=shortened(f"{kind}: {finding.working or finding.id}", LONGEST_NAME),
        description=(finding.working, verdict),
        entity=(member for member in finding.members if member.startswith("c-")),
        proof=finding.reports,
    )
