"""Words of English, French and Russian: looked up, and settled on one reading by what stands before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.extraction.words import Word
from kashf.language.european import EuropeanLexicon
from kashf.language.lexicon import Reading
from kashf.text.clitics import Split
from kashf.text.tokens import Token

__all__ = ["read_european"]

_BEFORE_NOUNS = frozenset({"demonstrative", "quantifier", "preposition"})
_NOUNS_FIRST = ("name", "title", "noun", "verbal_noun")
_DEFINITE = Split("", article=True)


def read_european(text: str, tokens: Sequence[Token], lexicon: EuropeanLexicon) -> tuple[Word, ...]:
    """The words of a text in a language without written clitics, one for each token.

    «and» is no word of its own to later stages but a property of the word behind it, as it is in Arabic.
    """
    passive_helpers = lexicon.closed("passive_helpers")
    words: list[Word] = []
    before: Word | None = None
    joined = helped = False
    for token in tokens:
        word = _settled(text, token, lexicon, before)
        if word.category == "coordinator":
            joined = True
            words.append(replace(word, category="mark"))
            continue
        helps = word.category == "auxiliary"
        word = replace(
            word, joined=joined, passive=helped and word.reading is not None and word.reading.voice == "passive"
        )
        words.append(replace(word, category="particle") if helps else word)
        if token.norm != '"':
            before, joined = word, False
        if helps:
            helped = token.norm in passive_helpers
        elif word.category not in ("adverb", "negator"):
            helped = False
    return tuple(words)


def _settled(text: str, token: Token, lexicon: EuropeanLexicon, before: Word | None) -> Word:
    split = Split(token.norm, article=before is not None and before.category == "demonstrative")
    if token.kind != "word":
        return Word(token, token.start, token.end, split, "number" if token.kind == "number" else "mark")
    readings = lexicon.readings(token.norm)
    word = Word(token, token.start, token.end, replace(split, stem=lexicon.lemma(token.norm)), "unknown", readings)
    if not readings:
        return word
    chosen = _chosen(word, readings, before, capital=text[token.start].isupper())
    return replace(word, category=chosen.category, reading=chosen) if chosen else word


def _chosen(word: Word, readings: Sequence[Reading], before: Word | None, *, capital: bool) -> Reading | None:
    """A verb behind a subject, «to» or a helping verb; a noun behind a determiner, number or preposition."""
    verb = word.may_be("verb")
    noun = next((word.may_be(category) for category in _NOUNS_FIRST if word.may_be(category)), None)
    if verb is None or noun is None:
        return verb or noun or readings[0]
    if before is None or before.category == "mark":
        return noun if capital else verb
    if (
        before.category in _BEFORE_NOUNS
        or before.category == "number"
        or (before.category == "noun" and noun.category == "noun")
    ):
        return noun
    return verb
