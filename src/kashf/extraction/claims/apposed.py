"""Apposition: «A businessman, Kassim Hajji, sent …»: the name that tells who a common noun right before it means."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.draft import Draft
from kashf.extraction.naming.name import Name
from kashf.extraction.references.candidates import is_plural
from kashf.extraction.words.word import Word
from kashf.language.closed import words as table_words

__all__ = ["name_behind"]

_OPENING = frozenset({",", "،", "(", "-"})
_CLOSING: dict[str, frozenset[str]] = {
    "(": frozenset({")"}),
    **dict.fromkeys((",", "،"), frozenset({",", "،", ".", ";", "؛", "\n"})),
    "-": frozenset({"-", ".", ";", "\n"}),
}
"""The marks behind a name that close what a mark before it opens."""
_HUMAN = ("person", "persons", "people", "title")
_BODY = ("organisation", "business", "bank", "group")
_BODIES = frozenset({"organisation", "group"})
_ENDING = frozenset({"mark", "verb", "verbal_noun", "participle", "relative", "particle"})
FURTHER = 6
"""Words that a preposition may add to a noun before its name."""
_LEADING = frozenset({"demonstrative", "title"})


def name_behind(draft: Draft, phrase: Phrase) -> Name | None:
    """The name that stands in apposition behind a phrase, of its own kind; None where there is none, or where it may be
    the next member of a list («a broker, Ahmed Ali, and his brother»)."""
    words = draft.words
    if phrase.pronoun or phrase.event is not None or _several(words, phrase, draft.language):
        return None
    mark = _past_further(words, phrase.last)
    opening = words[mark].norm if mark < len(words) else ""
    if opening not in _OPENING:
        return None
    first = _past_lead(words, mark + 1)
    name = next((one for one in draft.names if one.first == first and _fits(phrase, one)), None)
    return name if name is not None and _closes(words, name.last, opening, draft.language) else None


def _several(words: Sequence[Word], phrase: Phrase, language: str) -> bool:
    nouns = [word for word in words[phrase.first : phrase.last] if word.category in ("noun", "title")]
    return phrase.figure is not None or (bool(nouns) and is_plural(nouns[-1 if language == "en" else 0], language))


def _past_further(words: Sequence[Word], first: int) -> int:
    """Past what a preposition adds: «a charity in Lyon, the Nur Foundation, …», « un homme d'affaires, … »."""
    if first >= len(words) or words[first].category != "preposition":
        return first
    behind = range(first + 1, min(first + FURTHER, len(words)))
    return next((place for place in behind if words[place].category in _ENDING), first)


def _past_lead(words: Sequence[Word], first: int) -> int:
    """Past an article, or «وهو»."""
    while first < len(words) and (words[first].category in _LEADING or words[first].category == "pronoun"):
        first += 1
    return first


def _fits(phrase: Phrase, name: Name) -> bool:
    if name.kind == "person":
        return phrase.is_a(*_HUMAN)
    return name.kind in _BODIES and phrase.is_a(*_BODY) and not phrase.is_a(*_HUMAN)


def _closes(words: Sequence[Word], last: int, opening: str, language: str) -> bool:
    """Whether the mark that closes an apposition stands behind a name, and nothing joined to it."""
    if last >= len(words):
        return opening != "("
    if words[last].norm not in _CLOSING[opening]:
        return False
    behind = words[last + 1] if last + 1 < len(words) else None
    if behind is None:
        return True
    joins = behind.norm in table_words(language, "words", "coordinators")
    return not (joins or behind.joined or behind.split.conjunction)
