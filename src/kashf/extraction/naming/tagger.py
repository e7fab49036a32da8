"""A learned tagger of names: a linear chain over the traits of words, decoded sentence by sentence.

It is read twice. What the first reading took for a name, the second knows of the whole report: a last name by itself
is easier to tell where the full name stands elsewhere (two-pass consistency, after Krishnan and Manning 2006).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import cast

import numpy as np
from numpy.typing import NDArray

from kashf.extraction.naming.hints import Hints, hints_of, plain
from kashf.extraction.naming.traits import AROUND, Kind, around, form_of, kind_of, placed
from kashf.extraction.words.word import Word
from kashf.language.weights import TaggerWeights, tagger_weights
from kashf.records.spans import MentionKind

__all__ = ["Tagged", "Tagger", "cuts", "hinted", "recalled", "spans_of", "tagger_of"]

OUTSIDE = "O"
CACHED_KINDS = 50_000
"""Forms of words whose weights are kept between reports: some 15 MB."""
_STOPS = frozenset(".!?؟\n")


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words first..last (half-open) that the tagger takes for a name."""

    first: int
    last: int
    kind: MentionKind


@cache
def tagger_of(language: str) -> Tagger | None:
    """The tagger for a language; None where none was trained."""
    weights = tagger_weights(language)
    return Tagger(language, weights, hints_of(language)) if weights is not None else None


