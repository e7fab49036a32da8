"""What one more report costs in a ledger, by how many it holds: `python bench/add_to_ledger.py 1000 10000 100000`.

Fills a ledger with invented reports without reading them: their records come with claims and entities, and are compared
in memory. Of more than 10,000 reports the first 10,000 are made so, and the rest are these once more in other years,
with ids and keys of their own, so that every table and index has its full size. Then takes in further reports one by
one, as `kashf read` does. Prints for each size the milliseconds of one more by the CPU and by the clock: to keep it
with the index of its words, and then names, comparing, and writing what changed (mean, median and the slowest; the
first, which reads tables of names, apart).
"""

from __future__ import annotations

import re
import sqlite3
import statistics
import sys
import tempfile
import time
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import create_engine
from synthetic import FIRST_DAY, collection

from kashf.comparison import compare
from kashf.jobs import refresh
from kashf.jobs.extending import signposts
from kashf.jobs.rooms import edition
from kashf.ledger import Derivation, Kept, Source, View, Writer
from kashf.ledger.search_rows import first_place
from kashf.ledger.told_parts import count_all
from kashf.records import Entity, Record

ADDED = 60
AT_ONCE = 5_000
MADE = 10_000
"""So many reports are made and compared; larger ledgers hold them several times."""
YEARS = 4_000
"""Days from one time to the next: further than any two reports that are compared."""
LENGTH_OF_ID = 18
"""Letters of a report's id; those of its copies are longer."""
AGAIN = {
    "reports": "id || :copy, digest, source, text, title, outlet, author, url, language, date(published, :later), "
    "story, regions, repairs, read_at, superseded_by",
    "records": "NULL, report_id || :copy, extractor, made_at, packed_copy(body, :copy), failure",
    "claims": "report_id || :copy, ordinal, id || :copy, type, starts, ends, evidence, fillers",
    "resolved": "report_id || :copy, packed_copy(body, :copy)",
    "assignments": "report_id || :copy, starts, ends, entity_id",
    "naming": "entity_id, day + :days, report_id || :copy, mentions, titles",
    "neighbours": "(value | :key) - (value & :key), day + :days, report_id || :copy",
    "fingerprints": "report_id || :copy, day + :days, keys_of(found_by, :key), body",
    "findings": "id || :copy, kind, rank, day + :days, first || :copy, of_copy(body, :copy), origins, carriers",
    "involved": "entity_id, rank, day + :days, report_id || :copy, claim_id || :copy, part",
    "search": "place(report_id || :copy, published), report_id || :copy, title, body",
    "taking_part": "report_id || :copy, finding_id || :copy",
    "told": "id + :told, report_id || :copy, claim_id || :copy, statement || :copy, type, grouping, own, standing, "
    "contested, origins, first + :days, last + :days, timed, speaker, said - :told",
    "told_lines": "told_id + :told, source, source_layer, target, target_layer, line",
    "told_places": "told_id + :told, place, role",
    "told_figures": "told_id + :told, number, role, unit, low, high, modifier, counted, words, measure",
}
IDS = re.compile(r"\b((?:c-)?[rf]-[0-9a-f]{16})\b")
"""Ids of reports, claims and findings in what a finding tells."""
SEARCH = "search (rowid, report_id, title, body)"
DATED = (
    "(SELECT s.rowid, s.report_id, s.title, s.body, date(published, :later) AS published FROM search s "
    "JOIN reports ON id = report_id)"
)
WITHOUT_NUMBERS = {
    **dict.fromkeys(("neighbours", "naming", "involved"), "day"),
    **dict.fromkeys(("told_lines", "told_places", "told_figures"), "told_id"),
    **dict.fromkeys(("taking_part", "assignments"), "length(report_id)"),
}
"""Tables whose rows have no numbers, and by what the first of them are told."""
"""The columns of a row put in once more: SQLite has no exclusive or, which gives each copy keys of its own."""


def keep(writer: Writer, records: Sequence[Record], place: str) -> None:
    """Keep records as if they had been read from a file."""
    kept = [Kept(one.report, b"", "0", "bench/1", str(at), record=one) for at, one in enumerate(records)]
    writer.keep(Source(place, "0", 0, "plain"), kept)


def fill(ledger: Path, records: Sequence[Record], entities: Sequence[Entity]) -> None:
    """A ledger of these reports, compared."""
    named = list(_named(records, entities))
    with Writer(ledger) as writer:
        for start in range(0, len(records), AT_ONCE):
            keep(writer, records[start : start + AT_ONCE], f"all {start}")
        findings = compare(records, named)
        with View(ledger) as view:
            revision = view.revision()
        writer.derive(Derivation(named, records, findings, revision, edition(), signposts(records, named)))


