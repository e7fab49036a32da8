"""An entity's page without reading all that names it: its claims a page at a time, who is beside it, its titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Text, bindparam, cast, func, or_, select

from kashf.ledger.derived_rows import entity_from
from kashf.ledger.pages import Page, Place, page_of, some_rows
from kashf.ledger.prepared import Prepared, among
from kashf.ledger.schema import entities, involved, name_keys, naming
from kashf.ledger.told_schema import told_names
from kashf.records import Entity
from kashf.text.folding import search_key

__all__ = ["EntityHead", "Involved", "Involvement", "Neighbour"]

TITLED, NAMED = 60, 12
"""Reports that are asked for titles, and that are told of those which name an entity, the latest of each."""
NEAR = 400
"""Claims whose other entities are counted as neighbours: those that bear most, then the latest."""
COMMON = 300
"""Entities with a key in common beyond which it says nothing: a word that is in the names of many."""
_LARGEST_IN = 400
_ORDER = (involved.c.rank, involved.c.day, involved.c.report_id, involved.c.claim_id)
_NEAREST = (
    select(involved.c.claim_id)
    .where(involved.c.entity_id == bindparam("entity"))
    .order_by(*(key.desc() for key in _ORDER))
    .limit(NEAR)
)
_BESIDE = (
    select(involved.c.entity_id, func.count().label("claims"))
    .where(involved.c.claim_id.in_(_NEAREST))
    .group_by(involved.c.entity_id)
)
_KEYED = Prepared(among(select(name_keys.c.entity_id), name_keys.c.name_key))
_WITH_KEY = select(name_keys.c.entity_id).where(name_keys.c.name_key == bindparam("key")).limit(COMMON)


@dataclass(frozen=True, slots=True)
class Involved:
    """A claim that an entity is in: the report, and the role it fills (or `source`)."""

    claim: str
    report: str
    part: str


@dataclass(frozen=True, slots=True)
class EntityHead:
    """An entity with the latest of the reports that name it, how many do, and in how many claims it is."""

    entity: Entity
    reports: int
    claims: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity, and how many claims it is in with another; of entities of like name 0."""

    entity: Entity
    claims: int = 0


class Involvement:
    """What entities are in, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self, entity: str) -> EntityHead | None:
        """An entity with how much there is of it; None where there is none of that id."""
        body = self._connection.scalar(select(entities.c.body).where(entities.c.id == entity))
        if body is None:
            return None
        own = select(naming).where(naming.c.entity_id == entity).order_by(naming.c.day.desc(), naming.c.report_id)
        titled = self._connection.execute(own.where(cast(naming.c.titles, Text) != "[]").limit(TITLED)).all()
        named = self._connection.execute(own.where(naming.c.mentions > 0).limit(NAMED)).all()
        rows = {row.report_id: row for row in (*titled, *named)}
        return EntityHead(entity_from(body, rows.values()), self._named(entity), self._involved(entity))

    def _named(self, entity: str) -> int:
        named = select(func.count()).select_from(naming).where(naming.c.entity_id == entity, naming.c.mentions > 0)
        return self._connection.scalars(named).one()

    def _involved(self, entity: str) -> int:
        counted = select(func.count()).select_from(involved).where(involved.c.entity_id == entity)
        return self._connection.scalars(counted).one()

    def claims(self, entity: str, limit: int, after: Place | None = None) -> Page[Involved]:
        """The claims of an entity: those that bear on where it stands before the law first, of each the latest."""
        statement = select(*_ORDER, involved.c.part).where(involved.c.entity_id == entity)
        rows = some_rows(self._connection, statement, _ORDER, limit, after)
        return page_of(rows, limit, lambda row: Involved(row.claim_id, row.report_id, row.part), lambda row: row[:4])

    def neighbours(self, entity: str, limit: int) -> tuple[Neighbour, ...]:
        """Who and what is in claims with an entity, those in most first."""
        counted = {row.entity_id: row.claims for row in self._connection.execute(_BESIDE, {"entity": entity})}
        counted.pop(entity, None)
        nearest = sorted(counted, key=lambda one: (-counted[one], one))[:limit]
        return tuple(Neighbour(one, counted[one.id]) for one in self._entities(nearest))

    def alike(self, entity: str, limit: int) -> tuple[Neighbour, ...]:
        """Entities with keys of their names in common, those with most first: some may be the same."""
        keys = list(self._connection.scalars(select(name_keys.c.name_key).where(name_keys.c.entity_id == entity)))
        found: dict[str, int] = {}
        for key in keys[:_LARGEST_IN]:
            told = self._connection.scalars(_WITH_KEY, {"key": key}).all()
            for other in told if len(told) < COMMON else ():
                found[other] = found.get(other, 0) + 1
        found.pop(entity, None)
        nearest = sorted(found, key=lambda one: (-found[one], one))[:limit]
        return tuple(map(Neighbour, self._entities(nearest)))

    def called(self, name: str, limit: int) -> tuple[Neighbour, ...]:
        """Entities whose name has these words in it, as they stand, or whose id it is; the most mentioned first."""
        told = or_(entities.c.name.icontains(name, autoescape=True), entities.c.id == name)
        # The ids first, which one index tells: to look at all bodies takes five times as long.
        found = select(entities.c.id).where(told).order_by(entities.c.mentions.desc(), entities.c.id.desc())
        return tuple(map(Neighbour, self._entities(self._connection.scalars(found.limit(limit)).all())))

    def count(self) -> int:
        """How many entities there are."""
        return self._connection.scalars(select(func.count()).select_from(entities)).one()

    def names(self) -> Iterator[tuple[str, str]]:
        """The ids of all entities with their names, the most mentioned first."""
        named = select(entities.c.id, entities.c.name).order_by(entities.c.mentions.desc(), entities.c.id.desc())
        return ((row.id, row.name) for row in self._connection.execute(named))

    def led_to(self, keys: Iterable[int], name: str, called: Iterable[str], limit: int) -> tuple[Entity, ...]:
        """Entities that keys of names (`kashf.names.entity_keys`) or the words of a name lead to, and those that are
        called so (`called`, their ids); those to which most leads first."""
        found = Counter(other for key in keys for other in self._connection.scalars(_WITH_KEY, {"key": key}))
        wanted = search_key(name).split()
        if wanted:
            having = (told_names.c.folded.contains(f" {word}", autoescape=True) for word in wanted)
            spoken = select(told_names.c.entity).where(told_names.c.entity.is_not(None), *having).limit(limit)
            found.update(self._connection.scalars(spoken))
        found.update(called)
        return tuple(self._entities(sorted(found, key=lambda one: (-found[one], one))[:limit]))

    def has_keys(self) -> bool:
        """Whether keys lead to entities: a small ledger keeps none."""
        return self._connection.scalars(select(name_keys.c.name_key).limit(1)).first() is not None

    def keyed(self, keys: Iterable[int], kinds: Iterable[str], limit: int) -> tuple[Entity, ...]:
        """Entities of some kinds that these keys lead to, those to which most do first."""
        found = Counter(_KEYED.values(self._connection, some=list(keys)))
        ranked = sorted(found, key=lambda one: (-found[one], one))[:limit]
        wanted = frozenset(kinds)
        return tuple(one for one in self._entities(ranked) if one.kind in wanted)

    def _entities(self, ids: Sequence[str]) -> list[Entity]:
        """The entities in the order of the ids, without the reports that name them."""
        told = select(entities.c.id, entities.c.body).where(entities.c.id.in_(ids))
        bodies = {row.id: row.body for row in self._connection.execute(told)}
        return [entity_from(bodies[one], ()) for one in ids if one in bodies]
