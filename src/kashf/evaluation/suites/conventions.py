"""Conventions of chat assistants, each as the reading that it gives: a miss that one of them turns into just what the
suite expects is a difference of convention, and no fault of reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from kashf.evaluation.suites.cases import Case
from kashf.evaluation.suites.readers import are_right, covers, moments, same_spans
from kashf.records import Moment

__all__ = ["explained"]

Convention = Callable[[Moment, Any], bool]
"""Whether a moment, read by the convention, is what a suite's value says."""


def explained(case: Case) -> str | None:
    """The convention that gives what the case expects; None where none does. Spans must be right as they are."""
    if case.kind != "dates":
        return None
    if are_right(moments(case, "ahead"), case):
        return "ahead"
    found = moments(case)
    if not same_spans(found, case.expected):
        return None
    return next((name for name, agrees in _CONVENTIONS.items() if _all_agree(found, case, agrees)), None)


def _all_agree(found: Sequence[Moment], case: Case, agrees: Convention) -> bool:
    pairs = zip(found, case.expected, strict=True)
    return all(
        any(covers(moment.first, moment.last, value) or agrees(moment, value) for value in one["values"])
        for moment, one in pairs
    )


def _through(moment: Moment, value: Any) -> bool:
    """The last year or month named ends the period where it begins; in a report it counts in full."""
    if not isinstance(value, dict) or moment.first is None or moment.last is None or not value.get("end"):
        return False
    after = moment.last + timedelta(days=1)
    begun = {after.replace(day=1), after.replace(month=1, day=1)} | {_month_before(after), _year_before(after)}
    return str(moment.first) == str(value.get("start"))[:10] and str(value["end"])[:10] in map(str, begun)


def _month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, month=1, day=1)


_CONVENTIONS: Mapping[str, Convention] = {"through": _through}
