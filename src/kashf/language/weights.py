"""What a learned tagger of names knows of a language: its weights, and the lists of names that it takes hints from.

The files lie in `LANGUAGE/names/`, with the licences of what they were made of; `training/train_names.py` makes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from kashf.errors import DataError

__all__ = ["TaggerWeights", "listed", "tagger_weights"]


@dataclass(frozen=True, slots=True)
class TaggerWeights:
    """A linear chain: what each trait of a word speaks for, and what each label is followed by.

    `rows` has a line of weights for each trait and a column for each label; `traits` says which line a trait has;
    `moves` the weight of going from one label (line) to the next (column).
    """

    labels: tuple[str, ...]
    traits: Mapping[str, int]
    rows: NDArray[np.float32]
    moves: NDArray[np.float32]


@cache
def tagger_weights(language: str) -> TaggerWeights | None:
    """The weights for a language; None where no tagger was trained for it. Raises DataError where the file is bad."""
    path = files("kashf.language").joinpath(language, "names", "weights.npz")
    if not path.is_file():
        return None
    try:
        with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as stored:
            traits = bytes(stored["traits"]).decode("utf-8").split("\n")
            return TaggerWeights(
                labels=tuple(map(str, stored["labels"])),
                traits=dict(zip(traits, range(len(traits)), strict=True)),
                rows=stored["rows"].astype(np.float32),
                moves=stored["moves"].astype(np.float32),
            )
    except (KeyError, ValueError, OSError) as error:
        raise DataError(f"language/{language}/names/weights.npz: {error}; train it anew or reinstall.") from error


@cache
def listed(language: str, name: str) -> tuple[str, ...]:
    """The lines of a list of names beside the weights (`places`, `parts`), without comments; empty where there is none.

    A line is a folded name, behind a tab what else is known of it.
    """
    path = files("kashf.language").joinpath(language, "names", f"{name}.txt")
    if not path.is_file():
        return ()
    return tuple(line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
