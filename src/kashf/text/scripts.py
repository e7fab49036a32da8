"""Scripts: which alphabets a text is written in, and which of them most of it is written in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

__all__ = ["ScriptShare", "count_words", "dominant_script", "words_in"]

_SCRIPTS = {
    "arabic": "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u08c9"
    "\ufb50-\ufdfb\ufe70-\ufefc",
    "latin": "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\ufb00-\ufb06",
    "cyrillic": "\u0400-\u0481\u048a-\u052f\u1c80-\u1c8a\ua640-\ua69f",
    "greek": "\u0370-\u0373\u0376-\u03ff\u1f00-\u1fff",
    "hebrew": "\u05d0-\u05f4\ufb1d-\ufb4f",
    "armenian": "\u0531-\u0588",
    "georgian": "\u10a0-\u10ff\u1c90-\u1cbf",
    "devanagari": "\u0900-\u097f",
    "bengali": "\u0980-\u09ff",
    "thai": "\u0e00-\u0e7f",
    "ethiopic": "\u1200-\u137f",
    "kana": "\u3040-\u30ff",
    "han": "\u3400-\u9fff\U00020000-\U0002fa1f",
    "hangul": "\u1100-\u11ff\uac00-\ud7af",
}
"""The Unicode blocks of the scripts a report may be written in (Unicode 15, Blocks.txt), as ranges of a regular
expression's class."""

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c\u200d\u0300-\u036f"
"""Vowel marks, tatweel, joiners and combining accents stand inside words of any script."""

_CHARACTERS_A_WORD = {"han": 2, "kana": 4, "thai": 5}
"""Scripts without spaces: how many characters make a word, roughly, so that mixed texts can be compared by words."""


@dataclass(frozen=True, slots=True)
class ScriptShare:
    """A script by its name in lower case (`arabic`, `latin`, `cyrillic`), and its share of a text's words, 0 to 1."""

    name: str
    share: float


@cache
def _words(script: str) -> re.Pattern[str]:
    letters = _SCRIPTS[script]
    return re.compile(f"[{letters}][{letters}{_MARKS}'’]*")


@cache
def _letters() -> dict[str, re.Pattern[str]]:
    return {script: re.compile(f"[{letters}]") for script, letters in _SCRIPTS.items()}


def words_in(text: str, script: str) -> list[str]:
    """The words of the text that are written in the script, in order."""
    return _words(script).findall(text)


def count_words(text: str) -> Counter[str]:
    """How many words of the text are written in each script; scripts that do not occur are left out."""
    characters = "".join(set(text))
    present = (script for script, letter in _letters().items() if letter.search(characters))
    return Counter({script: _count(text, script) for script in present})


def _count(text: str, script: str) -> int:
    words = words_in(text, script)
    characters = _CHARACTERS_A_WORD.get(script)
    return len(words) if characters is None else max(1, sum(map(len, words)) // characters)


def dominant_script(text: str) -> ScriptShare | None:
    """The script that most words are written in; None where there is no letter of a script we know.

    Japanese is `kana` even where it has more Chinese characters, since no other language mixes the two.

    >>> dominant_script("أعلنت FATF قائمتها")
    ScriptShare(name='arabic', share=0.6666666666666666)
    """
    counts = count_words(text)
    if not counts:
        return None
    if counts["kana"] and counts["kana"] * 4 >= counts["han"]:
        counts["kana"] += counts.pop("han", 0)
    name, most = max(counts.items(), key=lambda item: item[1])
    return ScriptShare(name, most / counts.total())
