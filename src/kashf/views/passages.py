"""Evidence in its sentence: the words that say a claim, marked, with what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kashf.records import Record
from kashf.views.texts import direction_of, shown
from kashf.views.words import Direction

__all__ = ["Passage", "passage"]

_BOUNDARY = re.compile(r"\n+|(?<=[.!?؟…])[\"»”')\]]*\s+|\.,+\s*")
"""Where a sentence ends; a full stop followed by a comma is a paragraph break that some pages are joined with."""
_MOST_CONTEXT = 260
"""Characters of the sentence kept on either side of the evidence; a newspaper sentence rarely has 500."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of the evidence and the sentence around them, from one report. `start` and `end` are text offsets."""

    before: str
    words: str
    after: str
    start: int
    end: int
    language: str | None
    direction: Direction


def passage(record: Record, start: int, end: int) -> Passage:
    """The stretch of the report's text in its sentence."""
    text = record.text
    before, after = _before(text, start), _after(text, end)
    words = shown(text[start:end])
    direction = direction_of(words) or direction_of(before + after) or "ltr"
    return Passage(before, words, after, start, end, record.report.language, direction)


def _before(text: str, start: int) -> str:
    window = text[max(0, start - 2 * _MOST_CONTEXT) : start]
    breaks = [match.end() for match in _BOUNDARY.finditer(window)]
    sentence = window[breaks[-1] if breaks else 0 :]
    if len(sentence) <= _MOST_CONTEXT and (breaks or start <= 2 * _MOST_CONTEXT):
        return shown(sentence).lstrip()
    cut = sentence[-_MOST_CONTEXT:]
    return "… " + shown(cut[cut.find(" ") + 1 :])


def _after(text: str, end: int) -> str:
    window = text[end : end + 2 * _MOST_CONTEXT]
    found = _BOUNDARY.search(window)
    sentence = window[: found.start()] + found.group().rstrip() if found else window
    if len(sentence) <= _MOST_CONTEXT:
        return shown(sentence).rstrip().removesuffix(".,")
    cut = sentence[:_MOST_CONTEXT]
    return shown(cut[: cut.rfind(" ")]) + " …"
