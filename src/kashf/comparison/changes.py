"""What was changed between two copies, word by word: what stayed, and what was put in, dropped or put in its place.

The words of both texts are aligned as they are compared, so that spelling and vowel marks are no change of a word;
spans are those of the texts as they stand, so that both can be shown side by side (Ratcliff and Obershelp's gestalt
matching, as `difflib` has it, over words).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from kashf.text.folding import fold

__all__ = ["Change", "ChangeKind", "changes"]

ChangeKind = Literal["kept", "spelled", "inserted", "dropped", "replaced"]
_WORD = re.compile(r"[^\W_]+(?:[.,٫٬][^\W_]+)*")
"""A number keeps its marks: 43.8 is one word."""
SHORTEST_KEPT = 2
"""Fewer words that stay between two changes are a part of one change: they stand there by chance."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of two texts, half-open offsets in each: what was `kept`, `spelled` otherwise, `inserted` in the
    second, `dropped` from the first, or `replaced`. Of what was inserted the first span is empty, of what was dropped
    the second: it says where."""

    kind: ChangeKind
    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    folded: str
    plain: str


def changes(one: str, other: str) -> tuple[Change, ...]:
    """The stretches of two texts in order, kept and changed; together they cover all words of both.

    >>> [(each.kind, "held two men"[each.start : each.end]) for each in changes("held two men", "held five men today")]
    [('kept', 'held'), ('replaced', 'two'), ('kept', 'men'), ('inserted', '')]
    """
    here, there = _words(one), _words(other)
    matcher = SequenceMatcher(None, [word.folded for word in here], [word.folded for word in there], autojunk=False)
    found: list[Change] = []
    for first, last, other_first, other_last in _joined(matcher.get_opcodes()):
        if last - first == other_last - other_first and _equal(here[first:last], there[other_first:other_last]):
            found += _kept(here[first:last], there[other_first:other_last])
        else:
            found.append(_change(here, there, (first, last), (other_first, other_last)))
    return tuple(found)


def _words(text: str) -> list[_Word]:
    folded = fold(text)
    spans = ((match.group(), *folded.original(*match.span())) for match in _WORD.finditer(folded.text))
    return [_Word(start, end, word, text[start:end]) for word, start, end in spans]


def _joined(opcodes: Sequence[tuple[str, int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches, with changes that hardly anything parts made one."""
    waiting: tuple[int, int, int, int] | None = None
    for at, (tag, first, last, other_first, other_last) in enumerate(opcodes):
        around = (*opcodes[at - 1 : at], *opcodes[at + 1 : at + 2])
        lone = last - first < SHORTEST_KEPT and len(around) == 2 and all(map(_changes_much, around))
        if tag == "equal" and not lone:
            if waiting is not None:
                yield waiting
            waiting = None
            yield first, last, other_first, other_last
        else:
            begins = (waiting[0], waiting[2]) if waiting is not None else (first, other_first)
            waiting = (begins[0], last, begins[1], other_last)
    if waiting is not None:
        yield waiting


def _changes_much(opcode: tuple[str, int, int, int, int]) -> bool:
    _, first, last, other_first, other_last = opcode
    return last - first > SHORTEST_KEPT and other_last - other_first > SHORTEST_KEPT


def _equal(here: Sequence[_Word], there: Sequence[_Word]) -> bool:
    return all(one.folded == other.folded for one, other in zip(here, there, strict=True))


def _kept(here: Sequence[_Word], there: Sequence[_Word]) -> Iterator[Change]:
    """Runs of words that stand alike, and runs of such that are spelled otherwise."""
    start = 0
    for at in range(1, len(here) + 1):
        same = here[start].plain == there[start].plain
        if at == len(here) or (here[at].plain == there[at].plain) != same:
            spans = (*_span(here, start, at), *_span(there, start, at))
            yield Change("kept" if same else "spelled", *spans)
            start = at


def _change(here: Sequence[_Word], there: Sequence[_Word], words: tuple[int, int], others: tuple[int, int]) -> Change:
    kind: ChangeKind = "replaced"
    if words[0] == words[1] or others[0] == others[1]:
        kind = "inserted" if words[0] == words[1] else "dropped"
    return Change(kind, *_span(here, *words), *_span(there, *others))


def _span(words: Sequence[_Word], first: int, last: int) -> tuple[int, int]:
    """Where a run of words stands; of none the place behind the word before it."""
    if first < last:
        return words[first].start, words[last - 1].end
    place = words[first - 1].end if first else 0
    return place, place
