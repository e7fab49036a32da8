"""A suite's cases counted: right, wrong, rightly read otherwise, and out of what is asked.

A case that is not right counts apart where it is listed under a reason, or where a declared convention, put in the
place of the report's, gives just what the suite expects. No more than one case in twenty of a suite may count apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kashf.evaluation.suites.cases import Case
from kashf.evaluation.suites.conventions import explained
from kashf.evaluation.suites.differences import listed
from kashf.evaluation.suites.readers import READERS
from kashf.evaluation.verdict import Verdict
from kashf.records import Span

__all__ = ["MOST_APART", "Outcome", "SuiteScore", "measure_suite", "outcome_of"]

MOST_APART = 0.05
"""The share of a suite's cases that may count apart; what is beyond it counts as wrong."""
_COLUMNS = ("cases", "right", "apart", "finer")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case: what was found, whether that is right, and if not, why it may count apart."""

    case: Case
    found: tuple[Span, ...]
    right: bool
    reason: str | None = None

    def line(self) -> str:
        """The miss as one line: the text, what was expected, what was found."""
        expected = "; ".join(_told(one) for one in self.case.expected) or "nothing"
        found = "; ".join(f"{span.text} = {_value(span)}" for span in self.found) or "nothing"
        excuse = f" [{self.reason}]" if self.reason else ""
        return f"{self.case.group}{excuse}: {self.case.text.strip()!r}: expected {expected}; found {found}"


@dataclass(slots=True)
class SuiteScore:
    """The cases of one suite in one language. Those `apart`, by reason, and those `finer` than a day do not count."""

    right: int = 0
    wrong: int = 0
    finer: int = 0
    apart: Counter[str] = field(default_factory=Counter)

    @property
    def cases(self) -> int:
        """The cases that count."""
        return self.right + self.wrong

    def plain(self) -> dict[str, Any]:
        """The score for JSON; `rate` is the share of the counting cases that are right, 0 to 1."""
        rate = round(self.right / self.cases, 3) if self.cases else 0.0
        return {
            "cases": self.cases,
            "right": self.right,
            "rate": rate,
            "apart": dict(sorted(self.apart.items())),
            "finer": self.finer,
        }


def measure_suite(cases: Sequence[Case]) -> Verdict:
    """How many cases of each suite and language are read right; the misses are all others, the excused ones marked."""
    outcomes = [outcome_of(case) for case in cases]
    scores = _scores(outcomes)
    plain = {group: score.plain() for group, score in sorted(scores.items())}
    misses = tuple(outcome.line() for outcome in outcomes if not (outcome.right or outcome.case.is_finer_than_a_day))
    return Verdict(plain, _table(plain), misses)


def outcome_of(case: Case) -> Outcome:
    """What the product's reader makes of a case."""
    found, right = READERS[case.kind](case)
    reason = None if right else listed(case) or explained(case)
    return Outcome(case, tuple(found), right, reason)


def _scores(outcomes: Iterable[Outcome]) -> dict[str, SuiteScore]:
    gathered: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        gathered.setdefault(outcome.case.group, []).append(outcome)
    return {group: _score(members) for group, members in gathered.items()}


def _score(outcomes: Sequence[Outcome]) -> SuiteScore:
    score = SuiteScore()
    within = [outcome for outcome in outcomes if not outcome.case.is_finer_than_a_day]
    score.finer = len(outcomes) - len(within)
    most = int(MOST_APART * len(within))
    for outcome in within:
        if outcome.right:
            score.right += 1
        elif outcome.reason and score.apart.total() < most:
            score.apart[outcome.reason] += 1
        else:
            score.wrong += 1
    return score


def _table(plain: Mapping[str, Mapping[str, Any]]) -> str:
    heading = f"{'':16}{'rate':>8}" + "".join(f"{name:>8}" for name in _COLUMNS)
    return "\n".join([heading, *(_row(group, row) for group, row in plain.items())])


def _row(group: str, row: Mapping[str, Any]) -> str:
    counts = (row["cases"], row["right"], sum(row["apart"].values()), row["finer"])
    reasons = "  " + ", ".join(f"{name} {count}" for name, count in row["apart"].items()) if row["apart"] else ""
    return f"{group:16}{row['rate']:8.3f}" + "".join(f"{count:8}" for count in counts) + reasons


def _told(one: Mapping[str, Any]) -> str:
    return f"{one['text']} = {one.get('values') or one.get('value')} {one.get('unit') or ''}".rstrip()


def _value(span: Span) -> str:
    parts = [getattr(span, name, None) for name in ("value", "low", "high", "unit", "first", "last")]
    return " ".join(str(part) for part in parts if part is not None) or "open"
