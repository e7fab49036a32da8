"""The chain of stages that turns a report into a record. Each says what it needs and what it gives; the chain is
checked when it is declared, not while it runs.

1. words      tokens, sentences, words taken apart and looked up
2. figures    numbers with modifier, unit and what they count
3. times      moments, resolved against the day of publication
4. names      names, and nouns that stand for them
5. clauses    sentences taken apart into phrases and events
6. sources    quotations, speakers, and how far each one's word reaches
7. claims     typed, qualified, attributed propositions
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kashf.errors import DataError
from kashf.extraction.draft import Draft
from kashf.records import Record, Report

__all__ = ["Stage", "check_chain", "extract"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: a pure function from draft to draft, with the parts of the draft it needs and those it gives."""

    name: str
    run: Callable[[Draft], Draft]
    needs: tuple[str, ...]
    gives: tuple[str, ...]


def check_chain(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """The stages, if each finds what it needs when its turn comes. Raises DataError where one does not."""
    given = {"report"}
    checked = tuple(stages)
    for stage in checked:
        missing = [part for part in stage.needs if part not in given]
        if missing:
            raise DataError(f"The stage '{stage.name}' needs {', '.join(missing)}, which no stage before it gives.")
        given.update(stage.gives)
    return checked


def extract(report: Report) -> Record:
    """Everything found in a report. Takes time in proportion to its length; touches no file, clock or network."""
    draft = Draft(report)
    for stage in _stages():
        draft = stage.run(draft)
    return Record(report, draft.mentions, draft.figures, draft.times, draft.quotes, draft.claims)


def _stages() -> Sequence[Stage]:
    from kashf.extraction.stages import chain

    return chain()
