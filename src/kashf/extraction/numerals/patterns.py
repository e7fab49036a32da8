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

__all__ = ["Pattern", "Places", "indispensable"]

_TOO_MANY = 30
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

    __slots__ = ("_alphabet", "_longest", "_needs", "_regex", "_written")

    def __init__(self, written: str, alphabet: Alphabet) -> None:
        self._written = written
        self._alphabet = alphabet
        self._needs = tuple(alphabet.characters(kinds) for kinds in indispensable(written))
        self._longest = _longest(written)
        self._regex: re.Pattern[str] | None = None

    def find(self, places: Places, padding: int = 0) -> Iterable[re.Match[str]]:
        """The matches in a text's items. A moment among them takes `padding` items more than one at most."""
        needed = []
        for items in self._needs:
            held = places.of(items)
            if not held:
                return ()
            needed.append(held)
        return self._found(places, needed, padding)

    def _found(self, places: Places, needed: Sequence[Sequence[int]], padding: int) -> Iterator[re.Match[str]]:
        if self._regex is None:
            self._regex = self._alphabet.compile(self._written)
        if not needed:
            yield from self._regex.finditer(places.codes)
            return
        reach = self._longest * (1 + padding)
        for first, last in _stretches(_near(sorted(needed, key=len), reach), reach, len(places.codes)):
            yield from self._regex.finditer(places.codes, first, last)


def _longest(written: str) -> int:
    """More items than any match has, with what is looked at before and behind it."""
    whole, last = [0], [0]
    for token in _TOKEN.finditer(written):
        if token[0].startswith("("):
            whole.append(0)
            last.append(0)
        elif token[0] == ")":
            last[-1] += whole.pop()
            group = last.pop()
            whole[-1], last[-1] = whole[-1] + last[-1], group
        elif token["kinds"]:
            whole[-1], last[-1] = whole[-1] + last[-1], 1
        else:
            last[-1] *= MOST_TIMES if token[0] == "*" or token[0].startswith("{") else 1
    return whole[0] + last[0] + 1


def _near(needed: Sequence[Sequence[int]], reach: int) -> Sequence[int]:
    """Of the first places those that have one of each of the others within reach."""
    first, *others = needed
    for other in others:
        if len(other) > len(first) * _TOO_MANY:
            break  # so frequent a kind is near wherever one looks
        first = [place for place in first if _has_near(other, place, reach)]
    return first


def _has_near(places: Sequence[int], place: int, reach: int) -> bool:
    at = bisect_left(places, place - reach)
    return at < len(places) and places[at] <= place + reach


def _stretches(places: Sequence[int], reach: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches around places, those that meet as one, in order."""
    first, last = -1, -1
    for place in places:
        if first >= 0 and place - reach > last:
            yield first, last
            first = -1
        first = max(0, place - reach) if first < 0 else first
        last = min(end, place + reach + 1)
    if first >= 0:
        yield first, last
