"""Headlines: lines in which capitals say nothing, since most words have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.extraction.words.word import Word

__all__ = ["headline_words"]

LEAST_WORDS = 4
"""Words longer than short ones that a headline has at least."""
MOST_WORDS = 24
SHORT_WORD = 3
"""Letters of words that headlines too write without a capital."""
SHARE = 0.8
"""Of the words of a line, how many at least have a capital where it is a headline."""


def headline_words(at: Sequence[Word], text: str) -> frozenset[int]:
    """The places of the words of headlines: lines all in capitals, or with a capital on nearly every word."""
    found = set[int]()
    for first, last in _lines(at):
        told = [word for word in at[first:last] if word.token.kind == "word" and len(word.norm) > SHORT_WORD]
        capitals = sum(text[word.start].isupper() for word in told)
        if LEAST_WORDS <= len(told) <= MOST_WORDS and capitals >= SHARE * len(told) and at[last - 1].norm != ".":
            found.update(range(first, last))
    return frozenset(found)


def _lines(at: Sequence[Word]) -> Iterator[tuple[int, int]]:
    first = 0
    for position, word in enumerate(at):
        if word.token.kind == "break":
            if position > first:
                yield first, position
            first = position + 1
    if first < len(at):
        yield first, len(at)
