"""Arabic words: taken apart, looked up, and settled on one reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.extraction.words.arabic_settling import Place, is_arabic, settle
from kashf.extraction.words.word import Word
from kashf.language.lexicon import Lexicon, Reading
from kashf.text.clitics import Split, Splitter
from kashf.text.tokens import Token

__all__ = ["read_arabic"]

_PLAIN = Split("")
_SHADDA = "\u0651"
_TANWEEN = "\u064b"
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_PARTING = frozenset({".", ":", "؛", ";", "،", ",", "\n"})
_TAKE_ARTICLE = frozenset({"noun", "verbal_noun", "participle", "title", "name", "whole", "quantifier"})


def read_arabic(text: str, tokens: Sequence[Token], lexicon: Lexicon, splitter: Splitter) -> tuple[Word, ...]:
    """The words of an Arabic text, one for each token."""
    words: list[Word] = []
    before: Word | None = None
    joined = False
    for index, token in enumerate(tokens):
        word = _look_up(text, token, lexicon, splitter)
        if token.norm == "و":  # «و32 خزنة»: written apart from a number
            words.append(replace(word, category="mark", readings=()))
            joined = True
            continue
        word, joined = (replace(word, joined=True) if joined else word), False
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        verb_follows = following is not None and _only_verb(following, lexicon, splitter)
        word = settle(word, Place(before, following, verb_follows, _act_told(words)))
        words.append(word)
        if token.norm not in ('"', "#", "_"):
            before = word
    return tuple(words)


def _act_told(words: Sequence[Word]) -> bool:
    """Whether the last act that a clause tells of so far is a verbal noun: «بتمويل الإرهاب وغسل …»."""
    for word in reversed(words):
        if word.category in ("verb", "connective", "complementiser") or word.norm in _PARTING:
            return False
        if word.category == "verbal_noun" and word.reading is not None:
            return True
    return False


def _look_up(text: str, token: Token, lexicon: Lexicon, splitter: Splitter) -> Word:
    if token.kind != "word":
        category = "number" if token.kind == "number" else "mark"
        return Word(token, token.start, token.end, replace(_PLAIN, stem=token.norm), category)
    if not is_arabic(token.norm):
        return Word(
            token, token.start, token.end, replace(_PLAIN, stem=token.norm), "unknown", lexicon.readings(token.norm)
        )
    surface = text[token.start : token.end]
    feminine = surface.rstrip(_VOWELS).endswith("ة")
    split = splitter.split(token.norm, feminine=feminine)
    lead = split.lead + (split.preposition == "ل" and split.article and not token.norm[split.lead :].startswith("ال"))
    parted = _before_endings(split, lexicon)
    readings = tuple(
        r for r in lexicon.readings(split.stem) if (r.category, r.lemma) not in parted and _agrees(split, r)
    )
    return Word(
        token,
        _skip_letters(text, token, lead),
        token.end,
        split,
        "unknown",
        readings,
        accusative=_TANWEEN in surface or _accusative(split, readings, lexicon),
        doubled=_SHADDA in surface[1:-1],
        joined=split.conjunction == "و",
    )


def _accusative(split: Split, readings: Sequence[Reading], lexicon: Lexicon) -> bool:
    """Whether a noun is written with the accusative's ا («فندقا»), which most texts write without its mark."""
    if not split.stem.endswith("ا") or split.article or split.ending:
        return False
    nouns = {reading.lemma for reading in readings if reading.category == "noun"}
    return bool(nouns) and any(reading.lemma in nouns for reading in lexicon.readings(split.stem[:-1]))


def _before_endings(split: Split, lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Acts whose ه is written ت only before an ending: «أضافت» is no form of إضافة."""
    if split.ending or not split.stem.endswith("ت"):
        return frozenset()
    acts = (reading for reading in lexicon.readings(split.stem[:-1] + "ه") if reading.category == "verbal_noun")
    return frozenset((reading.category, reading.lemma) for reading in acts)


def _agrees(split: Split, reading: Reading) -> bool:
    """Whether a reading goes with the clitics written onto the stem."""
    if reading.category in ("noun", "verbal_noun") and _other_form(split, reading):
        return False
    if split.article:
        return reading.category in _TAKE_ARTICLE and not _bare_name(reading)
    verb = reading.category == "verb"
    if split.preposition == "س":
        return verb
    if split.preposition == "ل":
        return not verb or reading.tense == "present"
    return not (verb and split.preposition)


def _bare_name(reading: Reading) -> bool:
    """A name written without article takes none: «السورية» is Syrian, not Syria."""
    return reading.category == "name" and not reading.lemma.startswith("ال")


def _other_form(split: Split, reading: Reading) -> bool:
    """Forms of a noun that what is written onto it rules out.

    The accusative ا gives way to an ending («أجراه» is no form of أجر), the feminine is written ت only before one
    («دفعت» is no form of دفعة), and a dual loses its ن before a genitive, so never behind an article («المصرفي»).
    """
    stem, lemma = split.stem, reading.lemma
    if split.ending:
        return stem == lemma + "ا"
    if lemma.endswith("ه") and stem == lemma[:-1] + "ت":
        return True
    return split.article and reading.number == "d" and stem.endswith("ي")


def _only_verb(token: Token, lexicon: Lexicon, splitter: Splitter) -> bool:
    if token.kind != "word" or not is_arabic(token.norm):
        return False
    readings = lexicon.readings(splitter.split(token.norm).stem)
    return bool(readings) and all(reading.category == "verb" for reading in readings)


def _skip_letters(text: str, token: Token, count: int) -> int:
    """The offset behind the first letters of a token, and behind the vowel marks and tatweel that belong to them."""
    position = token.start
    while count and position < token.end:
        if text[position].isalpha() and text[position] != "ـ":
            count -= 1
        position += 1
    while position < token.end and (not text[position].isalpha() or text[position] == "ـ"):
        position += 1
    return position
