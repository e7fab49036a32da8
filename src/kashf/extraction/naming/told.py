"""Names that somebody else found in the text: taken where we have none of our own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.extraction.draft import words_within
from kashf.extraction.naming.merging import covered
from kashf.extraction.naming.name import Name, bare_word
from kashf.extraction.words.word import Word
from kashf.records import Mention

__all__ = ["with_told"]


def with_told(names: Sequence[Name], told: Sequence[Mention], at: Sequence[Word]) -> tuple[Name, ...]:
    """The names found, and those told that touch none of them nor one another, in order."""
    found = [*names]
    for name in _as_names(told, at):
        if not covered(found) & set(range(name.first, name.last)):
            found.append(name)
    return tuple(sorted(found, key=lambda name: name.first))


def _as_names(told: Sequence[Mention], at: Sequence[Word]) -> Iterator[Name]:
    for mention in told:
        first, last = words_within(at, mention.start, mention.end)
        if first < last:
            yield Name(first, last, mention.kind, " ".join(bare_word(word) for word in at[first:last]))
