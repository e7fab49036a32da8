"""Laws, resolutions, orders and lists: which nouns name one with a number, and those known by a name of their own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kashf.domain.tables import table
from kashf.text.folding import fold

__all__ = ["act_heads", "act_signs", "named_acts", "needs_sign"]


@cache
def act_heads(language: str) -> Mapping[tuple[str, ...], str]:
    """What kind of act the words before a number name, folded: ("resolution",), ("executive", "order")."""
    heads: dict[tuple[str, ...], str] = {}
    for kind, words in table("acts")["numbered"].items():
        heads.update(((word,), kind) for word in fold(words.get(language) or "").text.split())
    for kind, phrases in table("acts")["phrases"].items():
        heads.update((tuple(fold(phrase).text.split()), kind) for phrase in phrases.get(language) or ())
    return heads


@cache
def act_signs(language: str) -> frozenset[str]:
    """The words that may stand between an act and its number: «رقم», "No."."""
    return frozenset(fold(table("acts")["signs"].get(language) or "").text.split())


@cache
def needs_sign() -> frozenset[str]:
    """The kinds of act whose noun alone, of one word, does not make a name of a number: «law 12» may be anything."""
    return frozenset(table("acts")["needs_sign"].split())


@cache
def named_acts(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Acts with a name of their own by its first folded word: its words, the act's key, the name it is shown under."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for key, names in table("acts")["named"].items():
        for name in names.get(language) or ():
            parts = tuple(fold(name).text.split())
            found.setdefault(parts[0], []).append((parts, key, names[language][0]))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()}
