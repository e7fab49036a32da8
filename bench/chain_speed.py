"""Where the time of the whole chain goes: words a second of processor time, stage by stage, and the first report.

    python bench/chain_speed.py [FOLDER] [--language ar]

FOLDER holds reports (default: the examples). Each stage is told at its best of several rounds over all reports of the
language, after one round that warms the tables up; the first report is timed in a process of its own, start included.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from kashf.extraction.draft import Draft
from kashf.extraction.stages import chain
from kashf.reading import Read, read_source
from kashf.records import Report

ROUNDS = 4
FIRST = """
from kashf.extraction import extract
from kashf.records import Report
extract(Report("r", "s", {text!r}, language={language!r}))
"""
"""What a process does that reads one report and ends."""


def reports(folder: Path, language: str) -> list[Report]:
    """The reports of one language under a folder."""
    outcomes = (outcome for path in sorted(folder.rglob("*")) if path.is_file() for outcome in read_source(str(path)))
    found = [outcome.report for outcome in outcomes if isinstance(outcome, Read)]
    return [report for report in found if report.language == language and report.text.strip()]


def one_round(every: list[Report]) -> Counter[str]:
    """Processor seconds of each stage over all reports."""
    spent: Counter[str] = Counter()
    for report in every:
        draft = Draft(report)
        for stage in chain():
            before = time.process_time()
            draft = stage.run(draft)
            spent[stage.name] += time.process_time() - before
    return spent


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[1] / "examples")
    parser.add_argument("--language", default="ar")
    told = parser.parse_args()
    every = reports(told.folder, told.language)
    words = sum(len(report.text.split()) for report in every)
    if not words:
        sys.exit(f"{told.folder}: no reports in {told.language}.")
    one_round(every)
    rounds = [one_round(every) for _ in range(ROUNDS)]
    best = {name: min(spent[name] for spent in rounds) for name in rounds[0]}
    total = sum(best.values())
    for name, seconds in best.items():
        print(f"{name:12} {words / seconds:10,.0f} words a second of processor time  {seconds / total:4.0%}")
    print(f"{'all':12} {words / total:10,.0f} words a second of processor time, {len(every)} reports, {words:,} words")
    print(f"{'memory':12} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10,.0f} MB at most")
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", FIRST.format(text=every[0].text, language=told.language)], check=True)
    print(f"{'first':12} {time.perf_counter() - start:10.2f} s from the start of a process to its first report read")


if __name__ == "__main__":
    main()
