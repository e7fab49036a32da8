"""What pictures show: lines, places, times and figures of the claims that meet some conditions, counted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, case, func, or_, select

from kashf.domain import known_places, place_named, within
from kashf.errors import PlaceError
from kashf.ledger.derived_rows import UNDATED, chunks
from kashf.ledger.drawn import (
    Drawn,
    FiguresWanted,
    FigureTold,
    Links,
    LinkTold,
    Named,
    PlaceTold,
    PutAs,
    StatementTold,
    TimeTold,
    Within,
)
from kashf.ledger.pages import Page, Place
from kashf.ledger.prepared import among
from kashf.ledger.schema import entities
from kashf.ledger.told_parts import counted
from kashf.ledger.told_rows import FACT, STANDINGS
from kashf.ledger.told_schema import (
    PARTS,
    told,
    told_figures,
    told_lines,
    told_links,
    told_names,
    told_parts,
    told_places,
)
from kashf.records import Entity, structure
from kashf.text.folding import search_key

__all__ = ["Pictures"]

ALIKE = 40
"""Claims of one statement that are passed over to find the next, on the whole."""
NAMES_MEANT = 500
"""Names that words may stand for, at most."""
_DENIED = STANDINGS.index("denied")


class Pictures:
    """What pictures are drawn from, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def links(self, drawn: Drawn, most: int) -> Links:
        """The heaviest lines of these claims, `most` at most."""
        one = (self._counted(drawn) if drawn.is_counted else self._counting(drawn)).subquery()
        weight = (one.c.origins.desc(), one.c.statements.desc(), one.c.source, one.c.target)
        totals = func.count().over(), func.sum(one.c.statements).over()
        rows = self._connection.execute(select(one, *totals).order_by(*weight).limit(most)).all()
        lines, statements = rows[0][-2:] if rows else (0, 0)
        return Links(tuple(LinkTold(*row[:-2]) for row in rows), lines, int(statements))

    def _counted(self, drawn: Drawn) -> Select[Any]:
        """Lines that stand counted in the ledger."""
        meant = _of_kind(told_links, drawn)
        if drawn.about:
            ids = self._called(drawn.about)
            meant.append(or_(told_links.c.source.in_(ids), told_links.c.target.in_(ids)))
        columns = (told_links.c[name] for name in ("source", "source_layer", "target", "target_layer", "grouping"))
        rest = ("origins", "statements", "stated", "denied", "contested", "first", "last")
        return select(*columns, *(told_links.c[name] for name in rest)).where(*meant)

    def _counting(self, drawn: Drawn) -> Select[Any]:
        one = self._counting_parts("line", drawn).subquery()
        by = [told_links.c[name] for name in ("source", "source_layer", "target", "target_layer", "grouping")]
        sums = (func.sum(one.c[name]).label(name) for name in ("statements", "stated", "denied", "contested"))
        days = func.min(one.c.first).label("first"), func.max(one.c.last).label("last")
        counted = select(*by, func.max(one.c.origins).label("origins"), *sums, *days)
        return counted.join(one, one.c.subject == told_links.c.line).group_by(*by)

    def _counting_parts(self, part: str, drawn: Drawn) -> Select[Any]:
        """What these claims tell of, counted by the lines, places or units of it."""
        meant = (told_parts.c.part == PARTS.index(part), *self._meant(drawn, told_parts))
        return select(told_parts.c.subject, *counted()).where(*meant).group_by(told_parts.c.subject)

    def places(self, drawn: Drawn) -> tuple[PlaceTold, ...]:
        """The places that these claims speak of, the heaviest first."""
        rows = self._connection.execute(self._counting_parts("place", drawn)).all()
        heaviest = sorted(rows, key=lambda row: (-row.origins, -row.statements, row.subject))
        return tuple(PlaceTold(*row[:-2]) for row in heaviest)

    def times(self, drawn: Drawn) -> tuple[TimeTold, ...]:
        """On which days what these claims tell began, by groups of types, in order."""
        by = (told.c.first, told.c.grouping, told.c.standing)
        # A statement stands in one way: those of several ways are others, and add up.
        one = select(*by, func.count(told.c.said.distinct()).label("many")).where(*self._meant(drawn)).group_by(*by)
        each = one.subquery().c
        put = (each.first, each.grouping, case(*((met, so) for so, met in _puts(each.standing).items())))
        rows = self._connection.execute(select(*put, func.sum(each.many)).group_by(*put).order_by(*put)).all()
        return tuple(TimeTold(*row) for row in rows)

    def units(self, drawn: Drawn) -> tuple[tuple[str | None, int], ...]:
        """The units of the figures in these claims, each with how many there are, the most frequent first."""
        one = told_parts.c
        meant = (one.part == PARTS.index("unit"), *self._meant(drawn, told_parts))
        some = func.count(one.said.distinct()).label("many"), func.min(one.told_id).label("told_id")
        counting = select(one.subject, *some).where(*meant).group_by(one.subject).subquery()
        of_one = (told_figures.c.told_id == counting.c.told_id, told_figures.c.measure == counting.c.subject)
        rows = self._connection.execute(select(told_figures.c.unit, counting.c.many).distinct().where(*of_one))
        return tuple(sorted(((row.unit, row.many) for row in rows), key=lambda one: (-one[1], one[0] or "")))

    def figures(self, drawn: Drawn, wanted: FiguresWanted) -> tuple[FigureTold, ...]:
        """Figures of these claims, the largest first; each value that a statement gives in a role once."""
        rows = islice(self._figure_rows(drawn, wanted), wanted.skipped, None)
        return self._told_figures(tuple(rows))

    def some_figures(self, drawn: Drawn, wanted: FiguresWanted, at_once: int) -> Iterator[tuple[FigureTold, ...]]:
        """The same, so many at once: the first are there before the last are looked for."""
        rows = islice(self._figure_rows(drawn, wanted), wanted.skipped, None)
        while some := tuple(islice(rows, at_once)):
            yield self._told_figures(some)

    def _figure_rows(self, drawn: Drawn, wanted: FiguresWanted) -> Iterator[Row[Any]]:
        meant = [*self._meant(drawn), *_of_unit(wanted)]
        columns = (*(told.c[name] for name in _CLAIM_COLUMNS), *(told_figures.c[name] for name in _FIGURE_COLUMNS))
        joined = select(*columns).join_from(told_figures, told, told.c.id == told_figures.c.told_id).where(*meant)
        most = wanted.skipped + wanted.limit
        rows = self._connection.execute(joined.order_by(*_FIGURE_ORDERS[wanted.order]).limit(most * ALIKE))
        seen: set[tuple[object, ...]] = set()
        for row in rows:
            key = (row.statement, row.role, row.unit, row.low, row.high, row.modifier)
            if key in seen:
                continue
            seen.add(key)
            yield row
            if len(seen) == most:
                break
        rows.close()

    def _told_figures(self, rows: Sequence[Row[Any]]) -> tuple[FigureTold, ...]:
        carriers = self._carriers({row.statement for row in rows})
        return tuple(_figure(row, carriers[row.statement]) for row in rows)

    def _carriers(self, statements: Iterable[str]) -> dict[str, int]:
        """How many reports carry each of these statements."""
        rows = (row for some in chunks(statements) for row in self._connection.execute(_CARRIERS, {"some": some}))
        return {row.statement: row.reports for row in rows}

    def statements(self, drawn: Drawn, part: Within, limit: int, after: Place | None = None) -> Page[StatementTold]:
        """Statements behind a part of a picture, the heaviest first. Raises PlaceError where `after` is no place."""
        claims = select(told.c.statement, told.c.origins, told.c.report_id).where(*self._meant(drawn), *_part(part))
        if after is not None:
            origins, last = _after(after)
            below = and_(told.c.origins == origins, told.c.statement < last)
            claims = claims.where(or_(told.c.origins < origins, below))
        # All claims of a statement have its origins and stand side by side: who reads in order can stop when there are
        # enough of them, where to group would take all.
        rows = self._connection.execute(claims.order_by(told.c.origins.desc(), told.c.statement.desc()))
        each = groupby(rows, key=lambda row: (int(row.origins), str(row.statement)))
        found = [(key, min(str(row.report_id) for row in own)) for key, own in islice(each, limit + 1)]
        rows.close()
        more = found[limit - 1][0] if len(found) > limit else None
        return Page(tuple(StatementTold(statement, report) for (_, statement), report in found[:limit]), more)

    def names(self, ids: Iterable[int]) -> dict[int, Named]:
        """What names stand for."""
        rows = [row for some in chunks(ids) for row in self._connection.execute(_NAMES, {"some": some})]
        bodies: dict[str, Any] = {}
        for some in chunks({row.entity for row in rows if row.entity}):
            bodies.update((row.id, row.body) for row in self._connection.execute(_ENTITIES, {"some": some}))
        return {row.id: Named(row.id, _entity(bodies.get(row.entity)), row.place, row.names) for row in rows}

    def entities_named(self, names: Iterable[str]) -> tuple[Entity, ...]:
        """The entities that go by any of these names, letter for letter."""
        found: dict[str, Entity] = {}
        for name in names:
            for entity in (named.entity for named in self.names(self._called(name)).values()):
                if entity is not None and name in (entity.name, *entity.names):
                    found[entity.id] = entity
        return tuple(found.values())

    def speakers(self, most: int) -> tuple[int, ...]:
        """Who is quoted with the most statements, as names, `most` at most."""
        counted = select(told.c.speaker).group_by(told.c.speaker).order_by(func.count().desc()).limit(most)
        return tuple(self._connection.scalars(counted))

    def _meant(self, drawn: Drawn, table: Table = told) -> list[ColumnElement[bool]]:
        """The conditions on claims, or on what they are counted under."""
        meant = [table.c.origins >= drawn.origins] if drawn.origins > 1 else []
        meant += _of_kind(table, drawn)
        meant += [table.c.last >= max(drawn.first.toordinal(), UNDATED + 1)] if drawn.first else []
        meant += [table.c.first <= drawn.last.toordinal(), table.c.first > UNDATED] if drawn.last else []
        meant += [_puts(table.c.standing)[drawn.standing]] if drawn.standing else []
        return meant + self._naming(drawn, table.c.id if table is told else table.c.told_id)

    def _naming(self, drawn: Drawn, claim: ColumnElement[int]) -> list[ColumnElement[bool]]:
        meant: list[ColumnElement[bool]] = []
        if drawn.speaker:
            meant.append(claim.in_(select(told.c.id).where(told.c.speaker.in_(self._called(drawn.speaker)))))
        if drawn.place:
            spoken = select(told_places.c.told_id).where(told_places.c.place.in_(self._called(drawn.place)))
            meant.append(claim.in_(spoken))
        if drawn.about:
            ids = self._called(drawn.about)
            ends = or_(told_lines.c.source.in_(ids), told_lines.c.target.in_(ids))
            meant.append(claim.in_(select(told_lines.c.told_id).where(ends)))
        return meant

    def _called(self, words: str) -> Sequence[int]:
        """The names that words stand for: an entity by its id, a country with what lies in it, else names with them."""
        same = or_(told_names.c.entity == words, told_names.c.place.in_(_lying_in(words)))
        exact = self._connection.scalars(select(told_names.c.id).where(same)).all()
        wanted = search_key(words).split()
        if exact or not wanted:
            return exact
        having = (told_names.c.folded.contains(f" {word}", autoescape=True) for word in wanted)
        return self._connection.scalars(select(told_names.c.id).where(*having).limit(NAMES_MEANT)).all()


