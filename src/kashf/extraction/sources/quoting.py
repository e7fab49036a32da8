"""Quotation marks: which of them hold somebody's speech, and which a name, a title or a doubtful word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kashf.extraction.draft import Draft
from kashf.extraction.words.word import Word
from kashf.records import Quote
from kashf.text.sentences import Sentence

__all__ = ["Quotation", "find_fragments", "find_quotations", "find_unclaimed"]

SHORTEST_SPEECH = 4
"""Words; a shorter stretch between marks is a name or a doubtful word unless verb of speech and colon lead to it."""
SHORTEST_FRAGMENT = 3
"""Words and numbers of a quoted fragment within reported speech; one or two words are a name or a doubtful word."""
SHORTEST_SENTENCE = 7
"""Words; so many with a verb among them are a sentence, and no title or name."""
_SPEECH_BEFORE = 12
"""How many words back from a colon the verb of speech may stand: the speaker, title and occasion come between."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words first..last (half-open) between quotation marks; `verb` is the word that says they are speech."""

    first: int
    last: int
    verb: int


def find_quotations(words: Sequence[Word], sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The stretches of direct speech, in order."""
    found = []
    for first, last in _paired(words, sentences):
        verb = _speech_verb(words, first, last)
        if verb is not None:
            found.append(Quotation(first, last, verb))
    return tuple(found)


def find_fragments(draft: Draft) -> tuple[Quotation, ...]:
    """Shorter stretches between marks that are speech where they stand in what somebody is reported to say.

    A name is none, found as one or behind a noun that it names («شركة "…"»), nor is a word or two without a verb.
    """
    words, names = draft.words, {(name.first, name.last) for name in draft.names}
    return tuple(
        Quotation(first, last, first)
        for first, last in _paired(words, draft.sentences)
        if _speech_verb(words, first, last) is None and _is_fragment(words, first, last) and (first, last) not in names
    )


def find_unclaimed(draft: Draft, known: Sequence[Quote]) -> tuple[Quote, ...]:
    """Whole sentences in quotation marks that are none of the known quotes: speech, though nothing tells whose."""
    words = draft.words
    found = []
    for first, last in _paired(words, draft.sentences):
        start, end = words[first].token.start, words[last - 1].token.end
        sentence = any(word.category in ("verb", "particle") for word in words[first:last])
        free = not any(quote.start < end and start < quote.end for quote in known)
        if sentence and free and _count(words, first, last) >= SHORTEST_SENTENCE:
            found.append(Quote(start, end, draft.text[start:end]))
    return tuple(found)


_NAMING = frozenset({"organisation", "group", "state", "facility", "site", "outlet", "people", "currency", "document"})


def _is_fragment(words: Sequence[Word], first: int, last: int) -> bool:
    before = words[first - 2] if first >= 2 else None
    if before is not None and (before.category == "noun" and before.classes & _NAMING):
        return False
    if any(word.category == "name" for word in words[first : first + 1]):
        return False
    tokens = sum(word.category != "mark" for word in words[first:last])
    return tokens >= SHORTEST_FRAGMENT


def _paired(words: Sequence[Word], sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """What stands between an opening and a closing mark of one paragraph. A mark that faces nothing is passed over."""
    opened: int | None = None
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            opened, paragraph = None, sentence.paragraph
        for position in range(sentence.first, sentence.last):
            if words[position].norm != '"':
                continue
            if opened is None:
                opened = position if _opens(words, position) else None
            else:
                if position > opened + 1:
                    yield opened + 1, position
                opened = None


def _opens(words: Sequence[Word], position: int) -> bool:
    """A mark with a word close behind it and none close before it."""
    mark = words[position].token
    behind = words[position + 1].token if position + 1 < len(words) else None
    before = words[position - 1].token if position else None
    if behind is None or behind.kind == "break":
        return False
    return before is None or before.end < mark.start or before.kind != "word"


def _speech_verb(words: Sequence[Word], first: int, last: int) -> int | None:
    led = _led_by_colon(words, first)
    verb = _before(words, first) if led else None
    if verb is not None:
        return verb
    behind = _behind(words, last)
    if behind is not None and any(word.category == "verb" for word in words[first:last]):
        return behind
    if _count(words, first, last) < SHORTEST_SPEECH:
        return None
    if behind is not None:
        return behind
    holds_verb = any(word.category == "verb" for word in words[first:last])
    return _before(words, first) if holds_verb else None


def _count(words: Sequence[Word], first: int, last: int) -> int:
    return sum(word.category not in ("mark", "number") for word in words[first:last])


def _led_by_colon(words: Sequence[Word], first: int) -> bool:
    return first >= 2 and words[first - 2].norm == ":"


def _before(words: Sequence[Word], first: int) -> int | None:
    """The verb of speech before a quotation, in the same sentence."""
    for position in range(first - 2, max(-1, first - 2 - _SPEECH_BEFORE * 2), -1):
        word = words[position]
        if word.norm in (".", "؟", "!", "\n") or (word.norm == '"' and position < first - 2):
            return None
        if _is_speech(word):
            return position
    return None


def _behind(words: Sequence[Word], last: int) -> int | None:
    """The verb of speech right behind a quotation: «...»، قال فلان."""
    for position in range(last + 1, min(len(words), last + 4)):
        word = words[position]
        if _is_speech(word):
            return position
        if word.category not in ("mark", "connective", "adverb") or word.norm in (".", "\n"):
            return None
    return None


def _is_speech(word: Word) -> bool:
    return word.category in ("verb", "participle") and "say" in word.classes
