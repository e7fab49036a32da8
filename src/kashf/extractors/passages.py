"""Passages: a report in pieces that a model takes at once, cut where paragraphs or sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kashf.records import Report, Span, content_id

__all__ = ["LONGEST_PASSAGE", "fence_for", "passages"]

LONGEST_PASSAGE = 4_000
"""Characters: with the instructions some 4,000 tokens of Arabic, which models that run on a laptop take."""
_EDGES = (re.compile(r"\n+"), re.compile(r"[.!?؟]\s+"), re.compile(r"\s+"))
"""Where a passage may end, best first."""


def passages(report: Report, longest: int = LONGEST_PASSAGE) -> Iterator[Span]:
    """What the report says itself, in order: no passage longer than `longest` characters, none of white space alone."""
    spoken = [(region.start, region.end) for region in report.spoken()] or [(0, len(report.text))]
    for start, end in _joined(spoken, report.text):
        for first, last in _pieces(report.text, start, end, longest):
            words = report.text[first:last]
            if words.strip():
                yield Span(first, last, words)


def _pieces(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    while start < end:
        cut = end if end - start <= longest else _cut(text, start, longest)
        yield start, cut
        start = cut


def _joined(stretches: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Stretches with nothing but white space between them are read as one."""
    start, end = stretches[0]
    for first, last in stretches[1:]:
        if text[end:first].strip():
            yield start, end
            start = first
        end = last
    yield start, end


def _cut(text: str, start: int, longest: int) -> int:
    for edge in _EDGES:
        ends = [match.end() for match in edge.finditer(text, start + longest // 4, start + longest)]
        if ends:
            return ends[-1]
    return start + longest


def fence_for(words: str) -> str:
    """A mark that stands around the words and not in them: who wrote them cannot have closed it.

    It is a digest of the words, so that the same passage is always asked about in the same way.
    """
    number = 0
    while (fence := content_id("passage", words, number)) in words:
        number += 1
    return fence
