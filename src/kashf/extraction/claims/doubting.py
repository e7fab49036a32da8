"""Words beside an act that leave it open whether it happens: «قد», «الوشيك»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from kashf.extraction.clauses.events import Event
from kashf.extraction.draft import Clauses
from kashf.extraction.words.word import Word
from kashf.language.closed import phrases
from kashf.language.closed import words as table_words

__all__ = ["behind_denial", "coming", "conditional", "emptily_negated", "maybe"]

EMPTY_REACH = 10
"""Words between «avant que» and the verb of its clause."""
_LEAD = 6
"""Words before «that» within which a denial stands that leads to it."""
_COMMAS = frozenset({",", "،"})
_PARTING = frozenset({",", "،", ".", ";", "؛", ":", "!", "?", "؟", '"'})


def coming(clauses: Clauses, event: Event, words: Sequence[Word], language: str) -> bool:
    """«هزيمته الوشيكة وفقدان الأراضي»: what stands beside an imminent thing is imminent too."""
    if event.form != "noun" or not event.conjoined:
        return False
    soon = table_words(language, "words", "coming")
    before = range(max(clauses.sentence.first, event.word - 4), event.word)
    return any(words[position].stem in soon for position in before)


def maybe(clauses: Clauses, event: Event, words: Sequence[Word], language: str) -> bool:
    """«ربما», "perhaps" before a verb of its clause; «قد» right before one in the present alone: with a past it says
    «indeed»."""
    if event.form != "verb" or event.unit == 0:
        return False
    if _perhaps(clauses, event, words, language):
        return True
    before = words[clauses.units[event.unit - 1].first]
    reading = words[event.word].reading
    present = reading is not None and reading.tense == "present"
    unsure = table_words(language, "words", "maybe")
    return present and (before.norm in unsure or before.stem in unsure)


def _perhaps(clauses: Clauses, event: Event, words: Sequence[Word], language: str) -> bool:
    """«لعل التاجر باع», «Возможно, посредник отмывал»: no other verb between, and no mark but a comma behind it."""
    perhaps = table_words(language, "words", "perhaps")
    for place in range(event.word - 1, clauses.sentence.first - 1, -1):
        word = words[place]
        if word.norm in perhaps:
            return True
        aside = word.norm in _COMMAS and place > clauses.sentence.first and words[place - 1].norm in perhaps
        if word.category in ("verb", "complementiser", "relative") or (word.norm in _PARTING and not aside):
            return False
    return False


def emptily_negated(
    clauses: Clauses, event: Event, chain: Sequence[Event], words: Sequence[Word], language: str
) -> bool:
    """« craignent que le groupe ne rackette »: the French «ne» that denies nothing, behind a fear or «before»."""
    empty = table_words(language, "words", "empty_negators")
    opened = range(max(clauses.sentence.first, event.word - EMPTY_REACH), event.word)
    if not empty or words[event.word - 1].norm not in empty:
        return False
    if any(word.norm in table_words(language, "words", "negated_behind") for word in words[event.word + 1 :][:3]):
        return False
    fears = table_words(language, "words", "empty_behind")
    return any(above.lemma in fears for above in chain) or any(words[place].norm in fears for place in opened)


def conditional(clauses: Clauses, event: Event, words: Sequence[Word], language: str) -> bool:
    """«إذا دفعت الشركة», "if they paid", "whether the bank moved", «если переведёт»: nobody says that it happened."""
    openers = _conditionals(language)
    behind = words[event.word + 1].norm if event.word + 1 < clauses.sentence.last else ""
    if behind in table_words(language, "words", "whether_behind"):
        return True
    reached = event.conjoined
    for place in range(event.word - 1, clauses.sentence.first - 1, -1):
        if _opens(words, place, clauses.sentence.last, openers):
            return True
        if words[place].norm in _PARTING or words[place].category in ("relative", "complementiser"):
            return False
        if words[place].category == "verb":
            if not reached:
                return False
            reached = False
    return False


@cache
def _conditionals(language: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The phrases that open a condition, by their first words."""
    openers: dict[str, list[tuple[str, ...]]] = {}
    for opener in phrases(language, "words", "conditionals"):
        openers.setdefault(opener[0], []).append(opener)
    return openers


def _opens(words: Sequence[Word], place: int, last: int, openers: Mapping[str, Sequence[tuple[str, ...]]]) -> bool:
    """Whether one of some phrases stands at a place, «and» written onto its first word or not."""
    first = words[place].norm[len(words[place].split.conjunction) :]
    return first in openers and any(
        place + len(opener) <= last and all(words[place + i].norm == opener[i] for i in range(1, len(opener)))
        for opener in openers[first]
    )


def behind_denial(clauses: Clauses, event: Event, words: Sequence[Word], language: str) -> bool:
    """«لا دليل على أن», «ليس صحيحا أن»: what stands in the clause behind it is said not to be so."""
    denials = phrases(language, "words", "denials")
    for back in range(event.unit - 1, -1, -1):
        unit = clauses.units[back]
        if unit.kind in ("complementiser", "contrast"):  # «على أن» may be either
            last = unit.last - 1
            before = _leading_up(words[max(clauses.sentence.first, last - _LEAD) : last], language)
            return any(tuple(before[-len(phrase) :]) == phrase for phrase in denials)
        if unit.kind in ("stop", "connective") or _finite(clauses, back):
            return False
    return False


def _leading_up(words: Sequence[Word], language: str) -> list[str]:
    """The words before «that» without commas and what only points to it: «нет доказательств того, что»."""
    pointing = table_words(language, "words", "pointing_on")
    norms = [word.norm.removeprefix("و") for word in words if word.category != "mark"]
    while norms and norms[-1] in pointing:
        norms.pop()
    return norms


def _finite(clauses: Clauses, unit: int) -> bool:
    return any(event.unit == unit and event.form == "verb" for event in clauses.events)
