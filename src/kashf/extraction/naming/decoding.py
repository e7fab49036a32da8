"""The best labels of a chain (Viterbi 1967), for all sentences of a report at once.

A word whose best label no neighbour can change parts its sentence: what is left are stretches of a few words, which
are decoded side by side, a step for each word of the longest.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_labels"]

Scores = NDArray[np.float32]
Places = NDArray[np.int64]
MARGIN = 0.01
"""By how much a label must be above what its neighbours could make good: more than sums of scores are rounded by."""


def best_labels(scores: Scores, lengths: Sequence[int], moves: Scores) -> Places:
    """The label of each word that makes the sum of scores and moves greatest over its sentence.

    `scores` has a line for each word and a column for each label, the sentences one behind the other; `lengths` are the
    words of each, at least one; `moves` the weight of going from a label (line) to the next (column).
    """
    best: Places = scores.argmax(axis=1)
    opens = np.zeros(len(scores) + 1, dtype=bool)
    opens[np.cumsum([0, *lengths])] = True
    unsure = np.append(~_is_sure(scores, best, moves), False)
    places = np.flatnonzero(unsure)
    if len(places):
        first = places[opens[places] | ~unsure[places - 1]]
        last = places[opens[places + 1] | ~unsure[places + 1]]
        led, followed = first[~opens[first]], last[~opens[last + 1]]
        beside = scores.copy()
        beside[led] += moves[best[led - 1]]
        beside[followed] += moves.T[best[followed + 1]]
        _decode(best, beside.T, moves, first, last + 1 - first)
    return best


def _is_sure(scores: Scores, best: Places, moves: Scores) -> NDArray[np.bool_]:
    """Whether the label of a word that scores best stays the best whatever labels stand beside it."""
    before = (moves[:, None, :] - moves[:, :, None]).max(axis=0)  # what going to another label may gain at most
    behind = (moves[None, :, :] - moves[:, None, :]).max(axis=2)
    gained = before.clip(min=0) + behind.clip(min=0) + np.float32(MARGIN)
    np.fill_diagonal(gained, -1)
    above = scores[np.arange(len(scores)), best][:, None] - scores
    sure: NDArray[np.bool_] = (above > gained[best]).all(axis=1)
    return sure


def _decode(best: Places, scores: Scores, moves: Scores, starts: Places, count: Places) -> None:
    """Writes the best labels of stretches, each so many words from its start; `scores` has a column for each word."""
    order = np.argsort(-count, kind="stable")
    starts, count = starts[order], count[order]
    going = np.searchsorted(-count, -np.arange(count[0]), side="left").tolist()  # how many are longer than each step
    totals = _totals(scores, starts, going, moves)
    label = np.zeros(len(count), dtype=np.int64)
    for step in range(len(going) - 1, -1, -1):
        on = going[step + 1] if step + 1 < len(going) else 0
        label[on : going[step]] = totals[step][:, on:].argmax(axis=0)
        if on:
            label[:on] = (totals[step][:, :on] + moves[:, label[:on]]).argmax(axis=0)
        best[starts[: going[step]] + step] = label[: going[step]]


def _totals(scores: Scores, starts: Places, going: Sequence[int], moves: Scores) -> list[Scores]:
    """For each step the greatest sum that ends there in each label, for the stretches that are long enough."""
    totals = [scores[:, starts]]
    between = moves[:, :, None]
    for step in range(1, len(going)):
        through = totals[-1][:, None, : going[step]] + between
        totals.append(np.maximum.reduce(through) + scores[:, starts[: going[step]] + step])
    return totals
