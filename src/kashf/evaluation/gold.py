"""Gold: what a careful reader takes from a text, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kashf.records import Region, Report

__all__ = [
    "OUTLET",
    "GoldClaim",
    "GoldFigure",
    "GoldProposition",
    "GoldQuote",
    "GoldReport",
    "GoldSpeaker",
    "GoldValue",
]

OUTLET = "outlet"
"""The source of a claim that the outlet makes in its own voice."""

GoldValue = float | tuple[float, float]
"""A number, or the two ends of a range."""


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure of the text. `units` are the names that are right: more than one where the text leaves money's country
    open; none where the gold says nothing.
    """

    text: str
    value: GoldValue
    modifier: str = "exact"
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldSpeaker:
    """Somebody who is quoted or on whose word claims rest: a name, an office, and the other words for them."""

    name: str
    title: str | None = None
    latin: str | None = None
    aka: tuple[str, ...] = ()

    def names(self) -> tuple[str, ...]:
        """Every string that names them; the office does not."""
        return tuple(name for name in (self.name, self.latin, *self.aka) if name)


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """Direct speech: in whole (`text`), or its first and last words where it is long. `speaker` is a speaker's key, or
    the words that name them.
    """

    speaker: str
    starts: str
    ends: str
    text: str | None = None

    def words(self) -> str:
        """The quote as a list of misses shows it."""
        return self.text if self.text is not None else f"{self.starts} … {self.ends}"


@dataclass(frozen=True, slots=True)
class GoldProposition:
    """Something that a reader may or may not set down as a claim: it is neither missed nor counted as too much."""

    type: str
    evidence: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim to be found.

    `types` are the types that are right, the best first. `fillers` are the words that fill each role, `values` the
    numbers of the roles that hold figures (amount, price, rate, proceeds, of_total). `sources` are speakers' keys, or
    the words that name a source, or `outlet`; where none is given, the source is not judged.
    """

    types: tuple[str, ...]
    evidence: str
    fillers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, tuple[GoldValue, ...]] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    mode: str | None = None
    modality: str = "asserted"
    polarity: str = "affirmed"
    phase: str | None = None

    @property
    def type(self) -> str:
        """The best type."""
        return self.types[0]


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One annotated text.

    `edition` counts the editions of the table of types: the first had fewer (`editions.yaml`). `split` and `family`
    say whether rules may be developed on it, and which texts are too much alike to stand on both sides.
    """

    name: str
    language: str
    text: str
    split: str | None = None
    family: str | None = None
    style: str | None = None
    published: date | None = None
    edition: int = 2
    figures: tuple[GoldFigure, ...] = ()
    figures_complete: bool = True
    quotes: tuple[GoldQuote, ...] = ()
    speakers: Mapping[str, GoldSpeaker] = field(default_factory=dict)
    claims: tuple[GoldClaim, ...] = ()
    optional: tuple[GoldProposition, ...] = ()
    optional_figures: tuple[str, ...] = ()
    optional_quotes: tuple[str, ...] = ()

    def report(self) -> Report:
        """The text as an extractor gets it. The gold's name is its source, so that records find their gold again."""
        return Report(
            Report.identify(self.text, None, None, self.published),
            source=self.name,
            text=self.text,
            language=self.language,
            published=self.published,
            regions=(Region("body", 0, len(self.text)),),
        )

    def names_of(self, speaker: str) -> tuple[str, ...]:
        """The strings that name a speaker: those of the key, or the words themselves where it is none."""
        known = self.speakers.get(speaker)
        return known.names() if known else (speaker,)
