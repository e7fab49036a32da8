"""Placing: where something was done, where that is told of an act in the course of which it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kashf.domain.predicates import default_marks
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.suiting import suits
from kashf.language.closed import phrases

__all__ = ["place_within", "scenes"]


@cache
def scenes(language: str) -> frozenset[str]:
    """The prepositions that lead to an act in the course of which something is done, those of places among them."""
    listed = {" ".join(words) for words in phrases(language, "words", "during")}
    return frozenset((*listed, *default_marks(language).get("place", ())))


def place_within(event: Event, events: Sequence[Event], language: str) -> Iterator[Phrase]:
    """«arrested in raids on shops in Deira»: the place of the act in the course of which an event was done."""
    marks = default_marks(language).get("place", ())
    for act in events:
        within = act.governor == event.index and act.form == "noun" and act.governed_by in scenes(language)
        places = [phrase for mark, phrase in act.marked if mark in marks] if within else []
        told = [phrase for phrase in places if phrase.is_a("somewhere") and suits("place", phrase)]
        if told:
            yield told[-1]  # «in raids in the suburbs of Lyon»: the last is the town
            return
