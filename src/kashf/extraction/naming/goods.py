"""Goods and currencies in a text: «النفط», "gold", « captagon », «доллары».

They are common nouns: a mention of one has a name that all languages share, and is nobody's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kashf.domain.goods import Good, goods
from kashf.extraction.knowledge import bare
from kashf.extraction.words.word import Word

__all__ = ["NamedGood", "find_goods"]

_NOUNS = frozenset({"noun", "unknown", "name"})


@dataclass(frozen=True, slots=True)
class NamedGood:
    """Words first..last (half-open) that name a good."""

    first: int
    last: int
    good: Good


def find_goods(at: Sequence[Word], taken: set[int], language: str) -> Iterator[NamedGood]:
    """The goods of a text, in order; none in the words of a name («World Gold Council»)."""
    listed = goods(language)
    behind = 0
    for position, word in enumerate(at):
        if position < behind or position in taken or word.category not in _NOUNS:
            continue
        found = _longest(at, position, taken, listed)
        if found is not None:
            behind = found.last
            yield found


def _longest(
    at: Sequence[Word], position: int, taken: set[int], listed: Mapping[str, tuple[Good, ...]]
) -> NamedGood | None:
    for form in _forms(at[position]):
        for good in listed.get(form, ()):
            last = position + len(good.words)
            if _named(at[position + 1 : last], good.words[1:]) and taken.isdisjoint(range(position, last)):
                return NamedGood(position, last, good)
    return None


def _named(own: Sequence[Word], parts: Sequence[str]) -> bool:
    """Whether words are the parts of a name, each in one of its forms."""
    return len(own) == len(parts) and all(part in _forms(word) for part, word in zip(parts, own, strict=True))


def _forms(word: Word) -> tuple[str, ...]:
    """How a word may be listed: as it is written without its clitics, and as its lemma."""
    lemma = word.reading.lemma if word.reading is not None else word.stem
    return word.norm, word.stem, lemma, bare(word.stem)
