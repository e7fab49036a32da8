"""Quotation marks paired: which opens, which closes, what stands inside what, and what runs on over paragraphs.

Marks that have a direction («», “”, ‹›, ‘’) open and close by their shape, unless their place says otherwise: Arabic
newspapers open with ” as often as with “. Straight marks go by their place: one that touches the word behind it and not
the one before opens. A single mark between letters is an apostrophe and no token of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kashf.extraction.words.word import Word

__all__ = ["Pair", "pairs"]

_DOUBLE, _SINGLE = '"', "'"
_OPENING = frozenset("«“„‟‹‘‚")
_CLOSING = frozenset("»”›’")
_KIN = {"«": "angle", "»": "angle", "‹": "small angle", "›": "small angle"}
LONGEST_SINGLE = 80
"""Words between single marks; what is longer was an apostrophe."""
PARAGRAPHS = 3
"""So many paragraphs a quotation may run on before its closing mark."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words first..last (half-open) between the mark at `opening` and its close.

    `closed` is False where no closing mark was found and the paragraph's end is taken; `goes_on` says that the next
    paragraph opens with a mark anew, `inner` that it stands within another pair.
    """

    opening: int
    first: int
    last: int
    closed: bool = True
    goes_on: bool = False
    inner: bool = False


def pairs(text: str, words: Sequence[Word]) -> tuple[Pair, ...]:
    """All pairs of quotation marks, in the order of their opening marks."""
    return tuple(sorted(_Pairing(text, words).run(), key=lambda pair: pair.opening))


@dataclass(slots=True)
class _Open:
    index: int
    kin: str


class _Pairing:
    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words
        self.open: list[_Open] = []
        self.found: list[Pair] = []

    def run(self) -> list[Pair]:
        for index, word in enumerate(self.words):
            if word.token.kind == "break":
                self._paragraph_ends(index)
            elif word.norm in (_DOUBLE, _SINGLE):
                self._mark(index)
        self._leave(len(self.words))
        return self.found

    def _mark(self, index: int) -> None:
        shape = self.text[self.words[index].token.start]
        kin = _KIN.get(shape, "single" if self.words[index].norm == _SINGLE else "double")
        known = next((n for n in range(len(self.open) - 1, -1, -1) if self.open[n].kin == kin), None)
        if known is not None and self._closes(index, shape, known):
            self._close(index, known)
        elif self._opens(index, kin):
            self.open.append(_Open(index, kin))

    def _closes(self, index: int, shape: str, known: int) -> bool:
        before, behind = self._touches(index)
        if shape in _CLOSING:
            return index > self.open[known].index + 1
        if shape in _OPENING:
            return before and not behind and shape not in "«‹"
        return not (behind and not before)

    def _opens(self, index: int, kin: str) -> bool:
        before, behind = self._touches(index)
        if index + 1 >= len(self.words) or self.words[index + 1].token.kind == "break":
            return False
        if kin == "single":
            return behind and not before
        return not before or self.text[self.words[index].token.start] in _OPENING

    def _touches(self, index: int) -> tuple[bool, bool]:
        """Whether a mark touches a word before it, and one behind it; a stop or comma before it is touched too."""
        mark = self.words[index].token
        before = self.words[index - 1].token if index else None
        behind = self.words[index + 1].token if index + 1 < len(self.words) else None
        opener = before is not None and before.kind == "mark" and before.norm in "\"'(*[-_"
        touched = before is not None and before.kind != "break" and before.end == mark.start and not opener
        return touched, behind is not None and behind.kind in ("word", "number") and behind.start == mark.end

    def _close(self, index: int, known: int) -> None:
        opened = self.open[known]
        del self.open[known:]
        if index > opened.index + 1 and not (opened.kin == "single" and index - opened.index > LONGEST_SINGLE):
            self.found.append(Pair(opened.index, opened.index + 1, index, inner=bool(self.open)))

    def _paragraph_ends(self, end: int) -> None:
        """Whether what is open runs on: it is opened anew in the next paragraph, or closed in one of the next."""
        self.open = [opened for opened in self.open if opened.kin != "single"]
        if not self.open:
            return
        opened = self.open[0]
        reopened = self._reopened(end, opened.kin)
        if reopened or not self._closed_later(end, opened.kin):
            self._leave(end, goes_on=reopened)

    def _leave(self, end: int, *, goes_on: bool = False) -> None:
        for opened in self.open[:1]:
            if end > opened.index + 1 and opened.kin != "single":
                self.found.append(Pair(opened.index, opened.index + 1, end, closed=False, goes_on=goes_on))
        self.open = []

    def _reopened(self, end: int, kin: str) -> bool:
        behind = end + 1
        while behind < len(self.words) and self.words[behind].token.kind == "break":
            behind += 1
        return behind < len(self.words) and self._kin(behind) == kin and self._opens(behind, kin)

    def _closed_later(self, end: int, kin: str) -> bool:
        """Whether the next mark of this kind closes."""
        breaks = 0
        for index in range(end + 1, len(self.words)):
            breaks += self.words[index].token.kind == "break"
            if breaks >= PARAGRAPHS:
                return False
            if self._kin(index) == kin:
                before, behind = self._touches(index)
                shape = self.text[self.words[index].token.start]
                return (shape in _CLOSING and before) or (shape not in _OPENING and before and not behind)
        return False

    def _kin(self, index: int) -> str:
        if self.words[index].norm not in (_DOUBLE, _SINGLE):
            return ""
        shape = self.text[self.words[index].token.start]
        return _KIN.get(shape, "single" if self.words[index].norm == _SINGLE else "double")
