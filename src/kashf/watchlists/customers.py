"""Tables of names with headings: a bank's customers, the Union's list as a table, anybody's spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kashf.reading.files import File
from kashf.reading.outcome import Problem
from kashf.records.spans import MentionKind
from kashf.watchlists.columns import Layout, kind_named, layout
from kashf.watchlists.entries import Raw, of_place
from kashf.watchlists.rows import Row, is_workbook
from kashf.watchlists.spelling import Quality, clean, names_in
from kashf.watchlists.tables import DETAILS

__all__ = ["read_table"]

PARTS = ("first", "middle", "grandfather", "last")
"""The columns of a name in parts, in the order in which it is said."""
NAMES: Mapping[str, Quality] = {"name": "good", "alias": "good", "former": "former", "weak": "weak"}


def read_table(
    rows: Sequence[Row], file: File, told: Mapping[str, Sequence[str]], problems: list[Problem]
) -> tuple[Iterator[Raw], Layout]:
    """The entries of a table and its layout; rows of one key in a row of rows are one entry (the Union's list has a row
    for each name). Raises ReadingError where no column can be taken for names."""
    found = layout(rows, told, file)
    return _joined(_whole(rows[found.first_row :], found, file, problems), found), found


def _whole(rows: Sequence[Row], found: Layout, file: File, problems: list[Problem]) -> Iterator[Row]:
    """The rows, but for a last one that breaks off, and those with more cells than there are headings."""
    width = len(found.headings)
    for row in rows:
        filled = max((at + 1 for at, cell in enumerate(row.cells) if cell), default=0)
        if filled > width:
            what = f"has {filled} columns where there are {width} headings."
            remedy = (
                "Put what has a separator in it between quotation marks; the row was read as far as it has headings."
            )
            problems.append(of_place(file.location, row.place, what, remedy))
        if row is rows[-1] and len(row.cells) < width and _breaks_off(file):
            what = f"breaks off: it has {len(row.cells)} of {width} columns."
            problems.append(of_place(file.location, row.place, what, "Take the file anew; the row is left out."))
            return
        yield row


def _breaks_off(file: File) -> bool:
    return not is_workbook(file) and not file.data.rstrip(b" \x00").endswith((b"\n", b"\r"))


def _joined(rows: Iterator[Row], found: Layout) -> Iterator[Raw]:
    before: Raw | None = None
    for row in rows:
        raw = _raw(row, found)
        if before is not None and raw.key and raw.key == before.key and "former" not in found.columns:
            before.names.extend(name for name in raw.names if name not in before.names)
            for detail, values in raw.details.items():
                before.say(detail, *values)
            continue
        if before is not None:
            yield before
        before = raw
    if before is not None:
        yield before


def _raw(row: Row, found: Layout) -> Raw:
    key = next(iter(map(clean, found.cells(row, "key"))), "")
    raw = Raw(key, _kind(found.cells(row, "kind")), row.place)
    for cell in _main_names(row, found):
        raw.names.extend(names_in(cell))
    for field, quality in NAMES.items():
        if field != "name":
            for cell in found.cells(row, field):
                raw.names.extend(names_in(cell, quality))
    for detail in DETAILS:
        if detail != "former":
            raw.say(detail, *found.cells(row, detail))
    return raw


def _main_names(row: Row, found: Layout) -> list[str]:
    """The names of a row: whole ones, and one in parts. A «name» beside a first name alone is the family name, and one
    beside a father's name alone the first."""
    whole, parts = found.cells(row, "name"), {part: " ".join(map(clean, found.cells(row, part))) for part in PARTS}
    if len(whole) == 1 and " " not in whole[0]:
        lacking = [part for part in ("last", "first") if part not in found.columns]
        if len(lacking) == 1 or (lacking and any(parts.values())):
            parts[lacking[-1] if parts["middle"] and not parts["first"] else lacking[0]] = whole.pop()
    return [*whole, " ".join(filter(None, parts.values()))]


def _kind(cells: Sequence[str]) -> MentionKind:
    return next((kind for cell in cells if (kind := kind_named(cell)) != "unknown"), "unknown")
