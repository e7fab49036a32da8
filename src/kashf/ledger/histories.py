"""What analysts decided, a page at a time, and what of; and the sources that reports come from and rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, func, or_, select

from kashf.errors import PlaceError
from kashf.ledger.pages import Page, Place
from kashf.ledger.schema import claims, entities, is_current, judgements, origins, reports
from kashf.records import Judgement

__all__ = ["Histories", "JudgementsWanted", "OutletLine", "SpeakerLine", "Subject"]


@dataclass(frozen=True, slots=True)
class JudgementsWanted:
    """Which judgements: of a user, of a kind, on a subject; `standing` leaves out those that were undone."""

    user: str | None = None
    kind: str | None = None
    subject: str | None = None
    standing: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What a judgement is about, as far as it is still there: its words, and the report that it stands in."""

    words: str
    report: str | None = None


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet: how many current reports of it there are, and the days of the first and the last."""

    outlet: str
    reports: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """An independent origin, and how many assertions it stands behind."""

    name: str
    assertions: int


class Histories:
    """Judgements and sources over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def judgements(self, wanted: JudgementsWanted, limit: int, after: Place | None = None) -> Page[Judgement]:
        """The latest first. Raises PlaceError where `after` is no place among them."""
        statement = select(judgements).where(*_of_judgements(wanted)).order_by(judgements.c.id.desc())
        if after is not None:
            if len(after) != 1 or type(after[0]) is not int:
                raise PlaceError
            statement = statement.where(judgements.c.id < after[0])
        rows = self._connection.execute(statement.limit(limit + 1)).mappings().all()
        items = tuple(map(_judgement, rows[:limit]))
        return Page(items, (items[-1].id,) if len(rows) > limit else None)

    def users(self) -> tuple[str, ...]:
        """Everybody who ever judged."""
        return tuple(self._connection.scalars(select(judgements.c.user).distinct().order_by(judgements.c.user)))

    def subjects(self, ids: Iterable[str]) -> dict[str, Subject]:
        """What these ids of claims, entities and reports stand for; those of what is no more are left out."""
        told = sorted(set(ids))
        return dict((*self._claimed(told), *self._entitled(told), *self._reported(told)))

    def _claimed(self, ids: list[str]) -> Iterator[tuple[str, Subject]]:
        for row in self._connection.execute(select(claims).where(claims.c.id.in_(ids))):
            yield row.id, Subject(row.evidence, row.report_id)

    def _entitled(self, ids: list[str]) -> Iterator[tuple[str, Subject]]:
        for row in self._connection.execute(select(entities.c.id, entities.c.name).where(entities.c.id.in_(ids))):
            yield row.id, Subject(row.name)

    def _reported(self, ids: list[str]) -> Iterator[tuple[str, Subject]]:
        told = select(reports.c.id, reports.c.title, reports.c.source).where(reports.c.id.in_(ids))
        for row in self._connection.execute(told):
            yield row.id, Subject(row.title or row.source, row.id)

    def outlets(self, limit: int, after: Place | None = None) -> Page[OutletLine]:
        """The outlets, those with most reports first. Raises PlaceError where `after` is no place among them."""
        many = func.count().label("many")
        days = func.min(reports.c.published).label("first"), func.max(reports.c.published).label("last")
        grouped = select(reports.c.outlet, many, *days).where(is_current, reports.c.outlet.is_not(None))
        statement = grouped.group_by(reports.c.outlet).order_by(many.desc(), reports.c.outlet)
        rows = self._after(statement, many, reports.c.outlet, limit, after, grouped=True)
        found = tuple(OutletLine(row.outlet, row.many, row.first, row.last) for row in rows[:limit])
        return Page(found, (found[-1].reports, found[-1].outlet) if len(rows) > limit else None)

    def outlet(self, name: str) -> OutletLine | None:
        """One outlet; None where no current report is of it."""
        days = func.min(reports.c.published).label("first"), func.max(reports.c.published).label("last")
        told = select(func.count().label("many"), *days).where(
            reports.c.superseded_by.is_(None), reports.c.outlet == name
        )
        row = self._connection.execute(told).one()
        return OutletLine(name, row.many, row.first, row.last) if row.many else None

    def speaker(self, name: str) -> SpeakerLine | None:
        """One independent origin; None where no assertion rests on it."""
        row = self._connection.execute(select(origins).where(origins.c.name == name)).first()
        return SpeakerLine(row.name, row.assertions) if row else None

    def speakers(self, limit: int, after: Place | None = None) -> Page[SpeakerLine]:
        """The independent origins, those behind most assertions first. Raises PlaceError as `outlets` does."""
        statement = select(origins).order_by(origins.c.assertions.desc(), origins.c.name)
        rows = self._after(statement, origins.c.assertions, origins.c.name, limit, after, grouped=False)
        found = tuple(SpeakerLine(row.name, row.assertions) for row in rows[:limit])
        return Page(found, (found[-1].assertions, found[-1].name) if len(rows) > limit else None)

    def _after(
        self, statement: Select[Any], many: Any, name: Any, limit: int, after: Place | None, *, grouped: bool
    ) -> Any:
        if after is not None:
            if len(after) != 2 or type(after[0]) is not int or not isinstance(after[1], str):
                raise PlaceError
            counted = func.count() if grouped else many
            below = or_(counted < after[0], and_(counted == after[0], name > after[1]))
            statement = statement.having(below) if grouped else statement.where(below)
        return self._connection.execute(statement.limit(limit + 1)).all()


def _of_judgements(wanted: JudgementsWanted) -> list[Any]:
    asked = {judgements.c.user: wanted.user, judgements.c.kind: wanted.kind, judgements.c.subject: wanted.subject}
    meant = [column == value for column, value in asked.items() if value is not None]
    return [*meant, judgements.c.undone_at.is_(None)] if wanted.standing else meant


def _judgement(row: RowMapping) -> Judgement:
    return Judgement(**{name: item for name, item in row.items() if name not in ("about", "report_id")})
