"""Outside suites: cases that nobody on this project wrote, and how many of them numbers and times are read right in."""

from kashf.evaluation.suites.cases import Case, read_cases
from kashf.evaluation.suites.differences import Difference, differences
from kashf.evaluation.suites.measuring import Outcome, SuiteScore, measure_suite, outcome_of

__all__ = [
    "Case",
    "Difference",
    "Outcome",
    "SuiteScore",
    "differences",
    "measure_suite",
    "outcome_of",
    "read_cases",
]
