"""How comparing grows with the collection, and how right it is: `python bench/compare_collections.py 1000 10000`.

Prints for each size the CPU-seconds, the reports a CPU-second, the memory held at most, and against the truth of the
invented collection the F1 of copies and of stories (pairs).
"""

from __future__ import annotations

import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from synthetic import Truth, collection

from kashf.comparison import compare
from kashf.records import Finding


def f1(gold: set[frozenset[str]], found: set[frozenset[str]]) -> float:
    """The harmonic mean of precision and recall of pairs."""
    return 2 * len(gold & found) / (len(gold) + len(found)) if gold or found else 1.0


def story_pairs(truth: Truth, ids: Iterable[str]) -> set[frozenset[str]]:
    """The pairs of reports of one event."""
    groups: dict[int, list[str]] = defaultdict(list)
    for report in ids:
        groups[truth.event_of[report]].append(report)
    return {frozenset(pair) for group in groups.values() for pair in combinations(group, 2)}


def found_pairs(findings: Iterable[Finding], kind: str) -> set[frozenset[str]]:
    """The pairs of reports that findings of a kind put together."""
    kept = (one for one in findings if one.kind == kind and one.fields.get("label") != "translation")
    return {frozenset(pair) for one in kept for pair in combinations(one.reports, 2)}


def main() -> None:
    """Measure each size that is named."""
    for size in map(int, sys.argv[1:] or ("1000", "3000")):
        records, entities, truth = collection(size)
        start = time.process_time()
        findings = compare(records, entities)
        seconds = time.process_time() - start
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        stories = f1(story_pairs(truth, (record.report.id for record in records)), found_pairs(findings, "story"))
        copies = f1(truth.copies, found_pairs(findings, "copy"))
        sys.stdout.write(
            f"{size:>8} reports: {seconds:7.1f} CPU-s, {size / seconds:6.0f} reports a CPU-s, {held:6.0f} MB; "
            f"stories F1 {stories:.3f}, copies F1 {copies:.3f}\n"
        )


if __name__ == "__main__":
    main()
