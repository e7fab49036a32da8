"""Goods and currencies by the words that the four languages have for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kashf.domain.tables import malformed, table
from kashf.text.folding import fold

__all__ = ["Good", "goods"]

_KINDS: Mapping[str, Literal["commodity", "currency"]] = {"commodities": "commodity", "currencies": "currency"}


@dataclass(frozen=True, slots=True)
class Good:
    """A good or currency: the key that all languages share, its kind, and the words that it is named with here."""

    key: str
    kind: Literal["commodity", "currency"]
    words: tuple[str, ...]


@cache
def goods(language: str) -> Mapping[str, tuple[Good, ...]]:
    """The goods by the first of their folded words; those of more words first. Raises DataError where the table has
    another list than `commodities` and `currencies`."""
    found: dict[str, list[Good]] = {}
    for group, listed in table("goods").items():
        if group not in _KINDS:
            raise malformed("goods", group, f"it is none of {', '.join(_KINDS)}.")
        for key, names in listed.items():
            for name in names.get(language) or ():
                words = tuple(fold(str(name)).text.split())
                found.setdefault(words[0], []).append(Good(key, _KINDS[group], words))
    return {first: tuple(sorted(named, key=lambda good: -len(good.words))) for first, named in found.items()}
