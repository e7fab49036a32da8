"""Which column of a table holds what: guessed from its headings in four languages, or told by who knows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kashf.reading.files import File
from kashf.records.spans import MentionKind
from kashf.text.folding import search_key
from kashf.text.scripts import count_words
from kashf.watchlists.rows import Row
from kashf.watchlists.tables import table

__all__ = ["FIELDS", "Layout", "kind_named", "layout"]

_MARKS = re.compile(r"[^\w]+")
_NUMBERED = re.compile(r"\s*\d+$")
_LETTER = re.compile(r"[A-Z]{1,2}")
SAMPLE_ROWS = 50
NAME_LIKE = 0.6
"""The share of cells with two letters and no digit from which on a column without a heading is taken for names."""

FIELDS: tuple[str, ...] = tuple(name for name in table("columns") if name not in ("kinds", "scripts"))
"""What a column can be told to hold."""
_NAMES = ("name", "first", "last", "alias")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a row what stands: for each of FIELDS the numbers of its columns from 0, in order.

    `headings` are the words at the top, one for each column, or `column 1`, `column 2` where there are none;
    `first_row` is the number of rows before the first entry.
    """

    columns: Mapping[str, tuple[int, ...]]
    headings: tuple[str, ...]
    first_row: int

    def cells(self, row: Row, field: str) -> list[str]:
        """What a row has in the columns of a field, empty cells left out."""
        return [row.cells[at] for at in self.columns.get(field, ()) if at < len(row.cells) and row.cells[at]]

    def told(self) -> dict[str, tuple[str, ...]]:
        """The headings that were taken for each field."""
        return {field: tuple(self.headings[at] for at in several) for field, several in self.columns.items()}

    def passed_over(self) -> tuple[str, ...]:
        """The headings of columns that hold nothing for us."""
        used = {at for several in self.columns.values() for at in several}
        return tuple(heading for at, heading in enumerate(self.headings) if at not in used and heading)


@cache
def _meanings() -> dict[str, str]:
    """The field of each heading we know; the field that comes first in the table keeps a heading that stands twice."""
    meanings: dict[str, str] = {}
    for field in FIELDS:
        for heading in table("columns")[field]["is"]:
            meanings.setdefault(_plain(heading), field)
    return meanings


def _plain(heading: str) -> str:
    return _MARKS.sub(" ", search_key(heading).replace("_", " ")).strip()


def _meaning(heading: str) -> str | None:
    plain = _plain(heading)
    bare = " ".join(word for word in plain.split() if word not in _scripts())
    return next(filter(None, (_meanings().get(one) for one in (plain, _NUMBERED.sub("", plain), bare))), None)


@cache
def _scripts() -> frozenset[str]:
    return frozenset(map(_plain, table("columns")["scripts"]))


@cache
def _kinds() -> dict[str, MentionKind]:
    return {_plain(word): kind for kind, words in table("columns")["kinds"].items() for word in words}


def kind_named(cell: str) -> MentionKind:
    """The kind that a cell names, in one of the four languages; `unknown` where it names none."""
    return _kinds().get(_plain(cell), "unknown")


def layout(rows: Sequence[Row], told: Mapping[str, Sequence[str]], file: File) -> Layout:
    """The layout of a table by its first rows. `told` names columns for fields, by heading, number (from 1) or letter.

    Raises ReadingError where no column can be taken for the name, or there is no column of the name that was told.
    """
    head = next((at for at, row in enumerate(rows[:5]) if _is_heading(row, told)), None)
    width = max(len(row.cells) for row in rows)
    headings = rows[head].cells if head is not None else tuple(f"column {at + 1}" for at in range(width))
    columns = _guessed(headings) if head is not None else {}
    columns |= {field: tuple(_told_column(name, headings, file) for name in names) for field, names in told.items()}
    if not any(field in columns for field in _NAMES):
        columns = _by_content(rows if head is None else rows[head + 1 :], columns)
    if not any(field in columns for field in _NAMES):
        listed = ", ".join(f"«{heading}»" for heading in headings if heading)
        raise file.error(
            f"has no column that could hold names; its columns: {listed}.", "Say which: --column name=HEADING"
        )
    return Layout(_settled(columns, told), headings, 0 if head is None else head + 1)


def _is_heading(row: Row, told: Mapping[str, Sequence[str]]) -> bool:
    wanted = {_plain(name) for names in told.values() for name in names}
    return any(_meaning(cell) or _plain(cell) in wanted for cell in row.cells if cell)


def _guessed(headings: Sequence[str]) -> dict[str, tuple[int, ...]]:
    columns: dict[str, tuple[int, ...]] = {}
    for at, heading in enumerate(headings):
        field = _meaning(heading)
        if field:
            columns[field] = (*columns.get(field, ()), at)
    return columns


def _settled(columns: Mapping[str, tuple[int, ...]], told: Mapping[str, Sequence[str]]) -> dict[str, tuple[int, ...]]:
    """A column that was told for one field is none of another's."""
    taken = {at for field in told for at in columns[field]}
    kept = {
        field: tuple(at for at in several if field in told or at not in taken) for field, several in columns.items()
    }
    return {field: several for field, several in kept.items() if several}


def _told_column(name: str, headings: Sequence[str], file: File) -> int:
    plain = [_plain(heading) for heading in headings]
    if _plain(name) in plain:
        return plain.index(_plain(name))
    if name.isdigit() and 1 <= int(name) <= len(headings):
        return int(name) - 1
    if _LETTER.fullmatch(name) and (at := _of_letters(name)) < len(headings):
        return at
    listed = ", ".join(f"«{heading}»" for heading in headings if heading)
    raise file.error(f"has no column «{name}»; its columns: {listed}.", "Name one of them, or its number.")


def _of_letters(letters: str) -> int:
    """The number from 0 of a column as spreadsheets letter it: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _by_content(rows: Sequence[Row], columns: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """The column with the most name-like cells for the names, of equals the one with the longest."""
    used = {at for several in columns.values() for at in several}
    sample = rows[:SAMPLE_ROWS]
    width = max((len(row.cells) for row in sample), default=0)
    likeness = {at: _likeness([row.cells[at] for row in sample if at < len(row.cells)]) for at in range(width)}
    best = max((at for at in likeness if at not in used), key=lambda at: likeness[at], default=None)
    return columns | ({"name": (best,)} if best is not None and likeness[best][0] >= NAME_LIKE else {})


def _likeness(cells: Sequence[str]) -> tuple[float, float]:
    filled = [cell for cell in cells if cell]
    likely = [cell for cell in filled if sum(count_words(cell).values()) and not any(map(str.isdigit, cell))]
    words = sum(len(cell.split()) for cell in likely) / max(len(likely), 1)
    return len(likely) / max(len(filled), 1), min(words, 4)
