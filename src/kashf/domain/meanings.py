"""Which words and which types of claims say one thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from kashf.domain.tables import malformed, table
from kashf.text.folding import fold

__all__ = ["anonymous_words", "concepts", "kin_types", "witness_words"]


@cache
def concepts(key: Callable[[str], str]) -> Mapping[str, str]:
    """The concept of each listed word, under the key that the caller compares words by; a key that words of two
    concepts share («عملة» and «عمليات» have one stem) tells neither."""
    found: dict[str, set[str]] = {}
    for concept, words in table("concepts").items():
        if not isinstance(words, list | tuple):
            raise malformed("concepts", concept, "it is no list of words.")
        for word in words:
            found.setdefault(key(str(word)), set()).add(concept)
    return {shared: next(iter(told)) for shared, told in found.items() if len(told) == 1}


@cache
def kin_types() -> Mapping[str, frozenset[str]]:
    """The types that an event of each type may also be given; a type without kin is not there."""
    kin: dict[str, frozenset[str]] = {}
    for family in table("kinship")["families"]:
        for member in family:
            kin[member] = kin.get(member, frozenset()) | frozenset(family)
    return kin


@cache
def anonymous_words(group: str) -> frozenset[str]:
    """The words of a group of `anonymous.yaml`, folded: `sources` that nobody can name, what stands before them,
    `leading`, the words for a state's `authorities` and its `services`, for `documents`, and
    for `anything` that may be denied."""
    return frozenset(fold(str(word)).text for word in table("anonymous")[group])


@cache
def witness_words(group: str) -> tuple[str, ...]:
    """The phrases of `witness.yaml` by which an outlet shows that it saw for itself: `ours`, or `beside_name`."""
    return tuple(str(phrase) for phrase in table("witness")[group])
