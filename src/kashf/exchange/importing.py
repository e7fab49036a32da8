"""Taking in what was exported: records and judgements as JSON lines, from another ledger or an extractor of others.

What does not fit is left out and told, with its line and what to do; the rest is taken.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from kashf.errors import JudgementError, RecordError
from kashf.jobs import refresh
from kashf.ledger import Kept, SetAside, Source, View, Writer
from kashf.records import Judgement, Record, record_from_json, structure

__all__ = ["LeftOut", "Taken", "take_in"]

MANNER = "import/1"
EXTRACTOR = "import"
"""Who made an imported record, as far as the ledger is concerned; each of its claims names its own extractor."""
AT_ONCE = 200
"""Records kept in one transaction."""
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that was not taken: where it stands, what is wrong, and what to do."""

    place: str
    what: str


@dataclass(slots=True)
class Taken:
    """What a file came to: how many records and judgements were taken, and how many of them had been here."""

    records: int = 0
    known: int = 0
    judgements: int = 0
    judged: int = 0
    left_out: list[LeftOut] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a file, with what stands in it, or what is wrong with it."""

    place: str
    text: str
    found: Record | Judgement | str


def take_in(path: Path, ledger: Path) -> Taken:
    """Take the records and judgements of a file into a ledger, and bring its findings up to date.

    Records come first, for judgements are on what is in them. Raises LedgerError; OSError where the file can not be
    read.
    """
    taken = Taken()
    with Writer(ledger) as writer:
        with View(ledger) as view:
            _take_records(path, writer, view, taken)
        refresh(writer)
        for line in _lines(path):
            if isinstance(line.found, Judgement):
                _take_judgement(line, line.found, writer, taken)
        refresh(writer)
    return taken


def _lines(path: Path) -> Iterator[_Line]:
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            try:
                text = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip()
            except UnicodeDecodeError as error:
                yield _Line(f"{path}#{number}", "", f"It is not UTF-8: {error}. Write it as UTF-8.")
                continue
            if text:
                yield _Line(f"{path}#{number}", text, _found(text))


def _found(text: str) -> Record | Judgement | str:
    """What a line holds; where it can not be taken, why, and what to do."""
    try:
        plain = json.loads(text)
        keys = set(plain) if isinstance(plain, dict) else set()
        if {"schema", "properties"} <= keys:
            return "It is a FollowTheMoney entity. Screen against such names with: kashf lists add FILE"
        if {"kind", "subject", "user", "at"} <= keys:
            return structure(plain, Judgement)
        if {"kind", "members", "reports"} <= keys:
            return "It is a finding; findings are worked out anew from the records. Import these."
        return _record(text)
    except json.JSONDecodeError as error:
        return f"Not JSON: {error}. One object a line is expected."
    except (RecordError, ValueError, RecursionError) as error:
        return f"{error} A record or a judgement is expected, as docs/record-format.md and docs/exchange.md have them."


def _record(text: str) -> Record:
    record = record_from_json(text)
    if not record.text.strip():
        raise RecordError("The report has no text.")
    return record


def _take_records(path: Path, writer: Writer, view: View, taken: Taken) -> None:
    source = _source(path)
    met: dict[str, str] = {}
    all_lines = (_outcome(line, view, met, taken) for line in _lines(path))
    outcomes = (outcome for outcome in all_lines if outcome is not None)
    while some := list(islice(outcomes, AT_ONCE)):
        stored = writer.keep(source, some, last=False)
        taken.known += len(stored.known)
    writer.keep(source, [])


def _source(path: Path) -> Source:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return Source(str(path.resolve()), digest.hexdigest(), size, MANNER)


def _outcome(line: _Line, view: View, met: dict[str, str], taken: Taken) -> Kept | SetAside | None:
    """What is to be kept of a line; nothing of a judgement."""
    if isinstance(line.found, Judgement):
        return None
    found = line.found if isinstance(line.found, str) else _clash(line.found, view, met) or line.found
    if isinstance(found, str):
        taken.left_out.append(LeftOut(line.place, found))
        return SetAside(line.place, found, "", "damaged")
    taken.records += 1
    raw = line.text.encode()
    place = line.place[line.place.rindex("#") :]
    return Kept(found.report, raw, hashlib.sha256(raw).hexdigest(), EXTRACTOR, place, found)


def _clash(record: Record, view: View, met: dict[str, str]) -> str | None:
    """Why a record can not be kept: another report, here or earlier in the file, has its id and another text."""
    report = record.report
    digest = hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()
    stored = view.report(report.id)
    if met.setdefault(report.id, digest) != digest or (stored is not None and stored.text != report.text):
        return (
            f"Another report with another text has the id {report.id}. Leave `id` out, and one is made from the text."
        )
    return None


def _take_judgement(line: _Line, judgement: Judgement, writer: Writer, taken: Taken) -> None:
    try:
        new = writer.take(judgement)
    except (JudgementError, KeyError) as error:
        told = str(error) if isinstance(error, JudgementError) else f"Its value has no {error}."
        taken.left_out.append(LeftOut(line.place, told))
        return
    taken.judgements += 1
    taken.judged += not new
