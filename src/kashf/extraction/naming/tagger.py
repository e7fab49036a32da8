"""A learned tagger of names: a linear chain over the traits of words, decoded sentence by sentence.

It is read twice. What the first reading took for a name, the second knows of the whole report: a last name by itself
is easier to tell where the full name stands elsewhere (two-pass consistency, after Krishnan and Manning 2006).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Generic, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from kashf.extraction.naming.decoding import best_labels
from kashf.extraction.naming.hints import Hints, hints_of
from kashf.extraction.naming.name import bare_word
from kashf.extraction.naming.traits import (
    AROUND,
    Beside,
    Beyond,
    Kind,
    Led,
    Near,
    beside,
    beyond,
    form_of,
    kind_of,
    led,
    near,
    recalling,
    surroundings,
)
from kashf.extraction.words.word import Word
from kashf.language.closed import words
from kashf.language.weights import TaggerWeights, frequencies, tagger_weights
from kashf.records.spans import MentionKind
from kashf.values import value

__all__ = ["Tagged", "Tagger", "cuts", "hinted", "recalled", "spans_of", "tagger_of"]

OUTSIDE = "O"
REMEMBERED = 40_000
"""Forms of words whose weights are kept between reports: some 6 MB; of surroundings as many."""
_STOPS = frozenset(".!?؟\n")
_Key = TypeVar("_Key", bound=tuple[object, ...])
_Source = TypeVar("_Source")
_Rows = NDArray[np.float32]


@value
class Tagged:
    """Words first..last (half-open) that the tagger takes for a name."""

    first: int
    last: int
    kind: MentionKind


@cache
def tagger_of(language: str) -> Tagger | None:
    """The tagger for a language; None where none was trained."""
    weights = tagger_weights(language)
    frequencies(language)  # read with the weights, not in the first report
    return Tagger(language, weights, hints_of(language)) if weights is not None else None


class _Remembered(Generic[_Key, _Source]):
    """Rows of weights by what they depend on; each is made once."""

    def __init__(self, make: Callable[[_Source], _Rows]) -> None:
        self._make = make
        self._lines: dict[_Key, int] = {}
        self._rows = np.empty((0, 0), dtype=np.float32)

    def __call__(self, keys: Sequence[_Key], sources: Sequence[_Source]) -> _Rows:
        """The rows of these keys, in their order, made of the source beside each; there is at least one."""
        if len(self._lines) > REMEMBERED:
            self._lines = {}
        lines = list(map(self._lines.get, keys))
        if None in lines:
            self._add({key: source for key, source, line in zip(keys, sources, lines, strict=True) if line is None})
            lines = list(map(self._lines.get, keys))
        return self._rows.take(lines, axis=0)  # type: ignore[arg-type]

    def _add(self, new: Mapping[_Key, _Source]) -> None:
        made = np.stack(list(map(self._make, new.values())))
        known, needed = len(self._lines), len(self._lines) + len(new)
        if not known or needed > len(self._rows):
            grown = np.empty((max(1024, 2 * needed), *made.shape[1:]), dtype=np.float32)
            if known:
                grown[:known] = self._rows[:known]
            self._rows = grown
        self._rows[known:needed] = made
        self._lines.update(zip(new, range(known, needed), strict=True))


class Tagger:
    """Finds names by weights."""

    def __init__(self, language: str, weights: TaggerWeights, hints: Sequence[Hints]) -> None:
        self.language = language
        self.weights = weights
        self.hints = hints
        self._forms = _Remembered[Kind, tuple[Word, tuple[str, ...]]](lambda of: self._form(*of))
        self._near = _Remembered[Near, Near](lambda beside: self._summed(near(beside)))
        self._beside = _Remembered[Beside, Beside](lambda hints: self._summed(beside(hints)))
        self._beyond = _Remembered[Beyond, Beyond](lambda far: self._summed(beyond(far)))
        self._led = _Remembered[Led, Led](lambda before: self._summed(led(before)))
        self._roles = _Remembered[tuple[str, ...], tuple[str, ...]](lambda roles: self._summed(recalling(roles)))

    def find(self, at: Sequence[Word], keys: Sequence[str] = ()) -> tuple[Tagged, ...]:
        """The names in a report's words, in order. `keys` are the words as names are compared, if they are at hand."""
        cut = cuts(at)
        if not cut:
            return ()
        keys = keys or list(map(bare_word, at))
        scores = self._scores(at, cut, keys)
        labels = self._labelled([OUTSIDE] * len(at), scores, cut)
        known = recalled(keys, spans_of(labels))
        if known:
            told = list(known.values())
            scores[list(known)] += self._roles(told, told)
            touched = [(first, last) for first, last in cut if any(place in known for place in range(first, last))]
            labels = self._labelled(labels, scores, touched)
        return spans_of(labels)

    def _scores(self, at: Sequence[Word], cut: Sequence[tuple[int, int]], keys: Sequence[str]) -> _Rows:
        """For each word and label, what speaks for it."""
        hints = hinted(keys, self.hints)
        kept = [place for first, last in cut for place in range(first, last)]
        around = [surroundings(at[first:last]) for first, last in cut]
        close, far, before = (list(chain.from_iterable(told)) for told in zip(*around, strict=True))
        listed = {
            place: (hints[place - 1] if place > first else (), hints[place])
            for first, last in cut
            for place in range(first, last)
            if hints[place] or (place > first and hints[place - 1])
        }
        scores = np.zeros((len(at), len(self.weights.labels)), dtype=np.float32)
        scores[kept] = self._by_form([at[place] for place in kept], [hints[place] for place in kept], cut)
        scores[kept] += self._near(close, close) + self._beyond(far, far) + self._led(before, before)
        if listed:
            told = list(listed.values())
            scores[list(listed)] += self._beside(told, told)
        return scores

    def _by_form(
        self, words: Sequence[Word], hints: Sequence[tuple[str, ...]], cut: Sequence[tuple[int, int]]
    ) -> _Rows:
        """What the forms of a word and of those around it in its sentence speak for."""
        sources = list(zip(words, hints, strict=True))
        rows = self._forms([kind_of(*source) for source in sources], sources)
        sentence = np.repeat(np.arange(len(cut)), [last - first for first, last in cut])
        summed = rows[:, -AROUND[0]].copy()
        for column, offset in enumerate(AROUND):
            if 0 < abs(offset) < len(words):
                ahead, behind = slice(abs(offset), None), slice(None, -abs(offset))
                here, there = (behind, ahead) if offset > 0 else (ahead, behind)
                summed[here] += rows[there, column] * (sentence[ahead] == sentence[behind])[:, None]
        return summed

    def _form(self, word: Word, hints: tuple[str, ...]) -> _Rows:
        """For each place around a word, what the traits of its form speak for there."""
        known = self.weights.forms
        lines = [known[trait] for trait, _ in form_of(word, hints, self.language) if trait in known]
        return cast("_Rows", self.weights.form_rows[lines].sum(axis=0, dtype=np.float32))

    def _summed(self, traits: Iterator[str]) -> _Rows:
        known = self.weights.contexts
        lines = [known[trait] for trait in traits if trait in known]
        return cast("_Rows", self.weights.context_rows[lines].sum(axis=0, dtype=np.float32))

    def _labelled(self, labels: list[str], scores: _Rows, cut: Sequence[tuple[int, int]]) -> list[str]:
        """The labels, those of some sentences found by the scores."""
        places = [place for first, last in cut for place in range(first, last)]
        best = best_labels(scores[places], [last - first for first, last in cut], self.weights.moves)
        labelled = list(labels)
        for place, label in zip(places, best.tolist(), strict=True):
            labelled[place] = self.weights.labels[label]
        return labelled


