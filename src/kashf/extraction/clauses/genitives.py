"""Genitives of Arabic acts: whether one is who acts, and adjectives that only look like one."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.domain.predicates import Predicate
from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import Parse
from kashf.language.closed import words as table_words

__all__ = ["actor_genitive", "only_adjective"]


def only_adjective(parse: Parse, event: Event, behind: Phrase) -> bool:
    """«دعما واضحا لـ»: behind a plain noun that evokes a claim an adjective, which is nobody."""
    noun, word = parse.word(event), parse.words[behind.first]
    if word.stem in parse.knowledge.book.grammar.origins:
        return False  # «الدعم الإيراني»: it is Iran's
    if word.norm in table_words("ar", "words", "measured_adjectives"):
        return True  # «التجارة غير المشروعة»
    plain = noun.category == "noun" or noun.stem.endswith("ا")
    return plain and not behind.kinds and word.category == "unknown" and word.split.article == noun.split.article


def _other_side(predicate: Predicate) -> Sequence[str]:
    """Where the other side of a noun like «دعم» stands, which has it for its genitive too."""
    return predicate.roles.get("counterparty", ()) if "object" not in predicate.roles else ()


def actor_genitive(event: Event, genitive: Phrase) -> bool:
    """The genitive of a verbal noun is who acts where the other side stands elsewhere: «استيلاء التنظيم على»."""
    object_marked = any(
        mark in (*predicate.roles.get("object", ()), *_other_side(predicate))
        for predicate in event.predicates
        if not predicate.company
        if "direct" not in (*predicate.roles.get("counterparty", ()), *predicate.roles.get("object", ()))
        for mark, phrase in event.marked
        if phrase.first > event.word
    )
    return object_marked and genitive.is_a("agent")
