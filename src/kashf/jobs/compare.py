"""Comparing: entities over all records, then what is found across them; both put into the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kashf.jobs.extending import extended, signposts
from kashf.jobs.rooms import STANDARD_ROOMS, Rooms, edition
from kashf.ledger import Derivation, Signposts, Totals, View, Writer, apply_standings
from kashf.records import Finding

if TYPE_CHECKING:
    from kashf.comparison.translated_reports import Meaning

__all__ = ["Rebuilt", "again", "compare", "refresh", "totals", "with_meaning"]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What comparing everything once more made of the findings: how many came out as they stood, how many otherwise,
    how many are new and how many are gone."""

    same: int
    other: int
    new: int
    gone: int


def again(ledger: Path, rooms: Rooms = STANDARD_ROOMS) -> Rebuilt:
    """Work out entities and findings anew, and hold them against those that stood. Raises LedgerError."""
    before = _findings(ledger)
    compare(ledger, rooms)
    after = _findings(ledger)
    kept = before.keys() & after.keys()
    same = sum(before[key] == after[key] for key in kept)
    return Rebuilt(same, len(kept) - same, len(after.keys() - kept), len(before.keys() - kept))


def _findings(ledger: Path) -> Mapping[str, Finding]:
    with View(ledger) as view:
        return {finding.id: finding for finding in view.findings()}


def with_meaning(meaning: Meaning, rooms: Rooms = STANDARD_ROOMS) -> Rooms:
    """The rooms, where doubtful translations are told by what their sentences mean as well."""
    from kashf.comparison import compare as comparing

    return replace(rooms, compare=partial(comparing, meaning=meaning))


def compare(ledger: Path, rooms: Rooms = STANDARD_ROOMS) -> Totals:
    """Work out entities and findings anew, from all that the ledger holds. Raises LedgerError."""
    with Writer(ledger) as writer:
        _derive(writer, rooms)
    return totals(ledger)


def totals(ledger: Path) -> Totals:
    """What a ledger holds, counted. Raises LedgerError."""
    with View(ledger) as view:
        return view.totals()


def refresh(writer: Writer, rooms: Rooms = STANDARD_ROOMS) -> bool:
    """Bring entities and findings up to date where they are stale; whether they were.

    Where further reports are all that came, only what they touch is compared again.
    """
    stale = writer.is_stale(edition())
    if stale and not (rooms.extends and extended(writer)):
        _derive(writer, rooms)
    return stale


def _derive(writer: Writer, rooms: Rooms) -> None:
    """Judgements on entities go into resolution; those on claims are applied before comparing."""
    with View(writer.path) as view:
        revision, standings, grades = view.revision(), view.standings(), view.grades()
        judgements, extracted = view.judgements_on_entities(), tuple(view.extracted())
    resolution = rooms.resolve(extracted, judgements)
    resolved = tuple(map(resolution.apply, extracted))
    judged = tuple(apply_standings(record, standings) for record in resolved)
    findings = rooms.compare(judged, resolution.entities, grades)
    found = signposts(judged, resolution.entities) if rooms.extends else Signposts()
    writer.derive(Derivation(resolution.entities, resolved, tuple(findings), revision, edition(), found))
