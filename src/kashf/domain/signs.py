"""Signs by which a report is known to speak of illicit money, or of those behind it."""

from __future__ import annotations

from functools import cache

from kashf.domain.tables import table
from kashf.language.closed import spelled

__all__ = ["loosening_words", "sign_words", "telling_types"]


@cache
def sign_words(language: str) -> frozenset[str]:
    """The words of a language, folded lemmas, each of which is such a sign; empty where the language has no list."""
    return frozenset(spelled(table("finance/signs").get(language)))


@cache
def loosening_words(language: str) -> frozenset[str]:
    """The words of a language, folded lemmas, by any of which loose predicates may hold in a report; none where they
    may in any."""
    return frozenset(spelled(table("finance/signs")["loosening"].get(language)))


@cache
def telling_types() -> frozenset[str]:
    """The types of claim that are such a sign themselves."""
    return frozenset(table("finance/signs")["telling"])
