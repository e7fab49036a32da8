"""Sentences: where a statement ends, in Arabic, Latin and Cyrillic script, and not inside quotation marks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kashf.text.tokens import Token

__all__ = ["Sentence", "sentences"]

_STOPS = frozenset(".!?؟…۔")
_CLOSERS = frozenset("\"')]}")
LONGEST_QUOTATION = 400
"""Tokens after which an opened quotation mark no longer holds a sentence together: it was never closed."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens first..last (half-open) of one sentence, and the number of the paragraph it stands in."""

    first: int
    last: int
    paragraph: int


def sentences(tokens: Sequence[Token], abbreviations: Collection[str] = (), text: str = "") -> tuple[Sentence, ...]:
    """Cuts tokens into sentences.

    A line break ends a sentence and a paragraph; a stop ends a sentence unless it belongs to an abbreviation, an
    initial or a number, or stands within quotation marks that are closed again in the same paragraph. Behind a question
    in marks the sentence goes on with a comma or dash («"…؟"، سأل»), or, where the text is given, in a small letter.
    """
    found: list[Sentence] = []
    for number, (first, last) in enumerate(_paragraphs(tokens)):
        quoted, openers = _quoted(tokens, first, last)
        start = first
        for index in range(first, last):
            if index >= start and index not in quoted and _stops(tokens, index, last, abbreviations):
                end = _past_closers(tokens, index + 1, last, openers)
                if _goes_on(tokens, index, end, last, text):
                    continue
                found.append(Sentence(start, end, number))
                start = end
        if start < last:
            found.append(Sentence(start, last, number))
    return tuple(found)


def _paragraphs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = 0
    for index, token in enumerate(tokens):
        if token.kind == "break":
            if index > start:
                yield start, index
            start = index + 1
    if start < len(tokens):
        yield start, len(tokens)


def _quoted(tokens: Sequence[Token], first: int, last: int) -> tuple[set[int], set[int]]:
    """The tokens inside closed quotation marks, and the marks that open them with a space before.

    A stop right before the closing mark is outside again; an opening mark behind a stop belongs to the next sentence.
    """
    inside: set[int] = set()
    openers: set[int] = set()
    opened: int | None = None
    for index in range(first, last):
        if tokens[index].norm != '"':
            continue
        if opened is None:
            opened = index
        else:
            if index - opened <= LONGEST_QUOTATION:
                stop_inside = tokens[index - 1].norm in _STOPS
                inside.update(range(opened, index - 1 if stop_inside else index))
                openers.update({opened} if opened > first and tokens[opened - 1].end < tokens[opened].start else ())
            opened = None
    return inside, openers


def _stops(tokens: Sequence[Token], index: int, last: int, abbreviations: Collection[str]) -> bool:
    token = tokens[index]
    if token.norm not in _STOPS:
        return False
    if token.norm != "." or index == 0:
        return True
    before = tokens[index - 1]
    touches = before.end == token.start
    following = tokens[index + 1] if index + 1 < last else None
    if following is not None and following.start == token.end and following.kind != "mark" and touches:
        return before.norm.isalpha() and len(before.norm) > 1 and _arabic(before.norm)
    initial = touches and before.kind == "word" and len(before.norm) == 1 and not _arabic(before.norm)
    dated = index > 1 and tokens[index - 2].kind == "number"  # «2016 م.»
    return not initial and not (touches and before.norm in abbreviations and not (dated and _arabic(before.norm)))


def _arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u06ff"


def _goes_on(tokens: Sequence[Token], stop: int, end: int, last: int, text: str) -> bool:
    """Whether a sentence goes on behind marks that close right behind a stop."""
    if end >= last or end == stop + 1 or not any(token.norm in "\"'" for token in tokens[stop + 1 : end]):
        return False
    following = tokens[end]
    return following.norm in (",", "،", "-") or (
        following.kind == "word" and text[following.start : following.end].islower()
    )


def _past_closers(tokens: Sequence[Token], index: int, last: int, openers: Collection[int]) -> int:
    while index < last and tokens[index].norm in _CLOSERS | _STOPS and index not in openers:
        index += 1
    return index
