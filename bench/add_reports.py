"""What one more report costs, by how many there are: `python bench/add_reports.py 1000 10000`.

Prints for each size the CPU-milliseconds of adding a report (mean and the slowest of the reports added one by one), and
whether what came out is what comparing all of them gives.
"""

from __future__ import annotations

import sys
import time

from synthetic import collection

from kashf.comparison import Collection, compare

ADDED = 100


def main() -> None:
    """Measure each size that is named."""
    for size in map(int, sys.argv[1:] or ("1000", "4000")):
        records, entities, _ = collection(size + ADDED)
        records.sort(key=lambda record: (record.report.published, record.report.id))
        added = records[:: len(records) // ADDED][:ADDED]
        late = {record.report.id for record in added}
        held = Collection([record for record in records if record.report.id not in late], entities)
        spent = []
        for record in added:
            start = time.process_time()
            held.add([record])
            spent.append(1000 * (time.process_time() - start))
        same = held.all_findings() == compare(records, entities, frequencies=held.frequencies)
        sys.stdout.write(
            f"{size:>8} reports: {sum(spent) / len(spent):6.1f} CPU-ms for one more, at most {max(spent):6.1f}; "
            f"{'as' if same else 'NOT as'} from scratch\n"
        )


if __name__ == "__main__":
    main()
