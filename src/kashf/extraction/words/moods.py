"""Moods of French and Russian verbs, by their endings."""

from __future__ import annotations

from kashf.language.closed import words as table_words
from kashf.language.lexicon import Reading

__all__ = ["french_mood", "russian_mood"]

_FUTURE_ENDINGS = ("ra", "ront", "rai", "rons")
_CONDITIONAL_ENDINGS = ("rait", "raient")


def russian_mood(norm: str, reading: Reading) -> str:
    """The future: a present form of a perfective verb («выплатит»)."""
    present = reading.tense == "present" and norm.endswith(tuple(table_words("ru", "aspect", "present_endings")))
    return "future" if present and reading.lemma in table_words("ru", "aspect", "perfective") else ""


def french_mood(norm: str, *, helping: bool = False) -> str:
    """The future, and the conditional by which French reports what it does not vouch for."""
    if norm.endswith(_CONDITIONAL_ENDINGS):
        return "reported"
    return "future" if norm.endswith(_FUTURE_ENDINGS) and (helping or len(norm) > 5) else ""
