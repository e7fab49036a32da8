"""Gaps: one verb told once for several places, each with a number: «سافر من السويد 300، ومن فنلندا 80»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kashf.extraction.clauses.events import Event, Phrase
from kashf.extraction.clauses.parse import BARRIERS, SKIPPED, Parse

__all__ = ["gapped"]

_SEVERAL = 2
Pair = tuple[str, Phrase, Phrase]
"""A preposition, the phrase behind it, and the number that goes with it."""


def gapped(parse: Parse) -> tuple[Event, ...]:
    """Further events for the places beyond the first; the event itself keeps the first with its number."""
    if parse.knowledge.book.grammar.subject_first:
        return ()
    made: list[Event] = []
    for event in parse.events:
        pairs = _pairs(parse, event) if event.predicates and event.marked else ()
        if len(pairs) >= _SEVERAL:
            made.extend(_apart(event, pairs, len(parse.events) + len(made)))
    return tuple(made)


def _pairs(parse: Parse, event: Event) -> Sequence[Pair]:
    """The longest row of numbers with a place each, all behind one preposition and in one order."""
    units = [index for index in _clause(parse, event) if parse.kind(index) == "phrase"]
    rows: dict[tuple[str, bool], list[Pair]] = {}
    for one, other in pairwise(units):
        for place, number, first in ((one, other, True), (other, one, False)):
            pair = _pair(parse, event, place, number)
            if pair is not None and not (rows.get((pair[0], first)) and pair[2] is rows[pair[0], first][-1][2]):
                rows.setdefault((pair[0], first), []).append(pair)
    return max(rows.values(), key=len, default=())


def _clause(parse: Parse, event: Event) -> Iterator[int]:
    index = event.unit + 1
    while index < len(parse.units) and parse.kind(index) not in BARRIERS | {"event", "relative", "negator"}:
        if parse.kind(index) not in SKIPPED:
            yield index
        index += 1


def _pair(parse: Parse, event: Event, place: int, number: int) -> Pair | None:
    mark, where, count = parse.units[place].preposition, parse.phrases[place], parse.phrases[number]
    if mark is None or where is None or count is None or count.figure is None or where.figure is not None:
        return None
    plain = parse.units[number].preposition is None and not count.is_a("time")
    attached = any(mark == other and phrase is where for other, phrase in event.marked)
    return (mark, where, count) if plain and attached and not where.pronoun else None


def _apart(event: Event, pairs: Sequence[Pair], number: int) -> Iterator[Event]:
    """The events of the further pairs; the first pair stays with the event."""
    (_, _, first), *rest = pairs
    others = {id(where) for _, where, _ in rest}
    counts = {id(count) for _, _, count in rest}
    subject = any(phrase is first for phrase in event.subject)
    event.marked = [entry for entry in event.marked if id(entry[1]) not in others]
    event.subject = tuple(phrase for phrase in event.subject if id(phrase) not in counts)
    event.direct = [phrase for phrase in event.direct if id(phrase) not in counts]
    shared = [entry for entry in event.marked if entry[1] is not pairs[0][1]]
    for place, (mark, where, count) in enumerate(rest):
        alike = replace(count, kinds=count.kinds | first.kinds)
        yield replace(
            event,
            index=number + place,
            marked=[*shared, (mark, where)],
            subject=(alike,) if subject else event.subject,
            direct=event.direct if subject else [alike],
        )
