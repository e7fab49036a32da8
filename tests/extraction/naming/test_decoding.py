"""The best labels of a chain: held against trying every sequence."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.extraction.naming.decoding import best_labels

MOVES = np.array([[0, -9], [1, 2]], dtype=np.float32)

CASES = [
    ("each word by itself", [[1, 0], [0, 1]], [1, 1], [0, 1]),
    ("a move that costs too much", [[4, 0], [0, 1]], [2], [0, 0]),
    ("a move that pays", [[1, 0], [0, 1]], [2], [1, 1]),
    ("no words", [], [], []),
]


@pytest.mark.parametrize(("what", "scores", "lengths", "labels"), CASES)
def test_labels(what: str, scores: list[list[float]], lengths: list[int], labels: list[int]) -> None:
    given_scores = np.array(scores, dtype=np.float32).reshape(-1, 2)
    assert best_labels(given_scores, lengths, MOVES).tolist() == labels, what


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(st.tuples(*[st.integers(-5, 5)] * 3), min_size=1, max_size=4), min_size=1, max_size=4))
def test_no_other_labels_are_better(sentences: list[list[tuple[int, int, int]]]) -> None:
    moves = np.array([[1, -2, 0], [0, 2, -1], [3, 0, -2]], dtype=np.float32)
    scores = np.array([row for sentence in sentences for row in sentence], dtype=np.float32)
    found = best_labels(scores, list(map(len, sentences)), moves).tolist()
    first = 0
    for sentence in sentences:
        of = found[first : first + len(sentence)]
        best = max(_sum(sentence, labels, moves) for labels in product(range(3), repeat=len(sentence)))
        assert _sum(sentence, of, moves) == best
        first += len(sentence)


def _sum(sentence: list[tuple[int, int, int]], labels: list[int] | tuple[int, ...], moves: np.ndarray) -> float:
    scored = sum(row[label] for row, label in zip(sentence, labels, strict=True))
    return scored + sum(float(moves[before, label]) for before, label in pairwise(labels))
