"""What is shown of a report around the words that were found in it."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["snippet", "trimmed"]

SNIPPET_LENGTH = 160
"""Characters of text shown around what was found: two lines of a terminal."""


def snippet(body: str, found: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The span of the stretch of text that shows most of what was found, from word to word."""
    if not found:
        return trimmed(body, 0, min(len(body), SNIPPET_LENGTH))

    def shown(first: tuple[int, int]) -> int:
        return sum(first[0] <= start and end <= first[0] + SNIPPET_LENGTH // 2 for start, end in found)

    best = max(found, key=lambda place: (shown(place), -place[0]))
    start = max(0, best[0] - SNIPPET_LENGTH // 4)
    start, end = trimmed(body, start, min(len(body), max(best[1], start + SNIPPET_LENGTH)))
    return min(start, best[0]), max(end, best[1])


def trimmed(body: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the pieces of words at its ends."""
    while 0 < start < end and not (body[start - 1].isspace() and not body[start].isspace()):
        start += 1
    while start < end < len(body) and not (body[end].isspace() and not body[end - 1].isspace()):
        end -= 1
    return start, end
