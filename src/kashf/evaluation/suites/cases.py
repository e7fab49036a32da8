"""The cases of a suite: one JSON object a line, with a text and the spans and values that are expected in it.

The format is that into which the specifications of Microsoft Recognizers-Text and the corpora of Facebook's duckling
were brought: `suite`, `language`, `input`, `expected` (a list of `text`, `start`, `end` and, by the kind of the case,
`value`, `unit`, `iso`, `kind`, `values`); cases of dates also have `reference`, the moment from which they are read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from kashf.errors import DataError

__all__ = ["Case", "CaseKind", "read_cases"]

CaseKind = Literal["numbers", "percent", "money", "dates"]
KINDS: tuple[CaseKind, ...] = ("numbers", "percent", "money", "dates")
_NEEDED = ("suite", "language", "input", "expected")
_FINER = ("time", "datetime")
_NO_REFERENCE = "2018-01-01"


@dataclass(frozen=True, slots=True)
class Case:
    """One case. `expected` are the suite's own objects, in the order of the text."""

    kind: CaseKind
    suite: str
    language: str
    text: str
    expected: tuple[Mapping[str, Any], ...]
    reference: str | None = None
    checks_values: bool = True

    @property
    def group(self) -> str:
        """The suite and the language: `duckling/ar`."""
        return f"{self.suite}/{self.language}"

    @property
    def key(self) -> str:
        """The name of the case in `differences.yaml`, which holds none of its words."""
        words = "|".join((self.suite, self.language, self.reference or "", self.text))
        return hashlib.sha256(words.encode()).hexdigest()[:10]

    @property
    def day(self) -> date:
        """The day from which dates are read."""
        return date.fromisoformat((self.reference or _NO_REFERENCE)[:10])

    @property
    def is_finer_than_a_day(self) -> bool:
        """Whether an hour is asked for: a moment of a report is an interval of days."""
        return any(str(one.get("kind", "")).startswith(_FINER) for one in self.expected)


def read_cases(path: Path) -> tuple[Case, ...]:
    """The cases of a file. Raises DataError, with file and line, where one is no case, or the file cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: this is no suite that can be read ({error}). Give a file of JSON lines.") from error
    found = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    return tuple(_cases(path, [(number, _object(path, number, line)) for number, line in found]))


def _object(path: Path, number: int, line: str) -> Mapping[str, Any]:
    try:
        read = json.loads(line)
    except json.JSONDecodeError as error:
        raise DataError(f"{path}, line {number}: this is no JSON ({error.msg}). Each line holds one object.") from error
    missing = [name for name in _NEEDED if not isinstance(read, dict) or name not in read]
    if missing:
        raise DataError(f"{path}, line {number}: the case lacks {', '.join(missing)}.")
    if read["language"] not in ("ar", "en", "fr", "ru"):
        raise DataError(f"{path}, line {number}: the language is {read['language']!r}; cases are in ar, en, fr or ru.")
    return dict(read)


def _cases(path: Path, objects: Iterable[tuple[int, Mapping[str, Any]]]) -> Iterator[Case]:
    read = [one for _, one in objects]
    kind = _kind_by_name(path) or _kind_by_fields(read)
    for one in read:
        yield Case(
            kind,
            one["suite"],
            one["language"],
            one["input"],
            tuple(one["expected"]),
            one.get("reference"),
            one.get("check_values", True),
        )


def _kind_by_name(path: Path) -> CaseKind | None:
    return next((kind for kind in KINDS if path.name.lower().startswith(kind)), None)


def _kind_by_fields(read: Iterable[Mapping[str, Any]]) -> CaseKind:
    """What a file of another name asks for. Each kind of suite gives something that the others do not."""
    expected = [one for case in read for one in case["expected"]]
    if any("values" in one for one in expected):
        return "dates"
    if any("iso" in one for one in expected):
        return "money"
    percent = sum(str(one.get("value", "")).endswith("%") for one in expected)
    return "percent" if percent else "numbers"
