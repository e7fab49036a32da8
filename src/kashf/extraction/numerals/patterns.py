"""Patterns over items, each compiled when a text first has what it cannot do without.

Of the hundred patterns of a language a report can match twenty or so: the others name a kind of word (a season, a
century) that the report does not have. Neither compiling nor searching these costs anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from kashf.extraction.numerals.alphabet import Alphabet

__all__ = ["Pattern", "indispensable"]

_TOKEN = re.compile(r"\(\?<?[=!]|[()?*|]|\{\d(?:,\d)?\}|(?:\w+=)?(?P<kinds>[a-z_]\w*(?:\|[a-z_]\w*(?!\w*=))*)")


@dataclass(slots=True)
class _Group:
    """A group that is being read: what stands in it for certain, and of that what the part just read gave."""

    counts: bool = True
    needs: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)

    def add(self, needs: list[str]) -> None:
        self.needs += self.last
        self.last = needs


def indispensable(pattern: str) -> frozenset[str]:
    """The kinds (`a`, or `a|b` for either) without which nothing matches: not optional, not one of several ways.

    >>> sorted(indispensable("lead? day=n_day|o_day (of|the)* ((month)|season)"))
    ['n_day|o_day']
    """
    open_groups = [_Group()]
    for token in _TOKEN.finditer(pattern):
        group = open_groups[-1]
        if token["kinds"]:
            group.add([token["kinds"]])
        elif token[0].startswith("("):
            open_groups.append(_Group(counts=token[0] == "("))
        elif token[0] == ")":
            open_groups.pop()
            open_groups[-1].add([*group.needs, *group.last] if group.counts else [])
        elif token[0] == "|":
            group.counts = False
        else:  # ?, * or {n}: may stand there no time at all
            group.last = []
    whole = open_groups[0]
    return frozenset((*whole.needs, *whole.last)) if whole.counts else frozenset()


class Pattern:
    """A pattern over the items of a language; for its syntax see `Alphabet.compile`."""

    __slots__ = ("_alphabet", "_needs", "_regex", "_written")

    def __init__(self, written: str, alphabet: Alphabet) -> None:
        self._written = written
        self._alphabet = alphabet
        self._needs = tuple(alphabet.characters(kinds) for kinds in indispensable(written))
        self._regex: re.Pattern[str] | None = None

    def find(self, codes: str, present: Collection[str]) -> Iterator[re.Match[str]]:
        """The matches in a text's items, of which `present` are the different ones."""
        if any(needed.isdisjoint(present) for needed in self._needs):
            return iter(())
        if self._regex is None:
            self._regex = self._alphabet.compile(self._written)
        return self._regex.finditer(codes)