def _named(records: Sequence[Record], entities: Sequence[Entity]) -> Iterator[Entity]:
    """The entities with the reports that name them."""
    naming: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for mention in record.mentions:
            naming[mention.entity or ""].append(record.report.id)
    for entity in entities:
        yield replace(entity, reports=tuple(dict.fromkeys(naming[entity.id])), mentions=len(naming[entity.id]))


def of_copy(told: str, copy: str) -> str:
    """What a finding or record tells, of the copy of each report."""
    return IDS.sub(rf"\1{copy}", told)


def packed_copy(body: bytes, copy: str) -> bytes:
    """The same of a record as it lies in the ledger."""
    return zlib.compress(of_copy(zlib.decompress(body).decode(), copy).encode())


def multiply(ledger: Path, times: int, without: Sequence[str] = ()) -> None:
    """A ledger made to hold each of its reports so many times, years apart; but for the rows of some tables."""
    again = {table: columns for table, columns in AGAIN.items() if table not in without}
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("PRAGMA cache_size = -500000")
        connection.execute("PRAGMA synchronous = OFF")
        connection.create_function("of_copy", 2, of_copy)
        connection.create_function("packed_copy", 2, packed_copy)
        connection.create_function("keys_of", 2, lambda keys, key: array("q", (own ^ key for own in array("q", keys))))
        connection.create_function("place", 2, lambda report, day: first_place(report, date.fromisoformat(day)))
        told = connection.execute("SELECT max(id) FROM told").fetchone()[0]
        firsts = {table: _firsts(connection, table, told) for table in again}
        for number in range(1, times):
            days = number * YEARS
            named = {"copy": f"-{number}", "days": days, "later": f"{days} days"}
            named |= {"key": number * 0x5A5A5A5A5A5A5, "told": number * told}
            for table, columns in again.items():
                into, rows = (SEARCH, DATED) if table == "search" else (table, table)
                statement = f"INSERT INTO {into} SELECT {columns} FROM {rows} WHERE {firsts[table]}"  # noqa: S608
                connection.execute(statement, named)
        reports, last = connection.execute("SELECT count(*), (SELECT max(id) FROM records) FROM resolved").fetchone()
        said = {"derived_reports": reports, "derived_collection": reports, "derived_records": last}
        for name, value in said.items():
            connection.execute("UPDATE state SET value = ? WHERE name = ?", (str(value), name))
        connection.execute("UPDATE frequencies SET reports = reports * ?", (times,))
    with create_engine(f"sqlite:///{ledger}").begin() as counting:
        count_all(counting)


def _firsts(connection: sqlite3.Connection, table: str, told: int) -> str:
    """What tells the rows a table has before it is multiplied; `told` is the last number of the table of that name."""
    if table in WITHOUT_NUMBERS:
        first_time = {"day": FIRST_DAY.toordinal() + YEARS - 1, "told_id": told, "length(report_id)": LENGTH_OF_ID}
        return f"{WITHOUT_NUMBERS[table]} <= {first_time[WITHOUT_NUMBERS[table]]}"
    return f"rowid <= {connection.execute(f'SELECT max(rowid) FROM {table}').fetchone()[0]}"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Spent:
    """The milliseconds that one report took: of the CPU to keep and to compare, and of the clock for both."""

    keeping: float
    comparing: float
    waiting: float

    @property
    def together(self) -> float:
        """Of the CPU, for both."""
        return self.keeping + self.comparing


def added(ledger: Path, late: Sequence[Record]) -> list[Spent]:
    """What each of the late reports took."""
    spent = []
    with Writer(ledger) as writer:
        for number, record in enumerate(late):
            clock, start = time.perf_counter(), time.process_time()
            keep(writer, [record], f"late {number}")
            kept = time.process_time()
            refresh(writer)
            ended = time.process_time(), time.perf_counter()
            spent.append(Spent(1000 * (kept - start), 1000 * (ended[0] - kept), 1000 * (ended[1] - clock)))
    return spent


def main() -> None:
    """Measure each size that is named."""
    for size in map(int, sys.argv[1:] or ("1000", "4000")):
        made = min(size, MADE)
        records, entities, _ = collection(made + ADDED)
        late = records[:: len(records) // ADDED][:ADDED]
        ids = {record.report.id for record in late}
        with tempfile.TemporaryDirectory() as folder:
            ledger = Path(folder) / "kashf.db"
            fill(ledger, [record for record in records if record.report.id not in ids], entities)
            multiply(ledger, size // made)
            first, *spent = added(ledger, late)
            held = ledger.stat().st_size / 1e6
        spans = [one.together for one in spent]
        sys.stdout.write(
            f"{size:>8} reports, {held:6.0f} MB: one more in {statistics.mean(spans):6.1f} CPU-ms "
            f"(median {statistics.median(spans):.1f}, most {max(spans):.1f}; the first {first.together:.1f}), "
            f"of it {statistics.mean(one.keeping for one in spent):.1f} to keep; "
            f"by the clock {statistics.mean(one.waiting for one in spent):.1f} ms\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
