"""What a ledger holds as tables: the rows of each, in the columns of `mappings/tables.yaml`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Protocol

from kashf.exchange.cells import clean
from kashf.exchange.holdings import Holdings, Told
from kashf.exchange.mappings import mapping
from kashf.records import Entity, Figure, Finding, Judgement, Record

__all__ = ["Cell", "Column", "Rows", "Sink", "Table", "TablesWriter", "tables"]

Cell = str | int | float | bool | date | datetime | None
Row = Mapping[str, Cell]
Rows = Iterator[tuple[str, Row]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type (`text`, `whole`, `number`, `day`, `moment`, `truth`), and what it holds."""

    name: str
    type: str
    holds: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what a row is, and its columns in order."""

    name: str
    holds: str
    columns: tuple[Column, ...]

    def cells(self, row: Row) -> list[Cell]:
        """The cells of a row in the order of the columns; text without characters that steer a screen."""
        cells = (row.get(column.name) for column in self.columns)
        return [clean(cell) or None if isinstance(cell, str) else cell for cell in cells]


@cache
def tables() -> Mapping[str, Table]:
    """The tables by name, in order."""
    return {
        name: Table(name, plain["_"], tuple(Column(key, *told) for key, told in plain.items() if key != "_"))
        for name, plain in mapping("tables").items()
    }


class Sink(Protocol):
    """What takes rows: a folder of files, a workbook, one file."""

    def put(self, table: str, row: Row) -> None:
        """Take a row of a table."""

    def close(self) -> None:
        """Everything has been put."""


class TablesWriter:
    """Gives a sink the rows of every table, as the reports come."""

    def __init__(self, sink: Sink, holdings: Holdings) -> None:
        self._sink = sink
        self._holdings = holdings
        self._put(("entities", _entity(each, holdings)) for each in holdings.view.each_entity())

    def write(self, record: Record) -> None:
        """The rows of a report."""
        self._put(_report_rows(record, self._holdings))
        for told in self._holdings.told(record):
            self._put(_claim_rows(told))

    def finalize(self) -> None:
        """The rows of findings and judgements."""
        self._put(("findings", _finding(each)) for each in self._holdings.view.each_finding())
        self._put(("judgements", _judgement(each)) for each in self._holdings.view.judgements())
        self._sink.close()

    def _put(self, rows: Rows) -> None:
        for table, row in rows:
            self._sink.put(table, row)


def _several(values: Iterator[str] | Mapping[str, object] | tuple[str, ...]) -> str:
    return "; ".join(dict.fromkeys(values))


def _entity(entity: Entity, holdings: Holdings) -> Row:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": holdings.name(entity),
        "names": _several((entity.name, *entity.names)),
        "titles": _several(entity.titles),
        "mentions": entity.mentions,
        "reports": len(entity.reports),
        "reason": entity.reason,
    }


def _report_rows(record: Record, holdings: Holdings) -> Rows:
    report = record.report
    plain = _of(report, _SAME)
    digest, read_at = holdings.view.digest(report.id), holdings.read_at(report.id)
    counts = {"characters": len(report.text), "claims": len(record.claims)}
    yield "reports", {**plain, **counts, "read_at": read_at, "sha256": digest}
    for mention in record.mentions:
        yield "mentions", {"report": report.id, **_of(mention, _OF_MENTION)}
    for figure in record.figures:
        yield "figures", {"report": report.id, **_of(figure, _OF_SPAN), **_figure(figure), "of": figure.of}


_SAME = ("id", "outlet", "title", "author", "published", "language", "url", "source")
_OF_JUDGEMENT = ("id", "kind", "subject", "user", "at", "reason", "undone_at", "undone_by")
_OF_SPAN = ("start", "end", "text")
_OF_MENTION = ("start", "end", "text", "kind", "entity", "name", "pronominal")
_OF_FIGURE = ("value", "low", "high", "modifier", "unit")
_OF_LINK = ("kind", "text", "name", "title", "entity", "verb", "stance")
_OF_ROLE = ("role", "text", "start", "end", "entity", "name")


def _of(value: object, names: tuple[str, ...]) -> dict[str, Any]:
    """The fields of a value that are columns under the same name."""
    return {name: getattr(value, name) for name in names}


def _figure(figure: Figure) -> Row:
    return _of(figure, _OF_FIGURE)


def _claim_rows(told: Told) -> Rows:
    claim = told.claim
    yield "claims", _claim(told)
    for role in claim.roles:
        figure: Row = {} if role.figure is None else _figure(told.record.figures[role.figure])
        yield "roles", {"claim": claim.id, **_of(role, _OF_ROLE), **figure}
    for position, link in enumerate(claim.attribution.chain):
        yield "chains", {"claim": claim.id, "position": position, **_of(link, _OF_LINK)}


def _claim(told: Told) -> Row:
    claim, report, moment = told.claim, told.record.report, told.moment
    return {
        "id": claim.id,
        "report": report.id,
        "outlet": told.evidence.report.outlet,
        "published": report.published,
        "type": claim.type,
        "group": told.group,
        "stand": told.stand,
        "status": _several(told.status),
        "status_text": told.status_text,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "phase": claim.phase,
        "text": told.text,
        "evidence": told.evidence.passage.words,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "from": moment.first if moment else None,
        "to": moment.last if moment else None,
        "mode": claim.attribution.mode,
        "source": told.chain[-1].name,
        "source_kind": told.chain[-1].kind,
        "chain": told.chain_text,
        "origins": told.weight,
        "carriers": told.carriers,
        "grade": told.grade,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
        "findings": _several(told.findings),
    }


def _finding(finding: Finding) -> Row:
    return {
        "id": finding.id,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "grade": finding.grade,
        "independent_origins": finding.independent_origins,
        "origins": _several(origin.name for origin in finding.origins),
        "reports": _several(finding.reports),
        "members": _several(finding.members),
        "working": finding.working,
    }


def _judgement(judgement: Judgement) -> Row:
    plain = _of(judgement, _OF_JUDGEMENT)
    return plain | {"value": json.dumps(judgement.value, ensure_ascii=False, sort_keys=True)}
