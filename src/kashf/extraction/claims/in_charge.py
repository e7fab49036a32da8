"""In charge of an act: of whom a text says that it is theirs, in an adjective behind their name."""

from __future__ import annotations

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.draft import Clauses, Draft
from kashf.extraction.knowledge import knowledge_of

__all__ = ["in_charge"]


def in_charge(draft: Draft, clauses: Clauses, event: Event) -> tuple[Phrase, ...]:
    """«المجموعة المسؤولة عن تجارة النفط», «خلية متورطة في نقل»; and «شبكة متخصصة في», but no expert in it."""
    lead, closed = clauses.units[event.unit].lead, knowledge_of(draft.language).closed
    if event.form != "noun" or lead <= clauses.sentence.first:
        return ()
    stem = draft.words[lead - 1].stem
    if stem in closed("words", "responsible"):
        return _called_so(draft, clauses, event.unit)
    gang = _called_so(draft, clauses, event.unit) if stem in closed("words", "specialised") else ()
    return gang if any(phrase.is_a("hostile", "network") for phrase in gang) else ()


def _called_so(draft: Draft, clauses: Clauses, unit: int) -> tuple[Phrase, ...]:
    """The phrase before a unit that ends with what it is called, or what stands right before that."""
    named = (phrase for phrase in clauses.phrases[:unit] if phrase is not None and not phrase.is_a("time"))
    arabic = draft.language == "ar"
    told = (phrase for phrase in named if not arabic or draft.words[phrase.first].category != "pronoun")
    before, lead = list(told)[-2:], clauses.units[unit].lead  # «الأولى هي المسؤولة عن»
    if before and before[-1].last == lead and before[-1].last - before[-1].first > 1:
        return (before[-1],)
    return tuple(phrase for phrase in before[:-1] if phrase.last == before[-1].first)
