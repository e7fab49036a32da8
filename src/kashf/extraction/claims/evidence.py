"""Evidence: the words of a sentence that say a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kashf.extraction.claims.actor import Actor
from kashf.extraction.claims.extents import end_of
from kashf.extraction.claims.matching import Match
from kashf.extraction.clauses.events import Event, Phrase

__all__ = ["evidence_of"]

OWN_REACH = 60
"""Words between an event and an argument of its own."""


def evidence_of(
    event: Event, match: Match, actor: Actor | None, events: Sequence[Event], ends: Mapping[int, int]
) -> tuple[int, int]:
    """The smallest stretch of words (half-open) that holds the event and its own arguments."""
    stated = {p.first for p in (*event.subject, *event.direct, *event.that, *event.antecedent)}
    stated |= {p.first for _, p in event.marked}
    stated |= {p.first for p in (actor.phrases if actor and actor.how == "stated" else ())}
    fillers = [phrase for phrases in match.fillers.values() for phrase in phrases if phrase.first in stated]
    own = [phrase for phrase in fillers if _own(event, phrase, actor)]
    own += [phrase for phrase in event.direct if phrase.first > event.word]
    own += [phrase for mark, phrase in event.marked if mark in match.predicate.marked_company]
    first = min([event.word, *(phrase.first for phrase in own)])
    last = max([event.word + 1, *(end_of(phrase, events, ends) for phrase in own)])
    return first, last


def _own(event: Event, phrase: Phrase, actor: Actor | None) -> bool:
    inherited = actor is not None and actor.how != "stated" and phrase in (*actor.phrases, *sum(actor.others, ()))
    return not inherited and abs(phrase.first - event.word) < OWN_REACH
