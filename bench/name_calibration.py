"""How far the scores of compared names are chances: `python bench/name_calibration.py PAIRS.csv`.

The pairs are those of `kashf evaluate --pairs`, on which nothing is fitted. Prints by tenths of the score how many
pairs score so much, their mean score, and the share that is one's; then Brier's score and the mean distance of the two.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from kashf.evaluation.matching_names import read_pairs
from kashf.names import compare

TENTHS = 10


def main() -> None:
    """Compares and prints."""
    pairs = read_pairs(Path(sys.argv[1]))
    scores = np.array([compare(pair.one, pair.other, pair.kind).score for pair in pairs])
    same = np.array([pair.same for pair in pairs], float)
    tenths = np.minimum((scores * TENTHS).astype(int), TENTHS - 1)
    apart = 0.0
    for tenth in range(TENTHS):
        of = tenths == tenth
        if of.any():
            score, share = scores[of].mean(), same[of].mean()
            apart += of.mean() * abs(score - share)
            sys.stdout.write(f"{tenth / TENTHS:.1f}  {of.sum():4} pairs  score {score:.2f}  one's {share:.2f}\n")
    sys.stdout.write(f"Brier {np.mean((scores - same) ** 2):.3f}, apart {apart:.3f}\n")


if __name__ == "__main__":
    main()
