"""How fast names are found: words a CPU-second, with the tagger and without: python bench/naming_speed.py FOLDER.

FOLDER holds reports in Arabic (JSON, HTML or text); without one the examples are read.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import kashf.extraction.naming.finding as finding
from kashf.extraction.draft import Draft
from kashf.extraction.stages import chain
from kashf.reading import read_source
from kashf.records import Report

ROUNDS = 3


def main() -> None:
    """Prints the time to load, and two rates."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "examples" / "reports"
    outcomes = (outcome for path in sorted(folder.iterdir()) for outcome in read_source(str(path)))
    reports = [
        report for outcome in outcomes if (report := getattr(outcome, "report", None)) and report.language == "ar"
    ]
    started = time.process_time()
    finding.tagger_of("ar")
    sys.stdout.write(f"loading the tagger   {time.process_time() - started:8.2f} s\n")
    rate("with the tagger", reports)
    finding.tagger_of = lambda _: None
    rate("without", reports)


def rate(label: str, reports: list[Report]) -> None:
    """The stage of names alone, on drafts whose words are read."""
    stages = {stage.name: stage.run for stage in chain()}
    drafts = [stages["words"](Draft(report)) for report in reports]
    words = sum(len(draft.words) for draft in drafts)
    started = time.process_time()
    for draft in drafts * ROUNDS:
        stages["names"](draft)
    spent = time.process_time() - started
    sys.stdout.write(f"{label:20} {words * ROUNDS / spent:8.0f} words a second ({words} words)\n")


if __name__ == "__main__":
    main()
