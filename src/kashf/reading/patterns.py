"""The words that pages use for what stands beside the report itself, ready to be looked for.

`patterns.yaml` holds them; they are compared as folded, and end where a word ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kashf.reading.tables import load_table
from kashf.text.folding import fold

__all__ = ["Patterns", "Phrases", "load_patterns"]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to look for in folded text."""

    phrases: tuple[str, ...]

    @classmethod
    def of(cls, written: Iterable[str]) -> Phrases:
        """The phrases as folded, longest first."""
        folded = {fold(phrase).text.strip() for phrase in written}
        return cls(tuple(sorted(folded, key=lambda phrase: (-len(phrase), phrase))))

    def are(self, folded: str) -> bool:
        """Whether the text is one of the phrases."""
        return folded in self.phrases

    def begin(self, folded: str) -> bool:
        """Whether the text begins with one of the phrases, as whole words."""
        return folded.startswith(self.phrases) and any(
            folded.startswith(phrase) and _ends_word(phrase, folded[len(phrase) : len(phrase) + 1])
            for phrase in self.phrases
        )

    def beginning(self, folded: str) -> str:
        """The phrase that the text begins with, as whole words; empty where none does."""
        begun = (phrase for phrase in self.phrases if folded.startswith(phrase))
        return next((each for each in begun if _ends_word(each, folded[len(each) : len(each) + 1])), "")

    def end(self, folded: str) -> bool:
        """Whether the text ends with one of the phrases."""
        return folded.endswith(self.phrases)

    def occur(self, folded: str) -> bool:
        """Whether one of the phrases stands somewhere in the text."""
        return any(phrase in folded for phrase in self.phrases)

    def alternatives(self) -> str:
        """The phrases as a group of a regular expression."""
        return "(?:" + "|".join(map(re.escape, self.phrases)) + ")"


def _ends_word(phrase: str, following: str) -> bool:
    return not (phrase[-1].isalnum() and following.isalnum())


@dataclass(frozen=True, slots=True)
class Patterns:
    """All that `patterns.yaml` lists, under the names it has there."""

    lines_that_are: Phrases
    lines_that_begin: Phrases
    lines_that_contain: Phrases
    tails: Phrases
    labels: Phrases
    link_lists: Phrases
    captions_that_begin: Phrases
    captions_that_end: Phrases
    bylines_that_begin: Phrases
    agencies: Phrases
    wires: Phrases
    year_words: Phrases
    cities: Phrases
    verbs: Phrases
    replies: Phrases
    mail_headers: Phrases


@cache
def load_patterns() -> Patterns:
    """The patterns, read once."""
    lists: dict[str, list[str]] = load_table("patterns")
    return Patterns(**{name: Phrases.of(phrases) for name, phrases in lists.items()})
