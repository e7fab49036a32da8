"""Hints: what lists of names say a stretch of words may be. They decide nothing; the tagger weighs them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kashf.domain import known_bodies, known_places
from kashf.extraction.knowledge import bare
from kashf.language.loading import read_table
from kashf.language.weights import listed
from kashf.text.folding import fold

__all__ = ["Hints", "hints_of"]

SHORTEST_HINT = 3
"""Letters of a name of one word that is worth a hint."""


class Hints:
    """Names of one or more words, each of one or more sorts, found by their first word.

    They are given folded, their words with one space or hyphen between them.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._single: dict[str, set[str]] = {}
        longer: dict[tuple[str, ...], set[str]] = {}
        for name, sort in names:
            parts = name.replace("-", " ").split()
            if len(parts) > 1:
                longer.setdefault(tuple(map(bare, parts)), set()).add(sort)
            elif parts and len(bare(parts[0])) >= SHORTEST_HINT:
                self._single.setdefault(bare(parts[0]), set()).add(sort)
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], set[str]]]]] = {}
        for found in sorted(longer, key=len, reverse=True):
            self._by_first.setdefault(found[0], {}).setdefault(found[1], []).append((found, longer[found]))

    def __call__(self, keys: Sequence[str]) -> dict[int, tuple[str, ...]]:
        """For words by their place their hints: the sorts of the longest name it is in, with its place there (B, I, E
        or S)."""
        hints: dict[int, tuple[str, ...]] = {}
        behind = 0
        opening = [position for position, key in enumerate(keys) if key in self._single or key in self._by_first]
        for position in opening:
            if position < behind:
                continue
            length, sorts = self._longest(keys, position)
            behind = position + length
            for offset in range(length):
                place = _place(offset, length)
                hints[position + offset] = _placed(frozenset(sorts), place)
        return hints

    def _longest(self, keys: Sequence[str], position: int) -> tuple[int, set[str]]:
        second = keys[position + 1] if position + 1 < len(keys) else ""
        for parts, sorts in self._by_first.get(keys[position], {}).get(second, ()):
            if tuple(keys[position : position + len(parts)]) == parts:
                return len(parts), sorts
        single = self._single.get(keys[position])
        return (1, single) if single is not None else (0, set())


@cache
def _placed(sorts: frozenset[str], place: str) -> tuple[str, ...]:
    return tuple(sorted(f"{sort}-{place}" for sort in sorts))


def _place(offset: int, length: int) -> str:
    if length == 1:
        return "S"
    return "B" if offset == 0 else "E" if offset == length - 1 else "I"


@cache
def hints_of(language: str) -> tuple[Hints, ...]:
    """The hints for a language: well-known names and known bodies; parts of persons' names; places of the world."""
    known: Mapping[str, Sequence[str]] = read_table(language, "well_known")
    names = [(name, sort) for sort, lines in known.items() for line in lines for name in fold(line).text.split(",")]
    return Hints((*names, *_known(language))), Hints(_parts(language, names)), Hints(_places(language))


def _known(language: str) -> Iterable[tuple[str, str]]:
    for body in (*known_bodies(), *known_places()):
        yield from ((fold(name).text, f"known-{body.kind}") for name in body.names.get(language, ()))


def _parts(language: str, names: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """First and last names of the well-known, and the parts of names in an encyclopaedia's titles."""
    for name, sort in names:
        words = name.split()
        if sort == "persons" and len(words) > 1:
            yield words[0], "first"
            yield words[-1], "last"
    yield from ((name, "part") for name in listed(language, "parts"))
    yield from _tabbed(language, "persons")


def _places(language: str) -> Iterable[tuple[str, str]]:
    return ((name, f"place{size}") for name, size in _tabbed(language, "places"))


def _tabbed(language: str, name: str) -> Iterable[tuple[str, str]]:
    """The lines of a list, parted at the tab."""
    return ((line.partition("\t")[0], line.partition("\t")[2]) for line in listed(language, name))
