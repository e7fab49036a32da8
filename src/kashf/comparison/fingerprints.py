"""What is worked out of one report before it is compared with any other: its fingerprint.

To fold a text, to hear how its names sound and to look up how common its words are takes longer than to compare it with
the next. So it is done once for each report of a collection, and kept.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

__all__ = ["Fingerprint", "Told"]


@dataclass(frozen=True, slots=True)
class Told:
    """What one report tells, counted: stems of words, what any language writes alike, and what tells one event from the
    next."""

    words: Mapping[str, int]
    marks: Mapping[str, int]
    particulars: frozenset[str]

    def kinds(self) -> tuple[Collection[str], Collection[str], Collection[str]]:
        """The features by their kinds, none of which has a feature of another."""
        return self.words.keys(), self.marks.keys(), self.particulars

    def in_order(self) -> list[str]:
        """The features in an order that is the same whenever they are worked out."""
        return [*self.words, *self.marks, *sorted(self.particulars)]


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """What comparing needs of one resolved and judged report, but for what is quickly made of its words.

    `words` and `unquoted` are those of its item (one and the same where nothing long is quoted), `marks` and
    `particulars` what it tells beside words (as in `Told`), `concepts` where the text tells which of the concepts that
    are known in every language. `carriers` says in how many reports of the collection each of its features stood, in
    their order, when that was last counted: 0 where it was one at most.
    """

    words: tuple[str, ...]
    unquoted: tuple[str, ...]
    marks: Mapping[str, int]
    particulars: frozenset[str]
    concepts: tuple[tuple[int, str], ...]
    carriers: tuple[int, ...]
