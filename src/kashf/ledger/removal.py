"""Taking a report, or whoever it speaks of, out of the ledger for good.

| kind | subject | what goes | what stays |
|---|---|---|---|
| `remove` | a report's id | every version of it: text, bytes, records, claims, search | who removed it, when and why |
| `redact` | an entity's id | its names in all reports, these reports' bytes, what is claimed of it | the same |

Both are judgements, so the history tells of them; what they took is in no table afterwards, and in no part of the
file (`secure_delete`). Everything derived is emptied at once and made anew from what is left, so that nothing of it can
stand in a table that somebody thought of later.

Reading the same again does not bring it back: a removed report is known by its id, a digest of its words and its web
address, a redacted name by digests of its words (`ledger.masking`). To undo it lifts the bar and no more: what was
taken is held nowhere here, and comes back when its source, where that still exists, is read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, Row, RowMapping, bindparam, delete, exists, insert, or_, select, update

from kashf.errors import JudgementError
from kashf.ledger.evidence_rows import Kept, SetAside, claim_rows
from kashf.ledger.masking import Masks, masked_record, masked_report
from kashf.ledger.packing import pack_record, pack_report, unpack_record, unpack_report
from kashf.ledger.prepared import Prepared
from kashf.ledger.schema import (
    DERIVED,
    assignments,
    claims,
    entities,
    judgements,
    naming,
    raws,
    readings,
    records,
    reports,
    sources,
)
from kashf.ledger.search import SearchIndex
from kashf.ledger.signpost_schema import SIGNPOSTS
from kashf.ledger.stems import words
from kashf.ledger.told_schema import TOLD
from kashf.records import Judgement, Report, content_id

__all__ = ["REMOVING", "Bar", "Removals", "names_a_page"]

REMOVING = ("remove", "redact")
"""The kinds of judgement that take something out of the ledger."""

Plain = dict[str, Any]


def names_a_page(url: str) -> bool:
    """A site's front page is given as the address of many a page; it tells no two reports apart."""
    parts = urlsplit(url)
    return parts.path.strip("/") != "" or parts.query != ""


def _marks(report: Report) -> list[str]:
    """What a report is known by when it comes again: its words, and the page it stood on."""
    said = content_id("t", *(word.stem for word in words(report.text)))
    at = [content_id("u", report.url)] if report.url and names_a_page(report.url) else []
    return [said, *at]


@dataclass(frozen=True, slots=True)
class _Taken:
    """A removal or redaction that holds."""

    number: int
    user: str
    day: str
    marks: frozenset[str]
    reports: frozenset[str]

    def meets(self, report: Report, marks: Iterable[str]) -> bool:
        return report.id in self.reports or not self.marks.isdisjoint(marks)

    def told(self, kept: Kept) -> SetAside:
        what = f"was removed from this ledger by {self.user} on {self.day} and is not read again."
        return SetAside(kept.report.source, what, f"To read it again, undo judgement {self.number} first.", "removed")


_HOLDING = (judgements.c.kind == bindparam("kind"), judgements.c.undone_at.is_(None))
_ANY_STANDING = Prepared(select(judgements.c.id).where(*_HOLDING).limit(1))
_STANDING = select(judgements).where(*_HOLDING).order_by(judgements.c.id)


