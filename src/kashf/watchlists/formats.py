"""Which format a list is in, told by its content, and the list that comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import PurePath

from kashf.reading.files import File
from kashf.reading.outcome import Problem
from kashf.records import Watchlist
from kashf.watchlists.customers import read_table
from kashf.watchlists.entries import Found, Raw, listed
from kashf.watchlists.eu_xml import read_eu_xml
from kashf.watchlists.ftm import looks_like_ftm, read_ftm
from kashf.watchlists.letters import text_of
from kashf.watchlists.ofac_advanced import read_ofac_advanced
from kashf.watchlists.ofac_csv import looks_like_ofac, read_ofac_csv
from kashf.watchlists.ofac_xml import read_ofac_xml
from kashf.watchlists.rows import Row, rows_of
from kashf.watchlists.un import read_un
from kashf.watchlists.xml import entries, root_of

__all__ = ["ListOptions", "read_file"]

PROLOGUE = 4096
SAMPLE_ROWS = 5
_GENERATED = ("dateGenerated", "generationDate")
_AMERICAN, _EUROPEAN = "%m/%d/%Y", ("%d/%m/%Y", "%d.%m.%Y")
_UNSAID = re.compile(r"[^\w-]+")
_PUBLISHED = re.compile(rb"<(?:\w+:)?Publish_Date>\s*([^<]+?)\s*</")


@dataclass(frozen=True, slots=True)
class ListOptions:
    """What the user says of a list: its name, and which column of a table holds what (`columns.FIELDS` to headings)."""

    name: str | None = None
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Xml:
    format: str
    name: str
    read: Callable[[File, list[Problem]], Iterator[Raw]]


_BY_ROOT = {
    "CONSOLIDATED_LIST": _Xml("un-xml", "un", read_un),
    "sdnList": _Xml("ofac-xml", "ofac-sdn", read_ofac_xml),
    "export": _Xml("eu-xml", "eu", read_eu_xml),
    "Sanctions": _Xml("ofac-advanced-xml", "ofac-sdn", read_ofac_advanced),
}


def read_file(file: File, options: ListOptions, beside: dict[str, File] | None = None) -> Found:
    """The list in a file, with what could not be read of it. `beside` are the files that lie next to it, by their names
    in lower case. Raises ReadingError where nothing of it can be read."""
    if not file.data.strip():
        raise file.error("is empty.", "Take it from where it came from again.", "empty")
    start = file.data[:PROLOGUE].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")
    if start.startswith(b"<"):
        return _xml(file, options)
    if start.startswith(b"{") and looks_like_ftm(text_of(file).split("\n", 1)[0].strip()):
        problems: list[Problem] = []
        return _found(read_ftm(file, problems), _Head("ftm", options.name or _stem(file)), file, problems)
    return _table(file, options, beside or {})


@dataclass(frozen=True, slots=True)
class _Head:
    """What a list is called, in which format it is, and of when."""

    format: str
    name: str
    version: str | None = None


def _stem(file: File) -> str:
    """A name for a list: that of its file, without what no one would type."""
    return _UNSAID.sub("-", PurePath(file.name).stem).strip("-").lower() or "list"


def _xml(file: File, options: ListOptions) -> Found:
    root, attributes = root_of(file)
    known = _BY_ROOT.get(root)
    if known is None:
        raise file.error(
            f"is XML, but no list we know: its outermost element is <{root}>.",
            "Lists in XML are those of the UN, the EU (FSF) and OFAC; give any other as CSV or as FollowTheMoney.",
            "unsupported",
        )
    said = next((attributes[name] for name in _GENERATED if name in attributes), None) or _published(file)
    problems: list[Problem] = []
    head = _Head(known.format, options.name or known.name, said and _day(said, _AMERICAN))
    return _found(known.read(file, problems), head, file, problems)


def _published(file: File) -> str | None:
    """The day that OFAC's lists give in an element of their own."""
    found = _PUBLISHED.search(file.data[:PROLOGUE])
    if found:
        return found[1].decode("ascii", "replace")
    for element, _ in islice(entries(file, ("DateOfIssue",), []), 1):
        return "-".join(f"{''.join(part.itertext()):0>2}" for part in element)
    return None


def _day(said: str, *forms: str) -> str:
    """A day as ISO 8601; what is no day we can read stays as it is."""
    for form in forms:
        try:
            return datetime.strptime(said.strip(), form).date().isoformat()
        except ValueError:
            continue
    return said.strip()[:10] if re.match(r"\d{4}-\d\d-\d\d", said.strip()) else said.strip()


def _table(file: File, options: ListOptions, beside: dict[str, File]) -> Found:
    problems: list[Problem] = []
    rows = list(rows_of(file, problems))
    if not rows:
        raise file.error("has no row with anything in it.", "Take it from where it came from again.", "empty")
    if not options.columns and looks_like_ofac(rows[:SAMPLE_ROWS]):
        raws = read_ofac_csv(file, beside, problems)
        return _found(raws, _Head("ofac-csv", options.name or "ofac-sdn"), file, problems)
    read, columns = read_table(rows, file, options.columns, problems)
    head = _Head("table", options.name or _stem(file), _generated(rows))
    return _found(read, head, file, problems, (columns.told(), columns.passed_over()))


def _generated(rows: Sequence[Row]) -> str | None:
    """The day that the Union's table gives in a column of its own."""
    headings = [cell.lower() for cell in rows[0].cells]
    if "filegenerationdate" not in headings or len(rows) < 2:
        return None
    at = headings.index("filegenerationdate")
    return _day(rows[1].cells[at], *_EUROPEAN) if at < len(rows[1].cells) else None


def _found(
    raws: Iterable[Raw],
    head: _Head,
    file: File,
    problems: list[Problem],
    columns: tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]] = ({}, ()),
) -> Found:
    kept = tuple(listed(raws, file.location, problems))
    if not kept and not problems:
        raise file.error("holds no entry.", "Take it from where it came from again.", "empty")
    return Found(Watchlist(head.name, head.format, kept, head.version), tuple(problems), *columns)
