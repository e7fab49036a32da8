"""What pictures of a large ledger cost: `python bench/pictures_speed.py 20000 5`.

Fills a ledger with what so many invented reports tell, without reading them, and holds it so many times over, years
apart, as a ledger of that size would. Prints for each picture the CPU-milliseconds of one page (values, drawing and
template) for who asks for it first and, as what was counted is kept, for who does later; how large it is, and how many
parts of it a browser has to draw; first of all lines, then narrowed in ways that the ledger has not counted beforehand.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine, insert
from starlette.testclient import TestClient
from synthetic import collection

from kashf.ledger import Derivation
from kashf.ledger.derived_rows import entity_row
from kashf.ledger.opening import open_to_write
from kashf.ledger.schema import entities
from kashf.ledger.telling import Telling
from kashf.ledger.told_parts import count_all
from kashf.records import Entity, Finding, Origin, Record
from kashf.workbench import Settings, create_app

YEARS = 400
"""Days from one time to the next."""
AGAIN = {
    "told": "id + :first, report_id || :copy, claim_id || :copy, statement || :copy, type, grouping, own, standing, "
    "contested, origins, first + :days, last + :days, timed, speaker, said - :first",
    "told_lines": "told_id + :first, source, source_layer, target, target_layer, line",
    "told_places": "told_id + :first, place, role",
    "told_figures": "told_id + :first, number, role, unit, low, high, modifier, counted, words, measure",
}
PAGES = (
    "/money",
    "/money?picture=network",
    "/money?group=raise",
    "/money?origins=2",
    "/money?since=2010-01-01",
    "/money?since=2016-01-01&until=2016-03-31",
    "/money?about=sa",
    "/money.svg",
    "/map",
    "/map?group=raise",
    "/map?put=stated&since=2016-01-01",
    "/figures",
    "/figures?unit=USD",
    "/figures?order=value",
)


def findings(truth: dict[str, int], claims: dict[str, str]) -> list[Finding]:
    """An assertion for each event that several reports tell, of one to four origins."""
    told: dict[int, list[str]] = defaultdict(list)
    for report, event in truth.items():
        if report in claims:
            told[event].append(report)
    return [
        Finding(
            "assertion",
            f"f-{event:016x}",
            tuple(reports),
            members=tuple(claims[report] for report in reports),
            origins=(Origin("origin", tuple(reports)),),
            independent_origins=1 + event % 4,
        )
        for event, reports in told.items()
        if len(reports) > 1
    ]


def derive(ledger: Path, records: Sequence[Record], named: Sequence[Entity], found: Sequence[Finding]) -> None:
    """A ledger in which these reports are told of, without the reports themselves, which pictures do not need."""
    with open_to_write(ledger).begin() as connection:
        connection.execute(insert(entities), list(map(entity_row, named)))
        Telling(connection).store(Derivation(named, records, found, 0, "bench"))


def multiply(ledger: Path, times: int, apart: int = YEARS) -> None:
    """What the reports tell, so many times, so many days apart."""
    with closing(sqlite3.connect(ledger)) as connection, connection:
        last = connection.execute("SELECT max(id) FROM told").fetchone()[0]
        for number in range(1, times):
            told = {"first": number * last, "copy": f"-{number}", "days": number * apart, "last": last}
            for table, columns in AGAIN.items():
                key = "id" if table == "told" else "told_id"
                connection.execute(f"INSERT INTO {table} SELECT {columns} FROM {table} WHERE {key} <= :last", told)  # noqa: S608
    with create_engine(f"sqlite:///{ledger}").begin() as connection:
        count_all(connection)


def cost(client: TestClient, path: str) -> tuple[float, float, int, int]:
    """CPU-milliseconds of a page for who asks for it first and for who does later, its bytes and drawn parts."""
    spent, body = [], ""
    for _ in range(4):
        began = time.process_time()
        body = client.get(path).text
        spent.append(1000 * (time.process_time() - began))
    return (
        spent[0],
        min(spent),
        len(body.encode()),
        sum(body.count(f"<{part}") for part in ("path", "rect", "line", "circle")),
    )


def main() -> None:
    """Measure a ledger of the size that is named."""
    made, times = (int(told) for told in (sys.argv[1:] or ("2000", "5")))
    records, named, truth = collection(made)
    claims = {record.report.id: record.claims[0].id for record in records}
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "kashf.db"
        began = time.process_time()
        derive(ledger, records, named, findings(truth.event_of, claims))
        sys.stdout.write(f"{made} reports derived in {time.process_time() - began:.1f} CPU-s\n")
        multiply(ledger, times)
        with TestClient(
            create_app(Settings(ledger, requests=1e9, renews=False)), base_url="http://localhost"
        ) as client:
            client.get("/money")  # tables of names are read once
            for path in PAGES:
                first, later, size, parts = cost(client, path)
                spent = f"{first:7.0f} CPU-ms first, then {later:5.0f}"
                sys.stdout.write(f"{path:<45} {spent} {size / 1000:7.0f} kB {parts:6} parts\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
