"""Two texts side by side, in rows that belong together, with what differs marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kashf.comparison.changes import ChangeKind, changes
from kashf.text.folding import fold
from kashf.views.texts import masked

__all__ = ["Part", "Row", "side_by_side", "too_alike"]

PartKind = ChangeKind | Literal["between"]
_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]*\n+|[^\n]+")
MOST_PAIRS = 2_000_000
"""Pairs of equal words that are weighed against each other at most, about a second's work: texts of a few words said
ten thousand times each are set side by side unmarked. Two articles of 2,000 words have some 50,000."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one text: kept, spelled otherwise, put in, dropped or replaced; or what stands `between` words."""

    kind: PartKind
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of two texts that belongs together, as a rule a paragraph of each; `differs`: not all words stay."""

    one: tuple[Part, ...]
    other: tuple[Part, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    """What stands at one place in both texts; `ends` where a row may end behind it."""

    kind: PartKind
    one: str
    other: str
    ends: bool = False


def too_alike(one: str, other: str) -> bool:
    """Whether so many words of two texts are the same few that to align them would take too long."""
    counted = Counter(_WORD.findall(fold(other).text))
    return sum(counted[word] for word in _WORD.findall(fold(one).text)) > MOST_PAIRS


def side_by_side(one: str, other: str) -> tuple[Row, ...]:
    """The rows; what each has in all is both texts, with characters that hide or reorder others replaced.

    >>> rows = side_by_side("held two\\nsince May", "held six\\nsince May")
    >>> [(row.differs, [part.text for part in row.other]) for row in rows]
    [(True, ['held', ' ', 'six', '\\n']), (False, ['since May'])]
    """
    one, other = masked(one), masked(other)
    if too_alike(one, other):
        return (Row((Part("between", one),), (Part("between", other),), differs=True),)
    return tuple(_rows(_pairs(one, other)))


def _pairs(one: str, other: str) -> Iterator[_Pair]:
    """The words of both texts and what stands between them, in order."""
    at, other_at = 0, 0
    for each in changes(one, other):
        yield from _between(one[at : each.start], other[other_at : each.other_start])
        yield from _words(each.kind, one[each.start : each.end], other[each.other_start : each.other_end])
        at, other_at = each.end, each.other_end
    yield from _between(one[at:], other[other_at:])


def _between(one: str, other: str) -> Iterator[_Pair]:
    if one or other:
        yield _Pair("between", one, other, ends="\n" in one and "\n" in other)


def _words(kind: ChangeKind, one: str, other: str) -> Iterator[_Pair]:
    """Words that stay are cut at the ends of lines, where both texts have as many: these are the same then."""
    lines, other_lines = _LINE.findall(one), _LINE.findall(other)
    if kind not in ("kept", "spelled") or len(lines) != len(other_lines):
        yield _Pair(kind, one, other)
        return
    for line, other_line in zip(lines, other_lines, strict=True):
        yield _Pair(kind, line, other_line, ends=line.endswith("\n"))


def _rows(pairs: Iterable[_Pair]) -> Iterator[Row]:
    waiting: list[_Pair] = []
    for pair in pairs:
        waiting.append(pair)
        if pair.ends:
            yield _row(waiting)
            waiting = []
    if waiting:
        yield _row(waiting)


def _row(pairs: Sequence[_Pair]) -> Row:
    differs = any(pair.kind not in ("kept", "between") for pair in pairs)
    one = tuple(Part(pair.kind, pair.one) for pair in pairs if pair.one)
    return Row(one, tuple(Part(pair.kind, pair.other) for pair in pairs if pair.other), differs)
