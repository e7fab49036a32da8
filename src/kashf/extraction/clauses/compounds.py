"""English compounds that name an act: «money laundering», «arms trafficking», one noun with what the act is done to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kashf.extraction.clauses.events import Event, Phrase, takes_object
from kashf.extraction.clauses.parse import Parse
from kashf.extraction.clauses.units import Unit
from kashf.extraction.words.word import Word

__all__ = ["is_act_in_ing", "leads_noun", "may_be_object", "names_object", "with_compounds"]


_NOUNS = frozenset({"noun", "name", "unknown", "verbal_noun"})


def is_act_in_ing(parse: Parse, event: Event) -> bool:
    """Whether an event is an English act in -ing used as a noun, which has its object behind «of»: «the killing of»."""
    noun = parse.word(event).category == "verbal_noun" and parse.word(event).norm.endswith("ing")
    return noun and parse.knowledge.book.grammar.head_last


def with_compounds(
    units: Sequence[Unit], events: Sequence[Event], words: Sequence[Word], phrase_of: Callable[[Unit], Phrase | None]
) -> tuple[Unit, ...]:
    """The units, what leads and joins a compound told of the act that heads it: «charged with | arms | trafficking».

    `phrase_of` makes the phrase of a unit; it is asked of the few that may be part of a compound.
    """
    told = list(units)
    for event in events:
        index = event.unit
        before = units[index - 1] if index else None
        if before is None or before.preposition is None or not _may_head(units, event, words):
            continue
        named = phrase_of(before)
        if named is not None and names_object(named, words):
            told[index] = replace(
                units[index], preposition=before.preposition, lead=before.lead, conjoined=before.conjoined
            )
            told[index - 1] = replace(before, preposition=None, lead=-1)
    return tuple(told)


def _may_head(units: Sequence[Unit], event: Event, words: Sequence[Word]) -> bool:
    """Whether an act is told by a noun right behind another, and has nothing behind it that it is done to."""
    before, unit = units[event.unit - 1], units[event.unit]
    behind = units[event.unit + 1] if event.unit + 1 < len(units) else None
    own = behind is not None and behind.kind == "phrase" and behind.preposition is None and not behind.conjoined
    bare = unit.preposition is None and before.last == event.word
    return bare and not own and _is_noun(event, words) and takes_object(event)


def _is_noun(event: Event, words: Sequence[Word]) -> bool:
    return event.form == "noun" and words[event.word].category != "verb"  # «to tax weddings»


def names_object(before: Phrase, words: Sequence[Word]) -> bool:
    """Whether what stands right before an English act is what it is done to: «oil sales», no «heightened tracking»."""
    owner = any(words[position].owning for position in range(before.first, before.last))
    return not owner and may_be_object(before) and words[before.last - 1].category in ("noun", "name")


def may_be_object(before: Phrase) -> bool:
    """Whether what stands right before an English act can be what it is done to, and not who does it, when or where."""
    return not (before.is_a("agent", "time", "somewhere") or before.pronoun)


def leads_noun(parse: Parse, event: Event) -> bool:
    """Whether an English act only says what kind the noun behind it is: «a money laundering probe», «tax evasion».

    A form in -ing has what it is done to behind it, and leads a noun only where that stands before it.
    """
    behind = event.unit + 1
    if _names_kind(parse, event):
        return True
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


def _names_kind(parse: Parse, event: Event) -> bool:
    """«a terrorist training centre», «recruiting tools»: a form in -ing before one noun of those that it says the kind
    of, of a place or thing for the act."""
    word, behind = parse.word(event), event.word + 1
    if not word.norm.endswith("ing") or word.category == "verb" or behind >= len(parse.words):
        return False
    if event.unit + 1 >= len(parse.units):
        return False
    unit = parse.units[event.unit + 1]
    alone = unit.kind == "phrase" and unit.first == behind
    alone = alone and (unit.last == behind + 1 or parse.words[behind + 1].category not in ("noun", "title"))
    return alone and parse.words[behind].stem in parse.knowledge.closed("words", "kinds_by_act")
