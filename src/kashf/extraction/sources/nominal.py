"""Nouns of saying: «بعد قول الوزير إن», «رغم تأكيدات الحكومة أن»."""

from __future__ import annotations

from collections.abc import Iterator

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.sources.line import Line
from kashf.extraction.sources.saying import Content, Saying
from kashf.extraction.sources.telling import Teller

__all__ = ["named_sayings", "nominal"]

REACH = 8
"""Units between a noun of saying and «أن»."""


def named_sayings(line: Line) -> Iterator[int]:
    """The units that are nouns of saying that «أن» follows before the next verb."""
    nouns = line.table("saying_nouns")
    told = [index for index, unit in enumerate(line.units) if line.words[unit.first].stem in nouns]
    return (index for index in told if _is_saying(line, index))


def _is_saying(line: Line, index: int) -> bool:
    """Whether a unit is a noun of saying that «أن» follows before the next verb."""
    word = line.word(index)
    if word.stem not in line.table("saying_nouns") or word.split.article or line.phrases[index] is None:
        return False
    if line.kind(index) not in ("phrase", "event") or line.finite(index):
        return False
    return _that(line, index) is not None


def _that(line: Line, index: int) -> int | None:
    for behind in range(index + 1, min(len(line), index + REACH)):
        if line.that(behind):
            return behind
        event = line.by_unit.get(behind)
        if line.kind(behind) in ("stop", "connective", "contrast", "comma") or line.finite(behind):
            return None
        if event is not None and event.steers("say"):
            return None
    return None


def nominal(teller: Teller, line: Line, index: int) -> Saying | None:
    """The saying of a noun: its speaker is its genitive, or the pronoun that ends it."""
    that, phrase = _that(line, index), line.phrases[index]
    if that is None or phrase is None:
        return None
    rest = Phrase(phrase.first + 1, phrase.last, phrase.kinds)
    if rest.first >= rest.last:
        following = line.bare_phrase(index + 1) if index + 1 < that else None
        rest = following if following is not None else rest
    link = teller.link(line, rest, speaks=True) if rest.first < rest.last else None
    if link is None:
        return None
    teller.memory.remember(line, link, rest, spoke=True)
    word, behind = line.units[index].first, line.units[that].last
    pair = line.pairs.get(behind)
    return Saying("noun", index, word, word, (link,), Content(start=behind, pair=pair))
