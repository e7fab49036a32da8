"""Phrases that only say what somebody is: no further person or body stands behind them."""

from __future__ import annotations

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.draft import Clauses, Draft
from kashf.language.closed import words

__all__ = ["describes"]

REACH = 3
"""Words from a verb of being to what it says somebody is: «was once a banker»."""


def describes(draft: Draft, clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a phrase without a name says what another is: an apposition («John Carter, a banker, denied»), or what
    stands with a verb of being («كان أنور محاسبا», "she was a lawyer")."""
    if not (_apposed(draft, phrase) or _predicated(draft, clauses, phrase)):
        return False
    return not any(phrase.first <= name.first < phrase.last for name in draft.names)


def _apposed(draft: Draft, phrase: Phrase) -> bool:
    first = phrase.first
    while first > 0 and draft.words[first - 1].category == "demonstrative":
        first -= 1
    if first < 2 or draft.words[first - 1].norm not in (",", "،", "("):
        return False
    named = any(name.last == first - 1 for name in draft.names if name.kind != "place")
    behind = draft.words[phrase.last] if phrase.last < len(draft.words) else None
    return named and behind is not None and behind.category in ("mark", "preposition", "relative")


def _predicated(draft: Draft, clauses: Clauses, phrase: Phrase) -> bool:
    being = words(draft.language, "pronouns", "being")
    if draft.language == "ar":
        verbs = [event for event in clauses.events if event.form == "verb" and event.lemma in being]
        return any(p.last == phrase.first for event in verbs for p in event.subject)
    near = draft.words[max(0, phrase.first - REACH) : phrase.first]
    told = [word for word in near if word.category not in ("demonstrative", "adverb", "quantifier")]
    return bool(told) and told[-1].norm in being
