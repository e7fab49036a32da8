"""Anchoring: where in a text the words stand that somebody else says it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kashf.records import Span
from kashf.text.folding import fold

__all__ = ["Anchors"]

LONGEST_JOINED = 3
"""Letters that Arabic writes before a word without a space: «وبال…»."""
_JOINED = frozenset("وفبلكس")
_ARABIC = re.compile(r"[\u0621-\u064a]")


class Anchors:
    """The words of one text. Words are found as they are written, or else in another spelling of the same letters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = fold(text)

    def find(self, words: str, near: Span | None = None) -> Span | None:
        """Where the words stand, whole; None where they do not.

        Of several places those written to the letter go before others, then what lies within `near`, then what is
        closest to it, the earlier first. White space may differ; the rest may differ only as `text.fold` folds it.
        """
        found = list(self._places(words))
        written = [span for span in found if _spaced(span.text) == _spaced(words)]
        return min(written or found, key=lambda span: _distance(span, near), default=None)

    def _places(self, words: str) -> Iterator[Span]:
        wanted = fold(words).text.split()
        if not wanted or len(words) > len(self.text):
            return
        for match in re.finditer(r"\s+".join(map(re.escape, wanted)), self._folded.text):
            if self._is_whole(match.start(), match.end()):
                start, end = self._folded.original(match.start(), match.end())
                yield Span(start, end, self.text[start:end])

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether a stretch of the folded text begins and ends with a word; what Arabic joins to one stays outside."""
        text = self._folded.text
        if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            return False
        if start == 0 or not (text[start - 1].isalnum() and text[start].isalnum()):
            return True
        joined = re.search(r"\w+$", text[max(0, start - LONGEST_JOINED - 1) : start])
        before = joined[0] if joined else ""
        return len(before) <= LONGEST_JOINED and _JOINED.issuperset(before) and bool(_ARABIC.match(text[start]))


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _distance(span: Span, near: Span | None) -> tuple[int, int]:
    if near is None:
        return 0, span.start
    return max(near.start - span.start, span.end - near.end, 0), span.start
