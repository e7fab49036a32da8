"""The record: everything that was found in one report, anchored in its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kashf.errors import AnchorError, RecordError
from kashf.records.claims import Claim, Link, Role
from kashf.records.refusals import Refusal
from kashf.records.report import Report
from kashf.records.spans import Figure, Mention, Moment, Quote, Span, Speaker

__all__ = ["Record"]

Anchored = Span | Role | Link | Speaker


@dataclass(frozen=True, slots=True)
class Record:
    """One report and what was found in it. Making one checks that every span holds the words it says.

    `refused` is what an extractor gave beside it and the text does not bear out; None where nothing was refused.
    """

    report: Report
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Moment, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    refused: tuple[Refusal, ...] | None = None

    def __post_init__(self) -> None:
        for span in self.spans():
            self._check_anchor(span)
        for place, figure in enumerate(self.figures):
            self._check_equal(place, figure)
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

    def restated(self, place: int) -> tuple[Figure, ...]:
        """The figure at a place and those that tell the same amount in other units, in the order of the text."""
        first = self.figures[place].equals
        root = place if first is None else first
        return tuple(figure for at, figure in enumerate(self.figures) if root in (at, figure.equals))

    def _check_anchor(self, span: Anchored) -> None:
        start, end = span.start, span.end
        if start is None or end is None or not 0 <= start < end <= len(self.text) or self.text[start:end] != span.text:
            found = self.text[start:end] if start is not None and end is not None else None
            raise AnchorError(
                f"{self.report.source}: {type(span).__name__.lower()} {start}:{end} says {span.text!r}, "
                f"but the text there is {found!r}; offsets are Python string offsets into the record's text."
            )

    def _check_equal(self, place: int, figure: Figure) -> None:
        if figure.equals is not None and not 0 <= figure.equals < place:
            raise RecordError(
                f"{self.report.source}: figure {place} says that it equals figure {figure.equals}; "
                f"name one of those before it."
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
