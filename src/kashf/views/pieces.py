"""A sentence we build, piece by piece, so that each skin can set off names, a report's own words and figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kashf.views.texts import isolated
from kashf.views.words import Words

__all__ = ["Piece", "Sentence", "listed", "plain"]

PieceKind = Literal["text", "name", "words", "figure"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: our `text`, a resolved `name`, the report's own `words`, or a `figure` in normal form.

    `report` is how the report puts a name or a figure, where that differs from `text`; `entity` the entity's anchor.
    """

    kind: PieceKind
    text: str
    report: str | None = None
    entity: str | None = None


Sentence = tuple[Piece, ...]


def plain(sentence: Iterable[Piece], words: Words) -> str:
    """The sentence as text: a report's words in quotation marks, foreign script in isolates."""
    return "".join(_plain(piece, words) for piece in sentence)


def _plain(piece: Piece, words: Words) -> str:
    if piece.kind == "text":
        return piece.text
    told = isolated(piece.text, words.direction)
    return words.quoted(told) if piece.kind == "words" else told


def listed(items: Sequence[Sentence], words: Words, joined_by: str = "joints") -> Sentence:
    """Several sentences in a row: «a, b and c», or joined by `choices` «a, b or c»."""
    joints = words.entries[joined_by]
    parts: list[Piece] = []
    for position, item in enumerate(items):
        if position:
            parts.append(Piece("text", joints["last" if position == len(items) - 1 else "between"]))
        parts.extend(item)
    return tuple(parts)
