"""Whoever and whatever: Arabic «من» and «ما» that take up no noun, and stand for somebody or something themselves."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.extraction.words.word import Word

__all__ = ["all_that", "whatever"]

_TAKING_UP = frozenset({"mark", "pronoun", "particle", "connective", "negator"})
"""What stands before «ما» where it takes up what was said, or denies."""


def whatever(words: Sequence[Word], position: int, last: int) -> bool:
    """«باعوا ما غنموه من ماشية», «كل ما تجمعه اللجان ينقل»: «ما» that takes up no noun is a thing of its own."""
    if position + 1 >= last or words[position].joined:
        return False
    before, following = words[position - 1] if position else None, words[position + 1]
    clause = following.category in ("verb", "preposition") and "go_on" not in following.classes
    return clause and (before is None or before.category not in _TAKING_UP)


def all_that(words: Sequence[Word], position: int, last: int) -> bool:
    """«جمدت كل ما لها من أصول», «كل من يمتنع»: what is quantified is told by the clause behind."""
    following = words[position + 1] if position + 1 < last else None
    if following is None or words[position].category != "quantifier" or words[position].split.lead:
        return False
    who = following.norm == "من" and position + 2 < last and words[position + 2].category == "verb"
    return following.norm == "ما" or who
