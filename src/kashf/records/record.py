"""The record: everything that was found in one report, anchored in its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kashf.errors import AnchorError, RecordError
from kashf.records.claims import Claim, Link, Role
from kashf.records.report import Report
from kashf.records.spans import Figure, Mention, Moment, Quote, Span, Speaker

__all__ = ["Record"]

Anchored = Span | Role | Link | Speaker


@dataclass(frozen=True, slots=True)
class Record:
    """One report and what was found in it. Making one checks that every span holds the words it says."""

    report: Report
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Moment, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()

    def __post_init__(self) -> None:
        for span in self.spans():
            self._check_anchor(span)
        for claim in self.claims:
            self._check_pointers(claim)

    @property
    def text(self) -> str:
        """The clean text of the report."""
        return self.report.text

    def spans(self) -> Iterator[Anchored]:
        """Every annotation that is anchored in the text."""
        yield from (*self.mentions, *self.figures, *self.times, *self.quotes)
        yield from (quote.speaker for quote in self.quotes if quote.speaker and quote.speaker.start is not None)
        for claim in self.claims:
            yield claim.evidence
            yield from claim.roles
            yield from (link for link in claim.attribution.chain if link.start is not None)

    def _check_anchor(self, span: Anchored) -> None:
        start, end = span.start, span.end
        if start is None or end is None or not 0 <= start < end <= len(self.text) or self.text[start:end] != span.text:
            found = self.text[start:end] if start is not None and end is not None else None
            raise AnchorError(
                f"{self.report.source}: {type(span).__name__.lower()} {start}:{end} says {span.text!r}, "
                f"but the text there is {found!r}; offsets are Python string offsets into the record's text."
            )

    def _check_pointers(self, claim: Claim) -> None:
        for role in claim.roles:
            if role.figure is not None and not 0 <= role.figure < len(self.figures):
                raise RecordError(
                    f"{self.report.source}: claim {claim.id} points to figure {role.figure}, of which "
                    f"there are {len(self.figures)}."
                )
        if claim.time is not None and not 0 <= claim.time < len(self.times):
            raise RecordError(
                f"{self.report.source}: claim {claim.id} points to time {claim.time}, of which there "
                f"are {len(self.times)}."
            )