def cuts(at: Sequence[Word]) -> list[tuple[int, int]]:
    """The sentences, as the tagger was trained on them: cut behind a stop and at a line's end."""
    found: list[tuple[int, int]] = []
    first = 0
    for position, word in enumerate(at):
        if word.norm in _STOPS and not _is_abbreviating(at, position):
            found.append((first, position + (word.norm != "\n")))
            first = position + 1
    found.append((first, len(at)))
    return [(first, last) for first, last in found if first < last]


def _is_abbreviating(at: Sequence[Word], position: int) -> bool:
    """Whether a stop belongs to a title of one letter: «د. محمد»."""
    if position == 0 or at[position].norm != "." or at[position - 1].end != at[position].start:
        return False
    letter = at[position - 1].norm[at[position - 1].split.lead :] or at[position - 1].norm
    dated = position > 1 and at[position - 2].category == "number"
    return letter in words("ar", "titles", "abbreviations") and not dated


def hinted(keys: Sequence[str], hints: Sequence[Hints]) -> list[tuple[str, ...]]:
    """The hints of all lists for each word, told by its plain form."""
    told: list[tuple[str, ...]] = [()] * len(keys)
    for found in hints:
        for position, sorts in found(keys).items():
            told[position] += sorts
    return told


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


def recalled(keys: Sequence[str], names: Sequence[Tagged]) -> Mapping[int, tuple[str, ...]]:
    """For words by their place, what they were taken for elsewhere in the report, and where they stood in the name.

    `keys` are the words as names are looked up; what was taken for nothing elsewhere has no entry.
    """
    roles = dict(_roles(names))
    counted: dict[str, Counter[str]] = {}
    for position, role in roles.items():
        counted.setdefault(keys[position], Counter())[role] += 1
    known = (
        (position, _elsewhere(counted[key], roles.get(position, "")))
        for position, key in enumerate(keys)
        if key in counted
    )
    return {position: told for position, told in known if told}


def _elsewhere(counted: Counter[str], here: str) -> tuple[str, ...]:
    return tuple(sorted(role for role, count in counted.items() if count > (role == here)))


def _roles(names: Sequence[Tagged]) -> Iterator[tuple[int, str]]:
    """For each word that is in a name, its kind and place: alone, first, last or within."""
    for name in names:
        for position in range(name.first, name.last):
            alone, ends = name.last - name.first == 1, position == name.last - 1
            place = "alone" if alone else "last" if ends else "first" if position == name.first else "within"
            yield position, f"{name.kind}-{place}"
