"""What a record tells, as rows of the tables that pictures are drawn from."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kashf.comparison.beginnings import assertion_beginning, story_beginning
from kashf.comparison.flows import PLACE_KEY, KindOf, flows, referent_key
from kashf.domain import place_named
from kashf.domain.predicates import claim_types
from kashf.ledger.derived_rows import UNDATED, day_of
from kashf.records import Claim, Entity, Finding, Link, Record, Role
from kashf.text.folding import search_key

__all__ = [
    "FACT",
    "STANDINGS",
    "TellingRows",
    "Ties",
    "Told",
    "is_known",
    "name_id",
    "number_of",
    "standing_of",
    "ties",
]

STANDINGS = ("asserted", "ended", "attempted", "planned", "expected", "required", "possible", "alleged", "denied")
"""How a claim may be put, the firmest first."""
FACT = STANDINGS.index("ended")
"""Up to this a claim is told as a fact; what is behind it is hedged, and at the end denied."""
PLACE_ROLES = ("place", "origin", "destination")
ID_BYTES = 8
NAMES_KEPT = 12
"""Names of an entity that it can be found by: the most frequent."""

Row = dict[str, Any]


def name_id(key: str, known: bool) -> int:
    """The number under which a referent stands in the tables: 62 bits of a digest of its key, and whether somebody or
    something known by name is meant: of lines that weigh the same a picture shows those between known ones."""
    return (number_of(key) >> 1 << 1) | known


def number_of(*parts: object) -> int:
    """The number under which something is counted that has these parts: 63 bits of a digest of them."""
    key = "\x1f".join(map(str, parts))
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=ID_BYTES).digest()
    return int.from_bytes(digest, "big") >> 1


def is_known(number: int) -> bool:
    """Whether the name under a number is an entity's or a known place's; else it is words of a report."""
    return bool(number & 1)


def standing_of(claim: Claim) -> int:
    """How firmly a claim is put, as a place in `STANDINGS`."""
    return STANDINGS.index("denied" if claim.polarity == "denied" else claim.modality)


@dataclass(frozen=True, slots=True)
class Ties:
    """What findings say of claims: the statement of each with its independent origins, and its number of conflicts."""

    statement_of: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    contested: Mapping[str, int] = field(default_factory=dict)


def ties(findings: Iterable[Finding]) -> Ties:
    """What these findings say of claims."""
    statement_of: dict[str, tuple[str, int]] = {}
    contested: Counter[str] = Counter()
    for finding in findings:
        if finding.kind == "assertion":
            statement_of.update(dict.fromkeys(finding.members, (finding.id, finding.independent_origins or 1)))
        elif finding.kind == "conflict":
            contested.update(set(finding.members))
    return Ties(statement_of, contested)


@dataclass(slots=True)
class TellingRows:
    """The rows of some records, table by table; `names` by their numbers."""

    told: list[Row] = field(default_factory=list)
    lines: list[Row] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)
    figures: list[Row] = field(default_factory=list)
    beginnings: list[Row] = field(default_factory=list)
    names: dict[int, Row] = field(default_factory=dict)


class Told:
    """Makes the rows of records, one after another. `first` is the number of the first claim."""

    def __init__(self, entities: Mapping[str, Entity], tied: Ties, first: int) -> None:
        self._entities = entities
        self._tied = tied
        self._next = first
        self.rows = TellingRows()

    def taken(self) -> TellingRows:
        """The rows that were made since they were last taken, all names among them."""
        rows, self.rows = self.rows, TellingRows(names=self.rows.names)
        return rows

    def begin(self, record: Record) -> None:
        """Note the findings that would begin with a report or its claims, whatever analysts made of these."""
        report = record.report.id
        claimed = {assertion_beginning(report, claim.id): claim.id for claim in record.claims}
        begun: dict[str, str | None] = {story_beginning(report): None, **claimed}
        self.rows.beginnings += ({"id": key, "report_id": report, "claim_id": claim} for key, claim in begun.items())

    def add(self, record: Record) -> None:
        """Take the claims of a record."""
        for claim in record.claims:
            number, self._next = self._next, self._next + 1
            self.rows.told.append(self._claim(number, claim, record))
            self.rows.lines += self._lines(number, claim, record)
            self.rows.places += self._places(number, claim, record)
            self.rows.figures += _figures(number, claim, record)

    def _claim(self, number: int, claim: Claim, record: Record) -> Row:
        known, own = claim_types().get(claim.type), standing_of(claim)
        statement, origins = self._tied.statement_of.get(claim.id, (claim.id, 1))
        return {
            "id": number,
            "report_id": record.report.id,
            "claim_id": claim.id,
            "statement": statement,
            "type": claim.type,
            "grouping": known.group if known else "other",
            "own": own,
            "standing": own,
            "contested": self._tied.contested.get(claim.id, 0),
            "origins": origins,
            "speaker": self._speaker(claim, record),
            "said": number_of(statement),
            **_time(claim, record),
        }

    def _speaker(self, claim: Claim, record: Record) -> int:
        origin = claim.attribution.origin or Link("outlet", record.report.outlet or record.report.source)
        return self._name(origin, record)

    def _lines(self, number: int, claim: Claim, record: Record) -> Iterator[Row]:
        told = (line for line in flows(claim, self._kind_of) if not any(_is_open(end.filler, record) for end in line))
        ends = {
            (self._name(one.filler, record), one.layer, self._name(other.filler, record), other.layer)
            for one, other in told
        }
        for source, source_layer, target, target_layer in sorted(ends):
            if source != target:
                row = {"told_id": number, "source": source, "source_layer": source_layer}
                line = number_of(source, source_layer, target, target_layer, claim.type)
                yield {**row, "target": target, "target_layer": target_layer, "line": line}

    @property
    def _kind_of(self) -> KindOf:
        return lambda entity: self._entities[entity].kind if entity and entity in self._entities else None

    def _places(self, number: int, claim: Claim, record: Record) -> Iterator[Row]:
        fillers = (filler for filler in claim.roles if filler.role in PLACE_ROLES and filler.figure is None)
        told = {(self._name(filler, record), filler.role) for filler in fillers}
        yield from ({"told_id": number, "place": place, "role": role} for place, role in sorted(told))

    def _name(self, filler: Role | Link, record: Record) -> int:
        """The number of what a filler stands for, whose name is noted."""
        filler = _uncounted(filler, record) if isinstance(filler, Role) else filler
        key = referent_key(filler)
        number = name_id(key, known=filler.entity in self._entities or key.startswith(PLACE_KEY))
        noted = self.rows.names.get(number)
        if noted is None:
            noted = self.rows.names[number] = self._new_name(number, filler)
        noted["names"].setdefault(record.report.language or "", filler.name or filler.text)
        return number

    def _new_name(self, number: int, filler: Role | Link) -> Row:
        entity = self._entities.get(filler.entity or "")
        names = (entity.name, *entity.names[:NAMES_KEPT]) if entity else (filler.name or filler.text,)
        place = next(filter(None, map(place_named, names)), None) if entity is None or entity.kind == "place" else None
        listed = dict.fromkeys((*names, *(name for kept in place.names.values() for name in kept)) if place else names)
        folded = " | ".join(dict.fromkeys(map(search_key, listed)))
        return {
            "id": number,
            "entity": filler.entity if entity else None,
            "place": place.key if place else None,
            "folded": f" {folded} ",
            "names": {},
        }


def _is_open(filler: Role, record: Record) -> bool:
    """Whether a filler does not say what it stands for: a bare figure, or words for somebody whom the report leaves
    open («the firm» of two reports may be two firms)."""
    if filler.entity is not None:
        return False
    around = (one for one in record.mentions if one.start <= filler.start and filler.end <= one.end)
    return any(one.pronominal and one.entity is None for one in around) or not _uncounted(filler, record).text


def _uncounted(filler: Role, record: Record) -> Role:
    """A filler without the figure in it: 1,500 barrels of fuel and 20 are fuel both."""
    if filler.entity is not None:
        return filler
    figure = next((one for one in record.figures if filler.start <= one.start and one.end <= filler.end), None)
    if figure is None:
        return filler
    before, after = filler.text[: figure.start - filler.start], filler.text[figure.end - filler.start :]
    told = figure.of or f"{before} {after}".strip()
    return replace(filler, text=told, name=told)


def _time(claim: Claim, record: Record) -> Row:
    """The days of what is claimed, in order whatever the text has; else the day of the report."""
    moment = record.times[claim.time] if claim.time is not None else None
    days = sorted(day.toordinal() for day in (moment.first, moment.last) if day) if moment else []
    told = days or [day_of(record)]
    return {"first": told[0], "last": told[-1], "timed": int(bool(days))} if told != [UNDATED] else _UNTIMED


_UNTIMED: Row = {"first": UNDATED, "last": UNDATED, "timed": 0}


def _figures(number: int, claim: Claim, record: Record) -> Iterator[Row]:
    given = [role for role in claim.roles if role.figure is not None]
    for place, role in enumerate(given):
        figure = record.figures[role.figure or 0]
        low, high = (figure.low, figure.high) if figure.value is None else (figure.value, figure.value)
        if low is not None and high is not None:
            yield {
                "told_id": number,
                "number": place,
                "role": role.role,
                "unit": figure.unit,
                "low": float(low),
                "high": float(high),
                "modifier": figure.modifier,
                "counted": figure.of,
                "words": figure.text,
                "measure": number_of(figure.unit or ""),
            }
