"""Extraction: from a report to its record. A chain of stages over a draft, declared and checked in `chain.py`.

What reads numbers and times can be used by itself, on any string: `numbers`, `figures`, `times`.
"""

from kashf.extraction.chain import extract, extract_by_rules
from kashf.extraction.figures import figures
from kashf.extraction.numerals import numbers
from kashf.extraction.times import times

__all__ = ["extract", "extract_by_rules", "figures", "numbers", "times"]
