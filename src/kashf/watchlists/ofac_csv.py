"""The lists of the United States Office of Foreign Assets Control as delimited text: three files without headings.

`sdn.csv` has the entries, `alt.csv` their other names, `add.csv` their addresses, tied by a number. What is empty says
`-0-`. The columns are those of OFAC's data specification.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kashf.reading.files import File
from kashf.reading.outcome import Problem
from kashf.watchlists.entries import Raw, of_place
from kashf.watchlists.ofac_xml import KINDS
from kashf.watchlists.rows import Row, rows_of
from kashf.watchlists.spelling import Written, clean

__all__ = ["COMPANIONS", "looks_like_ofac", "read_ofac_csv"]

COMPANIONS = ("alt.csv", "add.csv")
"""Files that belong to `sdn.csv` and lie beside it."""
WIDTHS = {"sdn": 12, "alt": 5, "add": 6}
"""Columns of each file."""
_REMARKS = {
    "born": re.compile(r"\bDOB ([^;]+)"),
    "birthplace": re.compile(r"\bPOB ([^;]+)"),
    "nationality": re.compile(r"\b(?:nationality|citizen) ([^;]+)"),
    "sex": re.compile(r"\bGender (\w+)"),
    "identifier": re.compile(
        r"\b((?:Passport|National ID No\.|Registration ID|Tax ID No\.|SSN|D-U-N-S Number|IMO) [^;]+)"
    ),
}
_ALSO_KNOWN = re.compile(r"\ba\.k\.a\. '([^']+)'")


def looks_like_ofac(rows: list[Row]) -> bool:
    """Whether the first rows of a table are those of `sdn.csv`."""
    return bool(rows) and all(
        len(row.cells) == WIDTHS["sdn"] and row.cells[0].isdigit() and row.cells[-1].strip() for row in rows
    )


def read_ofac_csv(file: File, beside: dict[str, File], problems: list[Problem]) -> Iterator[Raw]:
    """The entries with their names and addresses; without the files beside it only what `sdn.csv` itself says."""
    raws = {raw.key: raw for raw in map(_raw, _rows(file, "sdn", problems))}
    for name in COMPANIONS:
        if name not in beside:
            remedy = f"Put {name} beside it to have the entries' {'other names' if name == 'alt.csv' else 'addresses'}."
            problems.append(of_place(file.location, "", f"is without {name}.", remedy))
            continue
        for row in _rows(beside[name], name.removesuffix(".csv"), problems):
            _add(row, name, raws, beside[name], problems)
    yield from raws.values()


def _rows(file: File, sort: str, problems: list[Problem]) -> Iterator[Row]:
    for row in rows_of(file, problems, ","):
        cells = tuple(map(clean, row.cells))
        if len(cells) == WIDTHS[sort]:
            yield Row(row.place, cells)
        else:
            what = f"has {len(cells)} columns where {sort}.csv has {WIDTHS[sort]}."
            problems.append(of_place(file.location, row.place, what, "Take the file from OFAC again."))


def _raw(row: Row) -> Raw:
    number, name, sort, programme, title, *ship, remarks = row.cells
    raw = Raw(number, KINDS.get(sort.lower(), "organisation"), row.place, [Written(name)])
    raw.say("title", title)
    raw.say("programme", *re.split(r"\]\s*\[|[\[\]]", programme))
    raw.say("identifier", ship[0])
    for detail, pattern in _REMARKS.items():
        raw.say(detail, *(found.rstrip(". ") for found in pattern.findall(remarks)))
    raw.say("note", remarks)
    raw.names.extend(Written(alias, "weak") for alias in _ALSO_KNOWN.findall(remarks))
    return raw


def _add(row: Row, name: str, raws: dict[str, Raw], file: File, problems: list[Problem]) -> None:
    raw = raws.get(row.cells[0])
    if raw is None:
        what = f"belongs to entry {row.cells[0]}, which sdn.csv does not have."
        problems.append(of_place(file.location, row.place, what, "Take the files of one day."))
    elif name == "alt.csv":
        _, _, sort, alias, _ = row.cells
        raw.names.append(Written(alias, "former" if sort == "fka" else "good"))
    else:
        _, _, street, city, country, _ = row.cells
        raw.say("address", ", ".join(filter(None, (street, city, country))))
        raw.say("country", country)
