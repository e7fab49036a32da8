"""Fixed phrases of several words, matched on the words as written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kashf.extraction.words import Word
from kashf.language.arabic import phrases, words

__all__ = ["Phrasebook", "arabic_phrasebook"]


class Phrasebook:
    """Kinds of phrases, each looked up by its first word; `quantities` are the nouns that take «من» and a whole."""

    def __init__(self, kinds: Mapping[str, Iterable[tuple[str, ...]]], quantities: frozenset[str]) -> None:
        self.quantities = quantities
        self._kinds: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for kind, entries in kinds.items():
            by_first = self._kinds.setdefault(kind, {})
            for phrase in sorted(entries, key=len, reverse=True):
                by_first.setdefault(phrase[0], []).append(phrase)

    def match(self, kind: str, at: Sequence[Word], position: int, last: int) -> int:
        """How many words from a position on make up a phrase of this kind; 0 where none does.

        The last word of a phrase may carry a pronoun ending («من خلالها»), the first a conjunction (وبحسب).
        """
        word = at[position]
        entries = self._kinds[kind]
        for first in {word.norm, word.norm[len(word.split.conjunction) :], _without_ending(word)}:
            for phrase in entries.get(first, ()):
                if self._follows(phrase, at, position, last):
                    return len(phrase)
        return 0

    @staticmethod
    def _follows(phrase: tuple[str, ...], at: Sequence[Word], position: int, last: int) -> bool:
        if position + len(phrase) > last:
            return False
        return all(
            part in (at[position + offset].norm, _without_ending(at[position + offset]))
            for offset, part in enumerate(phrase)
            if offset
        )

    @staticmethod
    def name(at: Sequence[Word], position: int, length: int) -> str:
        """A matched phrase in its plain form, without conjunction and ending."""
        return " ".join(_without_ending(word) for word in at[position : position + length])


def _without_ending(word: Word) -> str:
    lead = len(word.split.conjunction)
    return word.norm[lead : len(word.norm) - len(word.split.ending)] if word.split.ending else word.norm[lead:]


@cache
def arabic_phrasebook() -> Phrasebook:
    """The fixed phrases of the Arabic tables."""
    single = {(word,) for word in words("words", "prepositions")}
    return Phrasebook(
        {
            "prepositions": single | set(phrases("words", "phrases")),
            "including": phrases("words", "including"),
            "excluding": phrases("words", "excluding"),
            "contrast": phrases("words", "contrasts"),
            "inference": phrases("words", "inferences"),
            "amounts": phrases("words", "amounts"),
            "source": phrases("reporting", "prepositions"),
            "source_clause": phrases("reporting", "clauses"),
        },
        quantities=words("words", "quantifiers", "quantities"),
    )
