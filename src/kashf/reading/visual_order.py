"""From what a PDF shows to what it says: lines of right-to-left writing in the order they are read.

PDF files place glyphs; whether those of an Arabic word come in the order of reading or in that of the page depends on
the program that made the file, often from word to word. What is certain is where each glyph stands. So a line that is
mostly Arabic (or Hebrew) is read by its places, from the right, and what runs the other way within it (numbers, words
in Latin letters) is turned round again, as the Unicode bidirectional algorithm (UAX 9) displayed it. Spaces are told by
the gaps: those in the file are often misplaced.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

__all__ = ["Glyph", "is_right_to_left", "pair_brackets", "read_line"]

WORD_GAP = 0.2
"""Em; letters that do not join leave up to 0.15 between them, words 0.25 and more in the documents tried."""

_LEFT_TO_RIGHT = r"[^\W\d_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
_TURNED = re.compile(
    rf"{_LEFT_TO_RIGHT}(?:[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff()«»،؛؟\n]*(?:{_LEFT_TO_RIGHT}|\d))?"
    r"|[$€£+-]?\d+(?:[.,:/٫٬-]\d+)*[%٪$€£]?"
)
_BRACKETS = (("(", ")"), ("[", "]"), ("«", "»"), ("{", "}"))


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and where it stands on its line: left and right edge and the size of its font, in points."""

    character: str
    left: float
    right: float
    size: float

    @property
    def centre(self) -> float:
        """The middle of its edges."""
        return (self.left + self.right) / 2


def is_right_to_left(characters: Iterable[str]) -> bool:
    """Whether most letters are of scripts that run from right to left."""
    classes = [unicodedata.bidirectional(character) for character in characters]
    return classes.count("R") + classes.count("AL") > classes.count("L")


def read_line(glyphs: Sequence[Glyph]) -> str:
    """The text of a right-to-left line in the order it is read."""
    letters = [glyph for glyph in glyphs if not glyph.character.isspace() and not _is_mark(glyph)]
    letters.sort(key=attrgetter("centre"), reverse=True)
    marks = _attached([glyph for glyph in glyphs if _is_mark(glyph)], letters)
    pieces: list[str] = []
    for index, letter in enumerate(letters):
        if index and letters[index - 1].left - letter.right > WORD_GAP * letter.size:
            pieces.append(" ")
        pieces.append(letter.character + marks.get(index, ""))
    return _TURNED.sub(lambda run: run[0][::-1], "".join(pieces))


def _is_mark(glyph: Glyph) -> bool:
    return unicodedata.category(glyph.character) == "Mn"


def _attached(marks: Sequence[Glyph], letters: Sequence[Glyph]) -> dict[int, str]:
    """The vowel marks by the index of the letter they stand over or under."""
    attached: dict[int, str] = {}
    for mark in marks:
        nearest = min(range(len(letters)), key=lambda index: abs(letters[index].centre - mark.centre), default=None)
        if nearest is not None:
            attached[nearest] = attached.get(nearest, "") + mark.character
    return attached


def pair_brackets(paragraph: str) -> str:
    """A paragraph with its brackets turned the way they were written.

    Some programs put the mirrored bracket in the file and some the one that was written, even side by side. Brackets
    that do not pair up as they stand, but are even in number, are taken to open and close by turns.
    """
    for opening, closing in _BRACKETS:
        if opening in paragraph or closing in paragraph:
            paragraph = _paired(paragraph, opening, closing)
    return paragraph


def _paired(text: str, opening: str, closing: str) -> str:
    pieces = re.split(f"([{re.escape(opening + closing)}])", text)
    brackets = pieces[1::2]
    if len(brackets) % 2 or _pairs_up(brackets, opening):
        return text
    pieces[1::2] = [opening, closing] * (len(brackets) // 2)
    return "".join(pieces)


def _pairs_up(brackets: Sequence[str], opening: str) -> bool:
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket == opening else -1
        if depth < 0:
            return False
    return depth == 0
