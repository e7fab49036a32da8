"""Resolving further reports: their names are held against the entities that are known, without resolving all anew.

By a few keys (a known body, the whole name, how two parts of it sound, the office of a family name) the known entities
that may be meant are found; among these and the new names everything is joined as in `resolve`. Known entities keep
their ids and are not joined with each other: that is left to the next time when everything is resolved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from itertools import combinations

from kashf.domain import name_key
from kashf.names.joining import join
from kashf.names.judging import Cluster
from kashf.names.parts import Part, part_of, take_apart
from kashf.names.persons import person_tokens
from kashf.names.referents import Referent, known_body, referents
from kashf.names.resolution import Resolution, entity_of, identity
from kashf.records import Entity, Record, content_id

__all__ = ["Further", "entity_keys", "key_number", "name_keys", "outlines", "resolve_further"]

LEAST_SOUNDS = 3
"""Coarse consonants of a part from which on one more or less is looked up as well."""
MOST_NAMES = 24
"""So many of its names, the most frequent first, stand for an entity."""
LONG_AGO = date.min


@dataclass(frozen=True, slots=True)
class Further:
    """What further reports bring: the entities that are new or changed, and the resolution of the reports.

    Of a changed entity `reports` and the reports of `titles` are those of the further reports alone.
    """

    entities: tuple[Entity, ...]
    resolution: Resolution


def entity_keys(entity: Entity) -> frozenset[int]:
    """The keys by which an entity is found; none where it goes by no name, only by words that refer."""
    return frozenset(key_number(key) for referent in _standing_for(entity) for key in _keys(referent))


def name_keys(records: Iterable[Record]) -> frozenset[int]:
    """The keys of the entities that the names in these records may mean."""
    return frozenset(key_number(key) for record in records for referent in referents(record) for key in _keys(referent))


def resolve_further(records: Sequence[Record], known: Sequence[Entity]) -> Further:
    """The entities of further records, given the known ones that were found by `name_keys`."""
    by_id = {entity.id: entity for entity in sorted(known, key=lambda entity: entity.id)}
    gathered: dict[str, Cluster] = {}
    for own, held, reasons in _joined(records, tuple(by_id.values())):
        key = held[0] if held else _free(identity(own[0]), own[0], {*by_id, *gathered})
        before = gathered.get(key, Cluster(()))
        gathered[key] = Cluster((*before.members, *own), (*before.reasons, *reasons))
    entities = {key: _entity(key, by_id.get(key), cluster) for key, cluster in gathered.items()}
    assigned = {(member.report, member.key): key for key, cluster in gathered.items() for member in cluster.members}
    return Further(tuple(entities.values()), Resolution(tuple({**by_id, **entities}.values()), assigned))


def _joined(
    records: Sequence[Record], known: Sequence[Entity]
) -> Iterator[tuple[list[Referent], list[str], tuple[str, ...]]]:
    """The groups of new referents: with the ids of the known entities that they go with, and why."""
    standing = [referent for entity in known for referent in _standing_for(entity)]
    new = sorted((referent for record in records for referent in referents(record)), key=lambda item: item.age)
    together = [*standing, *new]
    groups = join(together, settled=len(standing))
    for root, members in groups.members().items():
        own = [together[index] for index in members if index >= len(standing)]
        if own:
            held = [together[index].key for index in members if index < len(standing)]
            yield own, list(dict.fromkeys(held)), groups.reasons(root)


def _free(key: str, earliest: Referent, taken: AbstractSet[str]) -> str:
    """An id that no other entity has."""
    return content_id("e", key, earliest.report, earliest.key) if key in taken else key


def _entity(key: str, known: Entity | None, cluster: Cluster) -> Entity:
    """The entity of these referents: a new one, or a known one with what they add to it."""
    new = entity_of(key, cluster)
    if known is None:
        return new
    return replace(
        known,
        names=tuple(dict.fromkeys((*known.names, *new.names))),
        titles={**dict.fromkeys(known.titles, ()), **new.titles},
        reports=new.reports,
        mentions=known.mentions + new.mentions,
        reason=known.reason or new.reason,
    )


def _standing_for(entity: Entity) -> Iterator[Referent]:
    """An entity as if a report, older than all, had each of its names, and all had its titles."""
    body = known_body(entity.names, entity.kind)
    for name in entity.names[:MOST_NAMES]:
        yield Referent(
            report=f"known {entity.id}",
            published=LONG_AGO,
            key=entity.id,
            kind=entity.kind,
            names=(name,),
            named=True,
            titles=tuple(entity.titles),
            mentions=entity.mentions,
            body=body,
        )


def _keys(referent: Referent) -> Iterator[str]:
    if referent.body is not None:
        yield f"body {referent.body.kind == 'place'} {referent.body.key}"
    elif referent.named:
        for name in referent.names:
            yield f"name {name_key(name)}"
            yield from _sounding(referent, name)
        if referent.kind == "person" and referent.titles:
            yield from _office(referent)


def _sounding(referent: Referent, name: str) -> Iterator[str]:
    """Pairs of a name's parts as they sound, one of the two with a consonant less; a name of one part alone."""
    parts = take_apart(name, "person" if referent.kind == "person" else "organisation").parts
    if len(parts) == 1 and referent.kind != "person":
        yield from (f"sound {outline}" for outline in _varied(parts[0]))
    for here, there in combinations(parts, 2):
        for one, others in ((here, _varied(there)), (there, _varied(here))):
            pairs = (sorted((outline, varied)) for outline in outlines(one) for varied in others)
            yield from (f"sounds {' '.join(pair)}" for pair in pairs)


def outlines(part: Part) -> frozenset[str]:
    """How a part sounds in each of its readings, and what it means."""
    return frozenset((*part.skeletons, *(f"={meaning}" for meaning in part.meanings)))


def _varied(part: Part) -> frozenset[str]:
    """The same, and each reading with one consonant less."""
    readings = (outline for outline in part.skeletons if len(outline) > LEAST_SOUNDS)
    return outlines(part).union(outline[:at] + outline[at + 1 :] for outline in readings for at in range(len(outline)))


def _office(referent: Referent) -> Iterator[str]:
    """The family name of who holds an office, by which a bare family name of that office is met."""
    parts = max(map(person_tokens, referent.names), key=len, default=())
    if parts:
        yield from (f"office {outline}" for outline in part_of(parts[-1], "person").skeletons)


def key_number(key: str) -> int:
    """A key as it is kept: a number of 64 bits, which two keys hardly ever share."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little", signed=True)
