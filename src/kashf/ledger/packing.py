"""Reports and records as they lie in the ledger's rows, and back."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from typing import Any

from sqlalchemy import RowMapping

from kashf.comparison.fingerprints import Fingerprint
from kashf.records import Record, Region, Report, structure, unstructure

__all__ = [
    "pack_fingerprint",
    "pack_record",
    "pack_report",
    "unpack_again",
    "unpack_fingerprint",
    "unpack_record",
    "unpack_report",
]

UNPACKED, LONGEST_UNPACKED = 256, 40_000
"""Records, and fingerprints, that are remembered, of texts of so many characters at most: some twenty megabytes."""
_PLAIN = ("id", "source", "text", "title", "outlet", "author", "url", "language", "published", "story")


def pack_report(report: Report) -> dict[str, Any]:
    """The columns of a report's row."""
    plain = {name: getattr(report, name) for name in _PLAIN}
    return plain | {"regions": unstructure(report.regions), "repairs": list(report.repairs)}


def unpack_report(row: RowMapping) -> Report:
    """The report of a row."""
    regions = tuple(Region(**region) for region in row["regions"])
    return Report(**{name: row[name] for name in _PLAIN}, regions=regions, repairs=tuple(row["repairs"]))


def pack_record(record: Record) -> bytes:
    """A record without the text of its report: compressed JSON of the record format.

    What is known of the report beside its text is kept with what was found in it: the same text may be read better a
    second time (its title, its regions), and the offsets and roles found belong to that reading.
    """
    plain = unstructure(record)
    del plain["report"]["text"]
    return zlib.compress(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode())


def unpack_record(body: bytes, text: str) -> Record:
    """The record over its report's text. Raises RecordError where the two do not fit."""
    return _unpacked(body, text)


def unpack_again(body: bytes, text: str) -> Record:
    """The same of a record that may be asked for again: the heaviest are on many pages."""
    return _remembered(body, text) if len(text) <= LONGEST_UNPACKED else _unpacked(body, text)


@lru_cache(maxsize=UNPACKED)
def _remembered(body: bytes, text: str) -> Record:
    return _unpacked(body, text)


def _unpacked(body: bytes, text: str) -> Record:
    plain = json.loads(zlib.decompress(body))
    plain["report"]["text"] = text
    return structure(plain, Record)


def pack_fingerprint(own: Fingerprint) -> bytes:
    """A fingerprint as compressed JSON."""
    unquoted = None if own.unquoted is own.words else " ".join(own.unquoted)
    plain = " ".join(own.words), unquoted, own.marks, sorted(own.particulars), own.concepts, own.carriers
    return zlib.compress(json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=UNPACKED)
def unpack_fingerprint(body: bytes) -> Fingerprint:
    """The fingerprint of such a body."""
    plain = json.loads(zlib.decompress(body).decode("utf-8", "surrogatepass"))
    spoken, unquoted, marks, particulars, concepts, carriers = plain
    words = tuple(spoken.split())
    return Fingerprint(
        words=words,
        unquoted=words if unquoted is None else tuple(unquoted.split()),
        marks=marks,
        particulars=frozenset(particulars),
        concepts=tuple(map(tuple, concepts)),
        carriers=tuple(carriers),
    )
