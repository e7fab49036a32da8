"""The best labels of a chain (Viterbi 1967), for all sentences of a report at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_labels"]

Scores = NDArray[np.float32]


def best_labels(scores: Scores, lengths: Sequence[int], moves: Scores) -> NDArray[np.int64]:
    """The label of each word that makes the sum of scores and moves greatest over its sentence.

    `scores` has a line for each word and a column for each label, the sentences one behind the other; `lengths` are the
    words of each, at least one; `moves` the weight of going from a label (line) to the next (column).
    """
    best = np.zeros(len(scores), dtype=np.int64)
    if not lengths:
        return best
    count = np.asarray(lengths, dtype=np.int64)
    order = np.argsort(-count, kind="stable")
    starts, count = (np.cumsum(count) - count)[order], count[order]
    going = [int(np.searchsorted(-count, -step, side="left")) for step in range(int(count[0]))]  # longer than `step`
    totals = _totals(scores, starts, going, moves)
    label = np.zeros(len(count), dtype=np.int64)
    for step in range(len(going) - 1, -1, -1):
        on = going[step + 1] if step + 1 < len(going) else 0
        label[on : going[step]] = totals[step][on:].argmax(axis=1)
        if on:
            label[:on] = (totals[step][:on] + moves.T[label[:on]]).argmax(axis=1)
        best[starts[: going[step]] + step] = label[: going[step]]
    return best


def _totals(scores: Scores, starts: NDArray[np.int64], going: Sequence[int], moves: Scores) -> list[Scores]:
    """For each step the greatest sum that ends there in each label, for the sentences that are long enough."""
    totals = [scores[starts]]
    for step in range(1, len(going)):
        through = totals[-1][: going[step], :, None] + moves
        totals.append(through.max(axis=1) + scores[starts[: going[step]] + step])
    return totals
