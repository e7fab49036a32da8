"""Making entries of what the readers of formats find, alike for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kashf.reading.outcome import Problem
from kashf.records import Listed, Watchlist
from kashf.records.spans import MentionKind
from kashf.text.folding import search_key
from kashf.watchlists.spelling import LONGEST_NAME, Written, clean, spelled
from kashf.watchlists.tables import DETAILS

__all__ = ["Found", "Raw", "listed", "of_place"]

LONGEST_DETAIL = 2_000
"""Characters of one detail that are kept; a page of remarks is cut there."""


@dataclass(slots=True)
class Raw:
    """An entry as the reader of a format found it: names as written there, details by their names, where it stands."""

    key: str
    kind: MentionKind
    place: str
    names: list[Written] = field(default_factory=list)
    details: dict[str, list[str]] = field(default_factory=dict)

    def say(self, detail: str, *values: object) -> None:
        """Add what the list says of the entry; empty values are passed over, and years of days that are told too."""
        kept = self.details.setdefault(detail, [])
        for value in (clean(each)[:LONGEST_DETAIL] for each in values):
            if value and value not in kept and not (value.isdigit() and any(one.startswith(value) for one in kept)):
                kept.append(value)


@dataclass(frozen=True, slots=True)
class Found:
    """What a file came to: the list, the problems with parts of it, and for tables which heading was read as what.

    `columns` leads from our names for columns (`name`, `born`, ...) to the headings; `passed_over` are the rest.
    """

    watchlist: Watchlist
    problems: tuple[Problem, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    passed_over: tuple[str, ...] = ()


def of_place(location: str, place: str, what: str, remedy: str) -> Problem:
    """A problem with one entry or row: `place` says where in the file."""
    return Problem(f"{location}, {place}" if place else location, what, remedy, "damaged")


def listed(raws: Iterable[Raw], location: str, problems: list[Problem]) -> Iterator[Listed]:
    """The entries in order, those without a usable name left out and added to the problems.

    An entry without a key goes by its first name. What stands twice is one entry; a key that stands for different
    entries is told apart by the place.
    """
    taken: dict[str, str] = {}
    for raw in raws:
        entry = _entry(raw, location, problems)
        if entry is None:
            continue
        if entry.key in taken:
            if taken[entry.key] == entry.digest:
                continue
            entry = Listed(
                f"{entry.key}/{entry.place}", entry.kind, entry.names, entry.weak, entry.details, entry.place
            )
        taken[entry.key] = entry.digest
        yield entry


def _entry(raw: Raw, location: str, problems: list[Problem]) -> Listed | None:
    long = [name for name in raw.names if len(name.text) > LONGEST_NAME]
    if long:
        what = f"holds {len(long[0].text):,} characters where a name should be: {long[0].text[:40]!r}…"
        problems.append(of_place(location, raw.place, what, "Shorten the cell to the name, or name the right column."))
    written = list(spelled((name for name in raw.names if len(name.text) <= LONGEST_NAME), raw.kind))
    strong = list(dict.fromkeys(name.text for name in written if name.quality != "weak"))
    weak = list(dict.fromkeys(name.text for name in written if name.quality == "weak" and name.text not in strong))
    if not strong and not weak:
        if not long:
            problems.append(of_place(location, raw.place, "has no name.", "Fill in the name, or leave the row out."))
        return None
    former = [name.text for name in written if name.quality == "former"]
    raw.say("former", *former)
    names, rest = (tuple(strong), tuple(weak)) if strong else ((weak[0],), tuple(weak[1:]))
    details = {name: tuple(raw.details[name]) for name in DETAILS if raw.details.get(name)}
    return Listed(raw.key or search_key(names[0]), raw.kind, names, rest, details, raw.place)
