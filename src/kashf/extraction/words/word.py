"""Words as the later stages see them, in whatever language."""

from __future__ import annotations

from dataclasses import field

from kashf.language.lexicon import Reading
from kashf.text.clitics import Split
from kashf.text.tokens import Token
from kashf.values import value

__all__ = ["NOMINAL", "Word"]

NOMINAL = frozenset(
    {"noun", "verbal_noun", "participle", "title", "name", "quantifier", "unknown", "demonstrative", "number"}
)
"""Categories that can stand in a noun phrase."""
_NOTHING: frozenset[str] = frozenset()


@value
class Word:
    """A token with what is known of it.

    `start` and `end` bound the word in the text without the conjunction and preposition written onto it; `split` is
    how it is taken apart. `category` is the settled one: a lexicon's, or `number`, `mark`, or `unknown` (no lexicon
    knows it: a name, noun or adjective). `accusative`: written with the ending ـاً; `doubled`: written with a
    doubled letter within; `passive_vowel`: with the vowel of the past passive; `joined`: «and» stands before it or
    on it; `passive`: a passive form; `owning`: written with «'s». Where helping words make a verb's mood and
    negation, the verb carries them: `mood` (future, possible, required, reported), `negated`. `cases` are those the
    word may stand in, in a language whose endings tell them.

    `stem` is the folded stem without clitics, `norm` the folded token with everything written onto it, `classes` what
    the settled reading stands for or does: the stages ask each word for them some fifty times, so they are told once.
    """

    token: Token
    start: int
    end: int
    split: Split
    category: str
    readings: tuple[Reading, ...] = ()
    reading: Reading | None = None
    accusative: bool = False
    doubled: bool = False
    joined: bool = False
    passive: bool = False
    negated: bool = False
    mood: str = ""
    owning: bool = False
    cases: frozenset[str] = frozenset()
    passive_vowel: bool = False
    stem: str = field(init=False, repr=False, compare=False)
    norm: str = field(init=False, repr=False, compare=False)
    classes: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.stem, self.norm = self.split.stem, self.token.norm  # type: ignore[misc]
        self.classes = self.reading.classes if self.reading else _NOTHING  # type: ignore[misc]

    @property
    def definite(self) -> bool:
        """Whether an article or a pronoun ending makes it definite."""
        return self.split.article or bool(self.split.ending)

    def may_be(self, category: str) -> Reading | None:
        """The first reading of a category, if there is one."""
        for reading in self.readings:
            if reading.category == category:
                return reading
        return None

    def settled(self, category: str, reading: Reading | None = None, *, passive: bool = False) -> Word:
        """The word with its category and reading told; written out, since every word goes through it once."""
        return Word(
            self.token,
            self.start,
            self.end,
            self.split,
            category,
            self.readings if reading is not None else (),
            reading,
            self.accusative,
            self.doubled,
            self.joined,
            passive,
        )
