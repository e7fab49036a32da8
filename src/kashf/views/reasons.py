"""Reasons that comparing and resolving give in English, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from kashf.domain import body_named, place_named
from kashf.views.tables import read_table
from kashf.views.texts import isolated
from kashf.views.words import Words

__all__ = ["reason_told"]

_LISTED = "names"


class _Clause(NamedTuple):
    """How a clause reads in English, the nouns of which its groups are the number, and what it is in other words."""

    pattern: re.Pattern[str]
    counted: Mapping[str, str]
    told: Mapping[str, str]


def reason_told(reason: str, words: Words) -> str:
    """A reason, clause by clause; a clause that `workings.yaml` has no words for stays as it is, in isolates."""
    if words.code == "en" or not reason:
        return reason
    clauses = (_told(clause.strip(), words) for clause in reason.split(";"))
    return str(words.entries["separator"]).join(dict.fromkeys(filter(None, clauses)))


def _told(clause: str, words: Words) -> str:
    for known in _clauses():
        caught = known.pattern.fullmatch(clause) if words.code in known.told else None
        if caught:
            return known.told[words.code].format(**dict(_values(known, caught.groupdict(), words)))
    return isolated(clause, words.direction)


def _values(clause: _Clause, caught: Mapping[str, str], words: Words) -> Iterator[tuple[str, str]]:
    for name, text in caught.items():
        if name in clause.counted:
            forms: Any = words.entries["nouns"][clause.counted[name]]
            yield name, words.inflect(forms, int(text), governed=True)
        elif name == _LISTED:
            yield name, words.separated([_called(one, words) for one in text.split(", ")])
        else:
            yield name, _called(text, words)


def _called(name: str, words: Words) -> str:
    """A name as the language has it, where it is a place's or a body's that is known by name; else as it is."""
    known = place_named(name) or body_named(name)
    return isolated(next(iter(known.names.get(words.code, ())), name) if known else name, words.direction)


@cache
def _clauses() -> tuple[_Clause, ...]:
    return tuple(
        _Clause(
            re.compile(entry["clause"]),
            entry.get("counted", {}),
            {key: value for key, value in entry.items() if key not in ("clause", "counted")},
        )
        for entry in read_table("workings")["clauses"]
    )
