"""Patterns over items, each compiled when a text first has what it cannot do without.

Of the hundred patterns of a language a report can match twenty or so: the others name a kind of word (a season, a
century) that the report does not have. Neither compiling nor searching these costs anything; the rest are searched only
around the rarest kind of item that they need.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from kashf.extraction.numerals.alphabet import MOST_TIMES, Alphabet

__all__ = ["Need", "Pattern", "Patterns", "Places", "shape"]

_TOO_MANY = 30
_TOKEN = re.compile(r"\(\?<?[=!]|[()?*|]|\{\d(?:,\d)?\}|(?:\w+=)?(?P<kinds>[a-z_]\w*(?:\|[a-z_]\w*(?!\w*=))*)")


@dataclass(frozen=True, slots=True)
class Need:
    """Kinds (`a`, or `a|b` for either) of which one stands in every match, with at most `before` items before it."""

    kinds: str
    before: int


@dataclass(slots=True)
class _Group:
    """A group that is being read: how many items it takes at most, what stands in it for certain, and the same of the
    part just read, which a sign behind it may yet make optional or many."""

    counts: bool = True
    longest: int = 0
    length: int = 0
    needs: list[Need] = field(default_factory=list)
    last_length: int = 0
    last: list[Need] = field(default_factory=list)

    def add(self, length: int, needs: Iterable[Need]) -> None:
        """Another part behind what was read."""
        self.needs += (Need(need.kinds, need.before + self.length) for need in self.last)
        self.length += self.last_length
        self.last_length, self.last = length, list(needs)

    def turn(self) -> None:
        """Another way begins: what stands in the one before is not needed."""
        self.add(0, ())
        self.longest = max(self.longest, self.length)
        self.counts, self.length, self.needs = False, 0, []

    def repeat(self, most: int) -> None:
        """The part just read may stand there no time at all, or so many times."""
        self.last_length, self.last = self.last_length * most, []

    def close(self) -> tuple[int, list[Need]]:
        """How many items the whole takes at most, and what it needs."""
        self.add(0, ())
        return max(self.longest, self.length), self.needs if self.counts else []


def shape(pattern: str) -> tuple[int, tuple[Need, ...]]:
    """How many items a match takes at most, with what is looked at before and behind it, and the kinds without which
    nothing matches, in order: neither optional nor one of several ways.

    >>> shape("lead? day=n_day|o_day (of|the)* ((month)|season)")
    (9, (Need(kinds='n_day|o_day', before=1),))
    """
    open_groups = [_Group()]
    for token in _TOKEN.finditer(pattern):
        group = open_groups[-1]
        if token["kinds"]:
            group.add(1, [Need(token["kinds"], 0)])
        elif token[0].startswith("("):
            open_groups.append(_Group(counts=token[0] == "("))
        elif token[0] == ")":
            open_groups.pop()
            open_groups[-1].add(*group.close())
        elif token[0] == "|":
            group.turn()
        else:
            group.repeat(1 if token[0] == "?" else MOST_TIMES)
    longest, needs = open_groups[0].close()
    return longest, tuple(needs)


class Places:
    """Where each different item of a text stands, and any of several."""

    def __init__(self, codes: str) -> None:
        self.codes = codes
        self._each: dict[str, list[int]] = defaultdict(list)
        for place, code in enumerate(codes):
            self._each[code].append(place)
        self.present = frozenset(self._each)
        self._any: dict[frozenset[str], Sequence[int]] = {}

    def of(self, items: frozenset[str]) -> Sequence[int]:
        """The places of any of the items, in order."""
        try:
            return self._any[items]
        except KeyError:
            held = [self._each[code] for code in self.present & items]
            known = self._any[items] = held[0] if len(held) == 1 else sorted(chain.from_iterable(held))
            return known


class Pattern:
    """A pattern over the items of a language; for its syntax see `Alphabet.compile`."""

    __slots__ = ("_alphabet", "_before", "_longest", "_regex", "_written", "needs")

    def __init__(self, written: str, alphabet: Alphabet) -> None:
        self._written = written
        self._alphabet = alphabet
        self._longest, needs = shape(written)
        self._before = tuple(need.before for need in needs)
        self.needs = tuple(alphabet.characters(need.kinds) for need in needs)
        self._regex: re.Pattern[str] | None = None

    def find(self, places: Places, padding: int = 0) -> Iterator[re.Match[str]]:
        """The matches in a text's items. A moment among them takes `padding` items more than one at most."""
        if self._regex is None:
            self._regex = self._alphabet.compile(self._written)
        if not self.needs:
            yield from self._regex.finditer(places.codes)
            return
        width = 1 + padding
        held = [places.of(items) for items in self.needs]
        rarest = min(range(len(held)), key=lambda at: len(held[at]))
        starts, before = self._near(held, rarest, width), self._before[rarest]
        for first, last in _stretches(starts, before * width, (self._longest - before) * width, len(places.codes)):
            yield from self._regex.finditer(places.codes, first, last)

    def _near(self, held: Sequence[Sequence[int]], rarest: int, width: int) -> Sequence[int]:
        """Of the places of the rarest need those that have each of the others within reach, on its side."""
        kept = held[rarest]
        for need, others in enumerate(held):
            reach = (self._before[need] - self._before[rarest]) * width
            if reach and len(others) <= len(kept) * _TOO_MANY:  # so frequent a kind is near wherever one looks
                first, last = min(0, reach), max(0, reach)
                kept = [place for place in kept if _has_one(others, place + first, place + last)]
        return kept


class Patterns:
    """Named patterns that are searched together. Each needed class of items is a bit of a number, so that one look
    at the items of a text tells which patterns can match at all."""

    def __init__(self, named: Iterable[tuple[str, Pattern]]) -> None:
        patterns = tuple(named)
        bits = {needs: 1 << at for at, needs in enumerate(dict.fromkeys(chain(*(each.needs for _, each in patterns))))}
        self._bits = tuple(bits.items())
        self._masked = tuple((sum(bits[needs] for needs in set(each.needs)), name, each) for name, each in patterns)

    def find(self, places: Places, padding: int = 0) -> Iterator[tuple[str, re.Match[str]]]:
        """The matches of every pattern in a text's items, each with its pattern's name; see `Pattern.find`."""
        held = sum(bit for items, bit in self._bits if not items.isdisjoint(places.present))
        for mask, name, pattern in self._masked:
            if mask & held == mask:
                for match in pattern.find(places, padding):
                    yield name, match


def _has_one(places: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] <= last


def _stretches(places: Sequence[int], before: int, behind: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches from so many items before places to so many behind, those that meet as one, in order."""
    first, last = -1, -1
    for place in places:
        if first >= 0 and place - before > last:
            yield first, last
            first = -1
        first = max(0, place - before) if first < 0 else first
        last = min(end, place + behind + 1)
    if first >= 0:
        yield first, last
