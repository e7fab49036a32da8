"""Reports and records as they lie in the ledger's rows, and back."""

from __future__ import annotations

import json
import zlib
from typing import Any

from sqlalchemy import RowMapping

from kashf.records import Record, Region, Report, structure, unstructure

__all__ = ["pack_record", "pack_report", "unpack_record", "unpack_report"]

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
    plain = json.loads(zlib.decompress(body))
    plain["report"]["text"] = text
    return structure(plain, Record)
