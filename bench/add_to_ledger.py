"""What one more report costs in a ledger, by how many it holds: `python bench/add_to_ledger.py 1000 10000`.

Makes a ledger of invented reports, compares them, and then takes in further ones one by one, as `kashf read` does.
Prints for each size the CPU-seconds of the comparison from scratch, and the CPU-milliseconds of one more report: names,
comparing, and writing what changed (mean, median and the slowest).
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from synthetic import collection

from kashf.jobs import compare, refresh
from kashf.ledger import Kept, Source, Writer
from kashf.records import Record

ADDED = 60


def keep(writer: Writer, records: Sequence[Record], place: str) -> None:
    """Keep records as if they had been read from a file."""
    kept = [Kept(one.report, b"", "0", "bench/1", str(at), record=one) for at, one in enumerate(records)]
    writer.keep(Source(place, "0", 0, "plain"), kept)


def main() -> None:
    """Measure each size that is named."""
    for size in map(int, sys.argv[1:] or ("1000", "4000")):
        records = collection(size + ADDED)[0]
        late = records[:: len(records) // ADDED][:ADDED]
        ids = {record.report.id for record in late}
        with tempfile.TemporaryDirectory() as folder:
            ledger = Path(folder) / "kashf.db"
            with Writer(ledger) as writer:
                keep(writer, [record for record in records if record.report.id not in ids], "all")
            start = time.process_time()
            compare(ledger)
            whole = time.process_time() - start
            spent = []
            with Writer(ledger) as writer:
                for number, record in enumerate(late):
                    keep(writer, [record], f"late {number}")
                    start = time.process_time()
                    refresh(writer)
                    spent.append(1000 * (time.process_time() - start))
            held = ledger.stat().st_size / 1e6
        sys.stdout.write(
            f"{size:>8} reports, {held:6.0f} MB: compared in {whole:7.1f} CPU-s; one more in "
            f"{statistics.mean(spent):6.1f} CPU-ms (median {statistics.median(spent):.1f}, most {max(spent):.1f})\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
