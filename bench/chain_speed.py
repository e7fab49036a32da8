"""Where the time of the whole chain goes: words a second of processor time, stage by stage, and the first report.

    python bench/chain_speed.py [FOLDER] [--language ar]

FOLDER holds reports (default: the examples). Each stage is told at its best of several rounds over all reports of the
language, after one round that warms the tables up; the first report is timed in a process of its own, start included.
Memory is collected as the command line has it.
"""

from __future__ import annotations

import argparse
import gc
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from kashf.cli import COLLECTED_AFTER
from kashf.extraction.draft import Draft
from kashf.extraction.stages import chain
from kashf.reading import Read, read_source
from kashf.records import Report

ROUNDS = 4
KB = 1024
"""Kilobytes of a megabyte."""
FIRST = """
import gc
gc.set_threshold{collected}
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
    gc.set_threshold(*COLLECTED_AFTER)
    every = reports(told.folder, told.language)
    words = sum(len(report.text.split()) for report in every)
    if not words:
        sys.exit(f"{told.folder}: no reports in {told.language}.")
    one_round(every)
    rounds = [one_round(every) for _ in range(ROUNDS)]
    best = {name: min(spent[name] for spent in rounds) for name in rounds[0]}
    total = sum(best.values())
    lines = [_line(name, words / seconds, f"{seconds / total:.0%}") for name, seconds in best.items()]
    lines.append(_line("all", words / total, f"{len(every)} reports, {words:,} words"))
    lines.append(f"memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KB:10,.0f} MB at most")
    lines.append(f"first        {first_report(every[0]):10.2f} s of processor time from start to the first report read")
    sys.stdout.write("\n".join(lines) + "\n")


def _line(name: str, rate: float, more: str) -> str:
    return f"{name:12} {rate:10,.0f} words a second of processor time, {more}"


def first_report(report: Report) -> float:
    """Processor seconds of a process that starts, reads one report, and ends."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    program = FIRST.format(text=report.text, language=report.language, collected=COLLECTED_AFTER)
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - our own program
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
