"""Phrases right before an act by which it is only tried, meant, owed or awaited: «بهدف», "in a bid to", « censé »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import cast

from kashf.extraction.clauses.events import Event
from kashf.extraction.draft import Clauses
from kashf.extraction.words.word import Word
from kashf.language.loading import read_table
from kashf.records.claims import Modality
from kashf.text.folding import fold

__all__ = ["foreshadowed", "incumbent"]

_BETWEEN = frozenset({"adverb", "negator", "complementiser"})
"""What may stand between such a phrase and its act: «in a bid secretly to sell», «من المقرر أن تدفع»."""
_HELPERS = frozenset({"particle", "auxiliary"})
"""So may these, unless they are the phrase's own last word: «is to be sentenced»."""
_ON = "علي"
_OPENING = frozenset({"stop", "comma", "connective", "complementiser", "contrast"})
_Openers = Mapping[str, tuple[tuple[tuple[str, ...], Modality], ...]]


def foreshadowed(clauses: Clauses, event: Event, words: Sequence[Word], language: str) -> Modality | None:
    """What the phrase before an act, or before the one it is joined to, makes of it; None where there is none."""
    openers = _openers(language)
    for act in (event, *_joined_before(clauses, event)):
        for modality in _opened(words, act.word, clauses.sentence.first, openers):
            return modality
    return None


def incumbent(clauses: Clauses, event: Event, words: Sequence[Word]) -> bool:
    """«على المصارف تجميد الحسابات»: in Arabic what a clause opens with «on» has to do what stands behind it."""
    if event.form != "noun" or event.unit == 0 or words[event.word].split.preposition:
        return False
    unit, phrase = clauses.units[event.unit - 1], clauses.phrases[event.unit - 1]
    if unit.preposition != _ON or phrase is None or not phrase.is_a("agent"):
        return False
    before = clauses.units[event.unit - 2].kind if event.unit > 1 else "stop"
    return before in _OPENING


def _joined_before(clauses: Clauses, event: Event) -> Iterator[Event]:
    """The acts that an act is joined to: «بهدف بيع النفط وشراء السلاح»."""
    while event.conjoined and event.index:
        before = clauses.events[event.index - 1]
        if before.form != event.form:
            return
        event = before
        yield event


def _opened(words: Sequence[Word], act: int, first: int, openers: _Openers) -> Iterator[Modality]:
    last = act - 1
    while last >= first and _stands_between(words[last], openers):
        last -= 1
    preposition = words[act].split.preposition
    forms = {preposition} if preposition else _forms(words[last]) if last >= first else set()
    behind = last if preposition else last - 1
    for form in forms:
        for opener, modality in openers.get(form, ()):
            if behind - len(opener) + 1 >= first and all(
                part in _forms(words[behind - back]) for back, part in enumerate(reversed(opener))
            ):
                yield modality


def _stands_between(word: Word, openers: _Openers) -> bool:
    return word.category in _BETWEEN or (word.category in _HELPERS and word.norm not in openers)


def _forms(word: Word) -> set[str]:
    """The ways a word may stand in the table: as it is written, without «and», without clitics, as its lemma."""
    lemma = word.reading.lemma if word.reading is not None else word.stem
    return {word.norm, word.norm[len(word.split.conjunction) :], word.stem, lemma}


@cache
def _openers(language: str) -> _Openers:
    """The phrases of a language by their last word, longer ones first: the words before it, and the modality."""
    found: dict[str, list[tuple[tuple[str, ...], Modality]]] = {}
    for modality, lines in read_table(language, "foreshadowing").items():
        for line in lines:
            *before, last = fold(line).text.replace("'", "' ").split()
            found.setdefault(last, []).append((tuple(before), cast("Modality", modality)))
    return {last: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for last, entries in found.items()}
