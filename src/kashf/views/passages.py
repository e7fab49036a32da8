"""Evidence in its sentence: the words that say a claim, marked, with what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kashf.records import Record
from kashf.text.folding import fold
from kashf.text.sentences import sentences
from kashf.text.tokens import tokenise
from kashf.views.texts import direction_of, shown
from kashf.views.words import Direction

__all__ = ["Passage", "passage"]

CACHED_PARAGRAPHS = 256
"""Claims of one paragraph come one after the other; more need not be kept."""
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
    """The stretch of the report's text in its sentence, or in its sentences where it runs over several."""
    text = record.text
    first, last = _around(text, start, end)
    words = shown(text[start:end])
    return Passage(
        before=_before(text[first:start]),
        words=words,
        after=_after(text[end:last]),
        start=start,
        end=end,
        language=record.report.language,
        direction=direction_of(words) or direction_of(text[first:last]) or "ltr",
    )


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that the stretch stands in."""
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    spans = _sentences(text[line:line_end])
    first = max((line + begin for begin, _ in spans if line + begin <= start), default=start)
    last = min((line + finish for _, finish in spans if line + finish >= end), default=end)
    return first, last


@lru_cache(maxsize=CACHED_PARAGRAPHS)
def _sentences(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a paragraph begin and end."""
    tokens = tokenise(fold(paragraph))
    return tuple((tokens[one.first].start, tokens[one.last - 1].end) for one in sentences(tokens))


def _before(context: str) -> str:
    if len(context) <= _MOST_CONTEXT:
        return shown(context)
    cut = context[-_MOST_CONTEXT:]
    return "… " + shown(cut[cut.find(" ") + 1 :])


def _after(context: str) -> str:
    if len(context) <= _MOST_CONTEXT:
        return shown(context)
    cut = context[:_MOST_CONTEXT]
    return shown(cut[: cut.rfind(" ")]) + " …"
