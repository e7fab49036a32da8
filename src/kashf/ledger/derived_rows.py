"""Derived things as they lie in the ledger's rows, and back."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Row

from kashf.comparison.fingerprints import Fingerprint
from kashf.domain.predicates import claim_types
from kashf.ledger.packing import pack_fingerprint, pack_record
from kashf.records import Claim, Entity, Finding, Origin, Record, structure, unstructure

__all__ = [
    "LAST",
    "RANKS",
    "UNDATED",
    "Signposted",
    "assignment_rows",
    "bearing",
    "chunks",
    "day_of",
    "entity_from",
    "entity_row",
    "finding_row",
    "involved_rows",
    "naming_rows",
    "origins_of",
    "part_rows",
    "resolved_row",
    "signposted_row",
]

Item = TypeVar("Item")
BATCH = 500
"""Rows written, or values asked for, in one statement."""
UNDATED = 0
"""Stands for the day of a report that has none: no report is of the year 1."""
LAST = 9_999_999
"""Sorts what has no day behind all days."""
RANKS = ("story", "copy", "quote", "assertion", "conflict", "check")


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items, as many at a time as one statement takes."""
    waiting = iter(items)
    while some := list(islice(waiting, BATCH)):
        yield some


def day_of(record: Record) -> int:
    """The day of a record's report as a number, UNDATED where it has none."""
    published = record.report.published
    return published.toordinal() if published else UNDATED


def entity_row(entity: Entity) -> dict[str, object]:
    """An entity without the reports that name it."""
    body = unstructure(entity) | {"reports": [], "titles": {title: [] for title in entity.titles}}
    return {"id": entity.id, "kind": entity.kind, "name": entity.name, "mentions": entity.mentions, "body": body}


def naming_rows(entity: Entity, days: Mapping[str, int]) -> Iterator[dict[str, object]]:
    """The reports that name an entity or give it a title."""
    titling = (report for reports in entity.titles.values() for report in reports)
    mentioning = set(entity.reports)
    titles: dict[str, list[str]] = {report: [] for report in (*entity.reports, *titling)}
    for title, reports in entity.titles.items():
        for report in reports:
            titles[report].append(title)
    for report, given in titles.items():
        day = days.get(report, UNDATED)
        row = {"entity_id": entity.id, "day": day, "report_id": report, "titles": given}
        yield row | {"mentions": int(report in mentioning)}


def entity_from(body: Mapping[str, Any], named: Iterable[Row[Any]]) -> Entity:
    """An entity with the reports that name it, given in their order."""
    titles: dict[str, list[str]] = {}
    reports = []
    for row in named:
        if row.mentions:
            reports.append(row.report_id)
        for title in row.titles:
            titles.setdefault(title, []).append(row.report_id)
    return structure({**body, "reports": reports, "titles": titles}, Entity)


class Signposted(NamedTuple):
    """A report's id, the keys it is found by, and what it is compared by."""

    report: str
    keys: Sequence[int]
    fingerprint: Fingerprint | None = None


def signposted_row(signposted: Signposted, day: int) -> dict[str, object]:
    """By what a report of a day is found and compared."""
    body = None if signposted.fingerprint is None else pack_fingerprint(signposted.fingerprint)
    return {"report_id": signposted.report, "day": day, "found_by": array("q", signposted.keys).tobytes(), "body": body}


def resolved_row(record: Record) -> dict[str, object]:
    """A record with its entities."""
    return {"report_id": record.report.id, "body": pack_record(record)}


def assignment_rows(record: Record) -> Iterator[dict[str, object]]:
    """Which mention of a record stands for which entity."""
    places = {(each.start, each.end): each.entity for each in record.mentions if each.entity is not None}
    for (start, end), entity in places.items():
        yield {"report_id": record.report.id, "starts": start, "ends": end, "entity_id": entity}


def bearing(claim: Claim, part: str) -> int:
    """How much a claim bears on where an entity that has this part in it stands before the law.

    3: it may clear it (a denial, a release); 2: a charge and what came of it; 1: another measure against it, or an
    allegation; 0: none of these.
    """
    known = claim_types().get(claim.type)
    if claim.polarity == "denied" and part == "actor":
        return 3
    if part == "object" and known is not None and known.group == "counter":
        return {"release": 3, "charge": 2}.get(claim.type, 1)
    return int(claim.modality == "alleged" and part == "actor")


def involved_rows(record: Record) -> Iterator[dict[str, object]]:
    """In which claims of a record which entities are; in one of several roles that one counts which bears most."""
    for claim in record.claims:
        parts = [(filler.entity, filler.role) for filler in claim.roles if filler.entity is not None]
        parts += [(link.entity, "source") for link in claim.attribution.chain if link.entity is not None]
        ranked: dict[str, tuple[int, str]] = {}
        for entity, part in parts:
            rank = bearing(claim, part)
            if entity not in ranked or rank > ranked[entity][0]:
                ranked[entity] = (rank, part)
        place = {"day": day_of(record), "report_id": record.report.id, "claim_id": claim.id}
        yield from (
            {"entity_id": entity, "rank": rank, "part": part, **place} for entity, (rank, part) in ranked.items()
        )


def finding_row(finding: Finding, days: Mapping[str, int]) -> dict[str, object]:
    """A finding with its place in the order. `days` are those of the earliest reports."""
    first = finding.reports[0] if finding.reports else ""
    day = days.get(first, UNDATED)
    place = {"rank": RANKS.index(finding.kind), "day": LAST if day == UNDATED else day, "first": first}
    weight = {"origins": finding.independent_origins or 0, "carriers": len(finding.reports)}
    return place | weight | {"id": finding.id, "kind": finding.kind, "body": unstructure(finding)}


def part_rows(finding: Finding) -> Iterator[dict[str, str]]:
    """The reports that take part in a finding."""
    return ({"report_id": report, "finding_id": finding.id} for report in dict.fromkeys(finding.reports))


def origins_of(finding: Finding) -> Sequence[Origin]:
    """The independent origins of an assertion; of anything else none."""
    return finding.origins if finding.kind == "assertion" else ()
