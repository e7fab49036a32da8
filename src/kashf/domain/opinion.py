"""What the second opinion on claims has learned. `training/train_opinion.py` makes the file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kashf.errors import DataError

__all__ = ["OpinionWeights", "opinion_weights"]

_FILE = "finance/opinion.json"


@dataclass(frozen=True, slots=True)
class OpinionWeights:
    """What each trait adds to the score of a claim, in each of the contexts it is weighed in: alone (""), with whether
    the rules made the claim, with its type, and with the group of its type.

    `made` and `added` make a likelihood of the score, for claims that the rules make and for others: the log-odds are
    the score times the first of the two plus the second (Platt 1999). From the likelihood `add` on (0 to 1) a
    claim that the rules do not make is added.
    """

    traits: Mapping[str, Mapping[str, float]]
    made: tuple[float, float]
    added: tuple[float, float]
    add: float


@cache
def opinion_weights() -> OpinionWeights | None:
    """The weights; None where none were trained. Raises DataError where the file is bad."""
    path = files("kashf.domain").joinpath(*_FILE.split("/"))
    if not path.is_file():
        return None
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        traits = {context: dict(known) for context, known in plain["traits"].items()}
        return OpinionWeights(traits, _line(plain["made"]), _line(plain["added"]), float(plain["add"]))
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"domain/{_FILE}: {error}; train it anew or reinstall.") from error


def _line(numbers: Sequence[float]) -> tuple[float, float]:
    factor, term = map(float, numbers)
    return factor, term
