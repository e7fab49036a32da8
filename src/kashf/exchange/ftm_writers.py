"""FollowTheMoney on its way out: entities as JSON lines, or every value as a statement with where it comes from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import TextIO

from kashf.exchange.ftm import FtmEntity, claim_entities, entity_of, finding_note, report_entities
from kashf.exchange.holdings import Holdings
from kashf.exchange.mappings import mapping
from kashf.records import Record

__all__ = ["EntityWriter", "StatementWriter"]


class EntityWriter:
    """One entity a line: who and what is spoken of first, then each report with its claims, then what was found."""

    def __init__(self, target: TextIO, holdings: Holdings) -> None:
        self._target = target
        self._holdings = holdings
        for each in holdings.view.each_entity():
            self._put(entity_of(each, holdings))

    def write(self, record: Record) -> None:
        """A report, its names and its claims."""
        for entity in report_entities(record, self._holdings):
            self._put(entity)
        for told in self._holdings.told(record):
            for entity in claim_entities(told, self._holdings):
                self._put(entity)

    def finalize(self) -> None:
        """What was found across reports."""
        for finding in self._holdings.view.each_finding():
            self._put(finding_note(finding, self._holdings))

    def _put(self, entity: FtmEntity | None) -> None:
        for line in self._lines(entity) if entity else ():
            self._target.write(json.dumps(line, ensure_ascii=False) + "\n")

    def _lines(self, entity: FtmEntity) -> Iterator[dict[str, object]]:
        yield {
            "id": entity.id,
            "schema": entity.schema,
            "properties": entity.properties,
            "datasets": [mapping("ftm")["dataset"]],
        }


class StatementWriter(EntityWriter):
    """One value a line: of which entity, from which report (`origin`), and since when it is in the ledger."""

    def _lines(self, entity: FtmEntity) -> Iterator[dict[str, object]]:
        seen = self._holdings.read_at(entity.origin) if entity.origin else self._holdings.began
        shared = {
            "dataset": mapping("ftm")["dataset"],
            "lang": None,
            "original_value": None,
            "first_seen": f"{seen:%Y-%m-%dT%H:%M:%S}",
            "last_seen": f"{self._holdings.changed:%Y-%m-%dT%H:%M:%S}",
            "external": False,
            "origin": entity.origin,
        }
        head = {"canonical_id": entity.id, "entity_id": entity.id}
        values = [(name, value) for name, several in entity.properties.items() for value in several]
        for name, value in [("id", _checksum(values)), *values]:
            said = {"prop": name, "schema": entity.schema, "value": value}
            yield {**head, **said, **shared, "id": _key(entity.id, name, value)}


def _key(entity: str, name: str, value: str) -> str:
    """The id of a statement, as FollowTheMoney makes it (`Statement.make_key`)."""
    return _digest(f"{mapping('ftm')['dataset']}.{entity}.{name}.{value}")


def _checksum(values: list[tuple[str, str]]) -> str:
    """What the statement that an entity is there says of it: a mark that changes with any of its values."""
    return _digest("\n".join(f"{name}={value}" for name, value in values))


def _digest(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