class Bar:
    """What keeps out of a ledger what was taken out of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def admitted(self, outcome: Kept | SetAside) -> Kept | SetAside:
        """The outcome as it may be kept: removed reports set aside, redacted names covered and the bytes left out."""
        if isinstance(outcome, SetAside) or not (self._removed or self._masks.digests):
            return outcome
        marks = _marks(outcome.report) if self._removed else ()
        taken = next((each for each in self._removed if each.meets(outcome.report, marks)), None)
        if taken is not None:
            return taken.told(outcome)
        return self._covered(outcome)

    def _covered(self, kept: Kept) -> Kept:
        """A report is as it was where it tells nothing of whom names were covered."""
        told = (kept.report.text, kept.report.title, kept.report.author, kept.report.source, kept.report.url)
        if not any(self._masks.places(each) for each in told if each):
            return kept
        if kept.record is None:
            return replace(kept, report=masked_report(kept.report, self._masks), raw=b"")
        record = masked_record(kept.record, self._masks)
        return replace(kept, report=record.report, record=record, raw=b"")

    @cached_property
    def _removed(self) -> tuple[_Taken, ...]:
        return tuple(
            _Taken(
                row.id, row.user, f"{row.at:%Y-%m-%d}", frozenset(row.value["marks"]), frozenset(row.value["reports"])
            )
            for row in self._standing("remove")
        )

    @cached_property
    def _masks(self) -> Masks:
        values = [row.value for row in self._standing("redact")]
        digests = frozenset(mark for value in values for mark in value["marks"])
        return Masks(digests, max((value["longest"] for value in values), default=0))

    def _standing(self, kind: str) -> Sequence[Row[Any]]:
        if not _ANY_STANDING.rows(self._connection, kind=kind):
            return ()
        return self._connection.execute(_STANDING, {"kind": kind}).all()


class Removals:
    """Takes reports and names out of a ledger, over one connection and within the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._search = SearchIndex(connection)

    def value_of(self, kind: str, subject: str, reason: str | None) -> Plain:
        """What is kept of a removal: ids and digests alone. Raises JudgementError where there is no such thing."""
        if not (reason or "").strip():
            raise JudgementError("Say why: what is taken out for good leaves its reason behind and nothing else.")
        return self._of_report(subject) if kind == "remove" else self._of_entity(subject)

    def _of_report(self, subject: str) -> Plain:
        ids = self._versions((subject,))
        rows = self._connection.execute(select(reports).where(reports.c.id.in_(ids))).mappings().all()
        if not rows:
            raise JudgementError(f"There is no report {subject}. Find its id with: kashf find")
        marks = dict.fromkeys(mark for row in rows for mark in _marks(unpack_report(row)))
        return {"reports": ids, "marks": list(marks), "sources": self._sources(ids)}

    def _of_entity(self, subject: str) -> Plain:
        body = self._connection.scalar(select(entities.c.body).where(entities.c.id == subject))
        if body is None:
            raise JudgementError(f"There is no entity {subject}. Find its id with: kashf show NAME")
        names = (*body.get("names", ()), body["name"])
        masks = Masks.of(names)
        if not masks.digests:
            raise JudgementError(f"{subject} goes by no name that has a letter; remove its reports instead.")
        named = self._connection.scalars(select(naming.c.report_id).where(naming.c.entity_id == subject)).all()
        ids = self._versions((*named, *self._search.naming(names)))
        told = {"marks": sorted(masks.digests), "longest": masks.longest}
        return {"reports": ids, **told, "sources": self._sources(ids)}

    def _versions(self, ids: Iterable[str]) -> list[str]:
        """The reports with all their versions, earlier and later."""
        known, new = set[str](), set(ids)
        while new:
            known |= new
            beside = select(reports.c.id, reports.c.superseded_by).where(
                or_(reports.c.id.in_(new), reports.c.superseded_by.in_(new))
            )
            met = {each for row in self._connection.execute(beside) for each in row if each}
            new = met - known
        return sorted(known)

    def _sources(self, ids: Sequence[str]) -> list[int]:
        held = select(readings.c.source_id).where(readings.c.report_id.in_(ids)).distinct()
        return sorted(self._connection.scalars(held))

    def carry_out(self, judgement: Judgement) -> None:
        """Take out what a judgement is about, which has just been kept."""
        if self._connection.dialect.name == "sqlite":
            self._connection.exec_driver_sql("PRAGMA secure_delete = ON")
        ids = list(judgement.value["reports"])
        if judgement.kind == "remove":
            self._forget_words(ids)
            self._remove(ids)
        else:
            masks = Masks(frozenset(judgement.value["marks"]), judgement.value["longest"])
            for report in ids:
                self._cover(report, judgement.subject, masks)
            self._cover_judgements(masks)
        self._empty_derived()
        self._search.forget()

    def lift(self, judgement: Judgement) -> None:
        """Let what was taken out be read again: its sources no longer count as read."""
        places = select(sources.c.location).where(sources.c.id.in_(judgement.value["sources"]))
        self._connection.execute(update(sources).where(sources.c.location.in_(places)).values(settled_at=None))

    def _remove(self, ids: Sequence[str]) -> None:
        self._empty_derived()  # some of it refers to reports
        digests = select(reports.c.digest).where(reports.c.id.in_(ids))
        self._connection.execute(update(raws).where(raws.c.digest.in_(digests)).values(body=None))
        for report in ids:
            self._search.remove(report)
        for table in (claims, records, readings):
            self._connection.execute(delete(table).where(table.c.report_id.in_(ids)))
        self._connection.execute(update(reports).where(reports.c.id.in_(ids)).values(superseded_by=None))
        self._connection.execute(delete(reports).where(reports.c.id.in_(ids)))
        held_by_others = exists().where(reports.c.digest == raws.c.digest)
        self._connection.execute(delete(raws).where(raws.c.body.is_(None), raws.c.size > 0, ~held_by_others))

    def _empty_derived(self) -> None:
        """Nothing that was made of the words may keep them."""
        for table in (*TOLD, *DERIVED, *SIGNPOSTS):
            self._connection.execute(delete(table))

    def _forget_words(self, ids: Sequence[str]) -> None:
        """What judgements kept of a removed report's words goes with it."""
        for row in self._connection.execute(select(judgements)).all():
            if row.about.get("report") in ids:
                about = {**row.about, "evidence": "", "fillers": []}
                self._connection.execute(update(judgements).where(judgements.c.id == row.id).values(about=about))

    def _cover(self, report_id: str, entity: str, masks: Masks) -> None:
        row = self._connection.execute(select(reports).where(reports.c.id == report_id)).mappings().one()
        last = select(records).where(records.c.report_id == report_id).order_by(records.c.id.desc()).limit(1)
        made, report, body = self._connection.execute(last).mappings().first(), unpack_report(row), None
        places = self._places(report_id, entity)
        covered = masked_report(report, masks, places)
        if made is not None and made["body"] is not None:
            record = masked_record(unpack_record(made["body"], report.text), masks, places)
            covered = replace(covered, text=record.text)
            body = pack_record(record)
            self._connection.execute(delete(claims).where(claims.c.report_id == report_id))
            if rows := claim_rows(report_id, record):
                self._connection.execute(insert(claims), rows)
        self._connection.execute(delete(records).where(records.c.report_id == report_id))
        if made is not None:
            told = {key: made[key] for key in made if key not in ("id", "body")}
            self._connection.execute(insert(records).values(**told, body=body))
        self._write(covered, row)

    def _places(self, report_id: str, entity: str) -> tuple[tuple[int, int], ...]:
        there = select(assignments.c.starts, assignments.c.ends).where(
            assignments.c.report_id == report_id, assignments.c.entity_id == entity
        )
        found = self._connection.execute(there).all()
        return tuple((row.starts, row.ends) for row in found)

    def _write(self, report: Report, row: RowMapping) -> None:
        self._connection.execute(update(reports).where(reports.c.id == report.id).values(**pack_report(report)))
        self._connection.execute(update(raws).where(raws.c.digest == row["digest"]).values(body=None))
        if row["superseded_by"] is None:
            self._search.add(report)

    def _cover_judgements(self, masks: Masks) -> None:
        for row in self._connection.execute(select(judgements)).all():
            names = ("value", "about", "reason", *(("subject",) if row.kind == "grade" else ()))
            told = {name: _covered(getattr(row, name), masks) for name in names}
            if any(told[name] != getattr(row, name) for name in told):
                self._connection.execute(update(judgements).where(judgements.c.id == row.id).values(**told))


def _covered(value: Any, masks: Masks) -> Any:
    if isinstance(value, str):
        return masks.covered(value)
    if isinstance(value, Mapping):
        return {key: _covered(each, masks) for key, each in value.items()}
    return [_covered(each, masks) for each in value] if isinstance(value, list | tuple) else value