class Tagger:
    """Finds names by weights."""

    def __init__(self, language: str, weights: TaggerWeights, hints: Sequence[Hints]) -> None:
        self.language = language
        self.weights = weights
        self.hints = hints
        self._forms: dict[Kind, NDArray[np.float32]] = {}
        self._contexts: dict[tuple[object, ...], list[int]] = {}

    def find(self, at: Sequence[Word]) -> tuple[Tagged, ...]:
        """The names in a report's words, in order."""
        cut = cuts(at)
        if not cut:
            return ()
        scores = self._scores(at, cut)
        first = self._labels(scores, cut)
        known = recalled(at, spans_of(first))
        again = self._summed([self._ids(f"d={trait}" for trait in traits) for traits in known])
        return spans_of(self._labels(scores + again, cut))

    def _scores(self, at: Sequence[Word], cut: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
        """For each word and label, what speaks for it."""
        forms = np.stack([self._form(word) for word in at])
        hints = hinted(at, self.hints)
        scores = np.zeros((len(at), len(self.weights.labels)), dtype=np.float32)
        traits: list[list[int]] = [[] for _ in at]
        for first, last in cut:
            for column, offset in enumerate(AROUND):
                low, high = max(first, first - offset), min(last, last - offset)
                if low < high:
                    scores[low:high] += forms[low + offset : high + offset, column]
            here = [listed[first:last] for listed in hints]
            sentence = at[first:last]
            traits[first:last] = [self._around(sentence, here, place) for place in range(last - first)]
        return cast("NDArray[np.float32]", scores + self._summed(traits))

    def _around(self, at: Sequence[Word], hints: Sequence[Sequence[tuple[str, ...]]], place: int) -> list[int]:
        """The traits of a word's surroundings; surroundings are few, so they are remembered."""
        near = range(max(0, place + AROUND[0]), min(len(at), place + AROUND[-1] + 1))
        told = tuple(listed[p] for listed in hints for p in near if abs(p - place) < 2)
        categories = tuple(at[p].category for p in near)
        key = (place - near.start, near.stop - place, categories, at[place - 1].stem if place else "", told)
        found = self._contexts.get(key)
        if found is None:
            if len(self._contexts) >= CACHED_KINDS:
                self._contexts.clear()
            found = self._contexts[key] = self._ids(around(at, hints, place))
        return found

    def _form(self, word: Word) -> NDArray[np.float32]:
        key = kind_of(word)
        found = self._forms.get(key)
        if found is None:
            if len(self._forms) >= CACHED_KINDS:
                self._forms.clear()
            forms = form_of(word, self.language)
            found = self._forms[key] = self._summed([self._ids(placed(forms, offset)) for offset in AROUND])
        return found

    def _ids(self, traits: Iterator[str]) -> list[int]:
        known = self.weights.traits
        return [known[trait] for trait in traits if trait in known]

    def _summed(self, ids: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """The sum of the rows of each list of traits."""
        counts = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids))
        flat = np.fromiter(chain.from_iterable(ids), dtype=np.int64)
        summed = np.zeros((len(ids), len(self.weights.labels)), dtype=np.float32)
        filled = counts > 0
        if flat.size:
            starts = (np.cumsum(counts) - counts)[filled]
            summed[filled] = np.add.reduceat(self.weights.rows[flat], starts)
        return summed

    def _labels(self, scores: NDArray[np.float32], cut: Sequence[tuple[int, int]]) -> list[str]:
        """The best label of each word (Viterbi 1967), all sentences at once; a word between sentences has none."""
        longest = max((last - first for first, last in cut), default=0)
        padded = np.zeros((len(cut), longest, scores.shape[1]), dtype=np.float32)
        for row, (first, last) in enumerate(cut):
            padded[row, : last - first] = scores[first:last]
        lengths = np.array([last - first for first, last in cut])
        best = self._paths(padded, lengths)
        labels = [OUTSIDE] * len(scores)
        for row, (first, last) in enumerate(cut):
            labels[first:last] = [self.weights.labels[label] for label in best[row, : last - first]]
        return labels

    def _paths(self, padded: NDArray[np.float32], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
        rows, longest, _ = padded.shape
        back = np.zeros(padded.shape, dtype=np.int64)
        total = padded[:, :1].reshape(rows, -1)
        for step in range(1, longest):
            through = total[:, :, None] + self.weights.moves
            back[:, step] = through.argmax(axis=1)
            going_on = (lengths > step)[:, None]
            total = np.where(going_on, through.max(axis=1) + padded[:, step], total)
        best = np.zeros((rows, longest), dtype=np.int64)
        label = total.argmax(axis=1)
        for step in range(longest - 1, -1, -1):
            best[:, step] = label
            label = np.where(lengths > step, np.take_along_axis(back[:, step], label[:, None], axis=1)[:, 0], label)
        return best


def cuts(at: Sequence[Word]) -> list[tuple[int, int]]:
    """The sentences, as the tagger was trained on them: cut behind a stop and at a line's end."""
    found: list[tuple[int, int]] = []
    first = 0
    for position, word in enumerate(at):
        if word.norm in _STOPS:
            found.append((first, position + (word.norm != "\n")))
            first = position + 1
    found.append((first, len(at)))
    return [(first, last) for first, last in found if first < last]


def hinted(at: Sequence[Word], hints: Sequence[Hints]) -> list[list[tuple[str, ...]]]:
    """The hints of each list for each word."""
    keys = [plain(word) for word in at]
    return [found(keys) for found in hints]


def spans_of(labels: Sequence[str]) -> tuple[Tagged, ...]:
    """The names that labels (B-kind, I-kind, O) mark."""
    found: list[Tagged] = []
    first: int | None = None
    for position, label in enumerate((*labels, OUTSIDE)):
        if first is not None and label != f"I-{labels[first][2:]}":
            found.append(Tagged(first, position, cast("MentionKind", labels[first][2:])))
            first = None
        if first is None and label != OUTSIDE:
            first = position
    return tuple(found)


def recalled(at: Sequence[Word], names: Sequence[Tagged]) -> list[tuple[str, ...]]:
    """For each word, what it was taken for elsewhere in the report, and where it stood in the name there."""
    keys = [plain(word) for word in at]
    roles = _roles(len(at), names)
    counted: dict[str, Counter[str]] = {}
    for key, role in zip(keys, roles, strict=True):
        if role:
            counted.setdefault(key, Counter())[role] += 1
    return [_elsewhere(counted[key], role) if key in counted else () for key, role in zip(keys, roles, strict=True)]


def _elsewhere(counted: Counter[str], here: str) -> tuple[str, ...]:
    return tuple(sorted(role for role, count in counted.items() if count > (role == here)))


def _roles(count: int, names: Sequence[Tagged]) -> list[str]:
    """For each word that is in a name, its kind and place: alone, first, last or within."""
    roles = [""] * count
    for name in names:
        for position in range(name.first, name.last):
            alone, ends = name.last - name.first == 1, position == name.last - 1
            place = "alone" if alone else "last" if ends else "first" if position == name.first else "within"
            roles[position] = f"{name.kind}-{place}"
    return roles