def _of_kind(table: Any, drawn: Drawn) -> list[ColumnElement[bool]]:
    chosen = ((table.c.grouping, drawn.groups), (table.c.type, drawn.types))
    return [column.in_(values) for column, values in chosen if values]


def _of_unit(wanted: FiguresWanted) -> list[ColumnElement[bool]]:
    """The condition on the unit; its index is of use where figures are sorted by value, else the order comes first."""
    if not wanted.unit:
        return []
    unit = told_figures.c.unit if wanted.order == "value" else func.coalesce(told_figures.c.unit, "")
    return [unit == wanted.unit]


def _part(part: Within) -> list[ColumnElement[bool]]:
    meant: list[ColumnElement[bool]] = []
    ends = {told_lines.c.source: part.source, told_lines.c.target: part.target}
    line = [column == value for column, value in ends.items() if value is not None]
    if line:
        meant.append(told.c.id.in_(select(told_lines.c.told_id).where(*line)))
    if part.place is not None:
        meant.append(told.c.id.in_(select(told_places.c.told_id).where(told_places.c.place == part.place)))
    meant += [told.c.first >= part.first] if part.first is not None else []
    return [*meant, told.c.first <= part.last] if part.last is not None else meant


def _after(place: Place) -> tuple[int, str]:
    """Where a page of statements ended. Raises PlaceError where that is no place among them."""
    if len(place) != len(("origins", "statement")):
        raise PlaceError
    origins, statement = place
    if not isinstance(origins, int) or not isinstance(statement, str):
        raise PlaceError
    return origins, statement


