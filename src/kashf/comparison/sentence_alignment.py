"""How well the sentences of two reports go with each other in their order, as those of a translation do.

Sentences are paired one with one, or one with two, so that what they share is the most (the beads of Gale and Church,
"A Program for Aligning Sentences in Bilingual Corpora", 1993; here they share marks as well as length). One who writes
a report anew from the same news cuts it into other sentences, and other things stand together in each.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

__all__ = ["Sentence", "aligned", "sentences_of"]

BEADS = ((1, 1), (1, 2), (2, 1))
UNTOLD = 0.3
"""How alike two sentences are taken to be that tell nothing which languages write alike."""
_STOP = re.compile(r"(?:[^\W_]{3}|[\d%)»”\"])[.!?؟…][\"»”]?\s+|\n+")
"""Where a sentence ends; a stop behind one or two letters is an abbreviation's."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: how many letters it has, and the marks in it."""

    letters: int
    told: frozenset[str]


def sentences_of(text: str, spans: Iterable[tuple[int, int]], marks: Sequence[tuple[int, str]]) -> tuple[Sentence, ...]:
    """The sentences in spans of a text. `marks` are the marks of the text, each with its place."""
    return tuple(
        Sentence(len(text[start:end].strip()), frozenset(mark for place, mark in marks if start <= place < end))
        for start, end in _cut(text, spans)
        if text[start:end].strip()
    )


def _cut(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in spans:
        start = first
        for stop in _STOP.finditer(text, first, last):
            yield start, stop.end()
            start = stop.end()
        yield start, last


def aligned(one: Sequence[Sentence], other: Sequence[Sentence]) -> float:
    """The share of two reports, by letters, whose sentences go with each other, each pair by what share of their marks
    they have in common and how alike they are in length: 0 to 1."""
    letters = [sum(sentence.letters for sentence in side) for side in (one, other)]
    if not all(letters):
        return 0.0
    stretch, best = letters[1] / letters[0], [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for here, there in product(range(1, len(one) + 1), range(1, len(other) + 1)):
        paired = (
            best[here - several][there - many]
            + _worth(one[here - several : here], other[there - many : there], stretch)
            for several, many in BEADS
            if several <= here and many <= there
        )
        best[here][there] = max(best[here - 1][there], best[here][there - 1], *paired)
    return best[-1][-1] / (letters[0] * stretch + letters[1])


def _worth(here: Sequence[Sentence], there: Sequence[Sentence], stretch: float) -> float:
    """What it is worth to pair these sentences, in letters."""
    one, other = (frozenset[str]().union(*(sentence.told for sentence in side)) for side in (here, there))
    letters = stretch * sum(sentence.letters for sentence in here), sum(sentence.letters for sentence in there)
    told = len(one) + len(other)
    alike = 2 * len(one & other) / told if told else UNTOLD
    return alike * sum(letters) * max(0.0, 1 - abs(math.log(letters[0] / letters[1])))
