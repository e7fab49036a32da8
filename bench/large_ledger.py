"""A ledger of many invented reports: `python bench/large_ledger.py 100000 kashf.db`.

Up to 5,000 reports are made and compared (bench/add_to_ledger.py); a larger ledger holds them several times over, years
apart, with all that pages and pictures are made of; and as many further names as it has reports, each named in one of
them, so that looking names up costs what it would.
"""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import add_to_ledger
from synthetic import LETTERS, collection, name

from kashf.ledger.derived_rows import chunks, entity_row
from kashf.ledger.opening import open_to_write
from kashf.ledger.schema import entities, name_keys, naming
from kashf.names import entity_keys
from kashf.records import Entity

__all__ = ["filled"]

MADE = 5_000
UNSEEN = ("neighbours", "assignments")
"""What no page reads: it would be most of the rows."""
FIRST_FURTHER = 10_000
KINDS = ("person", "group", "organisation", "place")


def filled(ledger: Path, size: int) -> None:
    """A ledger of so many invented reports."""
    records, named, _ = collection(min(size, MADE))
    add_to_ledger.fill(ledger, records, named)
    times = max(size // MADE, 1)
    if times > 1:
        add_to_ledger.multiply(ledger, times, UNSEEN)
    _name_further(ledger, size)


def _name_further(ledger: Path, many: int) -> None:
    """Put in so many further names, each named in one report."""
    with closing(sqlite3.connect(ledger)) as plain:
        reports = [row[0] for row in plain.execute("SELECT id FROM reports ORDER BY id LIMIT 50000")]
    engine = open_to_write(ledger)
    with engine.begin() as connection:
        for some in chunks(_further(many)):
            keys = ({"name_key": key, "entity_id": one.id} for one in some for key in dict.fromkeys(entity_keys(one)))
            where = zip(some, random.Random(1).choices(reports, k=len(some)), strict=True)
            named = [{"entity_id": one.id, "day": 0, "report_id": report} for one, report in where]
            connection.execute(entities.insert(), list(map(entity_row, some)))
            connection.execute(naming.insert(), [{**row, "mentions": 1, "titles": []} for row in named])
            for of_some in chunks(keys):
                connection.execute(name_keys.insert(), of_some)
    engine.dispose()


def _further(many: int) -> Iterator[Entity]:
    for number in range(FIRST_FURTHER, FIRST_FURTHER + many):
        names = tuple(name(number, language) for language in LETTERS)
        made = Entity(f"e-{number:016x}", KINDS[number % len(KINDS)], names[number % 2], names)  # type: ignore[arg-type]
        yield replace(made, mentions=1)


def main() -> None:
    """Make one."""
    filled(Path(sys.argv[2]), int(sys.argv[1]))


if __name__ == "__main__":
    main()
