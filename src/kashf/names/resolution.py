"""Resolving: the mentions of all that has been read become entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kashf.domain import name_key
from kashf.names.joining import join
from kashf.names.judging import Cluster, judge
from kashf.names.persons import person_tokens
from kashf.names.referents import Naming, Referent, apart_key, local_key, referents
from kashf.records import Attribution, Claim, Entity, Judgement, Link, Mention, Record, Role, Speaker, content_id
from kashf.records.spans import MentionKind

__all__ = ["Resolution", "entity_of", "identity", "resolve"]

NamingKind = TypeVar("NamingKind", Mention, Link, Speaker, Role)
MOST_REASONS = 12
"""So many reasons are told of an entity that was joined for many; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities over all that has been read, and which of them each report's own keys stand for.

    `assignments` leads from a report's id and its own key to an entity's id.
    """

    entities: tuple[Entity, ...]
    assignments: Mapping[tuple[str, str], str]
    _by_id: Mapping[str, Entity] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {entity.id: entity for entity in self.entities})

    def apply(self, record: Record) -> Record:
        """The record with entities: ids and best names in mentions, speakers, chains and roles.

        Meant for a record as it was extracted. What has been resolved already is left as it is.
        """
        report = record.report.id
        return replace(
            record,
            mentions=tuple(self._named(report, mention) for mention in record.mentions),
            quotes=tuple(
                replace(quote, speaker=self._named(report, quote.speaker)) if quote.speaker else quote
                for quote in record.quotes
            ),
            claims=tuple(self._claim(report, claim) for claim in record.claims),
        )

    def _claim(self, report: str, claim: Claim) -> Claim:
        chain = tuple(self._named(report, link) for link in claim.attribution.chain)
        return replace(
            claim,
            roles=tuple(self._named(report, role) for role in claim.roles),
            attribution=Attribution(claim.attribution.mode, chain),
        )

    def _named(self, report: str, naming: NamingKind) -> NamingKind:
        entity = self._entity(report, naming)
        return replace(naming, entity=entity.id, name=entity.name) if entity else naming

    def _entity(self, report: str, naming: Naming) -> Entity | None:
        key = local_key(naming)
        if key is None:
            return None
        apart = self.assignments.get((report, apart_key(key, naming.text)))
        return self._by_id.get(apart or self.assignments.get((report, key), ""))


def resolve(records: Iterable[Record], judgements: Iterable[Judgement] = ()) -> Resolution:
    """Entities of all the records, as the names say and the analysts have judged.

    Within a report mentions of one key are one referent. Across reports referents are joined by a known name, by one
    name, by sound across scripts, and a bare family name by its office; analysts' merges and splits come last and win.
    The order of the records does not matter. Takes time in proportion to the number of names.
    """
    found = sorted((referent for record in records for referent in referents(record)), key=lambda item: item.age)
    groups = join(found)
    clusters = [
        Cluster(tuple(found[index] for index in members), groups.reasons(root))
        for root, members in groups.members().items()
    ]
    judged = judge(_identified(clusters), judgements)
    entities = tuple(entity_of(key, cluster) for key, cluster in sorted(judged.items()))
    assignments = {(member.report, member.key): key for key, cluster in judged.items() for member in cluster.members}
    return Resolution(entities, assignments)


def _identified(clusters: Sequence[Cluster]) -> dict[str, Cluster]:
    """The clusters by id. An id is made of the earliest name; where two share it, of the earliest report as well."""
    identified: dict[str, Cluster] = {}
    for cluster in clusters:
        earliest = cluster.members[0]
        key = identity(earliest)
        identified[content_id("e", key, earliest.report, earliest.key) if key in identified else key] = cluster
    return identified


def identity(earliest: Referent) -> str:
    """The id of an entity, made of its earliest name."""
    if earliest.body:
        return content_id("e", earliest.body.kind == "place", earliest.body.key)
    if earliest.kind == "person":
        parts = max(map(person_tokens, earliest.names), key=len)
        if len(parts) > 1:
            return content_id("e", "person", *parts)
    elif earliest.named:
        return content_id("e", earliest.kind, name_key(earliest.names[0]))
    return content_id("e", earliest.report, earliest.key)


def entity_of(key: str, cluster: Cluster) -> Entity:
    """The entity of a cluster of referents, under this id."""
    counted: Counter[str] = Counter()
    titles: dict[str, dict[str, None]] = {}
    for member in cluster.members:
        counted.update(dict.fromkeys(member.names, 1))
        for title in member.titles:
            titles.setdefault(title, {})[member.report] = None
    names = tuple(name for name, _ in counted.most_common())
    return Entity(
        id=key,
        kind=_kind(cluster),
        name=_best_name(cluster, names),
        names=names,
        titles={title: tuple(reports) for title, reports in titles.items()},
        reports=tuple(dict.fromkeys(member.report for member in cluster.members)),
        mentions=sum(member.mentions for member in cluster.members),
        reason=_reason(cluster),
    )


def _kind(cluster: Cluster) -> MentionKind:
    """The kind of the earliest member; a body's where one that other reports call a body, as often at least, was taken
    for a person."""
    kinds = [member.kind for member in cluster.members]
    counted: Counter[MentionKind] = Counter()
    for member in cluster.members:
        counted[member.kind] += member.mentions
    body = next((kind for kind in kinds if kind in ("group", "organisation")), None)
    if body is None or "person" not in kinds:
        return body or kinds[0]
    return body if counted["group"] + counted["organisation"] >= counted["person"] else "person"


def _best_name(cluster: Cluster, names: tuple[str, ...]) -> str:
    """The name of the table for what it knows; else the most frequent full name."""
    body = next((member.body for member in cluster.members if member.body), None)
    if body is not None:
        return body.name
    if _kind(cluster) != "person":
        return names[0]
    return max(names, key=lambda name: (len(person_tokens(name)) > 1, -names.index(name)))


def _reason(cluster: Cluster) -> str | None:
    if not cluster.reasons:
        return None
    told = "; ".join(cluster.reasons[:MOST_REASONS])
    left = len(cluster.reasons) - MOST_REASONS
    return f"{told}; and {left} more" if left > 0 else told
