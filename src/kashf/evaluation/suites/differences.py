"""Where a report is rightly read otherwise than a suite reads: the reasons, and the cases that each excuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kashf.evaluation.suites.cases import Case
from kashf.language.loading import read_strictly

__all__ = ["Difference", "currency_names", "differences", "listed"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A reason for which a report is read otherwise, and the keys of the cases that were found to be of it."""

    name: str
    why: str
    cases: frozenset[str]


@cache
def _table() -> Mapping[str, Any]:
    where = "evaluation/suites/differences.yaml"
    return read_strictly(files("kashf.evaluation.suites").joinpath("differences.yaml"), where)


@cache
def differences() -> Mapping[str, Difference]:
    """The reasons, by name."""
    reasons = _table()["reasons"].items()
    return {name: Difference(name, entry["why"], frozenset(entry.get("cases") or ())) for name, entry in reasons}


def listed(case: Case) -> str | None:
    """The reason under which a case is listed; None where it is under none."""
    return next((name for name, difference in differences().items() if case.key in difference.cases), None)


@cache
def currency_names() -> Mapping[str, tuple[str, ...]]:
    """What the suites call the currencies that Kashf names by code: their names in small letters, and the units that
    each may mean."""
    return {name.casefold(): tuple(units) for name, units in _table()["names"].items()}
