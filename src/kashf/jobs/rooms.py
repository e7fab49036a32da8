"""The rooms a job goes through, tied together in one value so that each can be exchanged.

Each is imported when it is first called: a run that finds nothing new imports none of the heavy ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Protocol

from kashf.records import Entity, Finding, Judgement, Record, Report

if TYPE_CHECKING:
    from kashf.reading import Located, Problem, Read, ReadingOptions

__all__ = ["STANDARD_ROOMS", "Resolved", "Rooms", "edition"]


class Resolved(Protocol):
    """What resolution gives: the entities over all records, and a way to put them into a record."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities."""

    def apply(self, record: Record) -> Record:
        """The record with the ids of entities in place of keys of its own."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """What each step of a job is done by. `parse` and `extract` also run in other processes, and must be importable.

    `extends` says that what comparing gives can be extended report by report (`kashf.jobs.extending`).
    """

    locate: Callable[[str, ReadingOptions], Iterator[Located | Problem]]
    parse: Callable[[bytes, str, ReadingOptions], Iterator[Read | Problem]]
    extract: Callable[[Report], Record]
    resolve: Callable[[Sequence[Record], Sequence[Judgement]], Resolved]
    compare: Callable[[Sequence[Record], Sequence[Entity], Mapping[str, str]], Sequence[Finding]]
    extends: bool = False


@cache
def edition() -> str:
    """Who extracts and compares: Kashf, in this version. What an earlier edition made is made again."""
    return f"kashf/{version('kashf')}"


def _locate(source: str, options: ReadingOptions) -> Iterator[Located | Problem]:
    from kashf.reading import locate

    return locate(source, options)


def _parse(raw: bytes, location: str, options: ReadingOptions) -> Iterator[Read | Problem]:
    from kashf.reading import parse

    return parse(raw, location, options)


def _extract(report: Report) -> Record:
    from kashf.extraction import extract

    return extract(report)


def _resolve(records: Sequence[Record], judgements: Sequence[Judgement]) -> Resolved:
    from kashf.names import resolve

    return resolve(records, judgements)


def _compare(records: Sequence[Record], entities: Sequence[Entity], grades: Mapping[str, str]) -> Sequence[Finding]:
    from kashf.comparison import compare

    return compare(records, entities, grades)


STANDARD_ROOMS = Rooms(_locate, _parse, _extract, _resolve, _compare, extends=True)
