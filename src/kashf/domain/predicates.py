"""The claim types and what evokes them, from the tables of `finance/`, checked on load: an error names the entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from kashf.domain.predicate_checks import Vocabulary, check_entry
from kashf.domain.tables import table
from kashf.text.folding import fold

__all__ = ["ClaimType", "Predicate", "broader_kinds", "claim_types", "default_marks", "group_order", "predicates"]


LOOSE = "loose"
SECTIONS = ("predicates", LOOSE)
"""The parts of a table, in the order in which its entries are asked: what holds with little is asked last."""


@dataclass(frozen=True, slots=True)
class ClaimType:
    """A type of claim: its name, its group (raise, move, hold, use, people, counter, other) and its roles."""

    name: str
    group: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Predicate:
    """One entry of a predicate table: the words that evoke a type, and where its roles stand.

    `verbs` are lines as in the verb tables; `nouns` further words. `roles` maps each role to its marks: `subject`,
    `direct`, `that`, or folded prepositions. `company` are the words or kinds of which the direct object must be
    one; `marked_company` the same behind a preposition. `needs` are alternatives of role -> kinds; `never` excludes.
    A `loose` one holds where no other does and, in a language that lists such words, only in reports that give a sign
    of the subject.
    """

    type: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    company: tuple[str, ...] = ()
    marked_company: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    needs: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    never: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    loose: bool = False


@cache
def claim_types() -> Mapping[str, ClaimType]:
    """All types of claim by name, in the order of the table."""
    types = table("finance/types")["types"]
    return {name: ClaimType(name, entry["group"], (*entry["roles"], "time")) for name, entry in types.items()}


@cache
def group_order() -> tuple[str, ...]:
    """The groups of types in the order in which money goes: raise, move, hold, use, people, counter, other."""
    return tuple(table("finance/types")["groups"])


@cache
def broader_kinds(kind: str) -> frozenset[str]:
    """A kind of filler and everything it also is: `oil` is `goods`."""
    broader = table("finance/kinds")["broader"]
    found = {kind}
    waiting = [kind]
    while waiting:
        for wider in broader.get(waiting.pop(), ()):
            if wider not in found:
                found.add(wider)
                waiting.append(wider)
    return frozenset(found)


def _of(language: str) -> Mapping[str, Any]:
    """A language's predicates; empty for a language that has none yet."""
    name = f"finance/predicates.{language}"
    return table(name) if files("kashf.domain").joinpath("finance", f"predicates.{language}.yaml").is_file() else {}


@cache
def _text(language: str) -> str:
    """A table of predicates as it is written, for the lines of errors."""
    return files("kashf.domain").joinpath("finance", f"predicates.{language}.yaml").read_text(encoding="utf-8")


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary({name: kind.roles for name, kind in claim_types().items()}, table("finance/kinds")["broader"])


@cache
def default_marks(language: str) -> Mapping[str, tuple[str, ...]]:
    """Where roles stand by default in a language, for every type that has them."""
    return {role: _words(marks) for role, marks in (_of(language).get("marks") or {}).items()}


@cache
def predicates(language: str) -> tuple[Predicate, ...]:
    """All predicates of a language, the loose ones behind all others. Raises DataError where an entry is
    not sound; it names the line."""
    return tuple(
        _predicate(language, (section, name), number, entry)
        for section in SECTIONS
        for name, entries in (_of(language).get(section) or {}).items()
        for number, entry in enumerate(entries, start=1)
    )


def _predicate(language: str, place: tuple[str, str], number: int, entry: Mapping[str, Any]) -> Predicate:
    section, name = place
    check_entry(language, place, number, entry, _text(language), _vocabulary())
    return Predicate(
        type=name,
        verbs=tuple(entry.get("verbs") or ()),
        nouns=_words(entry.get("nouns") or ()),
        roles={role: _words(marks) for role, marks in (entry.get("roles") or {}).items()},
        company=_words(entry.get("with") or ()),
        marked_company={fold(mark).text: _words(words) for mark, words in (entry.get("with_mark") or {}).items()},
        needs=tuple({role: tuple(kinds) for role, kinds in need.items()} for need in entry.get("needs") or ()),
        never={role: tuple(kinds) for role, kinds in (entry.get("never") or {}).items()},
        loose=section == LOOSE,
    )


def _words(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(word).text for word in words)
