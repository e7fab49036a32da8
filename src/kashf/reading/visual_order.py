"""From what a PDF shows to what it says: lines of right-to-left writing in the order they are read.

PDF files place glyphs; whether those of an Arabic word come in the order of reading or in that of the page depends on
the program that made the file, often from word to word. What is certain is where each glyph stands. So a line that is
mostly Arabic (or Hebrew) is read by its places, from the right, and what runs the other way within it (numbers, words
in Latin letters) is turned round again, as the Unicode bidirectional algorithm (UAX 9) displayed it. Spaces are told by
the gaps more than by the file, where they are often misplaced.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

__all__ = ["Glyph", "is_right_to_left", "join_pieces", "pair_brackets", "read_line"]

WORD_GAP = 0.15
"""Em between two letters; in the fonts tried, kerning leaves up to 0.14 within words and spaces 0.155 and more."""
NARROW_GAP = 0.05
"""Em that a space in the file must leave to be believed: after letters with long tails little room is left."""
SAME_LINE = 0.5
"""Em by which the base lines of letters on one line may differ."""
COLUMN_GAP = 3.0
"""Em between what are two columns and no longer one line."""

_LEFT_TO_RIGHT = r"[^\W\d_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
_TURNED = re.compile(
    rf"{_LEFT_TO_RIGHT}(?:[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff()«»،؛؟\n]*(?:{_LEFT_TO_RIGHT}|\d))?"
    r"|%?\d+(?:[.,:/٫٬-]\d+)*[$€£+-]?"
)
_BRACKETS = (("(", ")"), ("[", "]"), ("«", "»"), ("{", "}"))


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its place on the page, in points: left and right edge, height of the base line, font size."""

    character: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def centre(self) -> float:
        """The middle of its edges."""
        return (self.left + self.right) / 2

    @property
    def is_letter(self) -> bool:
        """Whether it stands on the line by itself: no space, no vowel mark."""
        return not (self.character.isspace() or self.is_mark)

    @property
    def is_mark(self) -> bool:
        """Whether it stands over or under a letter."""
        return unicodedata.category(self.character) == "Mn"


def is_right_to_left(characters: Iterable[str]) -> bool:
    """Whether most letters are of scripts that run from right to left."""
    classes = [unicodedata.bidirectional(character) for character in characters]
    return classes.count("R") + classes.count("AL") > classes.count("L")


def join_pieces(pieces: Iterable[Sequence[Glyph]]) -> list[list[Glyph]]:
    """Lines from pieces of lines in the order of the file: marks above a line make some programs break it.

    A piece goes on the line before it where it stands on the same base line and next to it; farther away it is another
    column's.
    """
    lines: list[list[Glyph]] = []
    for piece in pieces:
        if lines and _continues(lines[-1], piece):
            lines[-1].extend(piece)
        elif any(glyph.is_letter for glyph in piece):
            lines.append(list(piece))
    return lines


def _continues(line: Sequence[Glyph], piece: Sequence[Glyph]) -> bool:
    letters = [glyph for glyph in piece if glyph.is_letter]
    if not letters:
        return bool(piece)
    before = [glyph for glyph in line if glyph.is_letter]
    size = max(glyph.size for glyph in before)
    level = abs(letters[0].baseline - before[-1].baseline) < SAME_LINE * size
    gap = max(min(map(_left, letters)) - max(map(_right, before)), min(map(_left, before)) - max(map(_right, letters)))
    return level and gap < COLUMN_GAP * size


_left = attrgetter("left")
_right = attrgetter("right")


def read_line(glyphs: Sequence[Glyph]) -> str:
    """The text of a line of a right-to-left page, in the order it is read."""
    letters = sorted((glyph for glyph in glyphs if glyph.is_letter), key=attrgetter("centre"), reverse=True)
    marks = _attach(letters, [glyph for glyph in glyphs if glyph.is_mark])
    spaces = [glyph.centre for glyph in glyphs if glyph.character.isspace() and _is_wide(glyph)]
    pieces: list[str] = []
    for index, letter in enumerate(letters):
        if index and _is_apart(letters[index - 1], letter, spaces):
            pieces.append(" ")
        pieces.append(letter.character + marks.get(index, ""))
    return _TURNED.sub(lambda run: run[0][::-1], "".join(pieces))


def _is_wide(space: Glyph) -> bool:
    """Whether a space takes room; those that do not are often in the wrong place."""
    return space.right - space.left > NARROW_GAP * space.size


def _is_apart(before: Glyph, letter: Glyph, spaces: Sequence[float]) -> bool:
    """Whether a word ends between two letters: the gap is wide, or there is a gap and a space in it."""
    gap = (before.left - letter.right) / (letter.size or 1.0)
    return gap > WORD_GAP or (gap > NARROW_GAP and any(letter.centre < space < before.centre for space in spaces))


def _attach(letters: list[Glyph], marks: Iterable[Glyph]) -> dict[int, str]:
    """The vowel marks by the index of the letter they stand over or under, whose room theirs becomes."""
    attached: dict[int, str] = {}
    for mark in marks:
        nearest = min(range(len(letters)), key=lambda index: abs(letters[index].centre - mark.centre), default=None)
        if nearest is not None:
            attached[nearest] = attached.get(nearest, "") + mark.character
            letter = letters[nearest]
            letters[nearest] = replace(letter, left=min(letter.left, mark.left), right=max(letter.right, mark.right))
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
