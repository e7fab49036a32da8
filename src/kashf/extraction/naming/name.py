"""A name found in a text, before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.domain import Body
from kashf.extraction.knowledge import bare
from kashf.extraction.words.word import Word
from kashf.records.spans import MentionKind

__all__ = ["HEADS", "Name", "bare_word"]

HEADS: tuple[tuple[str, MentionKind], ...] = (
    ("facility", "facility"),
    ("organisation", "organisation"),
    ("group", "group"),
    ("state", "organisation"),
    ("territory", "place"),
)
"""What a noun of a class says that its name names; the first that fits."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at words first..last (half-open): its kind, what it is known as, and the title given with it.

    `body` is the known group, body or place; `title` the words first..last of the title, `key` what ties names of one
    referent together in the report.
    """

    first: int
    last: int
    kind: MentionKind
    key: str
    body: Body | None = None
    title: tuple[int, int] | None = None


def bare_word(word: Word) -> str:
    """A word as names are compared: without conjunction, preposition and article."""
    split = word.split
    if split.preposition == "ل" and split.article:
        return split.stem
    return bare(word.token.norm[split.lead :])
