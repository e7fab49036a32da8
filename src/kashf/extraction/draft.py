"""The draft: what the stages know of a report while it is analysed, and where words stand in its text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.units import Unit
from kashf.extraction.naming.name import Name
from kashf.extraction.naming.referents import Referent
from kashf.extraction.words.word import Word
from kashf.records import Claim, Figure, Link, Mention, Moment, Quote, Report, Span
from kashf.records.spans import MentionKind
from kashf.text.sentences import Sentence

__all__ = ["Antecedent", "Clauses", "Draft", "Scope", "words_within"]


@dataclass(frozen=True, slots=True)
class Clauses:
    """One sentence taken apart: its units, the phrase of each unit that is one, and its events."""

    sentence: Sentence
    units: tuple[Unit, ...]
    phrases: tuple[Phrase | None, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of the text that rests on somebody's word: the links that lead to them, and how it is rendered.

    `own` is a credit to an agency, which leaves the text in the outlet's voice; `denied` says that the source denies
    what stands there; `depth` is 0 for what stands around, and more for what a source is said to rest on.
    """

    start: int
    end: int
    links: tuple[Link, ...]
    direct: bool = False
    alleged: bool = False
    own: bool = False
    denied: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a word stands for: a name's key and kind, and the words first..last (half-open) that were taken up. `key` is
    None for somebody without a name: «a trader», «two cousins»."""

    key: str | None
    kind: MentionKind
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything found in a report so far. A stage returns a draft with its own part filled in.

    `references` are whom pronouns and pronoun endings stand for, `elided` whom verbs without a subject have for it, by
    word.
    `told` are names that somebody else found in it, before any stage; `by_rules` says that its claims are those of the
    rules alone.
    """

    report: Report
    told: tuple[Mention, ...] = ()
    by_rules: bool = False
    words: tuple[Word, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    referents: tuple[Referent, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Moment, ...] = ()
    mentions: tuple[Mention, ...] = ()
    clauses: tuple[Clauses, ...] = ()
    quotes: tuple[Quote, ...] = ()
    scopes: tuple[Scope, ...] = ()
    claims: tuple[Claim, ...] = ()
    references: Mapping[int, Antecedent] = field(default_factory=dict)
    elided: Mapping[int, Antecedent] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of the report; Arabic where it was not told."""
        return self.report.language or "ar"

    @property
    def text(self) -> str:
        """The text of the report."""
        return self.report.text

    def span(self, first: int, last: int) -> Span:
        """The span of words first..last (half-open), without the clitics before the first."""
        start, end = self.words[first].start, self.words[last - 1].end
        return Span(start, end, self.text[start:end])


def words_within(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """The words first..last (half-open) that lie in a stretch of the text, in part at least."""
    first = bisect_right(words, start, key=lambda word: word.token.end)
    return first, bisect_left(words, end, key=lambda word: word.token.start)
