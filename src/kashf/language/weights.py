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

__all__ = ["TaggerWeights", "frequencies", "listed", "tagger_weights"]


@dataclass(frozen=True, slots=True)
class TaggerWeights:
    """A linear chain: what each trait of a word speaks for, and what each label is followed by.

    `forms` says which line a trait of a word's form has, of which `form_rows` has the weights: for each word around it
    (as far before or behind as `form_rows` is deep, the word itself in the middle) a column for each label. `contexts`
    and `context_rows` are the same for traits of where a word stands, which speak for that word alone. `moves` is the
    weight of going from one label (line) to the next (column).
    """

    labels: tuple[str, ...]
    forms: Mapping[str, int]
    form_rows: NDArray[np.float32]
    contexts: Mapping[str, int]
    context_rows: NDArray[np.float32]
    moves: NDArray[np.float32]


@cache
def tagger_weights(language: str) -> TaggerWeights | None:
    """The weights for a language; None where no tagger was trained for it. Raises DataError where the file is bad."""
    path = files("kashf.language").joinpath(language, "names", "weights.npz")
    if not path.is_file():
        return None
    try:
        with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as stored:
            return TaggerWeights(
                labels=tuple(map(str, stored["labels"])),
                forms=_numbered(stored["forms"], stored["form_rows"]),
                form_rows=stored["form_rows"].astype(np.float32),
                contexts=_numbered(stored["contexts"], stored["context_rows"]),
                context_rows=stored["context_rows"].astype(np.float32),
                moves=stored["moves"].astype(np.float32),
            )
    except (KeyError, ValueError, OSError) as error:
        raise DataError(f"language/{language}/names/weights.npz: {error}; train it anew or reinstall.") from error


def _numbered(written: NDArray[np.uint8], rows: NDArray[np.float16]) -> Mapping[str, int]:
    """The line of each trait; they are written one a line."""
    traits = bytes(written).decode("utf-8").split("\n")
    return dict(zip(traits, range(len(rows)), strict=True))


@cache
def listed(language: str, name: str) -> tuple[str, ...]:
    """The lines of a list beside the weights (`places`, `parts`, `persons`, `genders`, `frequent`), without comments;
    empty where there is none.

    A line is a folded name, behind a tab what else is known of it.
    """
    path = files("kashf.language").joinpath(language, "names", f"{name}.txt")
    if not path.is_file():
        return ()
    return tuple(line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")


@cache
def frequencies(language: str) -> Mapping[str, int]:
    """How often folded words are written: the whole part of their Zipf value (the logarithm of occurrences in a billion
    words), 3 to 7. Words that are rarer are none of them; empty for a language without a list."""
    lines = (line.partition("\t") for line in listed(language, "frequent"))
    return {word: int(zipf) for word, _, zipf in lines}
