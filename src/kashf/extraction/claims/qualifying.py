"""How a claim is said: denied, attempted, planned, expected, possible, alleged; begun, going on, ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kashf.domain.predicates import claim_types
from kashf.extraction.claims.charging import charged
from kashf.extraction.claims.doubting import behind_denial, coming, conditional, emptily_negated, maybe
from kashf.extraction.claims.foreshadowing import foreshadowed, incumbent
from kashf.extraction.clauses.events import Event
from kashf.extraction.draft import Clauses
from kashf.extraction.words.word import Word
from kashf.records.claims import Modality, Phase, Polarity

__all__ = ["Quality", "qualify", "steering"]

_MODALITIES: tuple[tuple[str, Modality], ...] = (
    ("accuse", "alleged"),
    ("thwart", "attempted"),
    ("attempt", "attempted"),
    ("plan", "planned"),
    ("agree", "planned"),
    ("require", "required"),
    ("possible", "possible"),
    ("expect", "expected"),
)
_HELD = ("people", "persons", "person", "vessel", "vehicle")
"""Whom or what a verb of stopping holds: «أوقف الجيش شاحنة وصادر حمولتها»."""
_LAWS = ("measure", "document", "information")
"""What obliges by law: who is forced by a decree must act, who is forced by a gang has done so."""
_TOLD = ("à", "dative", "الي", "on", "upon")
"""Where whoever is told to act may stand: « ordonné à la police »."""
_DEMANDED = frozenset({"extort", "ransom"})
"""Types of claim that tell of a demand: «each herder must pay»."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Polarity, modality and phase of an event."""

    polarity: Polarity
    modality: Modality
    phase: Phase | None


def qualify(clauses: Clauses, event: Event, words: Sequence[Word], language: str, kind: str) -> Quality:
    """Reads them off an event that evokes a claim of a type (`kind`), and off what steers it."""
    chain = tuple(steering(clauses, event))
    denied = _denied(clauses, event, chain, words, language)
    modality = _modality(clauses, event, chain, words, language)
    if modality == "required" and kind in _DEMANDED:
        modality = "asserted"
    if modality == "planned" and claim_types()[kind].group == "counter" and any(e.steers("agree") for e in chain):
        modality = "asserted"  # «agreed to pay a fine of», «قررت المحكمة إخلاء سبيل»
    return Quality("denied" if denied else "affirmed", modality, _phase(event, chain))


def steering(clauses: Clauses, event: Event) -> Iterator[Event]:
    """The events above an event, nearest first."""
    seen = {event.index}
    while event.governor is not None and event.governor not in seen:
        seen.add(event.governor)
        event = clauses.events[event.governor]
        yield event


def _denied(clauses: Clauses, event: Event, chain: Sequence[Event], words: Sequence[Word], language: str) -> bool:
    negated = event.negated and not emptily_negated(clauses, event, chain, words, language)
    denied = negated != behind_denial(clauses, event, words, language)
    for above in chain:
        unfulfilled = above.negated and above.classes and not above.steers("go_on", "end", "thwart", "begin")
        if above.steers("deny", "refuse") or unfulfilled:
            denied = not denied
    return denied


def _modality(clauses: Clauses, event: Event, chain: Sequence[Event], words: Sequence[Word], language: str) -> Modality:
    if charged(clauses, event, chain, words, language):
        return "alleged"
    if any(conditional(clauses, each, words, language) for each in (event, *chain)):
        return "possible"
    steered, told = _steered(event, chain), foreshadowed(clauses, event, words, language)
    if steered in ("alleged", "attempted") or told is None:
        told = steered
    if told is None and (any(_commands(above) for above in chain) or incumbent(clauses, event, words)):
        told = "required"
    return told or _by_itself(clauses, event, chain, words, language)


def _commands(above: Event) -> bool:
    """Whether somebody is told to act, by order or by law; an order with nobody told («ordered his arrest») is one
    carried out."""
    told = any(phrase.is_a("agent") for mark in _TOLD for phrase in above.marks(mark))
    told = told or any(phrase.is_a("agent") for phrase in above.direct)
    lawful = any(phrase.is_a(*_LAWS) and not phrase.is_a("agent") for phrase in above.subject)
    return (above.steers("command") and told) or (above.steers("force") and lawful)


def _steered(event: Event, chain: Sequence[Event]) -> Modality | None:
    """What the verbs above an event make of it; None where they leave it as it is."""
    if event.steers("meant"):
        return "planned"
    for steer, modality in _MODALITIES:
        if any(above.steers(steer) and not _means_otherwise(above, event) for above in chain):
            return modality
    if any(_ends(above) and not above.negated for above in chain):
        return "ended"
    if event.mood == "reported" or any(above.mood == "reported" or _hearsay(above) for above in chain):
        return "alleged"
    return None


def _by_itself(
    clauses: Clauses, event: Event, chain: Sequence[Event], words: Sequence[Word], language: str
) -> Modality:
    """What its own mood, its tense and the words beside it make of an event."""
    if event.mood in ("possible", "required"):
        return "possible" if event.mood == "possible" else "required"
    if event.future or any(above.future for above in chain) or coming(clauses, event, words, language):
        return "expected"
    return "possible" if maybe(clauses, event, words, language) else "asserted"


def _means_otherwise(above: Event, event: Event) -> bool:
    """A form of two verbs («لم يعد يسيطر»: no longer, and not: promised) does before a verb what «be» does."""
    return above.steers("force") or (above.steers("be") and event.form == "verb")


def _ends(event: Event) -> bool:
    """Whether what is governed came to an end; a verb of stopping that has people or a ship for its object holds."""
    held = any(phrase.is_a(*_HELD) or phrase.pronoun for phrase in event.direct)
    arrests = event.form == "noun" and any(predicate.type == "arrest" for predicate in event.predicates)
    return event.steers("end") and not held and not arrests


def _hearsay(event: Event) -> bool:
    """«is believed to», « est réputé »: a verb of saying or belief in the passive."""
    return event.passive and event.steers("say")


def _phase(event: Event, chain: Sequence[Event]) -> Phase | None:
    if event.mood == "still" or any(above.mood == "still" for above in chain):
        return "goes_on"
    for above in chain:
        if above.steers("begin"):
            return "began"
        if above.steers("go_on") or (_ends(above) and above.negated):
            return "goes_on"
        if _ends(above):
            return "ended"
    return None
