"""The claims as a graph: who is spoken of as nodes, each claim between two of them as an edge with its status.

Edges keep what the claim is: one that is alleged or planned says so in `label` and `status`, and `stand` tells stated,
hedged and denied edges apart for whoever filters. Nothing merges two edges into one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kashf.exchange.cells import clean
from kashf.exchange.holdings import Holdings, Told
from kashf.exchange.mappings import mapping
from kashf.records import Entity, content_id

__all__ = ["EDGE_FIELDS", "NODE_FIELDS", "Edge", "Node", "edges", "node"]

NODE_FIELDS = {"label": str, "kind": str, "names": str, "mentions": int, "reports": int}
EDGE_FIELDS = {
    "label": str, "claim": str, "type": str, "group": str, "stand": str, "status": str, "role": str, "polarity": str,
    "modality": str, "text": str, "evidence": str, "source": str, "report": str, "outlet": str, "published": str,
    "from": str, "to": str, "origins": int, "carriers": int, "grade": str, "confidence": float,
}  # fmt: skip
"""What nodes and edges say, with the types; the page on exchange tells what each means."""

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Node:
    """An entity; `values` by the names of NODE_FIELDS."""

    id: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A claim between two entities; `values` by the names of EDGE_FIELDS. `stand` is `stated`, `hedged`, `denied`."""

    id: str
    source: str
    target: str
    stand: str
    values: dict[str, Value]


def node(entity: Entity, holdings: Holdings) -> Node:
    """The node of an entity of any kind."""
    names = "; ".join(dict.fromkeys(map(clean, (entity.name, *entity.names))))
    values: dict[str, Value] = {"label": clean(holdings.name(entity)), "kind": entity.kind, "names": names}
    return Node(entity.id, values | {"mentions": entity.mentions, "reports": len(entity.reports)})


def edges(told: Told, holdings: Holdings) -> Iterator[Edge]:
    """The edges of a claim: from who does it to everyone and everything else in it that is a node."""
    way = mapping("graph")
    ends = (role for role in told.fillers(tuple(way["from"])) if role.entity in holdings.entities)
    source = next(ends, None)
    for role in told.fillers(tuple(way["to"])) if source else ():
        if source and source.entity and role.entity in holdings.entities and role.entity != source.entity:
            id_ = content_id("k", told.claim.id, source.entity, role.entity)
            yield Edge(id_, source.entity, str(role.entity), told.stand, _values(told, role.role))


def _values(told: Told, role: str) -> dict[str, Value]:
    report, moment = told.record.report, told.moment
    return {
        "label": f"{told.status_text}: {told.type_text}",
        "claim": told.claim.id,
        "type": told.claim.type,
        "group": told.group,
        "stand": told.stand,
        "status": ", ".join(told.status),
        "role": role,
        "polarity": told.claim.polarity,
        "modality": told.claim.modality,
        "text": told.text,
        "evidence": told.evidence.passage.words,
        "source": told.chain_text,
        "report": report.id,
        "outlet": told.evidence.report.outlet,
        "published": report.published.isoformat() if report.published else "",
        "from": moment.first.isoformat() if moment and moment.first else "",
        "to": moment.last.isoformat() if moment and moment.last else "",
        "origins": told.weight,
        "carriers": told.carriers,
        "grade": told.grade or "",
        "confidence": told.claim.confidence,
    }
