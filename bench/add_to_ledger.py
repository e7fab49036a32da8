"""What one more report costs in a ledger, by how many it holds: `python bench/add_to_ledger.py 1000 10000 100000`.

Fills a ledger with invented reports without reading them: their records come with claims and entities, and are compared
in memory. Then takes in further ones one by one, as `kashf read` does. Prints for each size the CPU-seconds of the
comparison from scratch, the most memory held, and the CPU-milliseconds of one more report: names, comparing, and
writing what changed (mean, median and the slowest).
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from synthetic import collection

from kashf.comparison import compare
from kashf.jobs import refresh
from kashf.jobs.extending import signposts
from kashf.jobs.rooms import edition
from kashf.ledger import Derivation, Kept, Source, View, Writer
from kashf.records import Entity, Record

ADDED = 60
AT_ONCE = 5_000


def keep(writer: Writer, records: Sequence[Record], place: str) -> None:
    """Keep records as if they had been read from a file."""
    kept = [Kept(one.report, b"", "0", "bench/1", str(at), record=one) for at, one in enumerate(records)]
    writer.keep(Source(place, "0", 0, "plain"), kept)


def fill(ledger: Path, records: Sequence[Record], entities: Sequence[Entity]) -> float:
    """A ledger of these reports, compared; the CPU-seconds of comparing them."""
    with Writer(ledger) as writer:
        for start in range(0, len(records), AT_ONCE):
            keep(writer, records[start : start + AT_ONCE], f"all {start}")
        start_at = time.process_time()
        findings = compare(records, entities)
        spent = time.process_time() - start_at
        with View(ledger) as view:
            revision = view.revision()
        found = signposts(records, entities)
        writer.derive(Derivation(entities, records, findings, revision, edition(), found))
    return spent


def added(ledger: Path, late: Sequence[Record]) -> list[float]:
    """The CPU-milliseconds that each of the late reports took."""
    spent = []
    with Writer(ledger) as writer:
        for number, record in enumerate(late):
            keep(writer, [record], f"late {number}")
            start = time.process_time()
            refresh(writer)
            spent.append(1000 * (time.process_time() - start))
    return spent


def main() -> None:
    """Measure each size that is named."""
    for size in map(int, sys.argv[1:] or ("1000", "4000")):
        records, entities, _ = collection(size + ADDED)
        late = records[:: len(records) // ADDED][:ADDED]
        ids = {record.report.id for record in late}
        with tempfile.TemporaryDirectory() as folder:
            ledger = Path(folder) / "kashf.db"
            whole = fill(ledger, [record for record in records if record.report.id not in ids], entities)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            spent = added(ledger, late)
            held = ledger.stat().st_size / 1e6
        sys.stdout.write(
            f"{size:>8} reports, {held:6.0f} MB: compared in {whole:7.1f} CPU-s, {memory:.0f} MB held; one more in "
            f"{statistics.mean(spent):6.1f} CPU-ms (median {statistics.median(spent):.1f}, most {max(spent):.1f})\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
