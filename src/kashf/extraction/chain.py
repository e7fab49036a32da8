"""The chain of stages that turns a report into a record. Each says what it needs and what it gives; the chain is
checked when it is declared, not while it runs.

1. figures    numbers with modifier, unit and what they count; moments, resolved against the day of publication
2. words      tokens, sentences, words taken apart and looked up
3. names      names, and nouns that stand for them
4. clauses    sentences taken apart into phrases and events
5. sources    quotations, speakers, and how far each one's word reaches
6. references whom pronouns, endings and verbs without a subject stand for, or why that is left open
7. claims     typed, qualified, attributed propositions
"""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.draft import Draft
from kashf.extraction.figures import without_magnitudes
from kashf.extraction.stage import Stage
from kashf.records import Mention, Record, Report

__all__ = ["analyse", "as_record", "extract", "extract_by_rules"]


def extract(report: Report) -> Record:
    """Everything found in a report. Takes time in proportion to its length; touches no file, clock or network."""
    return as_record(analyse(report))


def as_record(draft: Draft) -> Record:
    """The record of a draft, without what only helped to take the sentences apart."""
    figures, claims = without_magnitudes(draft.figures, draft.claims)
    return Record(draft.report, draft.mentions, figures, draft.times, draft.quotes, claims)


def extract_by_rules(report: Report) -> Record:
    """The same without the second opinion: what the rules make, with a confidence that nothing was learned for."""
    return as_record(analyse(report, by_rules=True))


def analyse(report: Report, told: Sequence[Mention] = (), *, by_rules: bool = False) -> Draft:
    """A report with all that the stages find on the way to its record: words, clauses, scopes.

    `told` are names in it that somebody else found; they are taken where the stages find none. `by_rules` leaves
    the second opinion out.
    """
    draft = Draft(report, tuple(told), by_rules)
    for stage in _stages():
        draft = stage.run(draft)
    return draft


def _stages() -> Sequence[Stage]:
    from kashf.extraction.stages import chain

    return chain()
