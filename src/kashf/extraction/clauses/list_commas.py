"""Lists: which phrases are members of one, and the commas that part them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kashf.extraction.clauses.events import Phrase
from kashf.extraction.clauses.units import Unit

__all__ = ["alike", "both_things", "without_list_commas"]

INSERTED = 8
"""Units back from a comma within which who says so may stand between commas."""
_BROAD = frozenset({"agent", "counted", "holding", "activity", "other", "somewhere"})
_THINGS = frozenset({"goods", "funds", "document", "holding", "vessel", "money_amount"})
_PARTIES = frozenset({"people", "persons", "person", "title", "group", "organisation"})


def without_list_commas(units: Sequence[Unit], make: Callable[[Unit], Phrase | None]) -> tuple[Unit, ...]:
    """The units with the commas of a list gone and its members joined: «gold, oil and cash». `make` tells the phrase
    of a unit."""
    joined = list(units)
    dropped: set[int] = set()
    for last, unit in enumerate(units):
        if not (unit.kind == "phrase" and unit.conjoined and unit.preposition is None) or _opens_clause(units, last):
            continue
        member = last
        closes = _closes_source(units, last - 1)
        if last > 1 and units[last - 1].kind == "comma" and not closes and alike(make(units[last - 2]), make(unit)):
            dropped.add(last - 1)
            member = last - 1
        while _comma_before(units, make, member):
            joined[member - 1] = replace(joined[member - 1], conjoined=True)
            dropped.add(member - 2)
            member -= 2
    return tuple(unit for index, unit in enumerate(joined) if index not in dropped)


def _opens_clause(units: Sequence[Unit], index: int) -> bool:
    """Whether a joined phrase is rather the subject of a verb behind it: «، والتنظيم يسيطر على …»."""
    following = next((unit.kind for unit in units[index + 1 :] if unit.kind != "adverb"), "")
    return following in ("event", "negator", "particle")


def _closes_source(units: Sequence[Unit], comma: int) -> bool:
    """«، وفق ما أعلنته النيابة، ستة أفراد وثلاث شركات»: whether a comma closes who says so, and parts no list."""
    for index in range(comma - 1, max(0, comma - INSERTED), -1):
        if units[index].kind == "comma":
            return units[index + 1].kind == "source"
    return False


def _comma_before(units: Sequence[Unit], make: Callable[[Unit], Phrase | None], member: int) -> bool:
    """Whether the phrase before a member of a list stands behind a comma and a further member."""
    if member < 3 or units[member - 2].kind != "comma" or units[member - 1].preposition is not None:
        return False
    if _closes_source(units, member - 2):
        return False
    return units[member - 1].kind == "phrase" and alike(make(units[member - 3]), make(units[member - 1]))


def alike(one: Phrase | None, other: Phrase | None) -> bool:
    """Whether two phrases may be members of one list: of one narrow kind, both parties, both things («cash, passports
    and a rifle»), or one of no kind known."""
    if one is None or other is None:
        return False
    if not (one.kinds and other.kinds) or (one.is_a(*_PARTIES) and other.is_a(*_PARTIES)):
        return not (one.is_a("time") or other.is_a("time"))
    return both_things(one, other) or not (one.kinds - _BROAD).isdisjoint(other.kinds - _BROAD)


def both_things(one: Phrase, other: Phrase) -> bool:
    """Whether both of two phrases tell of things that may be owned, and neither of somebody or when."""
    return all(phrase.is_a(*_THINGS) and not phrase.is_a("agent", "time", "activity", "act") for phrase in (one, other))
