"""The kinds of unit that a sentence is cut into, and the marks and closed words that are one by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

__all__ = ["MARKS", "PHRASED", "WORDS", "Kinds", "UnitKind"]

UnitKind = Literal[
    "phrase", "event", "relative", "complementiser", "connective", "contrast", "inference", "including", "excluding",
    "negator", "particle", "adverb", "comma", "stop", "quote", "source",
]  # fmt: skip


MARKS: Mapping[str, UnitKind] = {
    "،": "comma", ",": "comma", ";": "stop", "؛": "stop", ":": "stop", ".": "stop", "!": "stop", "?": "stop",
    "؟": "stop",
    "(": "comma", ")": "comma", "-": "comma", '"': "quote", "…": "stop", "\n": "stop", "|": "stop",
}  # fmt: skip
WORDS: Mapping[str, UnitKind] = {
    "verb": "event",
    "relative": "relative",
    "complementiser": "complementiser",
    "connective": "connective",
    "negator": "negator",
    "particle": "particle",
    "adverb": "adverb",
}


class Kinds(dict[int, str]):
    """The kind of each unit of a sentence by its place; `stop` beyond either end."""

    def __missing__(self, index: int) -> str:
        return "stop"


PHRASED: tuple[UnitKind, ...] = ("inference", "contrast", "source", "including", "excluding", "adverb")
