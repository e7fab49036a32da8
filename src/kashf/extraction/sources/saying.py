"""One act of saying: who, by which verb, and which words are said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kashf.extraction.sources.marks import Pair
from kashf.records import Link
from kashf.records.claims import Stance

__all__ = ["Content", "Saying"]


@dataclass(frozen=True, slots=True)
class Content:
    """What is said: from a word on (`start`), between quotation marks (`pair`), or before the saying (`before`).

    `around` says that it goes on behind the saying («The group, the report says, taxes …»), `rest` is what goes on
    behind a saying within the marks; `plain` says that nothing but the verb leads to it.
    """

    start: int | None = None
    pair: Pair | None = None
    rest: Pair | None = None
    before: bool = False
    around: bool = False
    plain: bool = False


@dataclass(slots=True)
class Saying:
    """A verb of speech, «بحسب» or a speaker and a colon, with its speakers from the outermost to the origin.

    `unit` and `word` are where it stands, `opens` the word at which its own clause begins. `cites` says that it is only
    what another source rests on, and `basis` holds what this one does. `apart` says that it has a subject of its own in
    a clause of its own, so that what another said ends there: behind «and» or «while» (`clause`), or a mere comma.
    `alleges` says that its words make what is said an allegation («allege», «по версии»).
    """

    kind: Literal["verb", "source", "colon", "noun", "accusation", "quote only"]
    unit: int
    word: int
    opens: int
    links: tuple[Link, ...]
    content: Content
    verb: str | None = None
    stance: Stance | None = None
    cites: bool = False
    apart: Literal["", "comma", "clause"] = ""
    alleges: bool = False
    basis: list[Link] = field(default_factory=list)
