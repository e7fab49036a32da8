"""Statements as rows of a table: one for each sentence that says them, with its chain, report and weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kashf.views.chains import Hop
from kashf.views.disputes import Dispute
from kashf.views.statements import Evidence, Statement
from kashf.views.words import Words

__all__ = ["DISPUTED", "SAID", "day_of", "disputed_rows", "said_rows", "sentence_row"]

SAID = (
    *("statement", "claim", "type", "put", "told", "origins", "carriers", "grade", "outlet", "published", "report"),
    *("title", "address", "chain", "mode", "words", "when", "confidence"),
)
"""The columns of statements."""
DISPUTED = ("finding", "kind", "verdict", "working", "side", "claim", "outlet", "published", "report", "words")
"""The columns of conflicts and checks: a row for each side."""


def said_rows(statements: Iterable[Statement], words: Words) -> Iterator[Sequence[object]]:
    """A row for each sentence of each statement."""
    for statement in statements:
        for evidence in statement.evidence:
            yield sentence_row(statement, evidence, words)


def sentence_row(statement: Statement, evidence: Evidence, words: Words) -> Sequence[object]:
    """One sentence; how it is put is told as it is put there."""
    report = evidence.report
    put = words.separated([marker.text for marker in evidence.markers])
    grade = statement.grade.grade if statement.grade else ""
    return (
        *(statement.id, evidence.claim, statement.type_name, put, statement.text),
        *(statement.weight.origins, statement.weight.carriers, grade),
        *(report.outlet, day_of(report.published), report.id, report.name, report.address),
        *(_chain(evidence.chain, words), evidence.mode, evidence.passage.words, evidence.when),
        round(evidence.confidence * 100),
    )


def _chain(hops: Iterable[Hop], words: Words) -> str:
    told = (f"{hop.name}{words.entries['comma']}{hop.title}" if hop.title else hop.name for hop in hops)
    return f" {words.entries['arrow']} ".join(told)


def disputed_rows(disputes: Iterable[Dispute]) -> Iterator[Sequence[object]]:
    """A row for each side, and for each report of a side that no one claim tells."""
    for one in disputes:
        head = (one.id, one.name, one.verdict_name, one.working)
        for side in one.sides:
            if side.evidence is not None:
                report = side.evidence.report
                place = (report.outlet, day_of(report.published), report.id, side.evidence.passage.words)
                yield (*head, side.text, side.evidence.claim, *place)
            for report in side.reports:
                yield (*head, side.text, "", report.outlet, day_of(report.published), report.id, "")
            if side.evidence is None and not side.reports:
                yield (*head, side.text, "", "", "", "", "")


def day_of(day: date | None) -> str:
    """A day as tables have it (ISO 8601)."""
    return day.isoformat() if day else ""
