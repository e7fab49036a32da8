"""English compounds that name an act: «money laundering», «arms trafficking», one noun with what the act is done to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.domain.predicates import Predicate
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import Parse
from kashf.extraction.clauses.units import Unit
from kashf.extraction.words.word import Word

__all__ = ["leads_noun", "names_object", "with_compounds"]


_NOUNS = frozenset({"noun", "name", "unknown", "verbal_noun"})


def with_compounds(
    units: Sequence[Unit], phrases: Sequence[Phrase | None], events: Sequence[Event], words: Sequence[Word]
) -> tuple[Unit, ...]:
    """The units, what leads and joins a compound told of the act that heads it: «charged with | arms | trafficking»."""
    told = list(units)
    for event in events:
        index = event.unit
        before = units[index - 1] if index else None
        if before is not None and before.preposition is not None and _heads(units, phrases, event, words):
            told[index] = replace(
                units[index], preposition=before.preposition, lead=before.lead, conjoined=before.conjoined
            )
            told[index - 1] = replace(before, preposition=None, lead=-1)
    return tuple(told)


def _heads(units: Sequence[Unit], phrases: Sequence[Phrase | None], event: Event, words: Sequence[Word]) -> bool:
    """Whether an act is told by a noun whose object is the noun right before it."""
    before, unit = phrases[event.unit - 1], units[event.unit]
    behind = units[event.unit + 1] if event.unit + 1 < len(units) else None
    own = behind is not None and behind.kind == "phrase" and behind.preposition is None and not behind.conjoined
    if before is None or unit.preposition is not None or not _is_noun(event, words) or own:
        return False
    return before.last == event.word and names_object(before, words) and any(map(_takes_object, event.predicates))


def _is_noun(event: Event, words: Sequence[Word]) -> bool:
    return event.form == "noun" and words[event.word].category != "verb"  # «to tax weddings»


def names_object(before: Phrase, words: Sequence[Word]) -> bool:
    """Whether what stands right before an English act is what it is done to: «oil sales», no «heightened tracking»."""
    if before.is_a("agent", "time", "somewhere") or before.pronoun or before.event is not None:
        return False
    owner = any(words[position].owning for position in range(before.first, before.last))
    return not owner and words[before.last - 1].category in ("noun", "name")


def leads_noun(parse: Parse, event: Event) -> bool:
    """Whether an English act only says what kind the noun behind it is: «a money laundering probe», «tax evasion».

    A form in -ing has what it is done to behind it, and leads a noun only where that stands before it.
    """
    behind = event.unit + 1
    if not _is_noun(event, parse.words) or behind >= len(parse.units) or not parse.knowledge.book.grammar.head_last:
        return False
    unit, word = parse.units[behind], parse.words[event.word + 1]
    apart = unit.first != event.word + 1 or unit.preposition is not None or unit.conjoined or unit.pronoun
    if apart or unit.kind not in ("phrase", "event") or word.category not in _NOUNS:
        return False
    before = parse.phrases[event.unit - 1] if event.unit else None
    named = before is not None and before.last == event.word and names_object(before, parse.words)
    marked = parse.units[event.unit].preposition is not None  # «Kuwait freezes accounts»: perhaps a verb
    return named or (marked and not parse.word(event).norm.endswith("ing"))


def _takes_object(predicate: Predicate) -> bool:
    return any("direct" in places for places in predicate.roles.values())
