"""Copies beside what near-duplicate libraries find in their usual settings: `python bench/near_copies.py 2000 10000`.

Needs the group `bench` (`uv sync --group bench`). All read the same words and runs of five; datasketch and rensa are
asked as their documentation shows it: 128 permutations, an index of locality-sensitive hashing at a Jaccard threshold
of 0.5, and, since copies of a part are wanted too, 0.2. Prints the CPU-seconds and the F1 of pairs against the truth of
the invented collection.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence

from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH
from synthetic import collection

from kashf.comparison.copies import SHINGLE_WORDS, find_copies
from kashf.comparison.corpus import Corpus, gather

PERMUTATIONS = 128
THRESHOLDS = (0.5, 0.2)
Pairs = set[frozenset[str]]


def runs(words: Sequence[str]) -> list[str]:
    """The runs of five words of a text, as every library gets them."""
    return [" ".join(words[start : start + SHINGLE_WORDS]) for start in range(len(words) - SHINGLE_WORDS + 1)]


def ours(corpus: Corpus) -> Pairs:
    """The pairs that Kashf calls copies, near or in part."""
    return {frozenset((corpus.items[copy.first].id, corpus.items[copy.second].id)) for copy in find_copies(corpus)}


def datasketches(threshold: float) -> Callable[[Corpus], Pairs]:
    """The pairs that datasketch finds at a threshold."""

    def find(corpus: Corpus) -> Pairs:
        index, found = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS), set()
        for item in corpus.items:
            sketch = MinHash(num_perm=PERMUTATIONS)
            sketch.update_batch([run.encode() for run in runs(item.words)])
            found |= {frozenset((item.id, other)) for other in index.query(sketch)}
            index.insert(item.id, sketch)
        return found

    return find


def rensas(threshold: float) -> Callable[[Corpus], Pairs]:
    """The pairs that rensa finds at a threshold: candidates of its index whose estimated Jaccard reaches it."""

    def find(corpus: Corpus) -> Pairs:
        bands = 16 if threshold >= THRESHOLDS[0] else 64
        index, sketches, found = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=bands), [], set()
        for position, item in enumerate(corpus.items):
            sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
            sketch.update(runs(item.words))
            for other in index.query(sketch):
                if sketch.jaccard(sketches[other]) >= threshold:
                    found.add(frozenset((item.id, corpus.items[other].id)))
            index.insert(position, sketch)
            sketches.append(sketch)
        return found

    return find


def main() -> None:
    """Measure each size that is named."""
    finders = {"kashf": ours}
    finders |= {f"datasketch {threshold}": datasketches(threshold) for threshold in THRESHOLDS}
    finders |= {f"rensa {threshold}": rensas(threshold) for threshold in THRESHOLDS}
    for size in map(int, sys.argv[1:] or ("2000",)):
        records, entities, truth = collection(size)
        corpus = gather(records, entities)
        for name, find in finders.items():
            start = time.process_time()
            found = find(corpus)
            seconds = time.process_time() - start
            f1 = 2 * len(found & truth.copies) / (len(found) + len(truth.copies))
            sys.stdout.write(f"{size:>8} reports  {name:16} {seconds:7.2f} CPU-s  F1 {f1:.3f}\n")


if __name__ == "__main__":
    main()