def _lying_in(words: str) -> Collection[str]:
    """The keys of a place that goes by a key or name, and of those in it."""
    known = {place.key: place for place in known_places()}
    place = known.get(words) or place_named(words)
    return [one.key for one in known.values() if one is place or within(one, place)] if place else ()


def _entity(body: Any) -> Entity | None:
    return structure(body, Entity) if body is not None else None


def _puts(standing: ColumnElement[int]) -> dict[PutAs, ColumnElement[bool]]:
    """The conditions on how something stands, for each way in which it may be put."""
    hedged = and_(standing > FACT, standing < _DENIED)
    return {"stated": standing <= FACT, "hedged": hedged, "denied": standing == _DENIED}


def _figure(row: Any, reports: int) -> FigureTold:
    told_so = row._asdict()
    standing, claim, report = (told_so.pop(name) for name in ("standing", "claim_id", "report_id"))
    put = "stated" if standing <= FACT else "denied" if standing == _DENIED else "hedged"
    more = {"standing": put, "contested": row.contested > 0, "timed": row.timed > 0}
    return FigureTold(**told_so | more, claim=claim, report=report, reports=reports)


_NAMES = among(select(told_names), told_names.c.id)
_ENTITIES = among(select(entities.c.id, entities.c.body), entities.c.id)
_OF_CLAIMS = "statement claim_id report_id type origins standing contested first last timed speaker"
_CLAIM_COLUMNS = tuple(_OF_CLAIMS.split())
_FIGURE_COLUMNS = ("role", "unit", "low", "high", "modifier", "counted", "words")
_CARRIERS = among(
    select(told.c.statement, func.count(told.c.report_id.distinct()).label("reports")).group_by(told.c.statement),
    told.c.statement,
)
_FIGURE_ORDERS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "value": (told_figures.c.high.desc(), told_figures.c.low.desc()),
    "day": (told.c.last.desc(),),
    "weight": (told.c.origins.desc(), told.c.statement.desc()),
}
