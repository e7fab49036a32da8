"""The corpus on disk: items by language, the gold of whole reports, and the digest that stands for both."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from kashf.errors import DataError
from kashf.evaluation.gold import GoldReport
from kashf.evaluation.parsing import parse_gold
from kashf.reading import Read, read_source
from kashf.records import Report

__all__ = ["GATES_FILE", "digest", "load_corpus", "load_items", "load_reports", "reports_of"]

GATES_FILE = "gates.yaml"
GOLD_SUFFIX = ".gold.yaml"
DIGEST_BYTES = 16
"""128 bits: enough to tell any two states of the corpus apart."""


def load_corpus(folder: Path) -> tuple[GoldReport, ...]:
    """Every annotated text of a folder: NAME.gold.yaml beside its text, and LANGUAGE/*.yaml with lists of items.

    In the order of their file names. Raises DataError, naming file and item, where gold is malformed or a text missing.
    """
    found = (*load_reports(folder), *load_items(folder))
    if not found:
        raise DataError(f"{folder}: no gold; expected LANGUAGE/*.yaml or NAME{GOLD_SUFFIX} beside NAME.txt.")
    return found


def load_items(folder: Path) -> tuple[GoldReport, ...]:
    """The items of LANGUAGE/*.yaml."""
    return tuple(item for path in _item_files(folder) for item in _items(path))


def load_reports(folder: Path) -> tuple[GoldReport, ...]:
    """The gold of whole reports: NAME.gold.yaml, whose key `report` names the file with the text.

    The text of a .txt file is the report's. That of any other kind of file (JSON, HTML) depends on how it is read:
    `reports_of` reads it as `kashf read` does, and with it goes what the file says of outlet and day.
    """
    paths = sorted(folder.glob(f"*{GOLD_SUFFIX}"))
    return tuple(gold for path in paths if (gold := _whole_report(path)) is not None)


def reports_of(folder: Path, gold: Iterable[GoldReport]) -> Iterator[Report]:
    """The report of each gold: its own text, or the one that its file beside it holds when it is read.

    Raises DataError where that file is missing or holds no report.
    """
    for one in gold:
        yield one.report() if one.text else _read(folder / one.name)


def _read(path: Path) -> Report:
    if not path.is_file():
        raise DataError(f"{path}: the report is not beside its gold; put it there, or judge records of it (--records).")
    for outcome in read_source(str(path)):
        if isinstance(outcome, Read):
            return outcome.report
        raise DataError(f"{path}: no report can be read from it: {outcome.what}; {outcome.remedy}")
    raise DataError(f"{path}: it holds no report; judge records of it (--records).")


def digest(folder: Path) -> str:
    """What the corpus is, in 32 hexadecimal digits: it changes with every change of an annotated file."""
    state = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for path in (*sorted(folder.glob(f"*{GOLD_SUFFIX}")), *_item_files(folder)):
        content = path.read_bytes()
        state.update(f"{path.relative_to(folder).as_posix()}\n{len(content)}\n".encode())
        state.update(content)
    return state.hexdigest()


def _item_files(folder: Path) -> tuple[Path, ...]:
    return tuple(path for path in sorted(folder.glob("*/*.yaml")) if not path.name.endswith(GOLD_SUFFIX))


def _items(path: Path) -> Iterator[GoldReport]:
    items = _yaml(path) or []
    if not isinstance(items, list):
        raise DataError(f"{path}: a list of items is expected, each beginning with `- id:`.")
    for number, item in enumerate(items, 1):
        yield parse_gold(item, f"{path.name}, item {number}", language=path.parent.name)


def _whole_report(path: Path) -> GoldReport | None:
    plain = _yaml(path)
    if not isinstance(plain, dict) or "report" not in plain:
        return None
    source = path.parent / str(plain["report"])
    text = source.read_text(encoding="utf-8") if source.suffix == ".txt" and source.exists() else ""
    return parse_gold(plain, path.name, text=text)


def _yaml(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - the safe loader, in C
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DataError(f"{path}: {error}; mend the file.") from error


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
