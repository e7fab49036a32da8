"""The pictures of a dossier: where, when, and how much, drawn from the claims that are in it and no other.

The workbench draws the same pictures from tables that the ledger keeps; here the rows of those tables are made of the
dossier's records, so that a picture shows what a brief was narrowed to.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kashf.ledger import FigureTold, Named, PlaceTold, TimeTold
from kashf.ledger.told_rows import FACT, STANDINGS, TellingRows, Told, ties
from kashf.views.figure_list import FigurePlot, figure_lines, figure_plot
from kashf.views.lens import Lens
from kashf.views.time_picture import TimePicture, time_picture
from kashf.views.world import WorldPicture, world_picture

__all__ = ["Pictures", "Plot", "pictures"]

LEAST_DOTS = 4
MOST_PLOTS = 2
"""Figures of one unit that are worth a plot, and plots that are shown: of the units with most figures."""
LEAST_TIMES = 2
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plot:
    """Figures of one unit over time, and what the unit is called."""

    unit: str
    picture: FigurePlot


@dataclass(frozen=True, slots=True)
class Pictures:
    """The map, None where no place is known; the timeline, None where all is of one day or none; the plots."""

    world: WorldPicture | None
    times: TimePicture | None
    plots: tuple[Plot, ...]


def pictures(lens: Lens) -> Pictures:
    """The pictures of all claims in a dossier."""
    rows = _rows(lens)
    claims = {row["id"]: row for row in _levelled(rows.told)}
    names = _names(rows, lens)
    world = world_picture(_places(rows.places, claims), names, lens.words)
    times = time_picture(_times(claims.values()), lens.words)
    return Pictures(
        world if world.spots else None,
        times if sum(bool(period.layers) for period in times.periods) >= LEAST_TIMES else None,
        tuple(_plots(_figures(rows.figures, claims), names, lens)),
    )


def _rows(lens: Lens) -> TellingRows:
    making = Told(lens.index.entities, ties(lens.dossier.findings), 1)
    for record in lens.dossier.records:
        making.add(record)
    return making.taken()


def _levelled(claims: Sequence[Row]) -> Iterable[Row]:
    """The claims, each put as the least firm of its statement: an allegation becomes no fact by another's word."""
    least: dict[str, int] = {}
    for row in claims:
        least[row["statement"]] = max(row["own"], least.get(row["statement"], 0))
    return ({**row, "standing": least[row["statement"]]} for row in claims)


def _put(standing: int) -> str:
    return "stated" if standing <= FACT else "denied" if STANDINGS[standing] == "denied" else "hedged"


def _names(rows: TellingRows, lens: Lens) -> dict[int, Named]:
    entities = lens.index.entities
    return {
        number: Named(number, entities.get(row["entity"] or ""), row["place"], dict(row["names"]))
        for number, row in rows.names.items()
    }


def _places(places: Iterable[Row], claims: Mapping[int, Row]) -> list[PlaceTold]:
    """The places with the statements that speak of each, the heaviest first."""
    told: defaultdict[int, dict[str, Row]] = defaultdict(dict)
    for row in places:
        claim = claims[row["told_id"]]
        known = told[row["place"]].get(claim["statement"])
        if known is None or claim["contested"] > known["contested"]:
            told[row["place"]][claim["statement"]] = claim
    found = [_place(place, list(statements.values())) for place, statements in told.items()]
    return sorted(found, key=lambda one: (-one.origins, -one.statements, one.place))


def _place(place: int, statements: Sequence[Row]) -> PlaceTold:
    put = Counter(_put(row["standing"]) for row in statements)
    contested = sum(row["contested"] > 0 for row in statements)
    origins = max(row["origins"] for row in statements)
    return PlaceTold(place, origins, len(statements), put["stated"], put["denied"], contested)


def _times(claims: Iterable[Row]) -> list[TimeTold]:
    """The days on which what is claimed began; of what has no day of its own the day of its report."""
    told = {(row["first"], row["grouping"], _put(row["standing"]), row["statement"]) for row in claims}
    counted = Counter((day, group, put) for day, group, put, _ in told)
    return [TimeTold(day, group, put, many) for (day, group, put), many in sorted(counted.items())]


def _figures(figures: Iterable[Row], claims: Mapping[int, Row]) -> list[FigureTold]:
    """The figures, each value that a statement gives in a role once."""
    distinct: dict[object, FigureTold] = {}
    for row in figures:
        one = _figure(row, claims[row["told_id"]])
        distinct.setdefault((one.statement, one.role, one.unit, one.low, one.high, one.modifier), one)
    return list(distinct.values())


def _figure(row: Row, claim: Row) -> FigureTold:
    given = {name: row[name] for name in ("role", "unit", "low", "high", "modifier", "counted", "words")}
    taken = {name: claim[name] for name in ("statement", "type", "origins", "first", "last", "speaker")}
    return FigureTold(
        claim=claim["claim_id"],
        report=claim["report_id"],
        standing=_put(claim["standing"]),
        contested=claim["contested"] > 0,
        timed=bool(claim["timed"]),
        reports=1,
        **given,
        **taken,
    )


def _plots(figures: Sequence[FigureTold], names: Mapping[int, Named], lens: Lens) -> Iterable[Plot]:
    units = Counter(one.unit for one in figures if one.unit and one.first)
    for unit, many in units.most_common(MOST_PLOTS):
        lines = figure_lines((one for one in figures if one.unit == unit), names, lens.words)
        picture = figure_plot(lines, lens.words) if many >= LEAST_DOTS else None
        if picture is not None:
            yield Plot(lines[0].unit_name, picture)
