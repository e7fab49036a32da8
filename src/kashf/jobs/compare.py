"""Comparing: entities over all records, then what is found across them; both put into the ledger."""

from __future__ import annotations

from pathlib import Path

from kashf.jobs.extending import extended, signposts
from kashf.jobs.rooms import STANDARD_ROOMS, Rooms, edition
from kashf.ledger import Derivation, Signposts, Totals, View, Writer, apply_standings

__all__ = ["compare", "refresh"]


def compare(ledger: Path, rooms: Rooms = STANDARD_ROOMS) -> Totals:
    """Work out entities and findings anew, from all that the ledger holds. Raises LedgerError."""
    with Writer(ledger) as writer:
        _derive(writer, rooms)
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
