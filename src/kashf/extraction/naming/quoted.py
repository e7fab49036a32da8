"""Names between quotation marks, and the nouns that say what is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kashf.extraction.naming.name import HEADS, Name, bare_word
from kashf.extraction.words.word import NOMINAL, Word
from kashf.records.spans import MentionKind

__all__ = ["find_quoted"]

LONGEST_QUOTED = 5
"""Words between quotation marks that may be a name."""


def find_quoted(at: Sequence[Word], taken: set[int]) -> Iterator[Name]:
    """Names between quotation marks: behind the noun they name («شركة "أطياف"») or with it («"كتائب الساحل"»)."""
    marks = [position for position, word in enumerate(at) if word.norm == '"']
    for opening, closing in pairwise(marks):
        first, last = opening + 1, closing
        if not 0 < last - first <= LONGEST_QUOTED or taken & set(range(first, last)):
            continue
        if not all(_in_name(word) for word in at[first:last]) or at[first].split.preposition:
            continue
        kind = _quoted_kind(at, opening, first, last)
        if kind is not None:
            yield Name(first, last, kind, " ".join(bare_word(word) for word in at[first:last]))


def _in_name(word: Word) -> bool:
    return word.category in NOMINAL or word.norm in ("_", "-")


def _quoted_kind(at: Sequence[Word], opening: int, first: int, last: int) -> MentionKind | None:
    before = at[opening - 1] if opening else None
    naming = before.may_be("noun") if before is not None and before.category in ("noun", "title") else None
    if naming is not None:
        kind = next((kind for name, kind in HEADS if name in naming.classes), None)
        if kind is not None:
            return kind
    head = at[first]
    kind = next((kind for name, kind in HEADS if name in head.classes), None) if head.category == "noun" else None
    proper = last - first > 1 and (at[first + 1].split.article or not at[first + 1].readings) and not head.definite
    return kind if kind is not None and proper and not at[first + 1].norm.endswith(("يه", "يين")) else None
