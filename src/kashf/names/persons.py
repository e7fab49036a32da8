"""Names of persons: their parts, and whether two of them are one person's."""

from __future__ import annotations

from functools import lru_cache

from kashf.names.alignment import align
from kashf.names.comparing import compare, likelihood
from kashf.names.parts import take_apart

__all__ = ["LEAST_FULL_NAME", "SURE", "are_of_one_family", "person_tokens", "same_person"]

SURELY_TWO = 0.25
"""Under this score full names that begin differently are two persons'. Set on names of brothers; 0.1 leaves Usama and
Saad bin Laden one."""
LEAST_FULL_NAME = 2
"""A name of so many parts says who somebody is."""
SURE = 0.65
"""From this score on names alone make two persons of two reports one. Above the threshold of screening, where a reader
looks at each hit: here nobody does before the claims of two persons are counted as one's."""


@lru_cache(maxsize=65_536)
def person_tokens(name: str) -> tuple[str, ...]:
    """The parts of a person's name as they are compared: no titles in front, no «بن», no article.

    «عبد» and «أبو» are joined to what follows, «الدين» and «الله» to what goes before.

    >>> person_tokens("الشيخ محمد بن عبد الرحمن آل ثاني"), person_tokens("Abu Bakr al-Baghdadi")
    (('محمد', 'عبدرحمن', 'ثاني'), ('abubakr', 'baghdadi'))
    """
    parts = take_apart(name, "person").parts
    first = next((at for at, part in enumerate(parts) if part.group != "titles"), 0)
    return tuple(part.text for part in parts[first:])


def same_person(one: str, other: str) -> bool:
    """Whether two names of two parts or more are surely one person's; brothers' first parts differ."""
    full = min(len(person_tokens(one)), len(person_tokens(other))) >= LEAST_FULL_NAME
    return full and compare(one, other, "person").score >= SURE


def are_of_one_family(one: str, other: str) -> bool:
    """Whether two full names are surely two persons' who share a family name: they begin with different names, neither
    of which is an initial or a byname («أبو ...»).

    >>> are_of_one_family("James Foley", "Diane Foley"), are_of_one_family("Abu Ward Haddad", "Samer Haddad")
    (True, False)
    """
    found = align(take_apart(one, "person"), take_apart(other, "person"))
    firsts = [
        next((at for at, part in enumerate(name.parts) if part.group != "titles"), 0)
        for name in (found.one, found.other)
    ]
    if not found.pairs or firsts[0] not in found.alone_one or firsts[1] not in found.alone_other:
        return False
    heads = found.one.parts[firsts[0]], found.other.parts[firsts[1]]
    if any(part.prefix or part.group == "initial" for part in heads) or heads[0].script != heads[1].script:
        return False
    return likelihood(found.one, found.other) < SURELY_TWO
