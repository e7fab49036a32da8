"""What is not known: reports that could not be read, and what the reports that were leave open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kashf.records import Record, Role
from kashf.views.lens import Lens, anchor
from kashf.views.statements import Statement
from kashf.views.texts import shown
from kashf.views.workings import working

__all__ = ["Reference", "Unknown", "unknowns"]

UNCERTAIN_BELOW = 0.5
"""Confidence under which a reading is more likely wrong than right."""

_NO_ACTOR = ("people", "other")
"""Groups in which nobody needs to be named: of those who come and go the number is said, of estimates the figure."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A thing with its place in the brief, where it has one."""

    text: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """One kind of gap, and where it is."""

    key: str
    text: str
    references: tuple[Reference, ...]


def unknowns(statements: Sequence[Statement], lens: Lens) -> tuple[Unknown, ...]:
    """Every gap that there is, beginning with what could not be read at all."""
    gaps = {
        "unread": tuple(_problem(*part) for part in _problems(lens)),
        **{key: _reports(lens, test) for key, test in _REPORT_GAPS.items()},
        **{key: _statements(statements, test) for key, test in _STATEMENT_GAPS.items()},
        "no_actor": _statements(statements, lambda one: one.group not in _NO_ACTOR and not _actors(one, lens)),
        "open_check": _open_checks(lens),
    }
    percent = lens.words.number(UNCERTAIN_BELOW * 100)
    return tuple(
        Unknown(key, lens.words.say(f"unknowns.{key}", percent=percent), found) for key, found in gaps.items() if found
    )


def _actors(statement: Statement, lens: Lens) -> tuple[Role, ...]:
    return lens.index.claims[statement.teller].claim.fillers("actor")


def _problems(lens: Lens) -> list[tuple[str, str, str]]:
    return [(problem.source, problem.what, problem.remedy) for problem in lens.dossier.problems]


def _problem(source: str, what: str, remedy: str) -> Reference:
    return Reference(shown(f"{source}: {what} {remedy}").strip())


def _reports(lens: Lens, test: Callable[[Record], bool]) -> tuple[Reference, ...]:
    return tuple(
        Reference(shown(record.report.title or record.report.source), f"r-{anchor(record.report.id)}")
        for record in lens.dossier.records
        if test(record)
    )


def _statements(statements: Sequence[Statement], test: Callable[[Statement], bool]) -> tuple[Reference, ...]:
    return tuple(Reference(statement.text, statement.anchor) for statement in statements if test(statement))


def _open_checks(lens: Lens) -> tuple[Reference, ...]:
    return tuple(
        Reference(working(finding, lens) or finding.id, f"d-{anchor(finding.id)}")
        for finding in lens.dossier.found("check")
        if finding.verdict == "not computable"
    )


def _lacks_source(statement: Statement) -> bool:
    return all(origin.kind == "outlet" for origin in statement.origins)


def _lacks_name(statement: Statement) -> bool:
    return all(origin.kind == "unnamed" for origin in statement.origins)


def _lacks_time(statement: Statement) -> bool:
    return any(one.when_words and not one.first and not one.last for one in statement.evidence)


def _is_uncertain(statement: Statement) -> bool:
    return all(one.confidence < UNCERTAIN_BELOW for one in statement.evidence)


_REPORT_GAPS: dict[str, Callable[[Record], bool]] = {
    "undated": lambda record: record.report.published is None,
    "no_outlet": lambda record: not record.report.outlet,
    "no_language": lambda record: record.report.language is None,
    "no_claims": lambda record: not record.claims,
}
_STATEMENT_GAPS: dict[str, Callable[[Statement], bool]] = {
    "unnamed_origin": _lacks_name,
    "own_voice": _lacks_source,
    "unresolved_time": _lacks_time,
    "low_confidence": _is_uncertain,
}
