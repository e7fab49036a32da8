"""Laws, resolutions, orders and lists by number or name: «القرار 2253», "Executive Order 13224", "the Caesar Act"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kashf.domain.acts import act_heads, act_signs, named_acts, needs_sign
from kashf.extraction.words.word import Word

__all__ = ["Act", "find_acts"]

BETWEEN = 4
"""Words from the noun to its number: whose resolution it is, and «number»."""
_NUMBER = re.compile(r"[0-9]{2,}(?:[/-][0-9]{2,4})*")
_SEPARATING = frozenset("،,;؛:!?\n")


@dataclass(frozen=True, slots=True)
class Act:
    """Words first..last (half-open) that name a law, resolution, order or list: its key, and its name."""

    first: int
    last: int
    key: str
    name: str | None = None


def find_acts(at: Sequence[Word], taken: set[int], language: str) -> Iterator[Act]:
    """The acts of a text, in order; `taken` are the words of names, which may stand between a noun and its number."""
    opening = _opening(language)
    behind = 0
    for position, word in enumerate(at):
        if position < behind or not (word.token.norm in opening or word.split.stem in opening):
            continue
        act = _named(at, position, language) or _numbered(at, position, taken, language)
        if act is not None:
            yield act
            behind = act.last


@cache
def _opening(language: str) -> frozenset[str]:
    """The words that an act may begin with, with and without their article."""
    first = {words[0] for words in act_heads(language)} | set(named_acts(language))
    return frozenset(first | {word.removeprefix("ال") for word in first})


def _forms(word: Word) -> tuple[str, ...]:
    """How a word may be written in a list: as it stands, and without what is written onto it."""
    return word.norm, word.norm[word.split.lead :], word.stem


def _named(at: Sequence[Word], position: int, language: str) -> Act | None:
    for form in dict.fromkeys(_forms(at[position])):
        for parts, key, name in named_acts(language).get(form, ()):
            own = at[position : position + len(parts)]
            if len(own) == len(parts) and all(part in _forms(w) for part, w in zip(parts[1:], own[1:], strict=True)):
                return Act(position, position + len(parts), key, name)
    return None


def _numbered(at: Sequence[Word], position: int, taken: set[int], language: str) -> Act | None:
    heads = act_heads(language)
    for length in (2, 1):
        words = at[position : position + length]
        if len(words) < length:
            continue
        head = next((h for h in (tuple(w.norm for w in words), tuple(w.stem for w in words)) if h in heads), None)
        kind = heads[head] if head is not None else None
        number = _number(at, position + length, taken, language) if kind else None
        if number is not None and (number[1] or length > 1 or kind not in needs_sign()):
            place = number[0]
            return Act(position, place + 1, f"{kind}-{at[place].norm}")
    return None


def _number(at: Sequence[Word], first: int, taken: set[int], language: str) -> tuple[int, bool] | None:
    """Where the number of an act stands, and whether a sign says that it is one."""
    signed = False
    for place in range(first, min(len(at), first + BETWEEN)):
        word = at[place]
        if word.norm in act_signs(language):
            signed = True
        elif _NUMBER.fullmatch(word.norm):
            return place, signed
        elif word.norm in _SEPARATING or not (place in taken or word.norm in (".", "°", "(")):
            return None
    return None
