"""Phrases that only say what somebody is: no further person or body stands behind them."""

from __future__ import annotations

from functools import cached_property

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.draft import Clauses, Draft
from kashf.language.closed import words

__all__ = ["Descriptions"]

REACH = 3
"""Words from a verb of being to what it says somebody is: «was once a banker»."""


class Descriptions:
    """The phrases of a sentence that say what another is."""

    def __init__(self, draft: Draft, clauses: Clauses) -> None:
        self.draft = draft
        self.clauses = clauses
        self.being = words(draft.language, "pronouns", "being")

    def __contains__(self, phrase: Phrase) -> bool:
        """Whether a phrase without a name says what another is: an apposition («John Carter, a banker, denied»), or
        what stands with a verb of being («كان أنور محاسبا», "she was a lawyer")."""
        predicated = phrase.first in self._predicates if self.draft.language == "ar" else self._behind_being(phrase)
        if not (predicated or _apposed(self.draft, phrase)):
            return False
        return not any(phrase.first <= name.first < phrase.last for name in self.draft.names)

    @cached_property
    def _predicates(self) -> set[int]:
        """The words behind the subjects of Arabic verbs of being."""
        verbs = [event for event in self.clauses.events if event.form == "verb" and event.lemma in self.being]
        return {subject.last for event in verbs for subject in event.subject}

    def _behind_being(self, phrase: Phrase) -> bool:
        near = self.draft.words[max(0, phrase.first - REACH) : phrase.first]
        told = [word for word in near if word.category not in ("demonstrative", "adverb", "quantifier")]
        return bool(told) and told[-1].norm in self.being


def _apposed(draft: Draft, phrase: Phrase) -> bool:
    first = phrase.first
    while first > 0 and draft.words[first - 1].category == "demonstrative":
        first -= 1
    if first < 2 or draft.words[first - 1].norm not in (",", "،", "("):
        return False
    named = any(name.last == first - 1 for name in draft.names if name.kind != "place")
    behind = draft.words[phrase.last] if phrase.last < len(draft.words) else None
    return named and behind is not None and behind.category in ("mark", "preposition", "relative")
