"""Parts and counts without a noun of their own: «two of the oilfields», «much of it», «all five are held»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.clauses.units import Unit
from kashf.extraction.phrasebook import Grammar
from kashf.extraction.words.word import Word

__all__ = ["counts_only", "parts_told"]

_THING = "it"
_POINTED = {"those": "them", "these": "them", "whom": "them"}
_SHARED = frozenset({"counted"})
"""What a part does not have from its whole."""


def parts_told(
    units: Sequence[Unit], phrases: Sequence[Phrase | None], words: Sequence[Word], grammar: Grammar
) -> tuple[Phrase | None, ...]:
    """The phrases; a part is of the kinds of its whole, and one without whole stands for what was spoken of."""
    if not grammar.counts:
        return tuple(phrases)
    wholes = [*phrases[1:], None][: len(phrases)]
    return tuple(
        phrase if phrase is None else _part(unit, phrase, _whole(units, index, whole, grammar), words, grammar)
        for index, (unit, phrase, whole) in enumerate(zip(units, phrases, wholes, strict=True))
    )


def _whole(units: Sequence[Unit], index: int, whole: Phrase | None, grammar: Grammar) -> Phrase | None:
    return whole if whole is not None and units[index + 1].preposition in grammar.part_of else None


def _part(unit: Unit, phrase: Phrase, whole: Phrase | None, words: Sequence[Word], grammar: Grammar) -> Phrase:
    if phrase.event is not None or phrase.pronoun:
        return phrase
    if pronoun := _pronoun_within(phrase, words, grammar):
        return replace(phrase, kinds=(phrase.kinds & {"counted", "share"}) | {"agent"}, pronoun=pronoun)
    if phrase.is_a("time") or not _without_noun(phrase, words, grammar):
        return phrase
    if whole is not None and not whole.pronoun:
        return replace(phrase, kinds=phrase.kinds | (whole.kinds - _SHARED))
    if whole is None and unit.preposition is not None:
        return phrase  # «for 300»: what is left unsaid may be a sum
    stands_for = whole.pronoun if whole is not None else words[phrase.last - 1].norm
    return replace(phrase, kinds=phrase.kinds | {"agent"}, pronoun=stands_for)


def _pronoun_within(phrase: Phrase, words: Sequence[Word], grammar: Grammar) -> str:
    """The pronoun that a quantity is of: «most of them»; of «that» it is a thing."""
    last = words[phrase.last - 1]
    led = phrase.last - phrase.first > 1 and words[phrase.last - 2].norm in grammar.part_of
    if not led or last.category not in ("pronoun", "demonstrative", "relative"):
        return ""
    return last.norm if last.category == "pronoun" else _POINTED.get(last.norm, _THING)


def _without_noun(phrase: Phrase, words: Sequence[Word], grammar: Grammar) -> bool:
    return counts_only(phrase, words, grammar) and phrase.kinds <= _SHARED


def counts_only(phrase: Phrase, words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a phrase has nothing but numbers and quantifiers: «all five», «another 300»."""
    inside = words[phrase.first : phrase.last]
    counts = [word.norm in grammar.counts or word.category == "number" for word in inside]
    allowed = all(count or word.category == "demonstrative" for count, word in zip(counts, inside, strict=True))
    return allowed and any(counts)
