"""Copies: reports that reproduce another, whole or in part, light editing included, and who was first.

Two texts are compared by their shingles, the runs of five words (Broder, "On the resemblance and containment of
documents", 1997). Candidates come from an index of shingles, so that no report is compared with all others.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from kashf.comparison.corpus import REMEMBERED, Corpus, Item
from kashf.records import Finding, content_id

__all__ = ["SHINGLE_WORDS", "Copy", "copy_findings", "find_copies", "runs", "sample", "shingles"]

SHINGLE_WORDS = 5
NEAR_COPY = 0.6
PARTIAL_COPY = 0.18
"""Containment of the shorter text from which it counts as a near copy or a partial one. Set on the 101 labelled pairs
of the development reports: near copies lie at 0.65 and above, partial ones between 0.20 and 0.55, distinct ones up to
0.15 (Arabic and English news, 2013 to 2018)."""
NEAR_COPY_RESEMBLANCE = 0.2
"""A short report that a long one swallows is a part of it, not its copy: the two must also resemble each other."""
LEAST_SHARED = 4
"""Fewer shared shingles are a phrase, not a copy."""
SAMPLED = 4
"""One shingle in so many is indexed where a report has many; the same shingle is sampled in every report."""
LONG_REPORT = 64
"""Reports of more shingles than this are found by their sample alone."""
MOST_CARRIERS = 400
"""A shingle that stands in more reports than this is a formula of the trade and finds no candidates."""
MOST_CANDIDATES = 24
"""A report is compared with so many others at most, those first that share most with it."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports of which one reproduces the other. `first` and `second` are positions in the corpus."""

    first: int
    second: int
    containment: float
    resemblance: float

    @property
    def near(self) -> bool:
        """Whether it is the whole report that is reproduced."""
        return self.containment >= NEAR_COPY and self.resemblance >= NEAR_COPY_RESEMBLANCE

    @property
    def label(self) -> str:
        """`near-copy` or `partial`."""
        return "near-copy" if self.near else "partial"


@lru_cache(maxsize=REMEMBERED)
def shingles(words: tuple[str, ...]) -> array[int]:
    """The runs of five words of a text, each once, as 64-bit hashes that are the same everywhere and always."""
    return array("Q", np.unique(runs(words)).tobytes())


@lru_cache(maxsize=REMEMBERED)
def runs(words: tuple[str, ...]) -> NDArray[np.uint64]:
    """The hash of each run of five words, in order.

    It is a polynomial in the hashes of its words (Karp and Rabin, 1987), stirred so that each bit of it depends on all
    of theirs (the finaliser of Steele, Lea and Flood's SplitMix, 2014).
    """
    if len(words) < SHINGLE_WORDS:
        return np.zeros(0, np.uint64)
    hashed = np.fromiter(map(_hashed, words), np.uint64, len(words))
    found = np.zeros(len(words) - SHINGLE_WORDS + 1, np.uint64)
    for place in range(SHINGLE_WORDS):
        found = found * _RADIX + hashed[place : place + len(found)]
    for shift, factor in _STIRRED:
        found = (found ^ (found >> shift)) * factor
    return found


_RADIX = np.uint64(0x9E3779B97F4A7C15)
_STIRRED = (
    (np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)),
    (np.uint64(27), np.uint64(0x94D049BB133111EB)),
    (np.uint64(31), np.uint64(1)),
)


@lru_cache(maxsize=262_144)
def _hashed(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def find_copies(corpus: Corpus) -> tuple[Copy, ...]:
    """Every pair of reports of which one reproduces the other, whole or in part."""
    texts = [shingles(item.words) for item in corpus.items]
    samples = list(map(sample, texts))
    pairs = _candidates(samples, _index(samples))
    return tuple(copy for copy in _compared(texts, pairs) if copy.near or _copied_outside_quotes(copy, corpus.items))


def sample(text: array[int]) -> array[int]:
    """The shingles by which a report is found: the same ones in every report."""
    if len(text) <= LONG_REPORT:
        return text
    values = np.frombuffer(text, np.uint64)
    return array("Q", values[values % SAMPLED == 0].tobytes())


def _index(texts: Sequence[array[int]]) -> Mapping[int, list[int]]:
    """The reports that carry each shingle, for those that more than one carries: most stand in one report alone."""
    values = np.concatenate([np.frombuffer(text, np.uint64) for text in (array("Q"), *texts)])
    owners = np.repeat(np.arange(len(texts)), list(map(len, texts)))
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order]
    starts = np.flatnonzero(np.append(True, values[1:] != values[:-1])[: len(values)])
    ends = np.append(starts[1:], len(values))[: len(starts)]
    shared = (ends - starts > 1) & (ends - starts <= MOST_CARRIERS)
    places = zip(starts[shared].tolist(), ends[shared].tolist(), strict=True)
    return {int(values[start]): owners[start:end].tolist() for start, end in places}


def _candidates(texts: Sequence[array[int]], index: Mapping[int, list[int]]) -> list[tuple[int, int]]:
    pairs: set[tuple[int, int]] = set()
    for position, text in enumerate(texts):
        shared = Counter(chain.from_iterable(filter(None, map(index.get, text))))
        del shared[position]
        nearest = sorted(shared, key=lambda other: (-shared[other], other))[:MOST_CANDIDATES]
        pairs.update((min(position, other), max(position, other)) for other in nearest)
    return sorted(pairs)


def _compared(texts: Sequence[array[int]], pairs: Iterable[tuple[int, int]]) -> Iterator[Copy]:
    """The copies among pairs of texts that are in order."""
    for first, with_it in groupby(pairs, itemgetter(0)):
        one = set(texts[first])
        for _, second in with_it:
            other = texts[second]
            shared = len(one.intersection(other))
            containment = shared / min(len(one), len(other))
            if shared >= LEAST_SHARED and containment >= PARTIAL_COPY:
                yield Copy(first, second, containment, shared / (len(one) + len(other) - shared))


def _copied_outside_quotes(copy: Copy, items: Sequence[Item]) -> bool:
    """Whether a part is reproduced that is not the words of somebody whom both quote."""
    pair = items[copy.first], items[copy.second]
    if all(item.unquoted is item.words for item in pair):
        return True
    one, other = (shingles(item.unquoted) for item in pair)
    shared = len(set(one).intersection(other))
    return shared >= LEAST_SHARED and shared >= PARTIAL_COPY * min(len(one), len(other))


def copy_findings(corpus: Corpus, copies: Sequence[Copy]) -> Iterator[Finding]:
    """A finding for each pair, the earlier report first."""
    for copy in copies:
        first, second = corpus.items[copy.first], corpus.items[copy.second]
        yield Finding(
            kind="copy",
            id=content_id("f", "copy", first.id, second.id),
            reports=(first.id, second.id),
            members=(first.id, second.id),
            working=_working(copy, first, second),
            fields={
                "label": copy.label,
                "containment": round(copy.containment, 3),
                "jaccard": round(copy.resemblance, 3),
                "first": first.id,
            },
        )


def _working(copy: Copy, first: Item, second: Item) -> str:
    shares = (
        f"{copy.containment:.0%} of the shorter report's runs of {SHINGLE_WORDS} words stand in the other, "
        f"{copy.resemblance:.0%} of both together"
    )
    days = first.day, second.day
    if None in days:
        return f"{shares}; the date of one is not known, so who was first is not sure"
    if days[0] == days[1]:
        return f"{shares}; both of {first.record.report.published}, first as they were read"
    return f"{shares}; first on {first.record.report.published}, again on {second.record.report.published}"
